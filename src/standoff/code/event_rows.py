"""The tables of PLOVER and CAMEO that come with the program: what each code is, and which rule gives it to an act.

plover.csv has a row for each code of CAMEO; a code that PLOVER parts in several modes has a row for each, its own
first. plover_rules.csv has the rules of each act and of each root, the first that fits is taken. Both are taken to be
sound here; tests see to it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from standoff.values.coding import Modality, Plover, Polarity

CODES = Path(__file__).with_name("plover.csv")
RULES = Path(__file__).with_name("plover_rules.csv")

Topics = tuple[tuple[str, ...], ...]
"""What the words must be about: one of several, each a topic or some topics together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRow:
    """A code of CAMEO and its place in PLOVER; `plover` is `None` where it has none, `note` then says why.

    `topics` tell the code from others of its root; without any it is never told by words.
    """

    cameo: str
    plover: Plover | None
    mode: str | None
    topics: Topics
    meaning: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """What an act, or a root that is known, becomes under some conditions; a condition that is `None` always holds.

    `plover` is `None` where the codebooks have no place for it. `codes` are the codes to choose from, all those that
    begin so; the first is taken where no word tells a finer one.
    """

    of: str
    is_withheld: bool
    polarity: Polarity | None
    modality: Modality | None
    topics: Topics
    plover: Plover | None
    codes: tuple[str, ...]
    why: str


@lru_cache(maxsize=1)
def code_rows() -> tuple[CodeRow, ...]:
    """The rows of plover.csv."""
    return tuple(
        CodeRow(
            cameo=cells["cameo"],
            plover=cast("Plover", cells["plover"]) or None,
            mode=cells["mode"] or None,
            topics=_topics(cells["topics"]),
            meaning=cells["meaning"],
            note=cells["note"],
        )
        for cells in _cells(CODES)
    )


@lru_cache(maxsize=1)
def event_rules() -> Mapping[str, tuple[EventRule, ...]]:
    """The rules of each act and each root, in their order."""
    rules: dict[str, tuple[EventRule, ...]] = {}
    for cells in _cells(RULES):
        rules[cells["of"]] = (*rules.get(cells["of"], ()), _rule(cells))
    return rules


@lru_cache(maxsize=128)
def codes_under(prefixes: tuple[str, ...]) -> tuple[CodeRow, ...]:
    """The rows of all codes that begin with one of `prefixes`, in the order of the table."""
    return tuple(row for row in code_rows() if row.cameo.startswith(prefixes))


@lru_cache(maxsize=1)
def own_rows() -> Mapping[str, CodeRow]:
    """Each code's own row: its first."""
    return {row.cameo: row for row in reversed(code_rows())}


def _rule(cells: Mapping[str, str]) -> EventRule:
    return EventRule(
        of=cells["of"],
        is_withheld=cells["withheld"] == "yes",
        polarity=cast("Polarity", cells["polarity"]) or None,
        modality=cast("Modality", cells["modality"]) or None,
        topics=_topics(cells["topics"]),
        plover=cast("Plover", cells["plover"]) or None,
        codes=tuple(cells["codes"].split()),
        why=cells["why"],
    )


def _topics(cell: str) -> Topics:
    """The topics of a cell: "a|b+c" is a alone, or b and c together."""
    return tuple(tuple(part.split("+")) for part in cell.split("|")) if cell else ()


def _cells(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)
