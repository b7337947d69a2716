"""Claims: the statements that express one proposition, across wordings, speakers and documents.

A claim is shown by the exact words of its clearest statement; nothing is ever written in their place. A statement
that the text says was not made (`withheld`) expresses nothing and is in no claim.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping, Sequence
from itertools import combinations

from standoff.compare.alike import Alike, Pair, alike_from_said, pairs_of
from standoff.compare.clusters import clusters_from_pairs
from standoff.compare.origins import Origins
from standoff.compare.said import Said, said_in
from standoff.compare.wording import numbers_agree
from standoff.values import BASES, Act, Actor, Analysis, Basis
from standoff.values.comparison import Claim, Copy

THRESHOLD = 0.28
"""From this average likeness on, statements are one claim. Set on training/data/story.jsonl: see docs/accuracy.md."""

# What a pair loses when the two do different things by their words, or speak for different sides: a proposition mostly
# returns in the same mouths, so across sides the words have to be plainer. Set with the threshold, rounded.
_OTHER_DEED = 0.15
_OTHER_SIDE = 0.15
_OTHER_POLARITY = 0.15

# Of pairs across documents on one day's news, read blind, 27 % were right without this and 63 % with it.
_FEWEST_SHARED, _LEAST_SHARE = 2, 0.25

_DEEDS: Mapping[Act, str] = {
    "accuse": "blame", "condemn": "blame", "deny": "deny", "reject": "refuse",
    "demand": "ask", "urge": "ask", "propose": "ask", "support": "back", "agree": "back",
    "commit": "do", "threaten": "do", "announce": "say", "assert": "say", "justify": "say",
    "acknowledge": "say", "warn": "foresee", "predict": "foresee", "regret": "thank", "question": "ask about",
}  # fmt: skip
"""Acts that come to the same when the proposition is: what one writer has as `assert` another has as `justify`."""

_UNSURE: frozenset[Basis] = frozenset(("hearsay", "inferred", "predicted", "withheld"))
_FEWEST_STEMS, _MOST_STEMS = 3, 18
_POINTING = frozenset("it this that they these those he she such so there".split())


def find_claims(
    analyses: Sequence[Analysis], copies: Sequence[Copy] = (), on_record: Container[str] = ()
) -> tuple[Claim, ...]:
    """The claims that at least two statements express, in the order in which they first appear.

    What stands in `copies` of one text counts as of one origin; what is `on_record`, by statement ids, comes first as a
    claim's title. The likeness of two statements is that of their words
    (`alike`), less 0.15 each when their acts, their sides or their polarity differ; statements that name different
    numbers, or whose polarity differs across sides, are never one claim.
    """
    alike = alike_from_said([one for one in said_in(analyses, on_record) if not one.is_withheld])
    scores = {(p.first, p.second): score for p in pairs_of(alike) if (score := claim_score(alike, p)) > 0}
    pairs = ((first, second, score) for (first, second), score in scores.items())
    said = alike.said
    found = clusters_from_pairs(pairs, THRESHOLD, lambda i, j: may_be_one_claim(said[i], said[j]))
    origins = Origins(copies)
    return tuple(_claim(said, members, scores, origins) for members in found)


def threads_of(said: Sequence[Said], claims: Sequence[Claim]) -> Mapping[int, str]:
    """For each statement, by its place, what it is about: the id of its claim, its own where it is in none."""
    claim_of = {statement_id: claim.claim_id for claim in claims for statement_id in claim.statement_ids}
    return {i: claim_of.get(one.statement_id, one.statement_id) for i, one in enumerate(said)}


def claim_score(alike: Alike, pair: Pair) -> float:
    """How far two statements are one proposition, 0-1: how alike they are, less what speaks against it."""
    one, other = alike.said[pair.first], alike.said[pair.second]
    if not may_be_one_claim(one, other):
        return 0.0
    score = pair.score
    score -= _OTHER_DEED * (_DEEDS[one.act] != _DEEDS[other.act])
    score -= _OTHER_SIDE * one.speaker_ids.isdisjoint(other.speaker_ids)
    score -= _OTHER_POLARITY * (stance(one) != stance(other))
    return max(0.0, score)


def may_be_one_claim(one: Said, other: Said) -> bool:
    """Whether nothing forbids that two statements express one proposition: numbers, polarity across sides, and across
    documents, where one matter has many propositions, words that have too little in common.
    """
    if not numbers_agree(one.numbers, other.numbers):
        return False
    n_shared, n_fewest = len(one.words & other.words), min(len(one.words), len(other.words))
    if one.doc_id != other.doc_id and (n_shared < _FEWEST_SHARED or n_shared < _LEAST_SHARE * n_fewest):
        return False
    return stance(one) == stance(other) or not one.speaker_ids.isdisjoint(other.speaker_ids)


def stance(one: Said) -> bool:
    """Whether a statement upholds its content: a denial and a refusal do not, whatever words the content is in."""
    return one.act not in ("deny", "reject") and one.polarity == "positive"


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
