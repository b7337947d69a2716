"""What the files say, as frozen values: actors with all their names, offices, terms of office, memberships, titles.

Dates stay as written, "2014-03-18", "2014-03" or "2014": the file knows no more than that, and `periods` reads them.
Those of which there are thousands are named tuples, which are made in a third of the time of a dataclass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from standoff.knowledge.keys import is_acronym
from standoff.values.actor import Actor, ActorKind

How = Literal["name", "acronym", "demonym", "people", "capital", "metonym"]


class Form(NamedTuple):
    """One way in which texts name an actor, as it is written, and what sort of naming that is."""

    text: str
    how: How


class Entry(NamedTuple):
    """An actor and what texts call it: its name, `others` of its names, and `further` forms that are no names.

    `parent` is the id of the actor that it speaks for or belongs to; `since` and `until` are when it existed,
    `None` where it is as old as our time, or still there.
    """

    actor_id: str
    name: str
    kind: ActorKind
    country: str | None = None
    others: tuple[str, ...] = ()
    further: tuple[Form, ...] = ()
    parent: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def actor(self) -> Actor:
        """The actor itself, made anew each time: few of those in the files are ever asked for."""
        return Actor(actor_id=self.actor_id, name=self.name, kind=self.kind, country=self.country)

    @property
    def forms(self) -> tuple[Form, ...]:
        """Its forms in file order, without repeats of a name; acronyms are told by their capitals."""
        names = [Form(text, "acronym" if is_acronym(text) else "name") for text in dict.fromkeys(self.names)]
        return (*names, *self.further)

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its other names."""
        return (self.name, *self.others)


@dataclass(frozen=True, slots=True)
class Naming:
    """That a form of words names this actor: how, and since and until when there was such an actor."""

    actor_id: str
    how: How
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post in a body; `titles` are those of its own, beside the titles that its role has everywhere."""

    office_id: str
    body_id: str
    role: str
    titles: tuple[str, ...] = ()


class Term(NamedTuple):
    """One person's uninterrupted time in an office; no `since`: before 2008, no `until`: still so as far as known."""

    person_id: str
    office_id: str
    since: str | None = None
    until: str | None = None
    is_acting: bool = False


class Membership(NamedTuple):
    """That a country belonged to an organisation: `standing` is "member", "permanent", "elected", "observer" …"""

    organisation_id: str
    member_id: str
    since: str | None
    until: str | None
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that the files say; every mapping keeps the order of the files.

    `entries` by actor id, `offices` by office id, `roles` with the generic titles of each role.
    """

    entries: Mapping[str, Entry]
    roles: Mapping[str, tuple[str, ...]]
    offices: Mapping[str, Office]
    terms: tuple[Term, ...]
    memberships: tuple[Membership, ...]
