"""Which sides stand against each other in some documents: those of whom one blames, threatens or refuses the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from standoff.compare.said import Said
from standoff.values import Act

HOSTILE: frozenset[Act] = frozenset(("accuse", "condemn", "deny", "reject", "threaten", "demand"))
"""What is done against somebody."""
BACKING: frozenset[Act] = frozenset(("agree", "support", "propose", "urge", "acknowledge", "regret"))
"""What is done for something, or together with somebody; a promise is no agreement."""

Opponents = Mapping[frozenset[str], int]
"""The ids of two sides, with the number of statements by which one stands against the other."""


def opponents_in(said: Sequence[Said]) -> Opponents:
    """Each two sides that stand against each other; what was not said counts for nothing."""
    counts: Counter[frozenset[str]] = Counter()
    for one in said:
        if one.act in HOSTILE and not one.is_withheld:
            counts.update(frozenset((a, b)) for a in one.side_ids for b in one.target_ids if a != b)
    return counts


def is_against(one: Said, side_id: str) -> bool:
    """Whether a statement is made against a side."""
    return one.act in HOSTILE and side_id in one.target_ids and not one.is_withheld
