"""Records into files: JSON lines, CSV, Parquet. All are written as they come, so that memory stays flat.

The format is the ending of the file's name. A file is there whole or not at all (`atomic`).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from standoff.errors import FormatError
from standoff.export.atomic import whole_file
from standoff.export.parquet import write_parquet
from standoff.export.records import COLUMNS, Record

# Spreadsheets run a cell that begins with one of these as a formula; the full-width forms count as the plain ones.
_FORMULA = tuple("=+-@\t\r\n\x00＝＋－＠")

# File names that are not valid UTF-8 come to us with lone surrogates, which no JSON reader takes.
_SURROGATE = re.compile("[\ud800-\udfff]")


def write_records(records: Iterable[Record], path: Path) -> int:
    """How many records were written to `path`, in the format that its ending names.

    Raises: FormatError when the ending is not one of `FORMATS`; MissingExtra when Parquet is asked for without
    duckdb; UsageError when the file cannot be written.
    """
    write = format_for(path)
    with whole_file(path) as file:
        return write(records, file)


def format_for(path: Path) -> Callable[[Iterable[Record], BinaryIO], int]:
    """The writer for a file's ending.

    Raises: FormatError when there is none.
    """
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        raise FormatError(f"{path}: unknown format '{path.suffix}'; end the name in {', '.join(FORMATS)}")
    return write


def write_text(text: str, path: Path) -> None:
    """Writes `text` to `path` as UTF-8, line ends as they are.

    Raises: UsageError when the file cannot be written.
    """
    with whole_file(path) as file:
        file.write(_sound(text).encode())


def jsonl_lines(records: Iterable[Record]) -> Iterator[str]:
    """Each record as one line of JSON, its line end included."""
    for record in records:
        yield json_text(record) + "\n"


def json_text(value: object, *, indent: int | None = None) -> str:
    """The value as JSON that every reader takes: no NaN, no lone surrogates, letters as they are.

    >>> json_text({"title": "Łódź", "score": None})
    '{"title": "Łódź", "score": null}'
    """
    return _sound(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent))


def csv_row(record: Record) -> list[str]:
    """The record's cells: nested values as JSON, nothing that a spreadsheet would run.

    A cell that would be run gets an apostrophe in front; empty means null.
    """
    return [_cell(record[key], COLUMNS[key]) for key in COLUMNS]


def _cell(value: object, kind: str) -> str:
    if value is None:
        return ""
    return json_text(value) if kind != "VARCHAR" else spreadsheet_text(str(value))


def spreadsheet_text(text: str) -> str:
    """The text as a cell that no spreadsheet runs: with an apostrophe in front where one would.

    >>> spreadsheet_text("=1+1"), spreadsheet_text("Oslo")
    ("'=1+1", 'Oslo')
    """
    sound = _sound(text)
    return f"'{sound}" if sound.startswith(_FORMULA) else sound


def _sound(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _write_jsonl(records: Iterable[Record], file: BinaryIO) -> int:
    n = 0
    for line in jsonl_lines(records):
        file.write(line.encode())
        n += 1
    return n


def _write_csv(records: Iterable[Record], file: BinaryIO) -> int:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        writer = csv.writer(text)  # RFC 4180: CRLF, doubled quotation marks
        writer.writerow(COLUMNS)
        n = 0
        for record in records:
            writer.writerow(csv_row(record))
            n += 1
        return n
    finally:
        text.detach()  # flushes, and leaves the file open for whoever opened it


def _write_parquet(records: Iterable[Record], file: BinaryIO) -> int:
    return write_parquet(jsonl_lines(records), COLUMNS, file)


FORMATS: Mapping[str, Callable[[Iterable[Record], BinaryIO], int]] = {
    ".jsonl": _write_jsonl,
    ".csv": _write_csv,
    ".parquet": _write_parquet,
}
"""What can be written, by the file's ending."""
