"""Writes docs/known.md from the files in src/standoff/knowledge/data: python docs/make_known.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from standoff.knowledge.facts import Facts
from standoff.knowledge.shipped import COLUMNS, DATA, read_facts, read_table

HEAD = """\
# Who is known

Made from the files in `src/standoff/knowledge/data` by `python docs/make_known.py`; a test fails when the two differ.

These actors, offices and terms come with the program. The rows were written from general knowledge of public records,
and a part of them was checked against news archives. `source` names the record to look in; `checked` is the date on
which the row was written. A term or membership without an end means: as far as known on that date, still so.

What is not certain is left out, so an office may have gaps; a date is as coarse as it is certain. What is missing or
wrong for your work goes into a file of your own: [actors_file.md](actors_file.md).
"""
KINDS = ("government", "organisation", "bloc", "armed_group", "people", "medium", "person")


def known_page() -> str:
    """The whole page."""
    facts = read_facts(DATA)
    parts = [HEAD, _counts(facts), _tables(), _offices(facts), _organisations(facts), _memberships(facts)]
    return "\n".join(parts)


def _counts(facts: Facts) -> str:
    kinds = Counter(entry.actor.kind for entry in facts.entries.values())
    rows = [f"| {kind} | {kinds[kind]} |" for kind in KINDS]
    return _section("Actors by kind", ["| kind | known |", "| --- | --- |", *rows])


def _tables() -> str:
    head = ["| table | rows | first date | last date | last checked |", "| --- | --- | --- | --- | --- |"]
    return _section("Tables", [*head, *map(_table_row, COLUMNS)])


def _table_row(name: str) -> str:
    cells = [row.cells for _, row in read_table(DATA, name)]
    dates = [row[column] for row in cells for column in ("since", "until") if row.get(column)]
    checked = max((row["checked"] for row in cells if "checked" in row), default="")
    return f"| {name} | {len(cells)} | {min(dates, default='')} | {max(dates, default='')} | {checked} |"


def _offices(facts: Facts) -> str:
    """For each body its offices, each with the number of terms known and the first date of them."""
    head = ["Each office with the number of terms known.", "", "| body | offices |", "| --- | --- |"]
    return _section("Offices", [*head, *_office_rows(facts)])


def _office_rows(facts: Facts) -> Iterator[str]:
    n_terms = Counter(term.office_id for term in facts.terms)
    by_body: dict[str, list[str]] = {}
    for office in facts.offices.values():
        role = office.office_id.partition(".")[2].replace("_", " ")
        by_body.setdefault(facts.entries[office.body_id].actor.name, []).append(f"{role} {n_terms[office.office_id]}")
    for body in sorted(by_body):
        yield f"| {body} | {', '.join(by_body[body])} |"


def _organisations(facts: Facts) -> str:
    names: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for actor_id, entry in facts.entries.items():
        if actor_id.startswith("org:"):
            names[entry.actor.kind].append(entry.actor.name)
    return _section("Organisations and other bodies", list(_lists(names)))


def _lists(names: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for kind, found in names.items():
        if listed := sorted(found):
            yield from (f"**{kind}** ({len(listed)}): {' · '.join(listed)}", "")


def _memberships(facts: Facts) -> str:
    n_members = Counter(membership.organisation_id for membership in facts.memberships)
    rows = sorted(f"| {facts.entries[body].actor.name} | {n_terms} |" for body, n_terms in n_members.items())
    return _section("Memberships", ["| organisation | terms of membership known |", "| --- | --- |", *rows])


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f"## {title}", "", *lines]).rstrip() + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("known.md").write_text(known_page(), encoding="utf-8")
