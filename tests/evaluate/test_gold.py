"""Reading gold files and PolNeAR, and checking annotation files."""

from __future__ import annotations

import hashlib
import json

import pytest

from standoff.errors import GoldError, UsageError
from standoff.evaluate import check_gold, read_gold
from standoff.evaluate.polnear import read_polnear
from standoff.evaluate.sentences import sentence_spans
from standoff.spans import Span

TEXT = 'Oda said the "pact" holds. It rained in Ruvo.\nBy A. Writer'


def span(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def document(**changes: object) -> dict[str, object]:
    """A sound document, with some keys changed."""
    statement = {
        "sentence": 0,
        "source": span("Oda"),
        "cue": span("said"),
        "content": [span('the "pact" holds')],
        "basis": "reported",
        "quote": "mixed",
        "act": "assert",
    }
    voice = [{**span("It rained in Ruvo."), "label": "fact"}, {**span("By A. Writer"), "label": "other"}]
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return {"doc": "a", "sha256": sha256, "text": TEXT, "statements": [statement], "voice": voice} | changes


def changed(**changes: object) -> dict[str, object]:
    """A sound document, with some keys of its statement changed."""
    raw = document()
    return raw | {"statements": [raw["statements"][0] | changes]}  # type: ignore[index]


def written(tmp_path, *documents: object):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(d) for d in documents) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "n_documents", "n_statements"),
    [("train_own", 51, 2098), ("dev_own", 9, 318), ("story", 6, 244)],
)
def test_bundled_files_are_read_whole(data, name, n_documents, n_statements):
    documents = read_gold(data / f"{name}.jsonl")
    assert (len(documents), sum(len(d.statements) for d in documents)) == (n_documents, n_statements)


def _is_annotated(path):
    """Whether the file holds annotated documents or minimal pairs; other training files have shapes of their own."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    keys = set(json.loads(first or "{}"))
    return {"doc", "text", "statements"} <= keys or "pair" in keys


def test_bundled_files_have_no_errors_and_few_warnings(data):
    annotated = [path for path in sorted(data.glob("*.jsonl")) if _is_annotated(path)]
    assert len(annotated) >= 5
    problems = [p for path in annotated for p in check_gold(path)]
    assert [str(p) for p in problems if p.level == "error"] == []
    assert len(problems) < 40, "more warnings than there were: look at them, or at the rule that gives them"


def test_bundled_sentence_numbers_are_those_of_the_splitter(data):
    off = [
        s
        for name in ("train_own", "story")
        for d in read_gold(data / f"{name}.jsonl")
        for s in d.statements
        if not _holds(sentence_spans(d.text)[s.sentence], (s.cue or s.content[0]).start)
    ]
    assert off == []


def test_the_comparison_of_the_story_names_statements_that_exist(data):
    sizes = {d.name: len(d.statements) for d in read_gold(data / "story.jsonl")}
    story = json.loads((data / "story.compare.json").read_text(encoding="utf-8"))
    sides = [c[side] for kind in ("clashes", "convergences") for c in story[kind] for side in ("a", "b")]
    named = [tuple(ref) for item in (*story["claims"], *sides) for ref in item["statements"]]
    assert len(named) > 200
    assert [(doc, i) for doc, i in named if not 0 <= i < sizes[doc]] == []
    assert {doc for pair in story["copies"] for doc in pair} <= set(sizes)


def _holds(sentence: Span, at: int) -> bool:
    return sentence.start <= at < sentence.end


def test_a_sound_document_has_no_problem(tmp_path):
    assert check_gold(written(tmp_path, document())) == []


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ([], "line"),
        ({"doc": "a"}, "sha256"),
        (document(doc=""), "doc"),
        (document(sha256="0" * 64), "sha256"),
        (document(text=""), "text"),
        (document(text="a\r\nb"), "text"),
        (document(statements={}), "statements"),
        (document(statements=[None]), "statements[0]"),
        (document(voice=[{"start": 0, "end": 3, "label": "fiction"}]), "voice[0].label"),
        (document(voice=[{"label": "fact"}]), "voice[0]"),
        (changed(basis="said"), "statements[0].basis"),
        (changed(quote="full"), "statements[0].quote"),
        (changed(act="lie"), "statements[0].act"),
        (changed(act=["assert"]), "statements[0].act"),
        (changed(cue={"start": 5, "end": 5}), "statements[0].cue"),
        (changed(cue={"start": 5, "end": 999}), "statements[0].cue"),
        (changed(cue={"start": "5", "end": 6}), "statements[0].cue"),
        (changed(cue={"start": -3, "end": 6}), "statements[0].cue"),
        (changed(content=[{"start": 7}]), "statements[0].content[0]"),
        (changed(content=None), "statements[0].content"),
        (changed(cue=None, content=[]), "statements[0]"),
        (changed(sentence=-1), "statements[0].sentence"),
        (changed(sentence=3), "statements[0].sentence"),
        (changed(actor=7), "statements[0].actor"),
        (changed(actor_also="Oda"), "statements[0].actor_also"),
    ],
)
def test_errors_are_named_by_line_and_key(tmp_path, raw, key):
    path = written(tmp_path, document(doc="first"), raw)
    errors = [p for p in check_gold(path) if p.level == "error"]
    assert (2, key) in [(p.line, p.key) for p in errors], errors
    with pytest.raises(GoldError, match="line 2") as err:
        read_gold(path)
    assert str(path) in str(err.value)
    assert "\n" not in str(err.value)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (changed(basis="quoted", quote="indirect"), "statements[0].basis"),
        (changed(quote="indirect"), "statements[0].quote"),
        (changed(quote="direct"), "statements[0].quote"),
        (changed(cue=span("said ")), "statements[0].cue"),
        (changed(cue=span("said the")), "statements[0].content[0]"),
        (changed(source=span("Oda said")), "statements[0].source"),
        (changed(content=[span("holds"), span("the")]), "statements[0].content"),
        (changed(content=[], quote="mixed"), "statements[0].quote"),
        (changed(sentence=1), "statements[0].sentence"),
        (changed(targts=[]), "statements[0].targts"),
        (document(voice=[]), "sentence 1"),
        (document(statements=document()["statements"] * 2), "statements[1]"),  # type: ignore[operator]
    ],
)
def test_oddities_are_warnings_and_the_file_is_still_read(tmp_path, raw, key):
    path = written(tmp_path, raw)
    problems = check_gold(path)
    assert {p.level for p in problems} == {"warning"}
    assert key in [p.key for p in problems], problems
    assert len(read_gold(path)) == 1


def test_a_source_inside_its_cue_is_no_oddity(tmp_path):
    assert check_gold(written(tmp_path, changed(cue=span("Oda said")))) == []


def test_names_of_documents_must_differ(tmp_path):
    path = written(tmp_path, document(), document())
    assert [(p.level, p.line, p.key) for p in check_gold(path)] == [("error", 2, "doc")]
    with pytest.raises(GoldError, match="line 2, doc"):
        read_gold(path)


def test_broken_lines_do_not_hide_one_another(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("{\n[" + "[" * 100_000 + "\n" + json.dumps(document()) + "\n", encoding="utf-8")
    assert [(p.line, p.key) for p in check_gold(path)] == [(1, "line"), (2, "line")]


def test_a_file_that_cannot_be_opened_is_a_usage_error(tmp_path):
    (tmp_path / "latin.jsonl").write_bytes(b'{"doc": "\xe9"}')
    for path in (tmp_path / "none.jsonl", tmp_path, tmp_path / "latin.jsonl"):
        with pytest.raises(UsageError, match=r"cannot be read|is not UTF-8"):
            check_gold(path)


def test_an_empty_file_is_an_error(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n\n", encoding="utf-8")
    assert [p.level for p in check_gold(path)] == ["error"]
    with pytest.raises(GoldError):
        read_gold(path)


def test_polnear_is_read_from_its_two_files(tmp_path):
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_text("He said it. No, she said.", encoding="utf-8")
    (tmp_path / "text" / "unmarked.txt").write_text("Nothing.", encoding="utf-8")
    rows = ["T1\tSource 0 2\tHe", "T2\tCue 3 7\tsaid", "T3\tContent 8 10;12 14\tit No", "T4\tWord x\t", "#1\tnote"]
    rows += ["E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3", "E2\tAttribution:T9"]
    (tmp_path / "attributions" / "a_1.ann").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "attributions" / "a_2.ann").write_text("", encoding="utf-8")
    (article,) = read_polnear(tmp_path)
    assert article.attributions[0].content == (Span(8, 10), Span(12, 14))
    assert article.attributions[1].source == ()


def test_a_folder_that_is_no_compartment_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="PolNeAR compartment"):
        read_polnear(tmp_path)
