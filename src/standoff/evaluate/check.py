"""Checking an annotation file, for `standoff annotate check FILE`: all problems at once, told line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from standoff.errors import GoldError
from standoff.evaluate.faults import Fault, document_faults
from standoff.evaluate.gold import NO_DOCUMENT, Line, document_from_json, name_taken, parsed_line, read_lines
from standoff.evaluate.oddities import RULES, unknown_keys
from standoff.evaluate.pairs import pair_field, read_pairs

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing found in an annotation file.

    An `error` keeps the file from being used, a `warning` asks for a second look. `line` counts from 1; `doc` is the
    document's name, empty where it could not be read; `key` the place in it.
    """

    level: Level
    path: str
    line: int
    doc: str
    key: str
    detail: str

    def __str__(self) -> str:
        """One line for people."""
        place = " ".join(x for x in (self.doc, self.key) if x)
        return f"{self.path}:{self.line}: {self.level}: {place}: {self.detail}"


def check_gold(path: Path | str) -> list[Problem]:
    """All problems of an annotation file, in file order; empty when there is none.

    Minimal pairs are told from documents by their key `pair`, and stop at the first error.

    Raises: UsageError when the file cannot be opened.
    """
    path = Path(path)
    names: set[str] = set()
    problems: list[Problem] = []
    for line in read_lines(path):
        try:
            raw = parsed_line(path, line)
        except GoldError as err:
            problems.extend(_problems("error", path, line, "", [Fault("line", str(err).split(": ", 1)[1])]))
            continue
        if isinstance(raw, dict) and "pair" in raw:
            return _pair_problems(path, pair_field(raw))
        problems.extend(_document_problems(path, line, raw, names))
    return problems or ([] if names else list(_problems("error", path, Line(1, ""), "", [Fault("doc", NO_DOCUMENT)])))


def _document_problems(path: Path, line: Line, raw: object, names: set[str]) -> Iterator[Problem]:
    """The problems of one document; `names` holds the names so far and takes this one's."""
    name = raw.get("doc") if isinstance(raw, dict) else None
    doc = name if isinstance(name, str) else ""
    faults = list(document_faults(raw))
    if doc and (taken := name_taken(doc, names)):
        faults.insert(0, taken)
    names.add(doc)
    yield from _problems("error", path, line, doc, faults)
    if not faults:
        sound = cast("Mapping[str, Any]", raw)
        document = document_from_json(sound)
        yield from _problems("warning", path, line, doc, unknown_keys(sound))
        for rule in RULES:
            yield from _problems("warning", path, line, doc, rule(document))


def _pair_problems(path: Path, field: str) -> list[Problem]:
    """The first error of a file of minimal pairs, or nothing."""
    try:
        read_pairs(path, field)
    except GoldError as err:
        return list(_problems("error", path, Line(1, ""), "", [Fault("pair", str(err))]))
    return []


def _problems(level: Level, path: Path, line: Line, doc: str, faults: Iterable[Fault]) -> Iterator[Problem]:
    """The faults as problems of one line."""
    for fault in faults:
        yield Problem(level=level, path=str(path), line=line.number, doc=doc, key=fault.key, detail=fault.detail)
