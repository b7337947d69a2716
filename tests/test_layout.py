"""Paragraphs and headings: every labelled case, and no character but white space lost."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import labelled
from timing import growth

from standoff.layout import HEADING_CHARS, is_heading, paragraph_spans
from standoff.spans import Span

lines = st.lists(st.sampled_from(["One.", "Two", " ", "", "\u00a0", "x" * 70, "x" * 70 + "."]), max_size=14)


@pytest.mark.parametrize(("text", "expect"), labelled("layout"))
def test_paragraphs(text: str, expect: list[Any]) -> None:
    assert [[span.of(text), is_heading(text, span)] for span in paragraph_spans(text)] == expect


@given(lines.map("\n".join) | st.text(max_size=60))
def test_paragraphs_lie_in_order_and_lose_no_letter(text):
    spans = paragraph_spans(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.of(text).strip(" \t\n\u00a0") == span.of(text) != "" for span in spans)
    inside = {i for span in spans for i in range(*span)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in inside)


def test_a_long_line_is_no_heading():
    text = "x" * (HEADING_CHARS + 1)
    assert not is_heading(text, Span(0, len(text)))
    assert is_heading(text, Span(0, HEADING_CHARS))


@pytest.mark.parametrize("piece", ["a", "a\n", "a\n\n", "\n", " \n"], ids=repr)
def test_time_grows_with_length(piece):
    assert growth(paragraph_spans, piece, 50_000) <= 3
