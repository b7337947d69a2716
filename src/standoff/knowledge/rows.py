"""Rows of a CSV file, each with its line; what is wrong with the file itself is told by file and line."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from standoff.errors import UsageError

if TYPE_CHECKING:
    import _csv


class Row(NamedTuple):
    """One row: the line of the file that it ends on, counted from 1, and its cells by column."""

    line: int
    cells: Mapping[str, str]


def read_rows(path: Path, *, required: Collection[str], allowed: Collection[str]) -> tuple[Row, ...]:
    """The rows of a file that are not empty, in order, cells as written; columns that the file leaves out are empty.

    Raises: UsageError when the file cannot be read, a column is unknown, repeated or missing, or a row has another
    number of cells than the header.
    """
    with _records(path) as records:
        columns = [name.strip() for name in next(records, [])]
        _check_columns(path, columns, required, allowed)
        absent = dict.fromkeys((column for column in allowed if column not in columns), "")
        rows = []
        for cells in records:
            if any(cells):
                _check_length(path, records.line_num, cells, columns)
                rows.append(Row(records.line_num, dict(zip(columns, cells, strict=True)) | absent))
    return tuple(rows)


def read_cells(path: Path, columns: Sequence[str]) -> list[list[str]]:
    """The cells of the rows of a file that has exactly these columns in this order; empty lines are left out.

    It makes nothing but the cells, since thousands of rows are read before the first article; `read_rows` tells more.

    Raises: UsageError when the file cannot be read, has other columns, or a row has another number of cells.
    """
    with _records(path) as records:
        header = next(records, [])
        if header != list(columns):
            raise UsageError(f"{path}, line 1, header: {','.join(header)!r}; the columns here are {','.join(columns)}")
        rows = [cells for cells in records if cells]
    for line, cells in enumerate(rows, start=2):
        if len(cells) != len(header):
            _check_length(path, line, cells, header)
    return rows


def values_of(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several, parted by "|", as they stand; none for an empty cell."""
    return tuple(cell.split("|")) if cell else ()


@contextmanager
def _records(path: Path) -> Iterator[_csv.Reader]:
    """The records of the file, the header first.

    Raises: UsageError when the file cannot be read, also while its records are.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            yield reader
    except OSError as err:
        raise UsageError(f"{path}: cannot be read ({err.strerror}); give the path of a CSV file") from err
    except UnicodeDecodeError as err:
        raise UsageError(f"{path}: byte {err.start} is not UTF-8; save the file as UTF-8") from err
    except csv.Error as err:
        raise UsageError(f"{path}, line {reader.line_num}, row: not CSV ({err}); quote cells that hold quotes") from err


def _check_length(path: Path, line: int, cells: Sequence[str], columns: Sequence[str]) -> None:
    if len(cells) != len(columns):
        raise UsageError(f"{path}, line {line}, row: {len(cells)} cells; the header has {len(columns)}")


def _check_columns(path: Path, columns: list[str], required: Collection[str], allowed: Collection[str]) -> None:
    for column in columns:
        if column not in allowed:
            raise UsageError(f"{path}, line 1, {column or 'header'}: unknown column; columns are {', '.join(allowed)}")
        if columns.count(column) > 1:
            raise UsageError(f"{path}, line 1, {column}: stands twice in the header; keep one")
    for column in required:
        if column not in columns:
            raise UsageError(f"{path}, line 1, {column}: missing column; columns needed are {', '.join(required)}")
