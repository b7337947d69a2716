"""Disclaimers: every labelled case, and only the sentence that makes one."""

from __future__ import annotations

import pytest
from labelled import labelled

from standoff.extract import find_disclaimers
from standoff.spans import Span


@pytest.mark.parametrize(("text", "expect"), labelled("disclaimers"))
def test_disclaimer(text: str, expect: bool) -> None:
    assert bool(find_disclaimers(text, [Span(0, len(text))])) == expect


def test_only_the_sentence_that_makes_it_is_found():
    parts = ["They met.", "This interview has been edited for clarity.", "They left."]
    text = " ".join(parts)
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in parts]
    assert [span.of(text) for span in find_disclaimers(text, spans)] == parts[1:2]


def test_a_pattern_does_not_reach_into_the_next_sentence():
    parts = ["We can infer little", "from their statements."]
    text = "\n".join(parts)
    assert find_disclaimers(text, [Span(0, len(parts[0])), Span(len(parts[0]) + 1, len(text))]) == ()
