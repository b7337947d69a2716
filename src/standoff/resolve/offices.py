"""Office-holders named by their office alone: "the president", "Ukraine's defence minister", "Secretary of State"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standoff.knowledge import Knowledge
from standoff.knowledge.facts import Office
from standoff.resolve.bodies import Bodies, slug_of
from standoff.resolve.persons import Person, Persons
from standoff.resolve.titles import Title
from standoff.resolve.who import Who, unresolved
from standoff.values.actor import Actor

_MANY_HOLDERS = frozenset(
    "spokesperson foreign_ministry_spokesperson defence_ministry_spokesperson legislator ambassador envoy "
    "deputy_foreign_minister military_commander".split()
)


@dataclass(frozen=True, eq=False)
class Offices:
    """Who holds an office in one document: by its own words first, then by the knowledge on its date."""

    persons: Persons
    bodies: Bodies
    known: Knowledge
    on: date | None

    def people_with(self, title: Title) -> tuple[Person, ...]:
        """The people of the document whom it gives that title, or whose office on its date has it."""
        body = self.bodies.actor(title.body) if title.body else None
        if title.body is not None and body is None:
            return ()
        fitting = tuple(p for p in self.persons.all if self._fits(p, title, body))
        literal = tuple(p for p in fitting if any(own.text == title.text for own in p.titles))
        return literal or fitting

    def people_called(self, word: str) -> tuple[Person, ...]:
        """The people of the document whose title begins or ends with that word: "the Secretary", "the minister"."""
        opening = tuple(p for p in self.persons.all if any(t.text.split()[0] == word for t in p.titles))
        return opening or tuple(p for p in self.persons.all if any(t.text.split()[-1] == word for t in p.titles))

    def holder(self, title: Title) -> Who | None:
        """Whom the office names; the office itself where no date or no certain holder settles it; None without a body.

        A title that many hold at a time ("spokesman") names nobody by itself.
        """
        body = self.bodies.actor(title.body) if title.body else None
        if title.body is not None and body is None:
            return unresolved(f"{title.text!r} of a body that is not settled")
        offices = self._offices(title, body)
        if set(title.roles) & _MANY_HOLDERS and not title.office_ids:
            return None
        if len(offices) > 1 or title.is_former:
            return unresolved(f"{title.text!r}: " + ("a former one" if title.is_former else "several offices"))
        if not offices:
            return Who((_office_actor(title.text, body),), body, "office without a known holder") if body else None
        office = offices[0]
        owner = self.known.actor(office.body_id)
        terms = self.known.terms(office.office_id, self.on) if self.on else ()
        holders = {t.person_id for t in terms if not t.is_acting} or {t.person_id for t in terms}
        if len(holders) == 1 and (person := self.known.actor(holders.pop())) is not None:
            return Who((person,), owner, f"holder of {office.office_id} on {self.on}")
        why = "no date" if self.on is None else "no certain holder on the date"
        return Who((_office_actor(title.text, owner, office),), owner, f"office {office.office_id}: {why}")

    def _offices(self, title: Title, body: Actor | None) -> list[Office]:
        """The offices that the title may name; one of its own only where no other country's name stands by."""
        if body is not None:
            # "Leader" and "president" may mean the head of state or of government: the first role counts.
            found = (self.known.office(body.actor_id, role) for role in title.roles)
            return [office for office in found if office is not None][:1]
        return [self.known.facts.offices[i] for i in title.office_ids]

    def _fits(self, person: Person, title: Title, body: Actor | None) -> bool:
        for own in person.titles:
            same = set(own.roles) & set(title.roles) or set(own.office_ids) & set(title.office_ids)
            if same and not own.is_former and (body is None or person.behalf is None or person.behalf == body):
                return True
        for term in person.posts:
            office = self.known.facts.offices[term.office_id]
            if office.role in title.roles and (body is None or office.body_id == body.actor_id):
                return True
        return False


def _office_actor(title: str, body: Actor | None, office: Office | None = None) -> Actor:
    """An office as an actor: somebody whom the text gives by the office alone."""
    words = " ".join(w if w in ("of", "the", "for", "and", "to") else w.capitalize() for w in title.split())
    name = f"{words} of {body.name}" if body else words
    actor_id = f"office:{office.office_id}" if office else f"office:{slug_of(name)}"
    return Actor(actor_id=actor_id, name=name, kind="person", country=body.country if body else None)
