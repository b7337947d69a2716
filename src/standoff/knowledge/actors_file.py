"""The user's own actors file on top of what is known: its rows add actors, names and terms, and override.

A row is about a known actor when its name is that actor's id or one of its names. Its kind, country, parent and dates
take the place of the known ones where they are given, its other names come to them, and its terms of office push back
known terms of the same office that cannot stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from standoff.knowledge.actors_rows import ActorRow, fault, read_actor_rows
from standoff.knowledge.facts import Entry, Facts, Office, Term
from standoff.knowledge.keys import slug, title_key
from standoff.knowledge.lookup import Knowledge
from standoff.knowledge.periods import is_before
from standoff.knowledge.roles import has_one_holder
from standoff.knowledge.shipped import person_id

_BODIES = ("gov:", "org:")


@dataclass(frozen=True, slots=True)
class _Held:
    """A term of office that a row of the file gives, and the office."""

    row: ActorRow
    office: Office
    term: Term


def facts_with_file(facts: Facts, path: Path) -> Facts:
    """The facts with the rows of the user's file.

    Raises: UsageError with file, line and key at the first thing that is wrong.
    """
    rows = read_actor_rows(path)
    known = Knowledge(facts)
    ids = {row.line: _actor_id(known, row) for row in rows}
    _check_actors(path, rows, ids)
    entries = dict(facts.entries)
    for row in rows:
        entries[ids[row.line]] = _entry(path, row, ids[row.line], entries)
    known = Knowledge(replace(facts, entries=entries))
    for row in rows:
        if row.parent is not None and row.office is None:
            entries[ids[row.line]] = entries[ids[row.line]]._replace(parent=_parent_id(path, row, known))
    held = [_held(path, row, ids[row.line], known) for row in rows if row.office is not None]
    _check_holders(path, held)
    offices = {**facts.offices, **{one.office.office_id: one.office for one in held}}
    terms = (*_pushed_back(facts.terms, held), *(one.term for one in held))
    return replace(facts, entries=entries, offices=offices, terms=terms)


def _actor_id(known: Knowledge, row: ActorRow) -> str:
    """The id of the actor that the row is about: known by id or by name, or a new one."""
    if known.actor(row.name) is not None:
        return row.name
    new = person_id(row.name) if row.kind == "person" else f"org:{slug(row.name)}"
    starts = {"person": ("person:",), "government": _BODIES}.get(row.kind, ("org:",))
    named = _named(known, row.name, starts)
    return new if known.actor(new) is not None or len(named) != 1 else named[0]


def _check_actors(path: Path, rows: Sequence[ActorRow], ids: Mapping[int, str]) -> None:
    """Raises: UsageError when two rows under different names are about one known actor that is no person."""
    first: dict[str, ActorRow] = {}
    for row in rows:
        earlier = first.setdefault(ids[row.line], row)
        if earlier is not row and row.kind != "person":
            detail = f"{row.name!r} is {ids[row.line]}, as {earlier.name!r} on line {earlier.line}; keep one row for it"
            raise fault(path, row.line, "name", detail)


def _named(known: Knowledge, name: str, starts: tuple[str, ...]) -> Sequence[str]:
    """The ids of known actors that have the name as a name or acronym, those first that have it as canonical name."""
    found = [n.actor_id for n in known.namings(name) if n.how in {"name", "acronym"} and n.actor_id.startswith(starts)]
    exact = [actor_id for actor_id in found if (actor := known.actor(actor_id)) is not None and actor.name == name]
    return exact or found


def _entry(path: Path, row: ActorRow, actor_id: str, entries: Mapping[str, Entry]) -> Entry:
    """What is known of the actor, with what the row adds.

    Raises: UsageError when its country is unknown, or its id is that of an actor of another sort.
    """
    if row.country is not None and f"gov:{row.country}" not in entries:
        detail = f"{row.country!r} is unknown; write an ISO 3166 alpha-3 code such as UKR, or leave it empty"
        raise fault(path, row.line, "country", detail)
    if actor_id.partition(":")[0] not in {"person": ("person",), "government": ("gov", "org")}.get(row.kind, ("org",)):
        raise fault(path, row.line, "kind", f"{row.kind!r} does not fit {actor_id}; give the kind that it has")
    dates = (row.since, row.until) if row.kind != "person" else (None, None)
    earlier = entries.get(actor_id)
    if earlier is None:
        return Entry(actor_id, row.name, row.kind, row.country, row.others, since=dates[0], until=dates[1])
    names = row.others if row.name == actor_id else (row.name, *row.others)
    return earlier._replace(
        kind=row.kind,
        country=row.country or earlier.country,
        others=tuple(dict.fromkeys([*earlier.others, *names])),
        since=dates[0] or earlier.since,
        until=dates[1] or earlier.until,
    )


def _parent_id(path: Path, row: ActorRow, known: Knowledge) -> str:
    """The id of the body that the row's parent names: by id, code or name.

    Raises: UsageError when it names none, or several.
    """
    name = row.parent or ""
    for actor_id in (name, f"gov:{name}", f"org:{name}"):
        if actor_id.startswith(_BODIES) and known.actor(actor_id) is not None:
            return actor_id
    found = _named(known, name, _BODIES)
    if len(found) != 1:
        several = f"may be {' or '.join(found)}" if found else "is unknown"
        raise fault(path, row.line, "parent", f"{name!r} {several}; write a country code, an id, or a name of the file")
    return found[0]


def _held(path: Path, row: ActorRow, holder_id: str, known: Knowledge) -> _Held:
    """The term that the row gives.

    Raises: UsageError when it is not clear whose office it is.
    """
    office = known.facts.offices.get(row.office or "")
    if office is None:
        if row.parent is None and row.country is None:
            detail = f"{row.office!r} is no known office, and no body is given; give parent or country too"
            raise fault(path, row.line, "office", detail)
        body_id = _parent_id(path, row, known) if row.parent is not None else f"gov:{row.country}"
        office = _office(row.office or "", body_id, known)
    return _Held(row, office, Term(holder_id, office.office_id, row.since, row.until))


def _office(title: str, body_id: str, known: Knowledge) -> Office:
    """The office of the body with this title or role; a new one when the body has none such."""
    for office in known.offices(title):
        if office.body_id == body_id:
            return office
    roles = (title,) if title in known.facts.roles else known.roles(title)
    for role in roles:
        if (found := known.office(body_id, role)) is not None:
            return found
    role = _first_role(roles, body_id) or slug(title).replace("-", "_")
    office_id = f"{body_id.removeprefix('org:').removeprefix('gov:').lower()}.{role}"
    return Office(office_id, body_id, role, () if roles else (title_key(title),))


def _first_role(roles: Sequence[str], body_id: str) -> str | None:
    """The likeliest role of a new office: the president of a country is its head of state, that of a body its head."""
    preferred = "head_of_organisation" if body_id.startswith("org:") else "head_of_state"
    return preferred if preferred in roles else next(iter(roles), None)


def _check_holders(path: Path, held: Sequence[_Held]) -> None:
    """Raises: UsageError when the file gives one office to two persons at once."""
    for first, second in combinations(held, 2):
        if _collide(first, second.term):
            detail = f"{first.office.office_id} has {first.row.name!r} on line {first.row.line} at that time too"
            raise fault(path, second.row.line, "office", f"{detail}; give dates that do not overlap")


def _collide(one: _Held, term: Term) -> bool:
    """Whether both cannot stand: one office for one holder, two persons, and certainly the same days."""
    return (
        one.term.office_id == term.office_id
        and one.term.person_id != term.person_id
        and has_one_holder(one.office.role)
        and is_before(one.term.since, term.until)
        and is_before(term.since, one.term.until)
    )


def _pushed_back(terms: Iterable[Term], held: Sequence[_Held]) -> Iterable[Term]:
    """The known terms that can stand beside those of the file, cut where they run into them."""
    for term in terms:
        left: Term | None = term
        for one in held:
            if left is not None and (_collide(one, left) or _same_post(one.term, left)):
                left = _cut(left, one.term)
        if left is not None:
            yield left


def _same_post(one: Term, other: Term) -> bool:
    is_same = one.office_id == other.office_id and one.person_id == other.person_id
    return is_same and is_before(one.since, other.until) and is_before(other.since, one.until)


def _cut(term: Term, newer: Term) -> Term | None:
    """The part of a term before the newer one, else the part after it; `None` when nothing of it is left."""
    if term.person_id == newer.person_id:
        return None
    if newer.since is not None and is_before(term.since, newer.since):
        return term._replace(until=newer.since)
    if newer.until is not None and is_before(newer.until, term.until):
        return term._replace(since=newer.until)
    return None
