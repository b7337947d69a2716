"""When a meeting is said to be: days in the text, weekdays seen from the day of the report, and that day itself.

A period is written as ISO 8601 has it: "2024-12-05", "2024-12-05/2024-12-06", "2024-12" where only the month is known,
"--06-11" where the year is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.compare.story_terms import MONTHS
from standoff.spans import Span
from standoff.values import Analysis

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_TO = r"\s?(?:-|–|—|\bto\b|\band\b|\buntil\b)\s?"
_FULL_YEAR = r"(?P<year>(?:19|20|21)\d{2}(?!\d))"  # others are numbers of something: "on 5 May 3000 people"
_YEAR = rf"(?:,?\s+{_FULL_YEAR})?"
_DATES = (
    re.compile(rf"(?P<a>{_DAY}) (?P<month>{_MONTH}){_TO}(?P<b>{_DAY}) (?P<month_b>{_MONTH}){_YEAR}"),
    re.compile(rf"(?P<month>{_MONTH}) (?P<a>{_DAY}){_TO}(?P<month_b>{_MONTH}) (?P<b>{_DAY}){_YEAR}"),
    re.compile(rf"(?P<a>{_DAY})(?:{_TO}(?P<b>{_DAY}))?(?: of)? (?P<month>{_MONTH}){_YEAR}"),
    re.compile(rf"(?P<month>{_MONTH}) (?P<a>{_DAY})(?:{_TO}(?P<b>{_DAY}))?{_YEAR}"),
    re.compile(rf"(?P<month>{_MONTH}),? {_FULL_YEAR}"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b(?P<next>next |by |until |coming )?(?P<day>{'|'.join(_WEEKDAYS)})\b")
_ON_WEEKDAY = re.compile(rf"\b(?:[oO]n|By) ({'|'.join(_WEEKDAYS)})\b")
_LENGTH = re.compile(r"\b(two|three|four|five)-day\b", re.IGNORECASE)
_LENGTHS = {"two": 2, "three": 3, "four": 4, "five": 5}
_ANY_YEAR = 2001  # stands in where no year is known; not a leap year, so 29 February is left out
STATED, BY_WEEKDAY, BY_MONTH, OF_REPORT = 3.0, 2.0, 1.0, 0.5
"""How much a period weighs by how it is known."""
_MAX_DISTANCE_DAYS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `first` to `last`, with the words that say so; `has_year` and `has_day` tell what is known.

    `span` is `None` where it is the document's own date and no words of it.
    """

    doc_id: str
    first: date
    last: date
    has_year: bool
    has_day: bool
    weight: float
    span: Span | None

    def speaks_for(self, other: Period) -> bool:
        """Whether this is the other or, both known to the day, lies within it."""
        is_within = other.first <= self.first and self.last <= other.last
        return self.iso == other.iso or (is_within and self.has_day and other.has_day)

    @property
    def iso(self) -> str:
        """The period as ISO 8601 writes it."""
        first, last = (_iso(day, self.has_year, self.has_day) for day in (self.first, self.last))
        return first if first == last else f"{first}/{last}"


def report_day(analysis: Analysis) -> Period | None:
    """The day of a report, from its data or its dateline, `None` where it has none."""
    document = analysis.document
    if document.published:
        day = date.fromisoformat(document.published)
        known = _Known(first=day, last=day, has_year=True, has_day=True)
        return _period(document.doc_id, known, OF_REPORT, None)
    for piece in document.front:
        if piece.kind in ("date", "dateline"):
            for known, span in _stated(document.text, piece.span, None):
                if known.has_day:
                    return _period(document.doc_id, known, OF_REPORT, span)
    return None


def periods_in(analysis: Analysis, within: Span) -> tuple[Period, ...]:
    """The periods that a stretch of text speaks of, near to the day of the report or not.

    The day in a dateline is that of the report, and is left out.
    """
    report, text, doc_id = report_day(analysis), analysis.document.text, analysis.document.doc_id
    front = [piece.span for piece in analysis.document.front]
    stated = [
        _period(doc_id, known, STATED if known.has_day else BY_MONTH, span)
        for known, span in _stated(text, within, report)
        if not any(piece.overlaps(span) for piece in front)
    ]
    if report is None or any(p.has_day for p in stated):
        return tuple(stated)
    return (*stated, *(_period(doc_id, known, BY_WEEKDAY, span) for known, span in _by_weekday(text, within, report)))


def is_near(period: Period, report: Period | None) -> bool:
    """Whether a report may tell of that period as news; so it is taken to be where a year is not known."""
    if report is None or not (period.has_year and report.has_year):
        return True
    return abs((period.first - report.first).days) <= _MAX_DISTANCE_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What some words tell of a period."""

    first: date
    last: date
    has_year: bool
    has_day: bool


def _period(doc_id: str, known: _Known, weight: float, span: Span | None) -> Period:
    return Period(doc_id=doc_id, first=known.first, last=known.last, has_year=known.has_year, has_day=known.has_day,
                  weight=weight, span=span)  # fmt: skip


def _stated(text: str, within: Span, report: Period | None) -> Iterator[tuple[_Known, Span]]:
    """The days that are written out, each stretch of text read once."""
    taken: list[Span] = []
    for expression in _DATES:
        for match in expression.finditer(text, *within):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                known = _known(match, report)
                if known is not None:
                    yield known, span


def _known(match: re.Match[str], report: Period | None) -> _Known | None:
    parts = match.groupdict()
    month = _month(parts["month"])
    year = int(parts["year"]) if parts["year"] else _year_near(month, report)
    has_day = parts.get("a") is not None
    try:
        first = date(year or _ANY_YEAR, month, _number(parts.get("a") or "1"))
        last_month = _month(parts["month_b"]) if parts.get("month_b") else month
        last = date(first.year, last_month, _number(parts["b"])) if parts.get("b") else first
    except ValueError:
        return None
    return _Known(first=first, last=last, has_year=year is not None, has_day=has_day) if first <= last else None


def _year_near(month: int, report: Period | None) -> int | None:
    """The year in which a month lies nearest to the report."""
    if report is None or not report.has_year:
        return None
    distance = month - report.first.month
    return report.first.year + (1 if distance < -6 else -1 if distance > 6 else 0)


def _by_weekday(text: str, within: Span, report: Period) -> Iterator[tuple[_Known, Span]]:
    """The last such weekday up to the day of the report, with the days that the meeting is said to last."""
    weekday = report.first.weekday() if report.has_year else _last_weekday(text)
    match = next((m for m in _WEEKDAY.finditer(text, *within) if not m["next"]), None)
    if weekday is not None and match is not None:
        first = report.first - timedelta(days=(weekday - _WEEKDAYS.index(match["day"])) % 7)
        length = _LENGTH.search(text, *within)
        last = first + timedelta(days=_LENGTHS[length[1].lower()] - 1 if length else 0)
        yield _Known(first=first, last=last, has_year=report.has_year, has_day=True), Span(*match.span())


def _last_weekday(text: str) -> int | None:
    """The weekday of a report that does not say its year: the last of those on which it says that things happened.

    Of several, the last is the one behind which the longest gap follows in the week.
    """
    days = sorted({_WEEKDAYS.index(name) for name in _ON_WEEKDAY.findall(text)})
    gaps = [((days[(i + 1) % len(days)] - day) % 7 or 7, -i) for i, day in enumerate(days)]
    return days[-max(gaps)[1]] if gaps else None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _iso(day: date, has_year: bool, has_day: bool) -> str:
    whole = day.isoformat() if has_year else f"-{day.isoformat()[4:]}"
    return whole if has_day else whole.rpartition("-")[0]
