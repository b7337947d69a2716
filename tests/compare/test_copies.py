"""Copies among articles: the same, nearly the same, passages, rewrites, and what is none of these."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.copies import KINDS, edited
from standoff.compare.copies import CopyOptions, find_copies
from standoff.spans import Span
from standoff.values import Analysis, Document, Sentence

STORY = Path(__file__).parents[2] / "training" / "data" / "story.jsonl"
_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][\"'”’]*(?=\s)|$)", re.MULTILINE)

TALKS = (
    "The foreign ministers of Ostvar and Belmere met in Kesh on Tuesday to talk about the closed canal.\n\n"
    "Ostvar's Ilka Dorn told reporters that her government would reopen the locks once the toll was settled. She "
    "named no date.\n\n"
    "Belmere has paid no toll since its parliament struck the sum from the budget in the spring. Its minister, "
    "Pavo Lint, called the demand for back payments absurd and refused to discuss them.\n\n"
    "Shipping firms say that they lose two million crowns for each week that the barges lie idle below the town.\n\n"
    "A second round is to follow in Belmere in the autumn, officials of both countries said after the meeting."
)
OWN_REPORT = (
    "No deal on the Kesh waterway: barges stay where they are.\n\n"
    "After six hours behind closed doors, Pavo Lint walked past the cameras without a word. The Belmeran would "
    'later tell his own radio that "two million crowns for each week that the barges lie idle" was no concern of '
    "a country that had been overcharged for decades and would now, he promised, look at the railway instead.\n\n"
    "Ilka Dorn sounded milder. Money first, then water, was how one of her advisers put it.\n\n"
    "Neither capital expects movement before the leaves fall. In the harbour the skippers have begun to sell "
    "their diesel."
)
BACKGROUND = TALKS.split("\n\n")[2]
FILLER = "Rain fell on the harbour of {0} while {1} clerks counted the {2} crates that nobody had come to fetch. "


def _analysis(text: str, published: str | None = None) -> Analysis:
    document = replace(Document.from_text(text), published=published)
    spans = [Span(*match.span()) for match in _SENTENCE.finditer(document.text)]
    sentences = tuple(Sentence(index=i, span=span) for i, span in enumerate(spans))
    return Analysis(document=document, sentences=sentences, statements=(), disclaimers=())


def _kinds(*texts: str) -> list[str]:
    return [copy.kind for copy in find_copies([_analysis(text) for text in texts])]


def _filler(n: int) -> str:
    names = "Arvik Bostel Carrow Dunmore Elsing Farlow Grent Hask Ister Jolm".split()
    return "".join(FILLER.format(names[i % 10] + str(i), i + 3, names[(i * 7) % 10]) for i in range(n))


def test_the_same_words_are_the_same_text():
    (copy,) = find_copies([_analysis(TALKS), _analysis(TALKS.replace("'", "’").replace("\n\n", "\n"))])
    assert (copy.kind, copy.score, copy.is_dated) == ("same", 1.0, False)
    assert copy.shared[0].first == Span(0, len(TALKS) - 1)


def test_one_id_is_one_document():
    assert find_copies([_analysis(TALKS), _analysis(TALKS)]) == ()


def test_dates_tell_the_direction_and_input_order_elsewhere():
    near = TALKS.replace("absurd", "quite absurd")
    first, second = _analysis(TALKS, "2031-03-05"), _analysis(near, "2031-03-04")
    (copy,) = find_copies([first, second])
    assert (copy.original, copy.copy) == (second.document.doc_id, first.document.doc_id)
    assert (copy.kind, copy.is_dated) == ("near", True)
    (undated,) = find_copies([_analysis(TALKS), _analysis(near)])
    assert (undated.original, undated.is_dated) == (first.document.doc_id, False)
    (half,) = find_copies([_analysis(TALKS), second])
    assert (half.original, half.is_dated) == (second.document.doc_id, False)


def test_a_shortened_report_is_a_near_copy_and_shows_its_passages():
    short = "\n\n".join(TALKS.split("\n\n")[:3])
    long, cut = _analysis(TALKS), _analysis(short)
    (copy,) = find_copies([long, cut])
    assert (copy.kind, copy.score) == ("near", 1.0)
    for shared in copy.shared:
        assert shared.first.of(long.document.text) == shared.second.of(cut.document.text)


def test_a_paragraph_taken_over_is_a_passage_with_both_places():
    first, second = _analysis(TALKS), _analysis(f"{_filler(12)}\n\n{BACKGROUND}\n\n{_filler(9)}")
    (copy,) = find_copies([first, second])
    assert copy.kind == "passage"
    assert copy.shared[0].first.of(first.document.text) == BACKGROUND[:-1]
    assert copy.shared[0].second.of(second.document.text) == BACKGROUND[:-1]
    assert 0.05 < copy.score < 0.3


def test_a_passage_is_from_the_first_document_that_has_it():
    texts = [
        f"{BACKGROUND}\n\n{_filler(9)}",
        f"The mayor of Kesh was not there.\n\n{BACKGROUND}\n\n{OWN_REPORT}",
        TALKS,
    ]
    analyses = [_analysis(text) for text in texts]
    found = find_copies(analyses)
    assert {copy.original for copy in found} == {analyses[0].document.doc_id}
    assert [copy.kind for copy in found] == ["passage", "passage"]


def test_what_is_quoted_belongs_to_who_said_it():
    quoted = f"“{BACKGROUND}”"
    assert _kinds(f"{_filler(6)}\n\n{quoted}", f"The radio had it too.\n\n{OWN_REPORT}\n\n{quoted}") == []


def test_two_reports_of_one_event_are_no_copies():
    assert _kinds(TALKS, OWN_REPORT) == []


def test_the_bundled_rewrite_is_told_from_its_original_and_from_all_others():
    texts = [path.read_text(encoding="utf-8") for path in sorted(files("standoff.examples").iterdir(), key=str)
             if path.name.endswith(".txt")]  # fmt: skip
    analyses = [_analysis(text) for text in texts]
    (copy,) = find_copies(analyses)
    assert (copy.original, copy.copy) == (analyses[2].document.doc_id, analyses[3].document.doc_id)
    assert copy.kind == "rewrite"
    assert copy.score > 0.6
    assert len(copy.shared) >= 15


@pytest.mark.skipif(not STORY.exists(), reason="training/ is not part of this copy")
def test_the_copy_among_six_outlets():
    rows = [json.loads(line) for line in STORY.read_text(encoding="utf-8").splitlines()]
    analyses = [_analysis(row["text"]) for row in rows]
    names = {a.document.doc_id: row["doc"] for a, row in zip(analyses, rows, strict=True)}
    assert [(names[c.original], names[c.copy]) for c in find_copies(analyses)] == [("xf1", "xf6")]


def test_sentence_vectors_find_what_words_alone_do_not():
    n = 12
    texts = [_filler(n), _filler(n).replace("Rain fell", "It poured").replace("counted the", "went through")]
    other = re.sub(r"that nobody had come to fetch", "left behind by everyone", texts[1])
    rows = np.eye(n, 16, dtype=np.float32)
    analyses = [replace(_analysis(text), sentence_vectors=rows) for text in (texts[0], other)]
    assert [copy.kind for copy in find_copies(analyses, CopyOptions(min_near=1.1))] == ["rewrite"]


@pytest.mark.parametrize("kind", KINDS)
def test_edited_copies_are_found(kind):
    text = "\n\n".join([TALKS, *OWN_REPORT.split("\n\n")[1:]])
    copy = edited(text, kind, 0.3, "amber birch cedar dune ember fjord".split(), Random(3))
    assert _kinds(text, copy) in (["near"], ["rewrite"])


def test_many_copies_of_one_text_all_go_back_to_the_first():
    texts = [TALKS, *(TALKS.replace("Tuesday", f"Tuesday the {i}th") for i in range(4, 90))]
    analyses = [_analysis(text) for text in texts]
    found = find_copies(analyses)
    assert len(found) == len(texts) - 1
    assert {copy.original for copy in found} == {analyses[0].document.doc_id}


@given(st.lists(st.text(alphabet="ab \n.“”é", max_size=60), max_size=6))
def test_any_texts_give_spans_within_them(texts):
    analyses = [Analysis(document=Document.from_text(t), sentences=(), statements=(), disclaimers=()) for t in texts]
    lengths = {a.document.doc_id: len(a.document.text) for a in analyses}
    for copy in find_copies(analyses, CopyOptions(min_passage_words=3)):
        assert copy.original != copy.copy
        assert 0 < copy.score <= 1
        for shared in copy.shared:
            assert 0 <= shared.first.start < shared.first.end <= lengths[copy.original]
            assert 0 <= shared.second.start < shared.second.end <= lengths[copy.copy]


def test_copies_do_not_depend_on_the_hash_seed():
    code = (
        "from standoff.compare.copies import find_copies; from benchmarks.copies import analysis_of;"
        f"print(find_copies([analysis_of(t) for t in {[TALKS, OWN_REPORT, TALKS[:500], TALKS[200:]]!r}]))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(p for p in sys.path if p)},
            check=True, capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1
