"""Roles: the fast decoding against a slow one that tries every row of tags."""

from __future__ import annotations

import functools
import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.encode.labels import ROLE_TAGS, TARGET_TAGS
from standoff.extract.decode import MAX_PIECES, Piece, decode_roles, decode_targets
from standoff.spans import Span
from standoff.values import Anchor, Window


def random_log_probabilities(seed: int, shape: tuple[int, int], spread: float) -> np.ndarray:
    logits = np.random.default_rng(seed).normal(size=shape) * spread
    return (logits - np.log(np.exp(logits).sum(1, keepdims=True))).astype(np.float32)


def anchor_with(roles: np.ndarray, cue: Span | None = None, targets: np.ndarray | None = None) -> Anchor:
    """An anchor that sees one window of as many words as `roles` has rows."""
    n_words = len(roles)
    return Anchor(
        words=cue or Span(0, 1),
        has_cue=cue is not None,
        score=0.9,
        window=Window(start=0, fresh=0, end=n_words),
        roles=roles,
        targets=np.zeros((n_words, len(TARGET_TAGS)), dtype=np.float32) if targets is None else targets,
        basis=np.zeros(7, dtype=np.float32),
        quote=np.zeros(4, dtype=np.float32),
        act=np.zeros(19, dtype=np.float32),
    )


def is_valid(path: tuple[str, ...]) -> bool:
    """Whether pieces that begin also end, and at most one source and one addressee begin."""
    is_open = ""
    for tag in path:
        part, role = tag[0], tag[2:]
        if (part in "IE") != bool(is_open) or (is_open and role != is_open):
            return False
        is_open = role if part in "BI" else ""
    begun = [tag[2:] for tag in path if tag[0] in "BS"]
    return not is_open and begun.count("source") <= 1 and begun.count("addressee") <= 1


@functools.cache
def every_valid_path(n_words: int) -> list[tuple[int, ...]]:
    """Every row of tags that breaks no rule; grown word by word, so that hopeless beginnings are dropped early."""
    rows: list[tuple[str, ...]] = [()]
    for left in range(n_words - 1, -1, -1):
        rows = [(*row, tag) for row in rows for tag in ROLE_TAGS if may_end_well((*row, tag), left)]
    return [tuple(ROLE_TAGS.index(tag) for tag in row) for row in rows if is_valid(row)]


def may_end_well(row: tuple[str, ...], n_left: int) -> bool:
    """Whether the row is valid, or would be if the piece that it leaves open ended in the next word."""
    return is_valid(row) or (n_left > 0 and row[-1][0] in "BI" and is_valid((*row, f"E-{row[-1][2:]}")))


def path_of(pieces: list[Piece], n_words: int) -> tuple[int, ...]:
    """The row of tags that the pieces stand for."""
    path = ["O"] * n_words
    for piece in pieces:
        start, end = piece.words
        path[start:end] = [f"I-{piece.role}"] * (end - start)
        path[start], path[end - 1] = f"B-{piece.role}", f"E-{piece.role}"
        if end - start == 1:
            path[start] = f"S-{piece.role}"
    return tuple(ROLE_TAGS.index(tag) for tag in path)


def test_the_oracle_itself_knows_the_rules():
    slow = [
        row for row in itertools.product(range(len(ROLE_TAGS)), repeat=3) if is_valid(tuple(ROLE_TAGS[t] for t in row))
    ]
    assert sorted(every_valid_path(3)) == sorted(slow)


@pytest.mark.parametrize("n_words", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("cue", [None, Span(0, 1), Span(1, 2)], ids=["no cue", "cue first", "cue second"])
def test_decoding_finds_the_best_of_all_valid_rows(n_words, cue):
    if cue and cue.end > n_words:
        cue = Span(n_words - 1, n_words)
    paths = np.array([p for p in every_valid_path(n_words) if not cue or p[cue.start] == 0])
    for seed in range(20):
        roles = random_log_probabilities(seed, (n_words, len(ROLE_TAGS)), (0.5, 2.0, 5.0)[seed % 3])
        best = paths[roles[np.arange(n_words), paths].astype(np.float64).sum(1).argmax()]
        (pieces,) = decode_roles([anchor_with(roles, cue)])
        n_contents = sum(ROLE_TAGS[t] in ("B-content", "S-content") for t in best)
        if n_contents <= MAX_PIECES:
            assert path_of(pieces, n_words) == tuple(best)


@settings(max_examples=50)
@given(st.integers(0, 2**32 - 1), st.integers(1, 30), st.sampled_from([0.5, 2.0, 6.0]), st.data())
def test_pieces_break_no_rule(seed, n_words, spread, data):
    at = data.draw(st.integers(0, n_words - 1))
    cue = Span(at, data.draw(st.integers(at + 1, n_words)))
    (pieces,) = decode_roles([anchor_with(random_log_probabilities(seed, (n_words, 13), spread), cue)])
    assert is_valid(tuple(ROLE_TAGS[t] for t in path_of(pieces, n_words)))
    assert all(a.words.end <= b.words.start for a, b in itertools.pairwise(pieces))
    assert not any(p.words.overlaps(cue) for p in pieces)
    assert sum(p.role == "content" for p in pieces) <= MAX_PIECES
    assert all(p.score <= 0 and p.edges <= 0 for p in pieces)


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 12), min_size=1, max_size=40))
def test_anchors_decoded_together_are_decoded_as_each_alone(seed, lengths):
    anchors = [anchor_with(random_log_probabilities(seed + i, (n, 13), 3.0)) for i, n in enumerate(lengths)]
    assert decode_roles(anchors) == [decode_roles([anchor])[0] for anchor in anchors]


def test_of_many_pieces_of_content_the_surest_are_kept():
    sure = [0.6, 0.9, 0.7, 0.95]
    roles = np.full((8, 13), -9.0, dtype=np.float32)
    for i, share in enumerate(sure):
        roles[2 * i, ROLE_TAGS.index("S-content")] = np.log(share)
        roles[2 * i + 1, 0] = np.log(0.9)
    (pieces,) = decode_roles([anchor_with(roles)])
    assert [p.words.start for p in pieces] == [2, 4, 6]


def test_no_anchors():
    assert decode_roles([]) == []


@pytest.mark.parametrize(
    ("tags", "expect"),
    [
        ("O", []),
        ("S", [Span(0, 1)]),
        ("OBIEO", [Span(1, 4)]),
        ("SBE", [Span(0, 1), Span(1, 3)]),
        ("BI", []),
        ("EO", []),
        ("BSE", [Span(1, 2)]),
    ],
    ids=["none", "one word", "several words", "two", "never ends", "never begins", "begins twice"],
)
def test_targets(tags, expect):
    scores = np.full((len(tags), len(TARGET_TAGS)), -5.0, dtype=np.float32)
    scores[np.arange(len(tags)), [TARGET_TAGS.index(t) for t in tags]] = 0.0
    assert decode_targets(anchor_with(np.zeros((len(tags), 13), dtype=np.float32), targets=scores)) == expect
