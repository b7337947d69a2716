"""Trimming, joining, overlap and matching, against a slow second implementation on sets of characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.evaluate.marked import Marked, outermost
from standoff.evaluate.spans import LEAST_OVERLAP, joined, matches, overlap, trimmed
from standoff.spans import Span

bounds = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda x: Span(x[0], x[0] + x[1]))
span_lists = st.lists(bounds, max_size=4)


def characters(spans):
    return {i for span in spans for i in range(*span)}


@given(span_lists, span_lists)
def test_overlap_is_that_of_the_character_sets(one, other):
    a, b = characters(one), characters(other)
    assert overlap(one, other) == (len(a & b) / len(a | b) if a | b else 0.0)


@given(st.lists(span_lists, max_size=5), st.lists(span_lists, max_size=5))
def test_matches_are_one_to_one_and_near_enough(predicted, gold):
    found = matches(predicted, gold)
    assert len({m.predicted for m in found}) == len({m.gold for m in found}) == len(found)
    assert all(overlap(predicted[i], gold[j]) >= LEAST_OVERLAP for i, j in found)
    shares = [overlap(predicted[i], gold[j]) for i, j in found]
    assert shares == sorted(shares, reverse=True)


@given(st.text(alphabet="that .,'“” x", max_size=20), st.data())
def test_trimming_twice_trims_no_more_than_the_leading_that(text, data):
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert span.covers(trimmed(text, span))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('"We agree," ', "We agree"),
        ("that it is over.", "it is over"),
        ("That it is over", "it is over"),
        ("that ", "that"),
        ("thatched roofs", "thatched roofs"),
        ("„low”", "„low"),  # the reference keeps low marks; the same text is then trimmed alike on both sides
    ],
)
def test_trimmed(text, kept):
    assert trimmed(text, Span(0, len(text))).of(text) == kept


def test_an_interrupted_quotation_stays_in_two_pieces():
    text = '"No," she said, "never."'
    assert len(joined(text, [Span(0, 5), Span(16, 24)])) == 2


def test_ties_go_to_the_closer_rest_and_then_to_the_first():
    same = [[Span(0, 10)]]
    assert matches(same * 2, same, lambda i, _: float(i))[0].predicted == 1
    assert matches(same * 2, same)[0].predicted == 0


def test_outermost_drops_only_what_begins_inside_longer_content():
    outer = Marked((Span(0, 5),), (Span(6, 10),), (Span(11, 60),))
    inner = Marked((Span(11, 15),), (Span(16, 20),), (Span(21, 60),))
    without_cue = Marked((), (), (Span(30, 40),))
    assert outermost([outer, inner, without_cue]) == (outer, without_cue)
