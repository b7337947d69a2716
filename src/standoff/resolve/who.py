"""Who a phrase turns out to be, and why: what all rules of this step hand back."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.values.actor import UNNAMED, Actor


@dataclass(frozen=True, slots=True)
class Who:
    """Actors, first the one who comes first; none: the text does not settle it. `behalf` is whom the first one
    speaks for, `reason` the rule in words.
    """

    actors: tuple[Actor, ...]
    behalf: Actor | None = None
    reason: str = ""
    share: float | None = None


def unresolved(reason: str) -> Who:
    """Nobody that the text settles."""
    return Who((), None, reason)


def unnamed(behalf: Actor | None, reason: str) -> Who:
    """Somebody presented without a name."""
    return Who((UNNAMED,), behalf, reason)
