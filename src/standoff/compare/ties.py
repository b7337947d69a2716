"""Who is tied to what and to whom: stands on claims and issues, and what sides have in common or against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from standoff.compare.said import Said, stance
from standoff.values.comparison import Claim, Clash, Edge


@dataclass(slots=True)
class _Stand:
    """The statements of one side on one concept, for it and against it."""

    upholding: list[str] = field(default_factory=list)
    opposing: list[str] = field(default_factory=list)


Stands = Mapping[str, Mapping[str, _Stand]]
"""By the id of a concept, then of a side."""
_Key = TypeVar("_Key")
_Shared = Callable[[_Stand, _Stand], Iterator[Sequence[str]]]


def stands_on(said: Sequence[Said], claims: Sequence[Claim], clashes: Sequence[Clash]) -> Stands:
    """Where each side stands on each concept: on a claim as its statements uphold it or not; on what two sides clash
    over the one is for it and the other against it.
    """
    by_id = {one.statement_id: one for one in said if not one.is_withheld}
    stands: dict[str, dict[str, _Stand]] = defaultdict(lambda: defaultdict(_Stand))
    for claim in claims:
        for one in (by_id[i] for i in claim.statement_ids if i in by_id):
            for side in one.sides:
                stand = stands[claim.claim_id][side.actor_id]
                (stand.upholding if stance(one) else stand.opposing).append(one.statement_id)
    for number, clash in enumerate(clashes):
        first, second = clash.sides
        stands[f"clash {number}"][first.actor.actor_id].upholding.extend(first.statement_ids)
        stands[f"clash {number}"][second.actor.actor_id].opposing.extend(second.statement_ids)
    return {concept: dict(sides) for concept, sides in stands.items()}


def congruence(stands: Stands) -> tuple[Edge, ...]:
    """How often two sides are on the same hand of a concept, by how active they are.

    The number of concepts that both uphold or both oppose, divided by the mean of the numbers of concepts on which the
    two have a stand.

    Source: Leifeld 2017, "Discourse Network Analysis", in The Oxford Handbook of Political Networks: congruence network
    with average activity normalisation.
    """
    return _edges(stands, _same)


def conflict(stands: Stands) -> tuple[Edge, ...]:
    """How often two sides are on opposite hands of a concept, by how active they are; else as `congruence`."""
    return _edges(stands, _opposite)


def activity(stands: Stands) -> Mapping[str, int]:
    """For each side the number of concepts on which it has a stand."""
    counts: dict[str, int] = defaultdict(int)
    for sides in stands.values():
        for side in sides:
            counts[side] += 1
    return counts


def act_ties(said: Sequence[Said]) -> tuple[Edge, ...]:
    """What each side does to each other by what it says: an edge for each act, its weight the number of statements."""
    done = (
        ((side.actor_id, target.actor_id, one.act), one.statement_id)
        for one in said
        if not one.is_withheld
        for side in one.sides
        for target in one.targets
        if side != target
    )
    return tuple(
        Edge(source=source, target=target, weight=float(len(ids)), statement_ids=tuple(ids), act=act)
        for (source, target, act), ids in sorted(_grouped(done).items())
    )


def issue_ties(said: Sequence[Said]) -> tuple[Edge, ...]:
    """Which side speaks on which issue, with the number of its statements."""
    spoken = (
        ((side.actor_id, issue), one.statement_id)
        for one in said
        if not one.is_withheld
        for side in one.sides
        for issue in one.issues
    )
    return _two_mode(spoken)


def claim_ties(stands: Stands, claims: Sequence[Claim]) -> tuple[Edge, ...]:
    """Which side expresses which claim, with the number of its statements, for it or against it."""
    expressed = (
        ((side, claim.claim_id), statement_id)
        for claim in claims
        for side, stand in stands.get(claim.claim_id, {}).items()
        for statement_id in (*stand.upholding, *stand.opposing)
    )
    return _two_mode(expressed)


def _two_mode(pairs: Iterable[tuple[tuple[str, str], str]]) -> tuple[Edge, ...]:
    return tuple(
        Edge(source=actor, target=concept, weight=float(len(ids)), statement_ids=tuple(ids))
        for (actor, concept), ids in sorted(_grouped(pairs).items())
    )


def _grouped(pairs: Iterable[tuple[_Key, str]]) -> dict[_Key, list[str]]:
    groups: dict[_Key, list[str]] = defaultdict(list)
    for key, statement_id in pairs:
        if statement_id not in groups[key]:
            groups[key].append(statement_id)
    return groups


def _edges(stands: Stands, shared: _Shared) -> tuple[Edge, ...]:
    active = activity(stands)
    weights: dict[tuple[str, str], int] = defaultdict(int)
    ids: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for sides in stands.values():
        for a, b in combinations(sorted(sides), 2):
            for together in shared(sides[a], sides[b]):
                weights[a, b] += 1
                ids[a, b].update(dict.fromkeys(together))
    return tuple(
        Edge(source=a, target=b, weight=round(2 * n / (active[a] + active[b]), 4), statement_ids=tuple(ids[a, b]))
        for (a, b), n in sorted(weights.items())
    )


def _same(one: _Stand, other: _Stand) -> Iterator[Sequence[str]]:
    """The statements of each hand on which both are."""
    for own, others in ((one.upholding, other.upholding), (one.opposing, other.opposing)):
        if own and others:
            yield (*own, *others)


def _opposite(one: _Stand, other: _Stand) -> Iterator[Sequence[str]]:
    """The statements of each two opposite hands on which the two are."""
    for own, others in ((one.upholding, other.opposing), (one.opposing, other.upholding)):
        if own and others:
            yield (*own, *others)
