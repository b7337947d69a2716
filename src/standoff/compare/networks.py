"""Networks: sides by issues and by claims, sides by what they have in common or against each other, and by acts.

A side is the state or body that a source speaks for, as in discourse network analysis. Only the N_SIDES with most
statements are drawn, and of claims those that more than one side has a stand on, the most expressed first: a page
shows no more, and the cost of a drawing stays the same however many documents there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import numpy as np

from standoff.compare.blocs import Matrix, find_blocs
from standoff.compare.drawing import lay_out
from standoff.compare.prepared import Prepared
from standoff.compare.said import Said
from standoff.compare.ties import Stands, act_ties, claim_ties, conflict, congruence, issue_ties, stands_on
from standoff.values.comparison import Claim, Clash, Edge, Network, Node

N_SIDES = 40
N_CLAIMS = 40

_Kind = Literal["actor", "issue", "claim"]


def find_networks(ready: Prepared, claims: Sequence[Claim], clashes: Sequence[Clash]) -> tuple[Network, ...]:
    """The networks "actor_issue", "actor_claim", "congruence", "conflict" and "actor_actor"; none without edges.

    The bloc of a side is the same in all of them, from what is congruent less what is in conflict.
    """
    said = ready.said
    names = _names(said)
    stands = _stands_of(names, stands_on(said, claims, clashes))
    agreeing, opposing = congruence(stands), conflict(stands)
    blocs = _blocs(tuple(names), agreeing, opposing)
    drawn = _drawn_claims(claims, stands)
    claim_labels = _claim_labels(said, drawn)
    issue_labels = {issue: issue for one in said for issue in one.issues}
    found = (
        _network("actor_issue", _of(names, issue_ties(said)), names, blocs, ("issue", issue_labels)),
        _network("actor_claim", claim_ties(stands, drawn), names, blocs, ("claim", claim_labels)),
        _network("congruence", agreeing, names, blocs, None),
        _network("conflict", opposing, names, blocs, None),
        _network("actor_actor", _between(names, act_ties(said)), names, blocs, None),
    )
    return tuple(network for network in found if network.edges)


def _names(said: Sequence[Said]) -> Mapping[str, str]:
    """The sides that are drawn, by id with their names: those with most statements, in the order of their ids."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for one in said:
        for actor in (*one.sides, *one.targets):
            names.setdefault(actor.actor_id, actor.name)
        counts.update(side.actor_id for side in one.sides)
        counts.update(dict.fromkeys((target.actor_id for target in one.targets), 0))
    most = sorted(counts, key=lambda one: (-counts[one], one))[:N_SIDES]
    return {actor_id: names[actor_id] for actor_id in sorted(most)}


def _stands_of(names: Mapping[str, str], stands: Stands) -> Stands:
    """The stands of the sides that are drawn."""
    return {concept: {side: sides[side] for side in sides if side in names} for concept, sides in stands.items()}


def _drawn_claims(claims: Sequence[Claim], stands: Stands) -> tuple[Claim, ...]:
    shared = [claim for claim in claims if len(stands.get(claim.claim_id, {})) > 1]
    return tuple(sorted(shared, key=lambda claim: (-len(claim.statement_ids), claim.claim_id))[:N_CLAIMS])


def _claim_labels(said: Sequence[Said], claims: Sequence[Claim]) -> Mapping[str, str]:
    """For each claim the exact words of the statement that names it."""
    words = {one.statement_id: one.text for one in said}
    return {claim.claim_id: words.get(claim.title, claim.title) for claim in claims}


def _of(names: Mapping[str, str], edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(edge for edge in edges if edge.source in names)


def _between(names: Mapping[str, str], edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(edge for edge in _of(names, edges) if edge.target in names)


def _blocs(ids: Sequence[str], agreeing: Sequence[Edge], opposing: Sequence[Edge]) -> Mapping[str, int | None]:
    return dict(zip(ids, find_blocs(_matrix(ids, agreeing), _matrix(ids, opposing)), strict=True))


def _matrix(ids: Sequence[str], edges: Iterable[Edge]) -> Matrix:
    """The weights between nodes `(n, n) float64`, both ways alike; several edges of two nodes are added up."""
    at = {node_id: i for i, node_id in enumerate(ids)}
    weights = np.zeros((len(ids), len(ids)))
    for edge in edges:
        a, b = at[edge.source], at[edge.target]
        weights[a, b] += edge.weight
        weights[b, a] += edge.weight
    return weights


def _network(
    name: str,
    edges: Sequence[Edge],
    names: Mapping[str, str],
    blocs: Mapping[str, int | None],
    concepts: tuple[_Kind, Mapping[str, str]] | None,
) -> Network:
    """The network of some edges, with the nodes that have any: the sides, then the issues or claims."""
    kind, labels = concepts or ("actor", {})
    tied = {node_id for edge in edges for node_id in (edge.source, edge.target)}
    sides = [side for side in names if side in tied]
    others = [concept for concept in sorted(labels) if concept in tied]
    places = lay_out(_matrix([*sides, *others], edges)).tolist()
    nodes = [
        Node(node_id=side, label=names[side], kind="actor", bloc=blocs[side], x=x, y=y)
        for side, (x, y) in zip(sides, places, strict=False)
    ]
    nodes += [
        Node(node_id=concept, label=labels[concept], kind=kind, bloc=None, x=x, y=y)
        for concept, (x, y) in zip(others, places[len(sides) :], strict=True)
    ]
    return Network(name=name, nodes=tuple(nodes), edges=tuple(edges))
