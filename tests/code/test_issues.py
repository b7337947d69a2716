"""Issues: the labelled cases, which words decide, and what the vector may and may not do."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from annotated import annotated
from hypothesis import given, settings
from hypothesis import strategies as st
from labelled import labelled

from standoff.code.issues import MAX_ISSUES, find_issues, issue_step
from standoff.code.likeness import issue_likeness, issue_texts, prototypes_from_vectors
from standoff.code.norms import find_norms
from standoff.knowledge.codebook import codebook
from standoff.spans import Span
from standoff.values import Found

BOOK = codebook()


def issues(marked: str, likeness: Mapping[str, float] | None = None) -> tuple[Found, ...]:
    text = annotated(marked)
    return find_issues(text.text, text.all("content"), text.whole, BOOK, likeness)


def keys(found: Sequence[Found]) -> list[str]:
    return [one.key for one in found]


@pytest.mark.parametrize(("text", "expect"), labelled("issues"))
def test_case(text: str, expect: list[str]) -> None:
    assert sorted(keys(issues(text))) == sorted(expect)


def test_cases_are_many_and_most_issues_have_one() -> None:
    expected = [key for case in labelled("issues") for key in case.values[1]]
    assert len(labelled("issues")) >= 120
    assert set(expected) == {issue.key for issue in BOOK.issues}


def test_a_gap_leaves_its_words_to_others() -> None:
    text = annotated("{content:They will withdraw all peacekeeping troops}")
    found = find_issues(text.text, text.all("content"), text.whole, BOOK)
    words = {one.key: [span.of(text.text) for span in one.spans] for one in found}
    assert words == {"troop_deployment": ["withdraw", "troops"], "peacekeeping": ["peacekeeping"]}


def test_the_best_come_first_and_four_at_most() -> None:
    found = issues(
        "{content:Sanctions, sabotage, famine, refugees, hostages, tariffs and a coup; a coup and a junta, he said}"
    )
    assert len(found) == MAX_ISSUES
    assert keys(found)[0] == "democracy_and_elections"
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_word_said_twice_counts_once() -> None:
    (once,) = issues("{content:sanctions}")
    (twice,) = issues("{content:sanctions and sanctions and sanctions}")
    assert once.score == twice.score == 0.7


def test_the_plural_of_one_term_is_not_another(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "format: 1\nname: x\nissues:\n"
        "  limbs: {name: L, definition: L., terms: [arm]}\n"
        "  weapons: {name: W, definition: W., terms: [arms, weapon]}\n",
        encoding="utf-8",
    )
    book = codebook(path)
    assert keys(find_issues("an arm", [Span(0, 6)], Span(0, 6), book)) == ["limbs"]
    assert keys(find_issues("two arms", [Span(0, 8)], Span(0, 8), book)) == ["limbs", "weapons"]


def test_content_in_two_parts() -> None:
    assert keys(issues("{content:“The sanctions},” he said, {content:“stay.”}")) == ["sanctions"]


def test_content_that_goes_on_in_the_next_sentence() -> None:
    text = annotated("{first:{content:“No,”} he said.} {content:“The sanctions stay.”}")
    assert keys(find_issues(text.text, text.all("content"), text.all("first")[0], BOOK)) == ["sanctions"]


def test_a_refusal_without_content_is_about_its_sentence() -> None:
    assert keys(issues("Asked about the sanctions, she declined to comment")) == ["sanctions"]


def test_the_vector_tips_the_balance() -> None:
    hint = "{content:The soldiers are tired of it all}"
    assert issues(hint) == ()
    assert keys(issues(hint, {"troop_deployment": 0.25})) == ["troop_deployment"]
    assert issues(hint, {"troop_deployment": 0.11}) == ()


def test_the_vector_alone_needs_much_and_never_joins_words() -> None:
    plain = "{content:It cannot go on like this}"
    (found,) = issues(plain, {"ceasefire": 0.4, "energy": 0.36})
    assert (found.key, found.spans, found.score) == ("ceasefire", (), 0.5)
    assert issues(plain, {"ceasefire": 0.3}) == ()
    assert keys(issues("{content:The sanctions cannot go on}", {"ceasefire": 0.4})) == ["sanctions"]


def test_steps_say_which_words_or_that_none_did() -> None:
    text = "the sanctions"
    (found,) = find_issues(text, [Span(0, len(text))], Span(0, len(text)), BOOK)
    assert issue_step(text, found).detail == 'sanctions: "sanctions"'
    assert "like its definition" in issue_step(text, Found(key="energy", spans=(), score=0.5)).detail


def test_likeness_is_what_exceeds_the_mean() -> None:
    rows = {"a": np.array([[1, 0, 0]], np.float32), "b": np.array([[0, 1, 0], [0, 1, 0]], np.float32)}
    likeness = issue_likeness(np.array([1, 0, 0], np.float32), prototypes_from_vectors(rows))
    assert likeness == pytest.approx({"a": 0.5, "b": -0.5})
    assert all(texts[0] for texts in issue_texts(BOOK).values())


def test_a_codebook_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "format: 1\nname: x\nignore: [red herring]\n"
        "issues:\n  fish: {name: Fish, definition: Fish., terms: [herring, {term: cod, not_with: [Cape Cod]}]}\n",
        encoding="utf-8",
    )
    book = codebook(path)
    texts = ["Herrings and sanctions", "a red herring", "cod near Cape Cod", "sovereignty over cod"]
    assert [
        keys(find_issues(text, [Span(0, len(text))], Span(0, len(text)), book)) for text in texts
    ] == [["fish"], [], [], ["fish"]]  # fmt: skip
    assert keys(find_norms(texts[3], [Span(0, 20)], Span(0, 20), book)) == ["sovereignty"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["sanctions", "arms", "control", "withdraw", "the", "troops", "NATO's", "expansion", ", ", ".", "“"]
        )
    ),
    st.data(),
)
def test_any_text_gives_spans_inside_it(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for find in (find_issues, find_norms):
        for found in find(text, [Span(start, end)], Span(0, len(text)), BOOK):
            assert 0.5 <= found.score <= 1
            assert found.spans == tuple(sorted(found.spans))
            assert all(0 <= span.start < span.end <= len(text) for span in found.spans)


def test_a_hundred_statements_are_coded_in_a_moment() -> None:
    cases = [annotated(case.values[0]) for case in labelled("issues")][:100]
    find_issues("", [], Span(0, 0), BOOK)
    seconds = []
    for _ in range(5):
        began = time.process_time()
        for case in cases:
            find_issues(case.text, case.all("content"), case.whole, BOOK)
        seconds.append(time.process_time() - began)
    assert min(seconds) < 0.015
