"""Claims: the statements that express one proposition, across wordings, speakers and documents.

A claim is shown by the exact words of its clearest statement; nothing is ever written in their place. A statement
that the text says was not made (`withheld`) expresses nothing and is in no claim.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from itertools import combinations

from standoff.compare.clusters import clusters_from_pairs
from standoff.compare.origins import Origins
from standoff.compare.prepared import Prepared
from standoff.compare.said import Said
from standoff.compare.wording import numbers_agree
from standoff.values import BASES, Actor, Basis
from standoff.values.comparison import Claim, Copy

THRESHOLD = 0.8
"""From this average probability on, statements are one claim. Of pairs of same-day articles, read blind, 238 of 261
were right from here on, 20 of 34 between 0.75 and it (docs/accuracy.md)."""

_APART = 0.3
"""Statements that are likelier to collide are never one claim, however much else ties them together."""

_UNSURE: frozenset[Basis] = frozenset(("hearsay", "inferred", "predicted", "withheld"))
_FEWEST_STEMS, _MOST_STEMS = 3, 18
_POINTING = frozenset("it this that they these those he she such so there".split())


def find_claims(ready: Prepared, copies: Sequence[Copy] = ()) -> tuple[Claim, ...]:
    """The claims that at least two statements express, in the order in which they first appear.

    What stands in `copies` of one text counts as of one origin; what is on record comes first as a claim's title. How
    far two statements are one proposition is judged by the network (`judged`); statements that collide, or that name
    different numbers, are never one claim.
    """
    said, judged = ready.said, ready.judged
    scores = {places: both.same for places, both in judged.items()}

    def fits(i: int, j: int) -> bool:
        both = judged.get((min(i, j), max(i, j)))
        return (both is None or both.clash < _APART) and numbers_agree(said[i].numbers, said[j].numbers)

    pairs = ((first, second, score) for (first, second), score in scores.items() if fits(first, second))
    found = clusters_from_pairs(pairs, THRESHOLD, fits)
    origins = Origins(copies)
    return tuple(_claim(said, members, scores, origins) for members in found)


def threads_of(said: Sequence[Said], claims: Sequence[Claim]) -> Mapping[int, str]:
    """For each statement, by its place, what it is about: the id of its claim, its own where it is in none."""
    claim_of = {statement_id: claim.claim_id for claim in claims for statement_id in claim.statement_ids}
    return {i: claim_of.get(one.statement_id, one.statement_id) for i, one in enumerate(said)}


def _claim(
    said: Sequence[Said],
    members: Sequence[int],
    scores: Mapping[tuple[int, int], float],
    origins: Origins,
) -> Claim:
    statements = [said[i] for i in members]
    pairs = list(combinations(members, 2))
    ids = tuple(one.statement_id for one in statements)
    return Claim(
        claim_id=claim_id(ids),
        title=clearest(statements).statement_id,
        statement_ids=ids,
        actors=_actors(statements),
        issues=_issues(statements),
        n_origins=origins.count((one.doc_id, one.span) for one in statements),
        score=round(sum(scores.get(pair, 0.0) for pair in pairs) / len(pairs), 4),
    )


def claim_id(statement_ids: Sequence[str]) -> str:
    """The content hash that names a claim: of the statements in it, in any order.

    >>> claim_id(["b", "a"]) == claim_id(["a", "b"])
    True
    """
    return hashlib.sha256("|".join(sorted(statement_ids)).encode()).hexdigest()[:16]


def clearest(statements: Sequence[Said]) -> Said:
    """The statement whose words tell the claim best, the first of equals.

    What a primary record has comes before what is told of it; then what a text tells as said before guesses and
    rumours; then words that stand by themselves before those that point back, whole clauses before single words and
    long speeches; then the better known basis, then the wording that shares most with the others.
    """
    shared = {one.statement_id: _shared(one, statements) for one in statements}

    def rank(one: Said) -> tuple[bool, bool, bool, bool, int, float]:
        first = one.text.lower().strip("\"'“”‘’«» ").split(" ")[0]
        is_handy = _FEWEST_STEMS <= len(one.words) <= _MOST_STEMS
        return (
            not one.is_on_record,
            one.basis in _UNSURE,
            not is_handy,
            first in _POINTING,
            BASES.index(one.basis),
            -shared[one.statement_id],
        )

    return min(statements, key=rank)


def _shared(one: Said, statements: Sequence[Said]) -> float:
    """The share of the statement's stems that the others have too, on average."""
    others = [other for other in statements if other is not one]
    if not one.words or not others:
        return 0.0
    return round(sum(len(one.words & other.words) for other in others) / (len(one.words) * len(others)), 6)


def _actors(statements: Sequence[Said]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(actor for one in statements for actor in one.actors))


def _issues(statements: Sequence[Said]) -> tuple[str, ...]:
    """The issues of most statements that have any, the most frequent first."""
    counts: dict[str, int] = {}
    for one in statements:
        for issue in one.issues:
            counts[issue] = counts.get(issue, 0) + 1
    n_with = sum(bool(one.issues) for one in statements)
    kept = [issue for issue, n in counts.items() if 2 * n >= n_with]
    return tuple(sorted(kept, key=lambda issue: (-counts[issue], issue)))
