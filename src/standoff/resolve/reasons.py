"""Reasons for which an actor may be a statement's target: numbers by name, weighed together (`targets`).

What the cue does, which act the statement is, where the actor stands in it, what the encoder marks, and what is
doubtful about the source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from standoff.resolve.cast import Cast
from standoff.resolve.lexicon import stances
from standoff.resolve.phrases import resolve_phrase
from standoff.resolve.who import Who
from standoff.spans import Span, hull
from standoff.values.coding import ACTS
from standoff.values.reading import Anchor
from standoff.values.statement import Statement

_LEAST_ODDS = 0.002
# A name this far behind the content's first word is its subject.
_SUBJECT_CHARS = 14


def reasons_of_statement(cast: Cast, statement: Statement, anchor: Anchor | None) -> dict[str, float]:
    """What holds for the whole statement, whoever is its target: its cue, words of wrong or duty in it, its act."""
    kinds = _stances_of(statement.cue.of(cast.text) if statement.cue else "")
    words = {word.lower() for piece in statement.content for word in piece.of(cast.text).split()}
    wrong = float(bool(stances()["content"] & words))
    return {**{f"cue {kind}": 1.0 for kind in kinds}, "wrong": wrong, **_of_act(anchor)}


def _of_act(anchor: Anchor | None) -> dict[str, float]:
    """How likely each act is, those left out that hardly are: who accuses, accuses somebody."""
    if anchor is None:
        return {}
    likely = zip(ACTS, np.exp(anchor.act).tolist(), strict=True)
    return {f"act {act}": odds for act, odds in likely if act != "assert" and odds > _LEAST_ODDS}


def reasons_of_place(statement: Statement, span: Span) -> dict[str, float]:
    """Where in the statement the words at `span` stand."""
    reasons: dict[str, float] = {}
    if statement.addressee and span.overlaps(statement.addressee):
        reasons["addressed"] = 1.0
    if statement.content:
        first = hull(list(statement.content)).start
        reasons["before content"] = float(span.end <= first)
        reasons["subject"] = float(0 <= span.start - first < _SUBJECT_CHARS)
        reasons["far"] = min(1.0, max(0, span.start - first) / 200)
    return reasons


def marked(cast: Cast, anchor: Anchor | None, span: Span) -> float:
    """How surely the encoder marks the span's words as target, 0-1: the surest of them."""
    if anchor is None:
        return 0.0
    starts = cast.names.words
    first = bisect_left(starts, span.start, key=lambda w: w.start) - anchor.window.start
    last = bisect_left(starts, span.end, key=lambda w: w.start) - anchor.window.start
    inside = 1 - np.exp(anchor.targets[max(0, first) : max(0, last), 0])
    return float(inside.max()) if len(inside) else 0.0


def open_target(cast: Cast, statement: Statement) -> float:
    """1 when the encoder marks a target that stands for nobody ("the seizure"): it is somebody's."""
    return float(any(not resolve_phrase(cast, target).actors for target in statement.targets))


def with_pairs(reasons: Mapping[str, float]) -> dict[str, float]:
    """The reasons with those that count together: how cue and act turn, and where the actor stands."""
    whole = [name for name in reasons if name.startswith(("cue ", "act ")) or name == "wrong"]
    pairs = {
        f"{place}, {name}": how * reasons[name]
        for place in ("subject", "not named", "marked")
        if (how := reasons.get(place, 0.0))
        for name in whole
    }
    return {**reasons, **pairs}


def doubts_about(who: Who) -> dict[str, float]:
    """What makes it doubtful which side is the other: a source that nobody knows, or somebody who speaks for nobody."""
    is_private = bool(who.actors) and who.behalf is None and who.actors[0].kind in ("person", "unnamed")
    return {"source unsettled": float(not who.actors), "source speaks for nobody": float(is_private)}


def _stances_of(cue: str) -> Sequence[str]:
    """The kinds of turning toward somebody that a cue's words tell."""
    words = [_stem(w) for w in cue.lower().split()]
    found = [name for name in ("against", "asking", "for") if any(w in _stems(name) for w in words)]
    return found or ["plain"]


@lru_cache(maxsize=8)
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(_stem, stances()[name]))


def _stem(word: str) -> str:
    """A verb without its ending, roughly: enough to match "accused" with "accuse".

    >>> [_stem(w) for w in ("accuse", "accused", "accusing", "denies", "deny", "urges")]
    ['accus', 'accus', 'accus', 'den', 'den', 'urg']
    """
    for ending in ("ing", "ied", "ies", "ed", "es", "y", "e", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
