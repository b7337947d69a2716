"""Whether the shipped files are sound: every fault as one line with file, line, key, value and what is allowed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from standoff.errors import UsageError
from standoff.knowledge.keys import key
from standoff.knowledge.periods import WRITE_DATE, is_before, is_in_order, is_partial_date
from standoff.knowledge.roles import has_one_holder
from standoff.knowledge.rows import Row, values_of
from standoff.knowledge.shipped import COLUMNS, DATA, read_table, read_table_cells
from standoff.values.actor import ACTOR_KINDS

_KINDS = tuple(kind for kind in ACTOR_KINDS if kind not in {"person", "unnamed"})
_STANDINGS = ("member", "permanent", "elected", "observer", "associate", "partner", "candidate", "suspended")


class _Placed(NamedTuple):
    """A row and the file that it stands in."""

    path: Path
    row: Row


_Tables = Mapping[str, tuple[_Placed, ...]]


def knowledge_faults(folder: Path = DATA) -> tuple[str, ...]:
    """What is wrong in the files of the folder, in the order of the files; empty when they are sound."""
    try:
        tables = {name: tuple(_Placed(*place) for place in read_table(folder, name)) for name in COLUMNS}
        for name in COLUMNS:
            read_table_cells(folder, name)  # as a start reads them: it takes the columns in one order only
    except UsageError as err:
        return (str(err),)
    return tuple(
        fault
        for found in (_cell_faults, _reference_faults, _repeat_faults, _spelling_faults, _overlap_faults)
        for fault in found(tables)
    )  # fmt: skip


def _cell_faults(tables: _Tables) -> Iterator[str]:
    """Cells that are wrong by themselves."""
    for name, rows in tables.items():
        for placed in rows:
            cells = placed.row.cells
            for column in (COLUMNS[name][0], "name", "person", "source", "checked"):
                if cells.get(column) == "":
                    yield _fault(placed, column, "is empty")
            for column, cell in cells.items():
                if _is_loose(cell):
                    yield _fault(placed, column, 'has spaces around a value, or "|" around none; write "a|b"')
            for column in ("since", "until", "checked"):
                if cells.get(column) and not is_partial_date(cells[column]):
                    yield _fault(placed, column, f"is no date; {WRITE_DATE}")
            if not is_in_order(cells.get("since") or None, cells.get("until") or None):
                yield _fault(placed, "until", f"is before since, {cells['since']!r}")


def _is_loose(cell: str) -> bool:
    """Whether a value of the cell is not just itself: they are read as they stand."""
    parts = cell.split("|")
    return parts != [part.strip() for part in parts] or (len(parts) > 1 and "" in parts)


def _reference_faults(tables: _Tables) -> Iterator[str]:
    """Cells that name something that there is not."""
    codes, organisations = _values(tables, "countries"), _values(tables, "organisations")
    allowed: dict[tuple[str, str], Collection[str]] = {
        ("organisations", "kind"): _KINDS,
        ("organisations", "country"): {*codes, ""},
        ("organisations", "parent"): {*codes, *organisations, ""},
        ("memberships", "organisation"): organisations,
        ("memberships", "member"): codes,
        ("memberships", "as"): _STANDINGS,
        ("offices", "body"): {*codes, *organisations},
        ("offices", "role"): _values(tables, "roles"),
        ("holders", "office"): _values(tables, "offices"),
        ("holders", "acting"): ("yes", ""),
    }
    for (name, column), values in allowed.items():
        for placed in tables[name]:
            if placed.row.cells[column] not in values:
                listed = f"allowed are {', '.join(values)}" if isinstance(values, tuple) else "no row has it as its id"
                yield _fault(placed, column, f"is unknown; {listed}")


def _repeat_faults(tables: _Tables) -> Iterator[str]:
    """Rows that say what an earlier one has said, and two actors of one kind with one name."""
    identities = {
        "countries": ("code",),
        "organisations": ("id",),
        "memberships": ("organisation", "member", "since", "as"),
        "roles": ("role",),
        "offices": ("office",),
        "holders": ("office", "person", "since"),
    }
    for name, columns in identities.items():
        yield from _repeats(tables[name], columns)
    yield from _repeats(tables["countries"], ("name",))
    yield from _repeats(tables["organisations"], ("kind", "name"))


def _repeats(rows: Iterable[_Placed], columns: tuple[str, ...]) -> Iterator[str]:
    first: dict[tuple[str, ...], _Placed] = {}
    for placed in rows:
        earlier = first.setdefault(tuple(key(placed.row.cells[column]) for column in columns), placed)
        if earlier is not placed:
            yield _fault(placed, columns[-1], f"repeats {earlier.path.name}, line {earlier.row.line}; keep one row")


def _spelling_faults(tables: _Tables) -> Iterator[str]:
    """One person under two names: a name or further spelling of one row has the key of another name."""
    named: dict[str, _Placed] = {}
    for placed in tables["holders"]:
        named.setdefault(key(placed.row.cells["person"]), placed)
    for placed in tables["holders"]:
        names = (placed.row.cells["person"], *values_of(placed.row.cells["others"]))
        for other in dict.fromkeys(map(key, names)):
            elsewhere = named.get(other, placed)
            if elsewhere.row.cells["person"] != placed.row.cells["person"]:
                where = f"{elsewhere.path.name}, line {elsewhere.row.line}"
                yield _fault(placed, "person", f"is the person of {where}; write one name in both rows")


def _overlap_faults(tables: _Tables) -> Iterator[str]:
    """Two persons in one office for one holder, neither of them acting, certainly on the same days."""
    roles = {placed.row.cells["office"]: placed.row.cells["role"] for placed in tables["offices"]}
    held: dict[str, list[_Placed]] = {}
    for placed in tables["holders"]:
        office = placed.row.cells["office"]
        if has_one_holder(roles.get(office, "")) and not placed.row.cells["acting"]:
            held.setdefault(office, []).append(placed)
    for office, rows in held.items():
        for first, second in combinations(rows, 2):
            if _overlap(first.row.cells, second.row.cells):
                where = f"{first.path.name}, line {first.row.line}"
                yield _fault(second, "since", f"overlaps the term of {first.row.cells['person']} ({where}) in {office}")


def _overlap(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    before = is_before(one["since"] or None, other["until"] or None)
    return before and is_before(other["since"] or None, one["until"] or None)


def _values(tables: _Tables, name: str) -> frozenset[str]:
    """The ids of a table: what its first column holds."""
    return frozenset(placed.row.cells[COLUMNS[name][0]] for placed in tables[name])


def _fault(placed: _Placed, column: str, detail: str) -> str:
    return f"{placed.path.name}, line {placed.row.line}, {column}: {placed.row.cells[column]!r} {detail}"
