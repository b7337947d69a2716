"""Floors: figures that may rise and not fall, pinned to the corpus that they were measured on.

`floors.json` beside this file holds them. `raise_floors` lifts a floor to what was just measured; only `may_lower`,
which the command asks for by its own flag, takes one down. A corpus is known by its hash, so a floor says nothing of
a corpus that has changed.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from standoff.errors import UsageError
from standoff.evaluate.figures import Report

SLACK = 0.005
"""A floor is set this much below what was measured: int8 kernels of other processors round differently, and a
statement gained or lost moves most figures of the bundled set by less. Set by judgement."""

FLOORED: tuple[str, ...] = (
    *("source.exact.f1", "cue.exact.f1", "content.exact.f1", "content.overlap.f1", "relation.f1"),
    *("quote.accuracy", "basis.accuracy", "basis.macro_f1", "basis.inferred.recall", "basis.predicted.recall"),
    *("act.accuracy", "act.macro_f1", "voice.accuracy", "voice.macro_f1"),
    *("actor.accuracy", "actor.guessed", "target.f1", "e2e.f1"),
    *("factuality.pearson_r", "factuality.mean_absolute_error"),
    "pronoun.f1",
    *("person.exact.f1", "organisation.exact.f1", "place.exact.f1"),
    *("on_gold.claims.b3.f1", "on_gold.clashes.precision", "on_gold.clashes.recall", "on_found.claims.b3.f1"),
)
"""The figures that a corpus without floors gets them for, where its report has them."""

_BETTER_LOWER = ("_error", ".guessed")
"""A figure whose name ends so is better when lower: its floor is a ceiling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least value of one figure on one corpus, the greatest of an error or a guess; `sha256` names the corpus."""

    corpus: str
    sha256: str
    figure: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenFloor:
    """A floor that does not hold; `value` is what was measured, None when the report lacks the figure."""

    floor: Floor
    value: float | None

    def __str__(self) -> str:
        """One line for people."""
        found = "not in the report" if self.value is None else f"{self.value:.3f}"
        side = "above its ceiling" if self.floor.figure.endswith(_BETTER_LOWER) else "below its floor"
        return f"{self.floor.corpus}: {self.floor.figure} is {found}, {side} of {self.floor.value:.3f}"


def floors_path() -> Path:
    """The file of floors that comes with the program."""
    return Path(__file__).with_name("floors.json")


def read_floors(path: Path | None = None) -> tuple[Floor, ...]:
    """The floors of a file, those that come with the program by default.

    Raises: UsageError when the file cannot be read or is none of floors.
    """
    path = path or floors_path()
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return tuple(floor for entry in raw["corpora"] for floor in _entry_floors(entry))
    except OSError as err:
        raise UsageError(f"{path}: cannot be read ({err.strerror}); give a file that --update-floors wrote") from err
    except (ValueError, KeyError, TypeError, AttributeError) as err:
        raise UsageError(f"{path}: is not a file of floors ({err!r}); give one that --update-floors wrote") from err


def _entry_floors(entry: Mapping[str, Any]) -> Iterable[Floor]:
    """The floors of one corpus in the file."""
    for figure, value in entry["floors"].items():
        yield Floor(corpus=entry["corpus"], sha256=entry["sha256"], figure=figure, value=float(value))


def floors_broken(report: Report, floors: Iterable[Floor]) -> tuple[BrokenFloor, ...]:
    """The floors of the report's corpus that do not hold; none when its corpus has no floors."""
    values = {figure.name: figure.value for figure in report.figures}
    mine = [floor for floor in floors if floor.sha256 == report.sha256]
    return tuple(
        BrokenFloor(floor=floor, value=values.get(floor.figure)) for floor in mine if not _holds(floor, values)
    )


def _holds(floor: Floor, values: dict[str, float]) -> bool:
    value = values.get(floor.figure)
    if value is None:
        return False
    return value <= floor.value if floor.figure.endswith(_BETTER_LOWER) else value >= floor.value


def raise_floors(report: Report, floors: Iterable[Floor], *, may_lower: bool = False) -> tuple[Floor, ...]:
    """The floors, those of the report's corpus set to what it measured, less `SLACK`.

    Without `may_lower` a floor only ever becomes harder to pass, and one that is broken stays as it is.
    """
    values = {figure.name: figure.value for figure in report.figures}
    kept = tuple(floors)
    mine = {floor.figure for floor in kept if floor.sha256 == report.sha256}
    new = [] if mine else [name for name in FLOORED if name in values]
    moved = tuple(
        _moved(f, values[f.figure], may_lower) if f.sha256 == report.sha256 and f.figure in values else f for f in kept
    )
    return (
        *moved,
        *(Floor(corpus=report.corpus, sha256=report.sha256, figure=n, value=_with_slack(n, values[n])) for n in new),
    )


def _moved(floor: Floor, value: float, may_lower: bool) -> Floor:
    """The floor at what was measured, or as it was when that would make it easier to pass."""
    measured = _with_slack(floor.figure, value)
    is_harder = measured < floor.value if floor.figure.endswith(_BETTER_LOWER) else measured > floor.value
    return replace(floor, value=measured) if is_harder or may_lower else floor


def _with_slack(figure: str, value: float) -> float:
    """The floor for a measured value: three decimals, rounded to the easier side.

    >>> _with_slack("relation.f1", 0.7), _with_slack("actor.guessed", 0.1)
    (0.695, 0.105)
    """
    if figure.endswith(_BETTER_LOWER):
        return math.ceil(round((value + SLACK) * 1000, 6)) / 1000
    return max(0.0, math.floor(round((value - SLACK) * 1000, 6)) / 1000)


def write_floors(path: Path, floors: Iterable[Floor]) -> None:
    """Writes a file of floors, whole or not at all.

    Raises: UsageError when it cannot be written.
    """
    corpora: dict[str, dict[str, Any]] = {}
    for floor in floors:
        entry = corpora.setdefault(floor.sha256, {"corpus": floor.corpus, "sha256": floor.sha256, "floors": {}})
        entry["floors"][floor.figure] = floor.value
    beside = path.with_name(path.name + ".new")
    try:
        beside.write_text(json.dumps({"corpora": list(corpora.values())}, indent=2) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as err:
        raise UsageError(f"{path}: cannot be written ({err.strerror}); give a path that can, with --floors") from err
