"""All that is known of one document when its phrases are resolved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from standoff.knowledge import Knowledge
from standoff.resolve.bodies import Bodies, slug_of
from standoff.resolve.groups import Row
from standoff.resolve.lexicon import portfolios
from standoff.resolve.named import Named, only_describes
from standoff.resolve.names import Names
from standoff.resolve.offices import Offices
from standoff.resolve.persons import Persons
from standoff.resolve.phrase import Phrase
from standoff.resolve.who import Who
from standoff.spans import Span
from standoff.values.actor import UNNAMED, Actor

_BODIES = frozenset(("government", "organisation", "bloc", "armed_group"))
# What a state has: who begins with its name and ends so, speaks for it.
_ORGAN = re.compile(
    r"\b(?:Coast ?guard|Border Guards?|Border Service|Navy|Army|Air Force|Armed Forces|Forces|Military|Police|Embassy|"
    r"Consulate|Ministry|Department|Treasury|Customs|Fleet|Command|Marines|Intelligence|Cabinet|Delegation|Mission)\b",
    re.IGNORECASE,
)
_CHAMBERS = frozenset("parliament congress senate duma knesset bundestag".split())


@dataclass(frozen=True, eq=False)
class Cast:
    """The names of a document and who they are.

    `rows` are actors named side by side; `stands_for` gives what pronouns and descriptions before have turned out to
    be, by their span; `known_by_span` keeps whom names stand for, which many pronouns ask.
    """

    names: Names
    bodies: Bodies
    persons: Persons
    offices: Offices
    known: Knowledge
    rows: tuple[Row, ...]
    stands_for: Mapping[Span, Who]
    known_by_span: dict[Span, Who | None] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.names.text

    def written(self, named: Named) -> str:
        """A name as the text writes it, with plain spaces."""
        return " ".join(named.span.of(self.text).split())

    @cached_property
    def named_bodies(self) -> tuple[Actor, ...]:
        """The states and other bodies that the document names, once for each naming."""
        named = (self.bodies.actor(n) for n in self.names.all if n.kind != "person")
        return tuple(a for a in named if a is not None and a.kind in _BODIES)

    @cached_property
    def counts_of_bodies(self) -> Mapping[Actor, int]:
        """How often the document names each state or other body."""
        return Counter(self.named_bodies)

    def actor_of(self, named: Named) -> Actor | None:
        """Whom one name stands for."""
        if named.kind == "person":
            person = self.persons.at(named.span)
            return person.actor if person else None
        return self.bodies.actor(named)

    def who_named(self, named: Named) -> Who | None:
        """Whom one name stands for, and for whom that one speaks."""
        if named.span not in self.known_by_span:
            self.known_by_span[named.span] = self._who_named(named)
        return self.known_by_span[named.span]

    def _who_named(self, named: Named) -> Who | None:
        if named.kind == "person":
            person = self.persons.at(named.span)
            return Who((person.actor,), person.behalf, person.reason) if person else None
        actor = self.bodies.actor(named)
        return Who((actor,), self.behalf_of(actor)) if actor else None

    def behalf_of(self, actor: Actor) -> Actor | None:
        """For whom a named body speaks: what it belongs to, if that is a state or an organisation of states."""
        parent = self.known.parent(actor.actor_id)
        if parent is None and actor.country and _ORGAN.search(actor.name):
            return self.known.actor(f"gov:{actor.country}")
        if parent is None or any(word in actor.name.lower() for word in _CHAMBERS):
            return None
        return self.known.actor(parent)

    def body_of(self, name: str, owner: Actor) -> Actor:
        """The body with that name, known or new, that belongs to an owner."""
        listed = [n for n in self.known.namings(name) if n.how in ("name", "acronym")]
        known = self.known.actor(listed[0].actor_id) if listed else None
        return known or Actor(actor_id=f"new:{slug_of(name)}", name=name, kind="organisation", country=owner.country)

    def linked(self, phrase: Phrase) -> Who | None:
        """What the encoder links the whole phrase to, if it links it to somebody."""
        who = self.stands_for.get(phrase.span)
        return who if who is not None and who.actors else None


Resolve = Callable[[Cast, Span], Who]
"""Resolving another stretch of words: what a rule needs where one phrase holds another."""


def owner_of(cast: Cast, phrase: Phrase, inner: Phrase | None) -> Actor | None:
    """Whose something is: a name before the head or behind "of" (`inner`), or what a possessive pronoun stands for.

    A person stands for whom they speak for.
    """
    for named in (*phrase.named, *(inner.named if inner else ())):
        # "The Ministry of Foreign Affairs" is not that of the magazine.
        if cast.written(named).lower() in portfolios() or only_describes(cast.text, named):
            continue
        actor = cast.actor_of(named)
        if actor is not None and actor.kind == "person":
            person = cast.persons.at(named.span)
            return person.behalf if person else None
        if actor is not None and actor != UNNAMED:
            return actor
    who = cast.stands_for.get(phrase.owner) if phrase.owner is not None else None
    if who is None or not who.actors or who.actors[0] == UNNAMED:
        return None
    return who.behalf if who.actors[0].kind == "person" else who.actors[0]
