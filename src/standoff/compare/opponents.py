"""Which sides stand against each other in some documents: those of whom one blames, threatens or refuses the other.

And what of two opponents may be set against each other as their stands on an issue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from standoff.compare.said import BODIES, Said
from standoff.values import Act, Actor

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


def are_opponents(one: Actor, other: Actor, against: Opponents) -> bool:
    """Whether one of two sides stands against the other."""
    return frozenset((one.actor_id, other.actor_id)) in against


def are_one_party(one: Actor, other: Actor) -> bool:
    """Whether two are the same, or one is a state and the other a body of that state: what its ministry says, it says.

    Armed groups within a state are sides of their own.
    """
    if one.actor_id == other.actor_id:
        return True
    kinds = (one.kind, other.kind)
    return (
        one.country is not None
        and one.country == other.country
        and "government" in kinds
        and "armed_group" not in kinds
    )


def bodies_in(one: Said) -> frozenset[str]:
    """The ids of the states and bodies that a statement is about."""
    return frozenset(target.actor_id for target in one.targets if target.kind in BODIES)


def asks_of_body(one: Said) -> bool:
    """Whether a statement demands or urges something of a state or body: that is against it, and for nothing."""
    return one.act in ("demand", "urge") and bool(bodies_in(one))


def on_one_body(one: Said, other: Said) -> bool:
    """Whether two statements are about one state or body: who condemns it and who presses it stand together."""
    return not bodies_in(one).isdisjoint(bodies_in(other))
