"""Sentences: ranges of words without a gap, cut at every paragraph's end."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standoff.encode.sentences import sentence_words
from standoff.encode.words import words_from_text
from standoff.spans import Span


@given(st.text(alphabet="ab.\n ", max_size=40), st.integers(0, 2**16))
def test_sentences_hold_every_word_once_and_stay_in_their_paragraph(text, seed):
    words = words_from_text(text, lambda _: (1,))
    is_end = np.random.default_rng(seed).random(len(words)) < 0.3
    before = is_end.copy()
    sentences = sentence_words(words, is_end)
    assert [i for s in sentences for i in range(*s)] == list(range(len(words)))
    assert all(len(set(words.paragraphs[s.start : s.end].tolist())) == 1 for s in sentences)
    assert all(s.end == len(words) or is_end[s.end - 1] or words.paragraphs[s.end] for s in sentences)
    assert (is_end == before).all()


def test_ends_are_taken_where_they_are_told():
    words = words_from_text("One two. Three.\n\nFour", lambda _: (1,))
    is_end = np.array([False, False, True, False, False, False])
    assert sentence_words(words, is_end) == (Span(0, 3), Span(3, 5), Span(5, 6))
