"""A sheet of statements drawn at random, to be marked right or wrong field by field, and the precision it then shows.

The corpora that the other figures come from are ours; a sheet tells how right the program is on the user's own texts.
It measures what was found: what the program missed is in no row of it.
"""

from __future__ import annotations

import csv
import io
import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from standoff.errors import UsageError
from standoff.knowledge.rows import Row

T = TypeVar("T")

FIELDS = ("content", "source", "basis", "actor", "act", "target", "issues")
"""The fields of a statement that are marked."""

_TOLD = ("statement_id", "path", "sentence", "source", "cue", "content")

COLUMNS: tuple[str, ...] = (
    *_TOLD,
    *(column for field in FIELDS for column in (field, f"{field}_right") if column not in _TOLD),
)
"""The columns of a sheet: what tells a statement, then each field's value and its mark; a value stands once."""

MARKS: Mapping[str, bool] = {
    **dict.fromkeys(("y", "yes", "1", "right"), True),
    **dict.fromkeys(("n", "no", "0", "wrong"), False),
}
"""What may stand in a mark's cell, in capital or small letters, and whether it says "right"; empty is unmarked."""

_Z = 1.959964
"""The standard normal quantile that leaves 2.5 % on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldScore:
    """How often a field is right among the statements marked for it.

    `precision` and its 95 % interval from `low` to `high` are 0-1, `None` where nothing is marked.
    """

    field: str
    n_right: int
    n_marked: int
    n_unmarked: int
    precision: float | None
    low: float | None
    high: float | None


def drawn(items: Iterable[T], n: int, seed: int) -> list[T]:
    """At most `n` of the items in their order, each set of them equally likely; the same ones for the same seed.

    Holds no more than `n` items at once.

    Source: Vitter 1985, "Random Sampling with a Reservoir", algorithm R.

    >>> drawn("abcdef", 3, seed=7) == drawn("abcdef", 3, seed=7)
    True
    """
    # random() alone is promised to give the same numbers in every version of Python.
    chance = random.Random(seed)  # noqa: S311 - a sample has to be repeatable, not secret
    held: list[tuple[int, T]] = []
    for i, item in enumerate(items):
        if i < n:
            held.append((i, item))
            continue
        place = int(chance.random() * (i + 1))
        if place < n:
            held[place] = (i, item)
    return [item for _, item in sorted(held, key=lambda pair: pair[0])]


def sheet_row(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The cells of a statement's record in the order of `COLUMNS`, the marks empty.

    Pieces of a content are parted by " ... ", several actors, targets or issues by "; ".
    """
    cells = {
        "statement_id": record["statement_id"],
        "path": record["path"],
        "sentence": _words(record["sentence"]),
        "source": _words(record["source"]),
        "cue": _words(record["cue"]),
        "content": " ... ".join(_words(piece) for piece in record["content"]),
        "basis": record["basis"],
        "actor": "; ".join(_names([record["actor"], *record["co_actors"]])),
        "act": record["act"] or "",
        "target": "; ".join(_names(record["target_actors"]) or [_words(span) for span in record["targets"]]),
        "issues": "; ".join(record["issues"]),
    }
    return tuple(str(cells.get(column, "")) for column in COLUMNS)


def rows_from_sheet(text: str) -> tuple[Row, ...]:
    """The rows of a sheet that hold anything, in order; also of one that a spreadsheet parts by ";" or tabs.

    Columns beside those of the sheet are left alone, and cells that a row leaves out at its end are empty.

    Raises: UsageError when the text is no CSV, or lacks a column of marks; names the line.
    """
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text), strict=True)
    try:
        columns = [name.strip() for name in next(reader, [])]
        lacking = [f"{field}_right" for field in FIELDS if f"{field}_right" not in columns]
        if lacking:
            raise UsageError(f"line 1, {lacking[0]}: missing column; score a sheet that `standoff sample` wrote")
        empty = [""] * len(columns)
        rows = ((reader.line_num, cells) for cells in reader if any(cells))
        return tuple(Row(line, dict(zip(columns, [*cells, *empty], strict=False))) for line, cells in rows)
    except csv.Error as err:
        raise UsageError(f"line {reader.line_num}: not CSV ({err}); quote cells that hold quotes") from err


def scores_from_marks(rows: Iterable[Row]) -> tuple[FieldScore, ...]:
    """One score for each field, in order, from the rows of a marked sheet.

    Raises: UsageError at the first cell that is neither empty nor one of `MARKS`; names line and column.
    """
    marks: dict[str, list[bool | None]] = {field: [] for field in FIELDS}
    for row in rows:
        for field in FIELDS:
            marks[field].append(_mark(row, f"{field}_right"))
    return tuple(_score(field, found) for field, found in marks.items())


def has_marks(rows: Iterable[Row]) -> bool:
    """Whether anything stands in a mark's cell."""
    return any(row.cells[f"{field}_right"].strip() for row in rows for field in FIELDS)


def wilson(n_right: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share of `n` things of which `n_right` are right, `n` at least 1.

    Source: Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference", the score interval
    without continuity correction; Brown, Cai & DasGupta 2001 recommend it for samples of this size.

    >>> [round(bound, 3) for bound in wilson(90, 100)]
    [0.826, 0.945]
    """
    share, z2 = n_right / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    # At either end the formula gives 0 or 1 but for the last bit.
    return (0.0 if n_right == 0 else middle - half), (1.0 if n_right == n else middle + half)


def score_lines(scores: Sequence[FieldScore]) -> tuple[str, ...]:
    """The scores for people, one field a line: precision, its interval, what it rests on."""
    return tuple(_line(score) for score in scores)


def scores_json(scores: Sequence[FieldScore]) -> dict[str, object]:
    """The scores as one JSON object, with full precision."""
    return {"schema": "standoff-sample/1", "fields": [asdict(score) for score in scores]}


def _score(field: str, marks: Sequence[bool | None]) -> FieldScore:
    n_right, n_unmarked = marks.count(True), marks.count(None)
    n_marked = len(marks) - n_unmarked
    low, high = wilson(n_right, n_marked) if n_marked else (None, None)
    return FieldScore(
        field=field,
        n_right=n_right,
        n_marked=n_marked,
        n_unmarked=n_unmarked,
        precision=n_right / n_marked if n_marked else None,
        low=low,
        high=high,
    )


def _delimiter(text: str) -> str:
    """What parts the cells: the sign of several that stands most often in the first line."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _mark(row: Row, column: str) -> bool | None:
    """What a cell says, `None` for an empty one.

    Raises: UsageError when it says something else.
    """
    cell = row.cells[column].strip()
    if cell and cell.lower() not in MARKS:
        raise UsageError(f"line {row.line}, {column}: {cell!r}; write one of {', '.join(MARKS)}, or leave it empty")
    return MARKS[cell.lower()] if cell else None


def _line(score: FieldScore) -> str:
    unmarked = f", {score.n_unmarked} unmarked" if score.n_unmarked else ""
    if score.precision is None:
        return f"{score.field}: nothing marked{unmarked}"
    interval = f"{score.low:.3f} to {score.high:.3f}"
    return f"{score.field}: {score.precision:.3f} ({interval}), {score.n_right} of {score.n_marked} right{unmarked}"


def _words(span: Mapping[str, Any] | None) -> str:
    return " ".join(span["text"].split()) if span else ""


def _names(actors: Iterable[Mapping[str, Any] | None]) -> list[str]:
    return [actor["name"] for actor in actors if actor]
