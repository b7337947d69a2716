"""Spans: slices, covering, merging, against what sets of characters say."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.spans import Span, hull, merge_spans, strip_span

spans = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda ab: Span(ab[0], ab[0] + ab[1]))
filled_spans = spans.filter(lambda s: s.start < s.end)


def places(*some: Span) -> set[int]:
    return {i for span in some for i in range(*span)}


@given(filled_spans, filled_spans)
def test_covers_and_overlaps_as_sets_do(one, other):
    assert one.covers(other) == (places(other) <= places(one))
    assert one.overlaps(other) == bool(places(one) & places(other))
    assert one.overlaps(other) == other.overlaps(one)


@given(st.lists(filled_spans, max_size=8))
def test_merged_spans_hold_the_same_places_and_never_touch(some):
    merged = merge_spans(some)
    assert places(*merged) == places(*some)
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))
    assert merge_spans(merged) == merged


@given(st.lists(spans, min_size=1, max_size=8))
def test_hull_covers_all_and_no_more(some):
    whole = hull(some)
    assert all(whole.covers(span) for span in some)
    assert {whole.start, whole.end} <= {edge for span in some for edge in span}


def test_hull_of_nothing_is_an_error():
    with pytest.raises(ValueError, match="empty"):
        hull([])


@given(st.text(alphabet=" \t\n\u00a0ab.", max_size=12))
def test_strip_span_is_the_slice_that_strip_gives(text):
    stripped = strip_span(text, Span(0, len(text)))
    assert stripped.of(text) == text.strip(" \t\n\u00a0")


def test_strip_span_of_white_space_is_empty_inside_the_span():
    assert strip_span("a   b", Span(1, 4)) == Span(4, 4)


def test_strip_span_takes_only_the_characters_named():
    assert strip_span("(said).", Span(0, 7), ".)").of("(said).") == "(said"
