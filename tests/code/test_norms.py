"""Norms: the labelled cases, and which words a step shows."""

from __future__ import annotations

import pytest
from annotated import annotated
from labelled import labelled

from standoff.code.norms import find_norms, norm_step
from standoff.knowledge.codebook import codebook
from standoff.spans import Span

BOOK = codebook()


@pytest.mark.parametrize(("text", "expect"), labelled("norms"))
def test_case(text: str, expect: list[str]) -> None:
    marked = annotated(text)
    found = find_norms(marked.text, marked.all("content"), marked.whole, BOOK)
    assert sorted(one.key for one in found) == sorted(expect)


def test_cases_are_many() -> None:
    assert len(labelled("norms")) >= 50


def test_the_number_of_a_resolution_is_among_its_words() -> None:
    text = "Resolution 2202 stands"
    (found,) = find_norms(text, [Span(0, len(text))], Span(0, len(text)), BOOK)
    assert [span.of(text) for span in found.spans] == ["Resolution 2202"]
    assert norm_step(text, found).detail == 'security_council_resolutions: "Resolution 2202"'
