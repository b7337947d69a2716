"""Which norms are appealed to: by whom, how often, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.report.coded import Coded
from standoff.values import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoker:
    """One who appeals to a norm (`actor` `None`: the text does not settle who), and the statements in text order."""

    actor: Actor | None
    points: tuple[Coded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """One norm by its key in the codebook, the statements that appeal to it, and by whom, the most frequent first."""

    key: str
    points: tuple[Coded, ...]
    invokers: tuple[Invoker, ...]


def norms_invoked(coded: Sequence[Coded]) -> tuple[Norm, ...]:
    """The norms, the most frequent first; what was not said appeals to none."""
    by_norm: dict[str, list[Coded]] = defaultdict(list)
    for point in coded:
        if not point.is_withheld:
            for key in dict.fromkeys(found.key for found in point.coding.norms):
                by_norm[key].append(point)
    norms = [Norm(key=key, points=tuple(points), invokers=_invokers(points)) for key, points in by_norm.items()]
    return tuple(sorted(norms, key=lambda norm: (-len(norm.points), norm.key)))


def _invokers(points: Sequence[Coded]) -> tuple[Invoker, ...]:
    by_actor: dict[Actor | None, list[Coded]] = defaultdict(list)
    for point in points:
        for actor in point.speakers or (None,):
            by_actor[actor].append(point)
    invokers = [Invoker(actor=actor, points=tuple(some)) for actor, some in by_actor.items()]
    return tuple(sorted(invokers, key=_rank))


def _rank(invoker: Invoker) -> tuple[bool, int, str, str]:
    actor = invoker.actor
    return (actor is None, -len(invoker.points), actor.name if actor else "", actor.actor_id if actor else "")
