"""The people of a document: every mention of a person by name, put together, with titles and whom they speak for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from standoff.knowledge import Knowledge, Term, key
from standoff.resolve.bodies import Bodies, slug_of
from standoff.resolve.named import Named
from standoff.resolve.names import Names
from standoff.resolve.titles import Title, body_beside, title_before, title_behind
from standoff.spans import Span
from standoff.values.actor import Actor

# Whose voice a person is first, who holds several offices at a time.
_RANK = ("head_of_state", "supreme_leader", "head_of_government", "foreign_minister", "defence_minister")
_PARTICLES = frozenset("de von van der den la al bin ben ibn di da del du le el dos".split())
_INITIAL_CHARS = 2  # "J.", "A"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A person's name at one place, with the titles about it and the body that stands by it."""

    named: Named
    words: tuple[str, ...]
    titles: tuple[Title, ...]
    body: Named | None


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a document: who it is, where named, with which titles, and for whom they speak."""

    actor: Actor
    mentions: tuple[Mentioned, ...]
    behalf: Actor | None = None
    reason: str = ""
    posts: tuple[Term, ...] = ()

    @property
    def titles(self) -> tuple[Title, ...]:
        """The titles of all mentions, in text order."""
        return tuple(title for mention in self.mentions for title in mention.titles)


@dataclass(slots=True)
class _Group:
    """Mentions put together so far; `words` those of the longest name."""

    words: tuple[str, ...]
    person_id: str | None
    mentions: list[Mentioned] = field(default_factory=list)
    reason: str = ""


@dataclass(frozen=True, eq=False)
class Persons:
    """The people of one document in the order in which they are first named."""

    all: tuple[Person, ...]
    ambiguous: Mapping[Span, str]

    def at(self, span: Span) -> Person | None:
        """The person named at `span`, `None` when nobody is or the text does not settle who."""
        return self._by_span.get(span)

    def titles_at(self, span: Span) -> tuple[Title, ...]:
        """The titles about the name at `span`."""
        person = self.at(span)
        return tuple(t for m in person.mentions if m.named.span == span for t in m.titles) if person else ()

    @cached_property
    def _by_span(self) -> Mapping[Span, Person]:
        return {m.named.span: person for person in self.all for m in person.mentions}


def persons_in_text(names: Names, bodies: Bodies, known: Knowledge, on: date | None) -> Persons:
    """The people of a document; a short name that fits two of them is nobody's."""
    mentions = [
        m for named in names.all if named.kind == "person" and (m := _mentioned(names, named, known)) is not None
    ]
    groups: list[_Group] = []
    for mention in mentions:
        if len(mention.words) > 1:
            _join_full(groups, mention, known)
    ambiguous: dict[Span, str] = {}
    for mention in mentions:
        if len(mention.words) == 1:
            _join_short(groups, mention, _Asked(known, on, bodies), ambiguous)
    people = [_person(group, bodies, known, on) for group in groups]
    return Persons(tuple(sorted(people, key=lambda p: p.mentions[0].named.span)), ambiguous)


def _mentioned(names: Names, named: Named, known: Knowledge) -> Mentioned | None:
    words = tuple(w for w in named.span.of(names.text).replace(".", ". ").split() if w.strip(".,"))
    if not words:
        return None
    if len(words) > 1 and all(w.lower() in _PARTICLES for w in words[:-1]):
        words = (" ".join(words),)
    titles = (title_before(names, named.span, known), title_behind(names, named.span.end, known))
    return Mentioned(named, words, tuple(t for t in titles if t is not None), body_beside(names, named.span))


def _join_full(groups: list[_Group], mention: Mentioned, known: Knowledge) -> None:
    """Puts a full name with its group, or begins one."""
    person_id = _known_person(mention, known)
    for group in groups:
        if (person_id is not None and person_id == group.person_id) or _is_same_name(group.words, mention.words):
            group.mentions.append(mention)
            group.person_id = group.person_id or person_id
            group.words = max(group.words, mention.words, key=len)
            return
    groups.append(_Group(mention.words, person_id, [mention], "full name"))


def _known_person(mention: Mentioned, known: Knowledge) -> str | None:
    """The known person with this full name, also with initials in its middle that the known name has not, or with this
    surname and a first name that begins alike.
    """
    first_and_last = " ".join(word for word in mention.words if len(word.strip(".")) > 1)
    for naming in (*mention.named.namings, *known.namings(first_and_last)):
        if naming.actor_id.startswith("person:"):
            return naming.actor_id
    first = key(mention.words[0])
    for start in range(1, len(mention.words)):
        near = [
            i for i in known.persons(" ".join(mention.words[start:])) if _begins_alike(first, _first_name(known, i))
        ]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _first_name(known: Knowledge, person_id: str) -> str:
    actor = known.actor(person_id)
    return key(actor.name.split()[0]) if actor else ""


def _begins_alike(one: str, other: str) -> bool:
    """Whether two first names are spellings of one: "Sergei" and "Sergey", "Arseny" and "Arseniy"."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    is_near = abs(len(one) - len(other)) <= 1
    return (is_near and shared >= max(3, min(len(one), len(other)) - 2)) or (
        len(one) <= _INITIAL_CHARS and one[:1] == other[:1]
    )


def _is_same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names are one person's: last names equal, first ones equal or one the other's initial."""
    if key(one[-1]) != key(other[-1]):
        return " ".join(map(key, one)) == " ".join(map(key, other))
    a, b = key(one[0]), key(other[0])
    return a == b or (min(len(a), len(b)) <= _INITIAL_CHARS and a[0] == b[0]) or (len(a) > 3 and _begins_alike(a, b))


@dataclass(frozen=True, slots=True)
class _Asked:
    known: Knowledge
    on: date | None
    bodies: Bodies


def _join_short(groups: list[_Group], mention: Mentioned, asked: _Asked, ambiguous: dict[Span, str]) -> None:
    """Puts a single name with the one person of the document who has it, or with the one known person it names."""
    word = key(mention.words[0])
    fitting = [g for g in groups if word in _short_names(g.words)] or [g for g in groups if word in map(key, g.words)]
    if len(fitting) > 1:
        before = [g for g in fitting if g.mentions[0].named.span < mention.named.span]
        titled = [g for g in fitting if _shares_title(g.mentions, mention)]
        fitting = titled if len(titled) == 1 else before if len(before) == 1 else fitting
    if len(fitting) == 1:
        fitting[0].mentions.append(mention)
    elif fitting:
        ambiguous[mention.named.span] = "two people of that name"
    else:
        person_id = _known_by_surname(mention, asked)
        groups.append(_Group(mention.words, person_id, [mention], "known surname" if person_id else "name"))


def _short_names(words: Sequence[str]) -> set[str]:
    """The endings of a name under which it may come back, with and without an Arabic article."""
    endings = {key(" ".join(words[i:])) for i in range(1, len(words))} or {key(words[0])}
    return endings | {e.split("-", 1)[1] for e in endings if e.startswith(("al-", "el-", "as-", "ad-"))}


def _shares_title(mentions: Iterable[Mentioned], mention: Mentioned) -> bool:
    roles = {role for title in mention.titles for role in title.roles}
    return any(roles & set(title.roles) for m in mentions for title in m.titles)


def _known_by_surname(mention: Mentioned, asked: _Asked) -> str | None:
    """The one known person whom a bare surname names: in office on the day, or given the title that is theirs."""
    ids = asked.known.persons(mention.words[0])
    titled = [i for i in ids if any(_held(asked, i, title) for title in mention.titles)]
    if titled:
        return titled[0] if len(titled) == 1 else None
    if mention.titles and any(t.roles for t in mention.titles):
        return None
    in_office = [i for i in ids if asked.known.posts(i, asked.on)] if asked.on else list(ids)
    return in_office[0] if len(in_office) == 1 else None


def _held(asked: _Asked, person_id: str, title: Title) -> bool:
    """Whether the person held, on the day or ever where there is none, an office with that title."""
    for term in asked.known.posts(person_id, None if title.is_former else asked.on):
        office = asked.known.facts.offices[term.office_id]
        if office.role in title.roles or office.office_id in title.office_ids:
            body = asked.bodies.actor(title.body) if title.body else None
            if body is None or body.actor_id == office.body_id:
                return True
    return False


def _person(group: _Group, bodies: Bodies, known: Knowledge, on: date | None) -> Person:
    group.mentions.sort(key=lambda m: m.named.span)
    actor = known.actor(group.person_id) if group.person_id else None
    posts = known.posts(group.person_id, on) if group.person_id else ()
    person = Person(actor or _new_person(group, bodies), tuple(group.mentions), reason=group.reason, posts=posts)
    behalf, reason = _behalf(person, bodies, known)
    return replace(person, behalf=behalf, reason=f"{person.reason}; {reason}" if reason else person.reason)


def _new_person(group: _Group, bodies: Bodies) -> Actor:
    """A person whom only the text knows: the same in all documents when named in full, else in this one only."""
    name = " ".join(w for w in group.words)
    where = "" if len(group.words) > 1 else f":{bodies.doc_id}"
    return Actor(actor_id=f"new:{slug_of(name)}{where}", name=name, kind="person")


def _behalf(person: Person, bodies: Bodies, known: Knowledge) -> tuple[Actor | None, str]:
    """For whom a person speaks, and why: by the titles in the text, else by the office held on the document's day."""
    for title in person.titles:
        if title.speaks_for_itself:
            return None, f"{title.text!r} speaks for nobody"
    for body, reason in (*_by_title(person, bodies, known), *_by_post(person, known, bodies.on)):
        return body, reason
    return None, ""


def _by_title(person: Person, bodies: Bodies, known: Knowledge) -> Iterator[tuple[Actor, str]]:
    for title in person.titles:
        if title.body is not None and (body := bodies.actor(title.body)) is not None:
            yield body, f"title {title.text!r} with {title.body.span.of(bodies.names.text)!r}"
    for mention in person.mentions:
        if mention.body is not None and (actor := bodies.actor(mention.body)) is not None:
            yield actor, f"named with {mention.body.span.of(bodies.names.text)!r}"
    for title in person.titles:
        if title.office_ids:
            office = known.facts.offices[title.office_ids[0]]
            actor = known.actor(office.body_id)
            if actor is not None and (_is_known(person) or bodies.may_be_about(actor)):
                yield actor, f"title {title.text!r}"
        elif _is_known(person):
            # The title without a country: the country where this known person held it.
            held = [known.facts.offices[t.office_id] for t in known.posts(person.actor.actor_id)]
            owners = {o.body_id for o in held if o.role in title.roles}
            if len(owners) == 1 and (actor := known.actor(owners.pop())) is not None:
                yield actor, f"title {title.text!r} held there"


def _is_known(person: Person) -> bool:
    return person.actor.actor_id.startswith("person:")


def _by_post(person: Person, known: Knowledge, on: date | None) -> Iterator[tuple[Actor, str]]:
    """The body of the office held on the day; without a day, the one state or body that all known offices were of."""
    if on is None:
        owners = {known.facts.offices[term.office_id].body_id for term in person.posts}
        states = {owner for owner in owners if owner.startswith("gov:")} or owners
        if len(states) == 1 and (actor := known.actor(states.pop())) is not None:
            yield actor, "no date; all known offices were there"
        return
    offices = [known.facts.offices[term.office_id] for term in person.posts]
    for office in sorted(offices, key=lambda o: (_RANK.index(o.role) if o.role in _RANK else len(_RANK), o.office_id)):
        if (actor := known.actor(office.body_id)) is not None:
            yield actor, f"office {office.office_id} on the document's date"
