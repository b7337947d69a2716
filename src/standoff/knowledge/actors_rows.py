"""The rows of the user's own actors file, each checked by itself and against the others of the file.

What they mean for what is already known is decided in `actors_file`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from standoff.errors import UsageError
from standoff.knowledge.keys import key
from standoff.knowledge.periods import WRITE_DATE, is_in_order, is_partial_date
from standoff.knowledge.rows import Row, read_rows, values_of
from standoff.values.actor import ACTOR_KINDS, ActorKind

COLUMNS = ("name", "kind", "country", "others", "parent", "office", "since", "until")
REQUIRED = ("name", "kind")
KINDS = tuple(kind for kind in ACTOR_KINDS if kind != "unnamed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One row as written; empty cells of `country`, `parent`, `office` and the dates are `None`."""

    line: int
    name: str
    kind: ActorKind
    country: str | None
    others: tuple[str, ...]
    parent: str | None
    office: str | None
    since: str | None
    until: str | None


def read_actor_rows(path: Path) -> tuple[ActorRow, ...]:
    """The rows of the file in order.

    Raises: UsageError with file, line and key at the first thing that is wrong.
    """
    rows = tuple(_actor_row(path, _stripped(row)) for row in read_rows(path, required=REQUIRED, allowed=COLUMNS))
    if not rows:
        raise UsageError(f"{path}, line 1, name: the file holds no actor; write one row for each")
    _check_kinds(path, rows)
    _check_repeats(path, rows)
    return rows


def fault(path: Path, line: int, where: str, detail: str) -> UsageError:
    """The error of one cell: file, line, key, and what is wrong and allowed."""
    return UsageError(f"{path}, line {line}, {where}: {detail}")


def _stripped(row: Row) -> Row:
    return row._replace(cells={column: cell.strip() for column, cell in row.cells.items()})


def _actor_row(path: Path, row: Row) -> ActorRow:
    """The row, sound by itself.

    Raises: UsageError when a cell is not.
    """
    cells = row.cells
    if not key(cells["name"]):
        raise fault(path, row.line, "name", f"{cells['name']!r} is no name; write the name that news use")
    if cells["kind"] not in KINDS:
        raise fault(path, row.line, "kind", f"{cells['kind']!r} is unknown; kinds are {', '.join(KINDS)}")
    _check_dates(path, row)
    if cells["office"] and cells["kind"] != "person":
        raise fault(path, row.line, "office", f"a {cells['kind']} holds no office; only rows of kind person do")
    return ActorRow(
        line=row.line,
        name=" ".join(cells["name"].split()),
        kind=cast("ActorKind", cells["kind"]),
        others=tuple(stripped for value in values_of(cells["others"]) if (stripped := value.strip())),
        **{column: cells[column] or None for column in ("country", "parent", "office", "since", "until")},
    )


def _check_dates(path: Path, row: Row) -> None:
    cells = row.cells
    for column in ("since", "until"):
        if cells[column] and not is_partial_date(cells[column]):
            raise fault(path, row.line, column, f"{cells[column]!r} is no date; {WRITE_DATE}")
        if cells[column] and cells["kind"] == "person" and not cells["office"]:
            raise fault(path, row.line, column, "the dates of a person are those of an office; name the office too")
    if not is_in_order(cells["since"] or None, cells["until"] or None):
        raise fault(path, row.line, "until", f"{cells['until']!r} is before since, {cells['since']!r}; swap them")


def _check_kinds(path: Path, rows: Sequence[ActorRow]) -> None:
    first: dict[str, ActorRow] = {}
    for row in rows:
        earlier = first.setdefault(key(row.name), row)
        if earlier.kind != row.kind:
            detail = f"{row.name!r} is {row.kind!r} here and {earlier.kind!r} on line {earlier.line}; keep one"
            raise fault(path, row.line, "kind", detail)


def _check_repeats(path: Path, rows: Sequence[ActorRow]) -> None:
    """A person may have a row for each term of office; every other actor has one row."""
    first: dict[tuple[str | None, ...], ActorRow] = {}
    for row in rows:
        term = (row.office, row.parent, row.country, row.since) if row.kind == "person" else ()
        earlier = first.setdefault((key(row.name), *term), row)
        if earlier is not row:
            raise fault(path, row.line, "name", f"{row.name!r} repeats line {earlier.line}; keep one row for it")
