"""How far apart two sides stand on an issue.

Source: conflict and congruence of discourse network analysis (Leifeld, in: The Oxford Handbook of Political Networks,
2017): two actors are congruent where they agree on a concept and in conflict where they differ on it. Concepts are here
the issue's claims, and what one of the two does to the other; the measure is conflict / (conflict + congruence).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.compare.claims import threads_of
from standoff.compare.opponents import BACKING, is_against
from standoff.compare.prepared import Prepared
from standoff.compare.said import Said
from standoff.values import Actor
from standoff.values.comparison import Claim, Clash, Divergence

FEWEST = 2
"""Two sides need so many statements that tell of conflict or congruence; one alone makes no measure."""


@dataclass(slots=True)
class _Counted:
    """Statements of conflict and of congruence between two sides on an issue; one may be in both."""

    conflict: set[str]
    congruence: set[str]


def find_divergences(ready: Prepared, claims: Sequence[Claim], clashes: Sequence[Clash]) -> tuple[Divergence, ...]:
    """The divergence of each two sides on each issue, the furthest apart first: c / (c + a), 0-1.

    c counts the statements of the two on the issue that are in a clash between them or are made against the other;
    a those that express a claim of both, or that back the other or something together with it. Issues on which fewer
    than two statements tell either are left out.
    """
    said = ready.said
    counted: dict[tuple[str, str, str], _Counted] = defaultdict(lambda: _Counted(set(), set()))
    sides = {side.actor_id: side for one in said for side in one.sides}
    by_id = {one.statement_id: one for one in said}
    for pair, statement_id in _in_conflict(said, clashes):
        for issue in by_id[statement_id].issues:
            counted[issue, *pair].conflict.add(statement_id)
    for pair, statement_id in _congruent(said, threads_of(said, claims)):
        for issue in by_id[statement_id].issues:
            counted[issue, *pair].congruence.add(statement_id)
    order = {one.statement_id: i for i, one in reversed(tuple(enumerate(said)))}
    found = [_divergence(key, sides, counts, order) for key, counts in sorted(counted.items())]
    return tuple(sorted((d for d in found if d.n_statements >= FEWEST), key=lambda d: (-d.score, -d.n_statements)))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _in_conflict(said: Sequence[Said], clashes: Sequence[Clash]) -> Iterator[tuple[tuple[str, str], str]]:
    """Two sides and a statement of conflict between them."""
    speaking = frozenset(side_id for one in said for side_id in one.side_ids)
    for clash in clashes:
        first, second = clash.sides
        for side in clash.sides:
            yield from ((_pair(first.actor.actor_id, second.actor.actor_id), i) for i in side.statement_ids)
    for one in said:
        for own in sorted(one.side_ids):
            against = (target for target in sorted(one.target_ids - one.side_ids) if is_against(one, target))
            yield from ((_pair(own, target), one.statement_id) for target in against if target in speaking)


def _congruent(said: Sequence[Said], threads: Mapping[int, str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Two sides and a statement of congruence between them."""
    speaking = frozenset(side_id for one in said for side_id in one.side_ids)
    saying: dict[str, set[str]] = defaultdict(set)
    for i, one in enumerate(said):
        if not one.is_withheld:
            saying[threads[i]] |= one.side_ids
    for i, one in enumerate(said):
        if one.is_withheld or any(is_against(one, side) for side in saying[threads[i]]):
            continue
        for own in sorted(one.side_ids):
            backed = one.target_ids & speaking if one.act in BACKING else frozenset()
            for other in sorted((saying[threads[i]] | backed) - {own}):
                yield _pair(own, other), one.statement_id


def _divergence(
    key: tuple[str, str, str], sides: Mapping[str, Actor], counted: _Counted, order: Mapping[str, int]
) -> Divergence:
    issue, first, second = key
    conflict = sorted(counted.conflict, key=order.__getitem__)
    congruence = sorted(counted.congruence - counted.conflict, key=order.__getitem__)
    total = len(conflict) + len(congruence)
    return Divergence(
        issue=issue,
        sides=(sides[first], sides[second]),
        score=round(len(conflict) / total, 4),
        n_statements=total,
        conflict=tuple(conflict),
        congruence=tuple(congruence),
    )
