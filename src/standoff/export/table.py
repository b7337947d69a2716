"""A plain table of texts as CSV, for people to edit in a spreadsheet and hand back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from standoff.errors import FormatError
from standoff.export.atomic import whole_file
from standoff.export.files import spreadsheet_text


def check_table_path(path: Path) -> None:
    """Raises: FormatError when the name does not end in .csv."""
    if path.suffix.lower() != ".csv":
        raise FormatError(f"{path}: unknown format '{path.suffix}'; end the name in .csv")


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """How many rows were written to `path`; no cell of them is one that a spreadsheet would run.

    Raises: FormatError when the name does not end in .csv; UsageError when the file cannot be written.
    """
    check_table_path(path)
    text = io.StringIO(newline="")
    writer = csv.writer(text)  # RFC 4180: CRLF, doubled quotation marks
    writer.writerow(columns)
    n = 0
    for row in rows:
        writer.writerow([spreadsheet_text(cell) for cell in row])
        n += 1
    with whole_file(path) as file:
        file.write(text.getvalue().encode())
    return n
