"""Groups spoken of together: "the two ministers", "both sides", "the four nations" stand for those named in a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from standoff.resolve.named import Named
from standoff.resolve.names import Names
from standoff.values.actor import Actor

_NUMBERS = {"both": 2, "two": 2, "pair": 2, "duo": 2, "neither": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PEOPLE = frozenset("ministers presidents leaders diplomats men women pair duo counterparts officials rivals".split())
_JOINED = re.compile(r"(?:['’]s?)?(?:,| and|, and| &)(?: the| their| his)?(?: [\w.'’-]+){0,6} ?")
_AND = re.compile(r"\band\b|&")


@dataclass(frozen=True, slots=True)
class Row:
    """Actors named side by side, ending at an offset."""

    end: int
    actors: tuple[Actor, ...]
    of_people: bool


def rows_in_text(names: Names, actor_at: Callable[[Named], Actor | None]) -> tuple[Row, ...]:
    """Every "A and B", "A, B and C" of people or of states and organisations, in text order."""
    rows: list[Row] = []
    for is_person in (True, False):
        named = [n for n in names.all if (n.kind == "person") is is_person and n.kind not in ("nationality", "other")]
        rows += _rows(names.text, named, actor_at, is_person)
    return tuple(sorted(rows, key=lambda r: r.end))


def _rows(text: str, named: Sequence[Named], actor_at: Callable[[Named], Actor | None], is_person: bool) -> list[Row]:
    rows, i = [], 0
    while i < len(named):
        j, has_and = i, False
        while j + 1 < len(named):
            between = text[named[j].span.end : named[j + 1].span.start]
            if len(between) > 60 or not _JOINED.fullmatch(between):
                break
            has_and = has_and or bool(_AND.search(between))
            j += 1
        if has_and:
            actors = tuple(dict.fromkeys(a for n in named[i : j + 1] if (a := actor_at(n)) is not None))
            if len(actors) > 1:
                rows.append(Row(named[j].span.end, actors, is_person))
        i = j + 1
    return rows


def group_before(rows: Sequence[Row], at: int, words: Sequence[str]) -> tuple[Actor, ...]:
    """The actors that "the two ministers" or "both sides" stands for at an offset: the last row of that size."""
    size = next((_NUMBERS[w] for w in words if w in _NUMBERS), None)
    of_people = any(w in _PEOPLE for w in words)
    for row in reversed([r for r in rows if r.end <= at]):
        if (not words or row.of_people is of_people) and (size is None or len(row.actors) == size):
            return row.actors
    return ()
