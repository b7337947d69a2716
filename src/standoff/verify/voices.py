"""Whose words a turn's are: the turns in which the actor of a statement speaks, and those of its occasion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from standoff.knowledge import key
from standoff.values.actor import UNNAMED, Actor
from standoff.values.spoken import Turn
from standoff.verify.find import Mask
from standoff.verify.index import RecordIndex

# A report of what was said comes out on the day, a day before it by the clock of another continent, or within the week.
_DAYS = range(-1, 8)


@dataclass(frozen=True, eq=False)
class Voices:
    """The turns of an index by who speaks in them."""

    index: RecordIndex
    _by_actor: dict[Actor, Mask] = field(default_factory=dict)
    _by_day: dict[str | None, Mask] = field(default_factory=dict)

    def of(self, actors: Sequence[Actor]) -> Mask:
        """The turns in which one of the actors speaks, or somebody who holds an office of that body on the day."""
        mask = np.zeros(len(self.index.turns), dtype=np.bool_)
        for actor in actors:
            if actor not in self._by_actor:
                found = np.zeros(len(self.index.turns), dtype=np.bool_)
                for turns in self._by_speaker.values():
                    found[turns] = is_voice(self.index.turn(turns[0]), actor)
                self._by_actor[actor] = found
            mask |= self._by_actor[actor]
        return mask

    @cached_property
    def _by_speaker(self) -> dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]]:
        """The turns by the ids of those who speak in them and of those spoken for: few people have many turns."""
        turns: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = {}
        for i in range(len(self.index.turns)):
            turn = self.index.turn(i)
            ids = (tuple(a.actor_id for a in turn.actors), tuple(b.actor_id for b in turn.bodies))
            turns.setdefault(ids, []).append(i)
        return turns

    @cached_property
    def settled(self) -> Mask:
        """The turns whose speaker the record settles, as far as that it is nobody else."""
        return np.array([bool(self.index.turn(i).actors) for i in range(len(self.index.turns))], dtype=np.bool_)

    def of_occasion(self, published: str | None) -> Mask:
        """The turns of records that an article of that day may tell of; all where a date is missing."""
        if published not in self._by_day:
            same = [is_same_occasion(published, record.document.published) for record in self.index.records]
            self._by_day[published] = np.array([same[r] for r, _ in self.index.turns], dtype=np.bool_)
        return self._by_day[published]


def is_voice(turn: Turn, actor: Actor) -> bool:
    """Whether the actor speaks in the turn, or the one who speaks does so for the actor."""
    if actor == UNNAMED:
        return False
    if any(body.actor_id == actor.actor_id for body in turn.bodies):
        return True
    return any(is_same_actor(one, actor) for one in turn.actors)


def is_same_actor(one: Actor, other: Actor) -> bool:
    """Whether two actors are one: the same id, or persons of whom one is known from texts alone, with names that fit.

    >>> weiss, ana = (Actor(actor_id=f"new:{n}", name=n, kind="person") for n in ("Weiss", "Ana Weiss"))
    >>> is_same_actor(weiss, ana), is_same_actor(UNNAMED, UNNAMED)
    (True, False)
    """
    if UNNAMED in (one, other):
        return False
    if one.actor_id == other.actor_id:
        return True
    is_new = one.actor_id.startswith("new:") or other.actor_id.startswith("new:")
    if not is_new or not one.kind == other.kind == "person":
        return False
    mine, theirs = key(one.name).split(), key(other.name).split()
    if len(mine) > 1 and sorted(mine) == sorted(theirs):  # the family name first or last
        return True
    if mine[-1:] != theirs[-1:]:
        return False
    return len(mine) == 1 or len(theirs) == 1 or mine[0][:3] == theirs[0][:3]


def is_same_occasion(published: str | None, recorded: str | None) -> bool:
    """Whether an article of one day may tell of a record of another; true where a date is missing.

    >>> is_same_occasion("2021-05-21", "2021-05-20"), is_same_occasion("2021-05-21", "2021-04-20")
    (True, False)
    """
    if not published or not recorded:
        return True
    return (date.fromisoformat(published[:10]) - date.fromisoformat(recorded[:10])).days in _DAYS
