"""Windows: every word fresh exactly once, never too many pieces, context short and never wasteful."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.encode.inputs import window_input
from standoff.encode.vocabulary import BEGIN, END
from standoff.encode.windows import CONTEXT_PIECES, MAX_PIECES, windows_from_words
from standoff.encode.words import N_PLACES, N_QUOTES, N_SHAPES, Words, words_from_text

# A word of 64 characters may need several pieces a character (Hangul comes apart in three).
MOST_PIECES_OF_A_WORD = 192

sizes = st.integers(1, 4) | st.integers(1, MOST_PIECES_OF_A_WORD)


@st.composite
def some_words(draw: st.DrawFn) -> Words:
    """Words with any number of pieces, and breaks and paragraphs anywhere."""
    n_pieces = draw(st.lists(sizes, max_size=200)) * draw(st.integers(1, 4))
    n_words = len(n_pieces)
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    begins = chance.random(n_words) < draw(st.sampled_from([0.0, 0.01, 0.1, 0.5]))
    zeros = np.zeros(n_words, dtype=np.int32)
    return Words(
        starts=np.arange(n_words, dtype=np.int32) * 2,
        ends=np.arange(n_words, dtype=np.int32) * 2 + 1,
        pieces=tuple((7,) * n for n in n_pieces),
        shapes=zeros,
        quotes=zeros,
        places=zeros,
        paragraphs=np.cumsum(begins).astype(np.int32),
        breaks=chance.random(n_words) < draw(st.sampled_from([0.0, 0.05, 0.5])),
    )


@given(some_words())
def test_every_word_is_fresh_exactly_once(words):
    fresh = [i for w in windows_from_words(words) for i in range(w.fresh, w.end)]
    assert fresh == list(range(len(words)))


@given(some_words())
def test_no_window_and_no_context_is_too_long(words):
    for window in windows_from_words(words):
        assert 0 <= window.start <= window.fresh < window.end <= len(words)
        assert sum(len(p) for p in words.pieces[window.start : window.end]) <= MAX_PIECES
        assert sum(len(p) for p in words.pieces[window.start : window.fresh]) <= CONTEXT_PIECES


@given(some_words())
def test_a_window_is_cut_after_a_paragraph_or_a_sentence_where_one_ends_in_its_second_half(words):
    windows = windows_from_words(words)
    for window in windows[:-1]:
        is_paragraph = words.paragraphs[window.end] != words.paragraphs[window.end - 1]
        if not (is_paragraph or words.breaks[window.end - 1]):
            second_half = range(window.fresh + (window.end - window.fresh) // 2 + 1, window.end + 1)
            assert not any(words.breaks[i - 1] for i in second_half)


@given(some_words())
def test_input_holds_the_pieces_between_a_beginning_and_an_end(words):
    for window in windows_from_words(words):
        seen = window_input(words, window)
        spelled = [p for word in words.pieces[window.start : window.end] for p in word]
        assert seen.pieces.tolist() == [BEGIN, *spelled, END]
        assert seen.first_pieces[0] == 1
        assert (seen.first_pieces[1:] == seen.first_pieces[:-1] + seen.n_pieces_of[:-1]).all()
        outside = seen.shapes[0], seen.quotes[0], seen.places[0]
        assert outside == (seen.shapes[-1], seen.quotes[-1], seen.places[-1]) == (N_SHAPES, N_QUOTES, N_PLACES)


def test_no_words_no_windows():
    assert windows_from_words(words_from_text(" \n", lambda _: (1,))) == ()


@pytest.mark.parametrize("n_words", [1, 254, 255, 3000])
def test_long_paragraph_without_a_break_is_read_whole(n_words):
    words = words_from_text("word " * n_words, lambda _: (1,))
    windows = windows_from_words(words)
    assert windows[0].end == min(n_words, MAX_PIECES)
    assert windows[-1].end == n_words
