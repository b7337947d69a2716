"""JSON, JSON lines and CSV to articles, one a row. A bad row is an error of its own; the rows after it are read.

Keys: `text` (needed), `title`, `author`, `date`, `url`, `publisher`; others are passed over. JSON lines and CSV are
read row by row, so a file may be larger than memory.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from standoff.errors import InputError
from standoff.read.article import Article
from standoff.read.decoding import encoding_from_mark, text_from_bytes, undecodable
from standoff.read.options import ReadOptions

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

_FIELDS = ("title", "author", "date", "publisher", "url")
_DELIMITERS = (",", ";", "\t")


def articles_from_json(data: bytes, path: str, options: ReadOptions) -> Iterator[Article | InputError]:
    """The articles of a JSON file that holds one object or a list of them.

    Raises: InputError (`empty`, `binary`, `undecodable`, `bad_json`) when the file as a whole is no good.
    """
    value = _parsed(text_from_bytes(data, path, options.encoding), path, "the file")
    if isinstance(value, list):
        if not value:
            raise InputError(path, "empty", "the file holds an empty list")
        for number, row in enumerate(value, 1):
            yield _article(row, f"{path}#{number}", options)
    else:
        yield _article(value, path, options)


def articles_from_jsonl(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Article | InputError]:
    """The articles of a file with one JSON object a line; empty lines count as lines but give nothing."""
    for number, line in _lines(stream, path, options):
        place = f"{path}#{number}"
        if isinstance(line, InputError):
            yield InputError(place, line.reason, line.detail)
            continue
        if not line.strip():
            continue
        try:
            value = _parsed(line, place, f"line {number}")
        except InputError as err:
            yield err
        else:
            yield _article(value, place, options)


def articles_from_csv(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Article | InputError]:
    """The articles of a CSV file with a header; rows are counted from 1 behind the header.

    Raises: InputError (`bad_csv`) when there is no header with a `text` column, or a line cannot be decoded.
    """
    csv.field_size_limit(options.max_bytes)  # global in the library, so set for every file
    lines = _whole_lines(_lines(stream, path, options))
    first = next(lines, "")
    delimiter = next((mark for mark in _DELIMITERS if "text" in _header(first, mark)), None)
    if delimiter is None:
        raise InputError(path, "bad_csv", "line 1: no column named text; the header must name it (title, text, ...)")
    header = _header(first, delimiter)
    reader = csv.reader(lines, delimiter=delimiter)
    for number, cells in enumerate(_rows(reader, path), 1):
        place = f"{path}#{number}"
        if len(cells) == len(header):
            yield _article(dict(zip(header, cells, strict=True)), place, options)
        else:
            got = f"line {reader.line_num + 1}: {len(cells)} cells under a header of {len(header)}"
            yield InputError(place, "bad_csv", f"{got}; put the text in quotation marks")


def _rows(reader: CsvReader, path: str) -> Iterator[list[str]]:
    """The rows that have cells.

    Raises: InputError (`bad_csv`) at a fault: where the next row would begin is then unknown.
    """
    try:
        yield from (cells for cells in reader if cells)
    except csv.Error as err:
        raise InputError(path, "bad_csv", f"line {reader.line_num + 1}: {err}; nothing behind it is read") from err


def _header(line: str, delimiter: str) -> list[str]:
    return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def _parsed(text: str, path: str, what: str) -> object:
    """The JSON value.

    Raises: InputError (`bad_json`) with the place of the fault.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as err:
        raise InputError(path, "bad_json", f"{what} is not JSON: {err.msg} at line {err.lineno}, {err.colno}") from err
    except (RecursionError, ValueError) as err:
        raise InputError(path, "bad_json", f"{what} is not JSON that can be held: {err}") from err


def _article(row: object, place: str, options: ReadOptions) -> Article | InputError:
    """The article of one row, or what is wrong with the row."""
    if not isinstance(row, Mapping):
        return InputError(place, "bad_json", f"a row must be an object with the key text, not {type(row).__name__}")
    text = row.get("text")
    if not isinstance(text, str):
        got = "no key text" if "text" not in row else f"text is {type(text).__name__}"
        return InputError(place, "bad_json", f"{got}; a row needs the article's text under the key text")
    if len(text.encode("utf-8", "replace")) > options.max_bytes:
        return too_large(place, options)
    title, author, date, publisher, url = (_word(row.get(key)) for key in _FIELDS)
    is_address = (url or "").startswith(("http://", "https://"))
    return Article(
        path=url if url and is_address else place, text=text, title=title, author=author, date=date, publisher=publisher
    )


def _word(value: object) -> str | None:
    """The value when it is text; numbers and lists say nothing that we could show as written."""
    return value.strip() or None if isinstance(value, str) else None


def too_large(path: str, options: ReadOptions) -> InputError:
    """The error for a document beyond the limit."""
    limit = f"{options.max_bytes / 1_000_000:g} MB"
    return InputError(
        path, "too_large", f"larger than {limit}, the limit for one document; split it or raise the limit"
    )


def _lines(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[tuple[int, str | InputError]]:
    """The lines with their numbers, decoded; an error in place of one that is too long or not valid."""
    number = offset = 0
    encoding = options.encoding or "utf-8"
    while line := stream.readline(options.max_bytes + 1):
        number += 1
        if number == 1:
            line = _without_mark(line, path)
        if len(line) > options.max_bytes:
            yield number, too_large(path, options)
            offset += len(line) + _skip_line(stream)
            continue
        try:
            yield number, line.decode(encoding)
        except UnicodeError as err:
            yield number, undecodable(path, encoding, err, offset)
        offset += len(line)


def _without_mark(line: bytes, path: str) -> bytes:
    """The first line without a UTF-8 mark.

    Raises: InputError (`undecodable`) when the mark is that of an encoding whose lines cannot be told apart.
    """
    name = encoding_from_mark(line)
    if name and name != "utf-8-sig":
        raise InputError(path, "undecodable", f"tables are read as UTF-8, this is {name.upper()}; save it as UTF-8")
    return line.removeprefix(b"\xef\xbb\xbf")


def _skip_line(stream: BinaryIO) -> int:
    """Reads on to the end of the line; the number of bytes passed over."""
    n_bytes = 0
    while chunk := stream.readline(65_536):
        n_bytes += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return n_bytes


def _whole_lines(lines: Iterable[tuple[int, str | InputError]]) -> Iterator[str]:
    """The lines alone: in CSV a lost line would shift all that follows, so the first bad one ends the file.

    Raises: InputError of the first line that could not be read.
    """
    for number, line in lines:
        if isinstance(line, InputError):
            raise InputError(line.path, line.reason, f"line {number}: {line.detail}")
        yield line
