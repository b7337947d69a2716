"""Certainty, polarity and modality of contents: shares right of labelled cases, and what each result carries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.code.certainty import find_certainty
from standoff.code.modality import find_modality
from standoff.code.polarity import find_polarity
from standoff.spans import Span

CASES = Path(__file__).parents[1] / "cases" / "content_marks.jsonl"
LEAST_SHARE = 0.90

Case = dict[str, Any]


def cases() -> list[Case]:
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line]


def spans_of(case: Case) -> tuple[list[Span], Span | None]:
    """The pieces of the content, in text order, and the cue."""
    text, pieces = case["text"], case["content"]
    content: list[Span] = []
    for piece in [pieces] if isinstance(pieces, str) else pieces:
        start = text.index(piece, content[-1].end if content else 0)
        content.append(Span(start, start + len(piece)))
    cue = case.get("cue")
    start = _outside(text, cue, content) if cue else 0
    return content, Span(start, start + len(cue)) if cue else None


def _outside(text: str, cue: str, content: list[Span]) -> int:
    """Where the cue stands outside the content, if it does."""
    starts = [i for i in range(len(text)) if text.startswith(cue, i)]
    free = [i for i in starts if not any(piece.overlaps(Span(i, i + len(cue))) for piece in content)]
    return (free or starts)[0]


def got(case: Case) -> Case:
    """What the program finds in a case."""
    content, cue = spans_of(case)
    certainty = find_certainty(case["text"], content)
    return {
        "certainty": list(certainty.range) if certainty else None,
        "polarity": find_polarity(case["text"], content).polarity,
        "modality": find_modality(case["text"], content, cue).modality,
    }


@pytest.mark.parametrize("field", ["certainty", "polarity", "modality"])
def test_share_of_cases_right(field: str) -> None:
    wrong = [case["label"] for case in cases() if got(case)[field] != case[field]]
    share = 1 - len(wrong) / len(cases())
    assert share >= LEAST_SHARE, f"{field}: {share:.3f}; wrong: {', '.join(wrong)}"


@pytest.mark.parametrize(
    ("content", "field", "words"),
    [
        ("a truce is not very likely", "certainty", "not very likely"),
        ("no side has signed", "polarity", "no"),
        ("the pact is no longer in force", "polarity", "no longer"),
        ("Orvia will withdraw", "modality", "will"),
        ("Orvia would pay if Tal did", "modality", "if"),
    ],
)
def test_the_words_that_decide_are_pointed_at(content: str, field: str, words: str) -> None:
    whole = [Span(0, len(content))]
    find = {
        "certainty": lambda: find_certainty(content, whole),
        "polarity": lambda: find_polarity(content, whole),
        "modality": lambda: find_modality(content, whole, None),
    }
    found = find[field]()
    assert found is not None
    assert found.span is not None
    assert found.span.of(content) == words
    assert found.step.field == field
    assert words in found.step.detail


@pytest.mark.parametrize(
    ("cue", "content", "modality"),
    [
        ("urged", "Tal to halt its drilling", "obligation"),
        ("vowed", "never to return", "future"),
        ("demanded", "that Orvia withdraw its troops", "obligation"),
        ("denied", "to have seen it", "actual"),
        ("asked", "if the commander had been relieved", "actual"),
    ],
)
def test_a_cue_says_what_its_infinitive_is(cue: str, content: str, modality: str) -> None:
    text = f"{cue} {content}"
    assert find_modality(text, [Span(len(cue) + 1, len(text))], Span(0, len(cue))).modality == modality


def test_an_interrupted_content_is_read_as_one() -> None:
    text = "“We will,” he said, “never accept it.”"
    content = [Span(0, 10), Span(20, len(text))]
    assert find_polarity(text, content).polarity == "negative"
    assert find_modality(text, content, Span(14, 18)).modality == "future"


def test_no_content_has_no_marks() -> None:
    assert find_certainty("", []) is None
    assert find_polarity("", []).polarity == "positive"
    assert find_modality("", [], None).modality == "actual"


_SOUP = st.lists(
    st.sampled_from(
        "not no n't will would 's 'd 'll it that if who and or to likely probably have been is , . “ ” … had should "
        "said Oslo need dare never longer unless provided as long cannot ‖ % 40".split()
    ),
    max_size=25,
)


@given(_SOUP)
def test_any_order_of_words_is_read_to_its_end(words: list[str]) -> None:
    text = " ".join(words)
    content = [Span(0, len(text) // 2), Span(len(text) // 2, len(text))]
    for found in (find_certainty(text, content), find_polarity(text, content), find_modality(text, content, None)):
        assert found is None or found.span is None or found.span.of(text).strip()
