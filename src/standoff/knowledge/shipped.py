"""The files that come with the program, as facts. `check` tells whether they are sound; here they are taken to be.

A start takes what `packing` has made of them. A table may lie in one file or in several whose names begin alike:
holders.csv, holders_a.csv.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import cast

from standoff.errors import UsageError
from standoff.knowledge.facts import Entry, Facts, Form, How, Membership, Office, Term
from standoff.knowledge.keys import slug
from standoff.knowledge.rows import Row, read_cells, read_rows, values_of
from standoff.values.actor import ActorKind

DATA = Path(__file__).parent / "data"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "countries": ("code", "name", "others", "demonyms", "people", "capital", "metonyms", "source", "checked"),
    "organisations": (
        "id", "name", "kind", "others", "metonyms", "country", "parent", "since", "until", "source", "checked",
    ),
    "memberships": ("organisation", "member", "since", "until", "as", "source", "checked"),
    "roles": ("role", "titles"),
    "offices": ("office", "body", "role", "titles", "source", "checked"),
    "holders": ("office", "person", "others", "since", "until", "acting", "source", "checked"),
}  # fmt: skip
_CALLED: tuple[How, ...] = ("demonym", "people", "capital", "metonym")  # what the columns behind a country's names hold
_Cells = list[str]


def read_facts(folder: Path) -> Facts:
    """The facts of a folder with one or several files of each table.

    Raises: UsageError when a table is missing or is not CSV with its columns.
    """
    tables = {name: read_table_cells(folder, name) for name in COLUMNS}
    bodies = {**_countries(tables["countries"]), **_organisations(tables["organisations"])}
    offices = {office.office_id: office for office in map(_office, tables["offices"])}
    homes = {office_id: bodies[office.body_id].country for office_id, office in offices.items()}
    return Facts(
        entries={**bodies, **_persons(tables["holders"], homes)},
        roles={role: values_of(titles) for role, titles in tables["roles"]},
        offices=offices,
        terms=tuple(map(_term, tables["holders"])),
        memberships=tuple(map(_membership, tables["memberships"])),
    )


def read_table(folder: Path, name: str) -> Iterator[tuple[Path, Row]]:
    """The rows of one table, each with the file that it stands in.

    Raises: UsageError when there is no file of this table, or one is not CSV with its columns.
    """
    for path in _paths(folder, name):
        for row in read_rows(path, required=COLUMNS[name], allowed=COLUMNS[name]):
            yield path, row


def read_table_cells(folder: Path, name: str) -> list[_Cells]:
    """The cells of the rows of one table, in the order of its columns.

    Raises: UsageError when there is no file of this table, or one is not CSV with its columns.
    """
    return [cells for path in _paths(folder, name) for cells in read_cells(path, COLUMNS[name])]


def body_id(reference: str) -> str:
    """The actor id of a country code or of an organisation's id as the files write them.

    >>> body_id("RUS"), body_id("nato")
    ('gov:RUS', 'org:nato')
    """
    return f"gov:{reference}" if reference.isupper() else f"org:{reference}"


@cache  # a name stands in one row for each term
def person_id(name: str) -> str:
    """The actor id of a person.

    >>> person_id("Sergey Lavrov")
    'person:sergey-lavrov'
    """
    return f"person:{slug(name)}"


def _paths(folder: Path, name: str) -> Sequence[Path]:
    """The files of one table.

    Raises: UsageError when there is none.
    """
    paths = sorted(folder.glob(f"{name}*.csv"))
    if not paths:
        raise UsageError(f"{folder}: holds no {name}.csv; install the program again")
    return paths


def _countries(rows: Iterable[_Cells]) -> dict[str, Entry]:
    entries = {}
    for code, name, others, *called, _, _ in rows:
        further = [Form(text, how) for how, cell in zip(_CALLED, called, strict=True) for text in values_of(cell)]
        actor_id = body_id(code)
        entries[actor_id] = Entry(actor_id, name, "government", code, values_of(others), tuple(further))
    return entries


def _organisations(rows: Iterable[_Cells]) -> dict[str, Entry]:
    entries = {}
    for ref, name, kind, others, metonyms, country, parent, since, until, _, _ in rows:
        actor_id = f"org:{ref}"
        entries[actor_id] = Entry(
            actor_id,
            name,
            cast("ActorKind", kind),
            country or None,
            values_of(others),
            tuple([Form(text, "metonym") for text in values_of(metonyms)]),
            body_id(parent) if parent else None,
            since or None,
            until or None,
        )
    return entries


def _persons(rows: Iterable[_Cells], homes: Mapping[str, str | None]) -> dict[str, Entry]:
    """The persons of the holders; a person's country is the first that one of the offices belongs to."""
    others: dict[str, tuple[str, ...]] = {}
    countries: dict[str, str | None] = {}
    for office, name, names, *_ in rows:
        if names:
            others[name] = (*others.get(name, ()), *values_of(names))
        countries[name] = countries.get(name) or homes[office]
    entries = (Entry(person_id(name), name, "person", home, others.get(name, ())) for name, home in countries.items())
    return {entry.actor_id: entry for entry in entries}


def _office(cells: _Cells) -> Office:
    office, body, role, titles, *_ = cells
    return Office(office, body_id(body), role, values_of(titles))


def _term(cells: _Cells) -> Term:
    office, person, _, since, until, acting, *_ = cells
    return Term(person_id(person), office, since or None, until or None, acting == "yes")


def _membership(cells: _Cells) -> Membership:
    organisation, member, since, until, standing, *_ = cells
    return Membership(body_id(organisation), body_id(member), since or None, until or None, standing or "member")
