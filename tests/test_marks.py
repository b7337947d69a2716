"""Quotation marks: every labelled case, what holds on any text, and time that grows with length only."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import labelled
from timing import growth

from standoff.marks import Quotation, quotations

MARKS = "\"“”„‟«»＂'‘’‚‛‹›"
pieces = st.sampled_from([*MARKS, "``", "''", "a", "s", "'s", "s'", " ", ".", ",", "\n\n", "\n", "—", "'90s", "5'6\""])
texts = st.lists(pieces, max_size=30).map("".join)


def state(quotation: Quotation) -> str:
    """How a quotation ends, in the words of the case file."""
    goes_on = ["goes on"] if quotation.continues else []
    if quotation.is_closed:
        return ", ".join(goes_on) or "closed"
    return ", ".join(["open", *goes_on])


@pytest.mark.parametrize(("text", "expect"), labelled("marks"))
def test_quotations(text: str, expect: list[Any]) -> None:
    assert [[q.span.of(text), q.depth, state(q)] for q in quotations(text)] == expect


@given(texts)
def test_any_text_gives_quotations_in_order_inside_it(text):
    found = quotations(text)
    assert found == tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))
    for quotation in found:
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)
        assert quotation.depth in (1, 2)


@given(texts)
def test_a_nested_quotation_lies_inside_an_outer_one(text):
    found = quotations(text)
    outer = [q.span for q in found if q.depth == 1]
    assert all(any(o.covers(q.span) for o in outer) for q in found if q.depth == 2)


@given(texts)
def test_what_stays_open_runs_to_the_end_of_its_paragraph_or_to_the_next_mark(text):
    for quotation in quotations(text):
        if not quotation.is_closed and not quotation.continues:
            after = text[quotation.span.end :].lstrip(" ")
            assert not after or after[0] in "\n`'" + MARKS or quotation.depth == 2


@given(texts)
def test_a_chain_goes_on_in_the_next_outer_quotation_and_closes_with_it(text):
    outer = [q for q in quotations(text) if q.depth == 1]
    for quotation, following in itertools.zip_longest(outer, outer[1:]):
        if quotation.continues:
            assert following is not None
            assert quotation.is_closed == following.is_closed


@pytest.mark.parametrize("mark", [*MARKS, "``", "''"], ids=ascii)
def test_time_grows_with_length_of_marks_alone(mark):
    assert growth(quotations, mark, 50_000) <= 3


def test_time_grows_with_length_of_words_that_open_and_never_close():
    assert growth(quotations, "'a ", 50_000) <= 3


@pytest.mark.parametrize(
    "piece",
    ["“a ", '"a ', "«a ", "a's ", "s' a ", "'a' ", "“‘a ", "“a\n\n", "‘a’ “b” ", "a", "a\n", "'a\n\n“b "],
    ids=ascii,
)
def test_time_grows_with_length_of_odd_text(piece):
    assert growth(quotations, piece, 20_000) <= 3
