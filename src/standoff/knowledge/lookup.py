"""What is known, ready to be asked: who is named, who holds which office on a day, who belongs to what.

The indexes are built when they are first asked for; nothing here guesses: what is ambiguous comes back as several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from standoff.knowledge.facts import Facts, Membership, Naming, Office, Term
from standoff.knowledge.keys import is_written_as, key, title_key
from standoff.knowledge.name_index import NameIndex, name_index
from standoff.knowledge.periods import may_hold
from standoff.knowledge.titles import title_words
from standoff.values.actor import Actor

_T = TypeVar("_T")


class _Post(NamedTuple):
    body_id: str
    role: str


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Actors, their names, offices, terms and memberships; ids are "gov:RUS", "org:nato", "person:sergey-lavrov".

    Dates are days, or `None` for any time. A term, membership or body counts on a day when it may have held then:
    of a date known as a year or a month, the whole counts, and on the day of a change both sides do. `index` files the
    names of the facts; it is made when first needed where it is not given.
    """

    facts: Facts
    index: NameIndex | None = None

    def actor(self, actor_id: str) -> Actor | None:
        """The actor with this id, `None` when it is not known."""
        entry = self.facts.entries.get(actor_id)
        return None if entry is None else entry.actor

    def namings(self, surface: str) -> tuple[Naming, ...]:
        """What the words name as they are written, in the order of the files; empty when nothing known.

        Accents, full stops and a leading "the" make no difference. Capitals do where they tell a name from a word:
        "us", "Who" and "turkey" name nobody (`keys.is_written_as`).
        """
        found = self._names.written(key(surface))
        return tuple(dict.fromkeys(written.naming for written in found if is_written_as(surface, written.form)))

    def roles(self, title: str) -> tuple[str, ...]:
        """The roles that a title stands for in any body ("foreign minister"), without a country's name before it."""
        return self._roles.get(title_key(title), ())

    def offices(self, title: str) -> tuple[Office, ...]:
        """The offices that have this title of their own ("secretary of state")."""
        return self._offices_by_title.get(title_key(title), ())

    def office(self, body_id: str, role: str) -> Office | None:
        """The office of a body with this role, the first of the files where it has several; `None` when unknown."""
        return self._offices_by_post.get(_Post(body_id, role))

    def terms(self, office_id: str, on: date | None = None) -> tuple[Term, ...]:
        """The terms of an office that may hold on the day, all of them without one; in the order of the files."""
        return _on(self._terms_by_office.get(office_id, ()), on)

    def posts(self, person_id: str, on: date | None = None) -> tuple[Term, ...]:
        """The terms of a person that may hold on the day, all of them without one; in the order of the files."""
        return _on(self._terms_by_person.get(person_id, ()), on)

    def persons(self, surname_key: str) -> tuple[str, ...]:
        """The ids of the persons who go by this surname, with or without its particles ("al-Assad", "Assad")."""
        return self._names.persons(key(surname_key))

    def parent(self, actor_id: str) -> str | None:
        """The id of the actor that it speaks for or belongs to, `None` when there is none or it is not known."""
        entry = self.facts.entries.get(actor_id)
        return None if entry is None else entry.parent

    def members(self, org_actor_id: str, on: date | None = None) -> frozenset[str]:
        """The ids of the members on the day, or of all that ever were one without a day; observers are left out."""
        return frozenset(m.member_id for m in self._seats(self._by_organisation.get(org_actor_id, ()), on))

    def memberships(self, gov_id: str, on: date | None = None) -> frozenset[str]:
        """The ids of the organisations that it is a member of on the day, or ever; as observer does not count."""
        return frozenset(m.organisation_id for m in self._seats(self._by_member.get(gov_id, ()), on))

    def is_title_word(self, word: str) -> bool:
        """Whether the word is part of a title, a rank or a form of address, and names nobody by itself."""
        return title_key(word) in self._title_words

    @staticmethod
    def _seats(memberships: Iterable[Membership], on: date | None) -> Iterable[Membership]:
        return (m for m in memberships if m.standing != "observer" and (on is None or may_hold(m.since, m.until, on)))

    @cached_property
    def _names(self) -> NameIndex:
        return name_index(self.facts.entries) if self.index is None else self.index

    @cached_property
    def _roles(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((title_key(title), role) for role, titles in self.facts.roles.items() for title in titles)

    @cached_property
    def _offices_by_title(self) -> Mapping[str, tuple[Office, ...]]:
        return _grouped((title_key(t), office) for office in self.facts.offices.values() for t in office.titles)

    @cached_property
    def _offices_by_post(self) -> Mapping[_Post, Office]:
        return {_Post(o.body_id, o.role): o for o in reversed(list(self.facts.offices.values()))}

    @cached_property
    def _terms_by_office(self) -> Mapping[str, tuple[Term, ...]]:
        return _grouped((term.office_id, term) for term in self.facts.terms)

    @cached_property
    def _terms_by_person(self) -> Mapping[str, tuple[Term, ...]]:
        return _grouped((term.person_id, term) for term in self.facts.terms)

    @cached_property
    def _by_organisation(self) -> Mapping[str, tuple[Membership, ...]]:
        return _grouped((m.organisation_id, m) for m in self.facts.memberships)

    @cached_property
    def _by_member(self) -> Mapping[str, tuple[Membership, ...]]:
        return _grouped((m.member_id, m) for m in self.facts.memberships)

    @cached_property
    def _title_words(self) -> frozenset[str]:
        words = title_words([*self._roles, *self._offices_by_title])
        return frozenset(word for word in words if word not in self._names)


def _grouped(pairs: Iterable[tuple[str, _T]]) -> Mapping[str, tuple[_T, ...]]:
    """The values by key, each once, in their order."""
    groups: dict[str, list[_T]] = defaultdict(list)
    for name, value in pairs:
        groups[name].append(value)
    return {name: tuple(values if len(values) == 1 else dict.fromkeys(values)) for name, values in groups.items()}


def _on(terms: tuple[Term, ...], on: date | None) -> tuple[Term, ...]:
    return terms if on is None else tuple(term for term in terms if may_hold(term.since, term.until, on))
