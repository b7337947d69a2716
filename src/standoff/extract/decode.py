"""From scores of words to pieces of roles: the best row of tags that breaks no rule.

Every piece that begins also ends, roles never overlap, and a statement has one source and one addressee. The words
of the cue belong to no role. All anchors of a window are decoded together (Viterbi over tags and what is used up).
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
    """For each of the anchors, which all see the same window, its pieces in text order."""
    if not anchors:
        return []
    scores = np.stack([_without_cue(anchor) for anchor in anchors])
    return [_pieces(path, scores[i]) for i, path in enumerate(_best_paths(scores, _moves()))]


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


def _may_follow(before: tuple[int, int], after: tuple[int, int]) -> bool:
    (tag, used), (next_tag, next_used) = before, after
    if ROLE_TAGS[next_tag][0] in "IE":
        return ROLE_TAGS[tag][0] in "BI" and _role(tag) == _role(next_tag) and used == next_used
    begins = ROLE_TAGS[next_tag][0] in "BS"
    allowed = next_used == (used | _once(next_tag)) and not (begins and used & _once(next_tag))
    return ROLE_TAGS[tag][0] in "OES" and (allowed if begins else used == next_used)


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
