"""From scores of words to pieces of roles: the best row of tags that breaks no rule.

Every piece that begins also ends, roles never overlap, and a statement has one source and one addressee. The words
of the cue belong to no role. Where each word's own best tag already makes a row that breaks no rule, that row is the
best; the other anchors are searched together (Viterbi over tags and what is used up).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from standoff.encode.labels import ROLE_TAGS, ROLES, TARGET_TAGS, Role
from standoff.spans import Span
from standoff.values.reading import Anchor, Floats

_LOW = np.float32(-1e9)
# Anchors searched at once: a step costs little more for many than for one, and memory stays small.
_BATCH = 32
MAX_PIECES = 3
"""Pieces of content in one statement: 99.9 % of those in PolNeAR and our own articles have no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of one role: its words, counted from the start of the window, and the mean log-probability of its tags.

    `edges` is the lower log-probability of its first and last word: how sure its borders are.
    """

    role: Role
    words: Span
    score: float
    edges: float


@dataclass(frozen=True, slots=True)
class _Moves:
    """The states of the search: each a tag with what is used up; and from where each can be reached."""

    tags: npt.NDArray[np.int64]
    sources: npt.NDArray[np.int64]
    start: npt.NDArray[np.bool_]
    final: npt.NDArray[np.bool_]


def decode_roles(anchors: Sequence[Anchor]) -> list[list[Piece]]:
    """For each of the anchors its pieces in text order."""
    scores = [_without_cue(anchor) for anchor in anchors]
    paths = [own.argmax(axis=1) for own in scores]
    hard = [i for i, path in enumerate(paths) if not _is_valid(path)]
    for at in range(0, len(hard), _BATCH):
        batch = hard[at : at + _BATCH]
        found = _best_paths(_padded([scores[i] for i in batch]), _moves())
        for i, path in zip(batch, found, strict=True):
            paths[i] = path[: len(scores[i])]
    return [_pieces(path, own) for path, own in zip(paths, scores, strict=True)]


def decode_targets(anchor: Anchor) -> list[Span]:
    """Word ranges of the targets, counted from the start of the window."""
    best = anchor.targets.argmax(axis=1)
    found, start = [], None
    for i in np.flatnonzero(best).tolist():
        tag = TARGET_TAGS[best[i]]
        if tag in "BS":
            start = i
        if tag in "ES" and start is not None:
            found.append(Span(start, i + 1))
            start = None
    return found


def _without_cue(anchor: Anchor) -> Floats:
    """The role scores with the words of the cue kept out of every role."""
    if not anchor.has_cue:
        return anchor.roles
    scores = anchor.roles.copy()
    cue = slice(anchor.words.start - anchor.window.start, anchor.words.end - anchor.window.start)
    scores[cue, 1:] = _LOW
    return scores


def _is_valid(path: npt.NDArray[np.int64]) -> bool:
    """Whether a row of tags breaks no rule."""
    row = np.concatenate([[0], path, [0]])
    if not _fits()[row[:-1], row[1:]].all():
        return False
    begun = [_once(tag) for tag in path[path > 0].tolist() if _begins(tag)]
    return begun.count(1) <= 1 and begun.count(2) <= 1


@lru_cache(maxsize=1)
def _fits() -> npt.NDArray[np.bool_]:
    """Which tag may follow which, `(13, 13)`, whatever is used up."""
    n_tags = range(len(ROLE_TAGS))
    return np.array([[_fits_after(before, after) for after in n_tags] for before in n_tags])


def _padded(scores: Sequence[Floats]) -> Floats:
    """The scores of several anchors `(n_anchors, n_words, 13)`; words that one lacks are outside for certain."""
    out = np.full((len(scores), max(map(len, scores)), len(ROLE_TAGS)), _LOW, dtype=np.float32)
    out[:, :, 0] = 0.0
    for row, own in zip(out, scores, strict=True):
        row[: len(own)] = own
    return out


@lru_cache(maxsize=1)
def _moves() -> _Moves:
    """All states, and for each the states it can follow, padded with itself where it can follow fewer."""
    states = [(tag, used) for used in range(4) for tag in range(len(ROLE_TAGS)) if _is_possible(tag, used)]
    number = {state: i for i, state in enumerate(states)}
    before = [[number[p] for p in states if _may_follow(p, state)] for state in states]
    width = max(map(len, before))
    return _Moves(
        tags=np.array([tag for tag, _ in states]),
        sources=np.array([b + [b[0]] * (width - len(b)) for b in before]),
        start=np.array([_may_follow((0, 0), state) for state in states]),
        final=np.array([ROLE_TAGS[tag][0] in "OES" for tag, _ in states]),
    )


def _role(tag: int) -> str:
    return ROLE_TAGS[tag][2:]


def _once(tag: int) -> int:
    """The bit that a role which may occur only once sets when it begins."""
    return {"source": 1, "addressee": 2}.get(_role(tag), 0)


def _is_possible(tag: int, used: int) -> bool:
    return used & _once(tag) == _once(tag)


def _begins(tag: int) -> bool:
    return ROLE_TAGS[tag][0] in "BS"


def _fits_after(before: int, after: int) -> bool:
    """Whether one tag may follow another, whatever is used up."""
    if ROLE_TAGS[after][0] in "IE":
        return ROLE_TAGS[before][0] in "BI" and _role(before) == _role(after)
    return ROLE_TAGS[before][0] in "OES"


def _may_follow(before: tuple[int, int], after: tuple[int, int]) -> bool:
    (tag, used), (next_tag, next_used) = before, after
    uses = _once(next_tag) if _begins(next_tag) else 0
    return _fits_after(tag, next_tag) and not used & uses and next_used == used | uses


def _best_paths(scores: npt.NDArray[np.float32], moves: _Moves) -> npt.NDArray[np.int64]:
    """The best tag of every word for every anchor, `(n_anchors, n_words)`; `scores` `(n_anchors, n_words, 13)`."""
    by_state = np.ascontiguousarray(scores.transpose(1, 0, 2)[:, :, moves.tags])
    n_words, n_anchors, _ = by_state.shape
    best = np.where(moves.start, by_state[0], _LOW)
    back = np.zeros((n_words, *best.shape), dtype=np.int8)
    for t in range(1, n_words):
        candidates = best[:, moves.sources]
        chosen = candidates.argmax(axis=2)
        back[t] = chosen
        best = np.take_along_axis(candidates, chosen[..., None], axis=2)[..., 0] + by_state[t]
    rows = np.arange(n_anchors)
    state = np.where(moves.final, best, _LOW * 2).argmax(axis=1)
    path = np.zeros((n_anchors, n_words), dtype=np.int64)
    for t in range(n_words - 1, -1, -1):
        path[:, t] = moves.tags[state]
        state = moves.sources[state, back[t, rows, state]]
    return path


def _pieces(path: npt.NDArray[np.int64], scores: Floats) -> list[Piece]:
    """The pieces in a row of tags; of more than MAX_PIECES pieces of content the surest are kept."""
    found: list[Piece] = []
    start = 0
    for i in np.flatnonzero(path).tolist():
        part, role = ROLE_TAGS[path[i]][0], ROLES.index(_role(path[i]))
        if part in "BS":
            start = i
        if part in "ES":
            own = scores[np.arange(start, i + 1), path[start : i + 1]]
            edges = float(min(own[0], own[-1]))
            found.append(Piece(role=ROLES[role], words=Span(start, i + 1), score=float(own.mean()), edges=edges))
    contents = sorted((p for p in found if p.role == "content"), key=lambda p: -p.score)
    return [p for p in found if p.role != "content" or p in contents[:MAX_PIECES]]
