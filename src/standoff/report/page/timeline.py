"""When the texts appeared, as plain figures for a picture; the page also tells it in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from standoff.report.brief import Brief
from standoff.report.compared.words import day_of, document_title

# The drawing's own units; a window scales it.
_WIDTH, _DOT, _LEFT = 1000, 26, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearing:
    """A document on the timeline."""

    n: int
    title: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day with its documents."""

    name: str
    x: float
    documents: tuple[Appearing, ...]
    is_named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The days on which documents appeared, in order; `n_undated` bear no date."""

    days: tuple[Day, ...]
    height: float
    n_undated: int


def timeline_from_brief(brief: Brief) -> Timeline:
    """When the documents appeared; no days where none bears a date."""
    by_day: dict[date, list[tuple[int, str]]] = defaultdict(list)
    for n, document in enumerate(brief.documents, start=1):
        if day := day_of(document.analysis.document):
            by_day[day].append((n, document_title(document.analysis.document)))
    n_dated = sum(map(len, by_day.values()))
    deepest = max(map(len, by_day.values()), default=0)
    return Timeline(
        days=_days(by_day),
        height=deepest * _DOT + 44,
        n_undated=len(brief.documents) - n_dated,
    )


def _days(by_day: Mapping[date, Sequence[tuple[int, str]]]) -> tuple[Day, ...]:
    days = sorted(by_day)
    if not days:
        return ()
    length = max(1, (days[-1] - days[0]).days)
    found: list[Day] = []
    last_named = -1000.0
    for day in days:
        x = round(_LEFT + (_WIDTH - 2 * _LEFT) * (day - days[0]).days / length, 1)
        documents = tuple(
            Appearing(n=n, title=title, x=x, y=round((i + 0.5) * _DOT + 4, 1))
            for i, (n, title) in enumerate(by_day[day])
        )
        is_named = x - last_named >= 90  # a date is about that wide
        last_named = x if is_named else last_named
        found.append(Day(name=day.isoformat(), x=x, documents=documents, is_named=is_named))
    return tuple(found)
