"""Anchors: the fast decoding against a slow one that tries every row of tags."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.encode.anchors import FoundAnchor, find_anchors
from standoff.encode.labels import ANCHOR_TAGS
from standoff.spans import Span

O, B, I, E, S, N = range(6)  # noqa: E741 - the tags' own letters
SURE = 0.97  # from here on a word is outside, whatever the words beside it say


def is_valid(path: tuple[int, ...]) -> bool:
    """Whether every cue that begins also ends, with nothing but inside words between."""
    is_open = False
    for tag in path:
        if is_open != (tag in (I, E)):
            return False
        is_open = tag in (B, I)
    return not is_open


def every_valid_path(n_words: int) -> list[tuple[int, ...]]:
    return [path for path in itertools.product(range(6), repeat=n_words) if is_valid(path)]


VALID = {n: every_valid_path(n) for n in range(7)}


def random_tags(seed: int, n_words: int, spread: float) -> np.ndarray:
    """Log-probabilities of tags for some words."""
    logits = np.random.default_rng(seed).normal(size=(n_words, len(ANCHOR_TAGS))) * spread
    return (logits - np.log(np.exp(logits).sum(1, keepdims=True))).astype(np.float32)


def path_of(found: list[FoundAnchor], n_words: int) -> tuple[int, ...]:
    """The row of tags that the anchors stand for."""
    path = [O] * n_words
    for anchor in found:
        start, end = anchor.words
        path[start:end] = [I] * (end - start)
        path[start], path[end - 1] = B, E
        if end - start == 1:
            path[start] = S if anchor.has_cue else N
    return tuple(path)


@pytest.mark.parametrize("n_words", range(1, 7))
@pytest.mark.parametrize("bias", [-1.0, 0.0, 1.0])
def test_decoding_finds_the_best_of_all_valid_rows(n_words, bias):
    for seed in range(30):
        tags = random_tags(seed, n_words, (0.5, 2.0, 5.0)[seed % 3])
        sure = np.exp(tags[:, O]) > SURE
        scores = tags + bias * (np.arange(6) > 0)
        allowed = [p for p in VALID[n_words] if all(p[i] == O for i in np.flatnonzero(sure))]
        best = max(allowed, key=lambda p: sum(float(scores[i, tag]) for i, tag in enumerate(p)))
        assert path_of(find_anchors(tags, bias), n_words) == best


@given(st.integers(0, 2**32 - 1), st.integers(1, 40), st.sampled_from([0.5, 2.0, 6.0]), st.floats(-3, 3))
def test_anchors_stand_in_order_without_overlap(seed, n_words, spread, bias):
    found = find_anchors(random_tags(seed, n_words, spread), bias)
    assert is_valid(path_of(found, n_words))
    assert all(0 <= f.words.start < f.words.end <= n_words for f in found)
    assert all(a.words.end <= b.words.start for a, b in itertools.pairwise(found))
    assert all(0 < f.score <= 1 for f in found)
    assert all(f.has_cue or f.words.end - f.words.start == 1 for f in found)


@given(st.integers(0, 2**32 - 1), st.integers(1, 30))
def test_a_higher_bias_never_leaves_more_words_outside(seed, n_words):
    tags = random_tags(seed, n_words, 1.0)
    n_words_in = [sum(f.words.end - f.words.start for f in find_anchors(tags, bias)) for bias in (-8.0, 0.0, 8.0)]
    assert n_words_in == sorted(n_words_in)


def test_the_scores_given_are_left_as_they_were():
    tags = random_tags(1, 9, 2.0)
    before = tags.copy()
    find_anchors(tags, 2.0)
    assert (tags == before).all()


def test_no_words_no_anchors():
    assert find_anchors(np.zeros((0, 6), dtype=np.float32), 0.0) == []


def test_moved_keeps_all_but_the_place():
    anchor = FoundAnchor(Span(2, 4), True, 0.5)
    assert anchor.moved(10) == FoundAnchor(Span(12, 14), True, 0.5)
