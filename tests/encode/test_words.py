"""Words: the labelled cases, features of marks and places, and no character lost on any text."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import labelled

from standoff.encode.words import N_PLACES, N_QUOTES, N_SHAPES, Words, shape, words_from_text
from standoff.spans import Span


def words_of(text: str) -> Words:
    """The words of a text, each spelled in one piece."""
    return words_from_text(text, lambda word: (len(word),))


def tokens(text: str, words: Words) -> list[str]:
    return [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]


@pytest.mark.parametrize(("text", "expect"), labelled("words"))
def test_words_and_their_shapes(text: str, expect: list[Any]) -> None:
    words = words_of(text)
    assert [[t, s] for t, s in zip(tokens(text, words), words.shapes.tolist(), strict=True)] == expect


@given(st.text(max_size=80))
def test_words_cover_all_but_white_space(text):
    words = words_of(text)
    spans = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    inside = {i for a, b in spans for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in inside)


@given(st.text(alphabet="ab 1.\n\"'“”‘’«»A—", max_size=60))
def test_features_are_within_their_ranges(text):
    words = words_of(text)
    for feature, n_kinds in ((words.shapes, N_SHAPES), (words.quotes, N_QUOTES), (words.places, N_PLACES)):
        assert len(feature) == len(words)
        assert all(0 <= kind < n_kinds for kind in feature.tolist())
    assert (np.diff(words.paragraphs) >= 0).all()


@given(st.text(min_size=1, max_size=5))
def test_every_word_has_a_shape(token):
    assert 0 <= shape(token) < N_SHAPES


def test_long_run_is_cut_so_that_no_word_outgrows_a_window():
    words = words_of("x" * 1000)
    assert (words.ends - words.starts).max() == 64
    assert (words.ends - words.starts).sum() == 1000


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("He said “no” twice.", [0, 0, 3, 1, 4, 0, 0]),
        ("“A ‘b’ c”", [3, 1, 3, 2, 4, 1, 4]),
        ("He said “no", [0, 0, 5, 6]),
        ("“A.\n\n“B.”", [3, 1, 1, 3, 1, 1, 4]),
        ("no marks", [0, 0]),
    ],
    ids=["one", "nested", "unbalanced", "goes on", "none"],
)
def test_place_of_words_as_to_quotation_marks(text, expect):
    assert words_of(text).quotes.tolist() == expect


def test_place_of_words_in_paragraph_and_heading():
    assert words_of("Talks fail\n\nThey left.").places.tolist() == [3, 2, 1, 0, 0]


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("He left. She too.", ["left."]),
        ("He said “no.” She left.", ["no.”"]),
        ("Well… maybe not.", []),
        ("Is it?! Yes.", ["it?!"]),
        ("“No.” said he", []),
        ("“No.”, said he", []),
    ],
    ids=["full stop", "mark after the stop", "lower case follows", "two marks", "cue in lower case", "comma follows"],
)
def test_where_a_long_paragraph_may_be_cut(text, expect):
    words = words_of(text)
    ends = [int(words.ends[i]) for i in np.flatnonzero(words.breaks) if i + 1 < len(words)]
    assert [text[:end].split()[-1].lstrip("“") for end in ends] == expect


@given(st.text(alphabet="ab .", max_size=30), st.data())
def test_range_and_span_agree(text, data):
    words = words_of(text)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    found = words.range(span)
    own = [i for i in range(len(words)) if Span(int(words.starts[i]), int(words.ends[i])).overlaps(span)]
    if span.start < span.end:
        assert list(range(*found)) == own
    if own:
        assert words.span(found).overlaps(span)
