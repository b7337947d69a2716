"""Dates as articles print them, to ISO. An ambiguous or impossible one is None; today's date is never asked for."""

from __future__ import annotations

import datetime as dt
import re

_MAX_CHARS = 200  # a date stands at the start of what claims to be one
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:,? +\d{4}(?!\d))"
DATE = (
    rf"(?:{MONTH} {_DAY}{_YEAR}?|{_DAY}(?: of)? {MONTH}{_YEAR}?"
    r"|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|(?<!\d)\d{4}/\d{2}/\d{2}(?!\d)|(?<!\d)\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{4}(?!\d))"
)
"""One date, with or without its year, as a pattern without groups."""

_ANY_DATE = re.compile(DATE, re.IGNORECASE)
_NAMED = re.compile(rf"(?P<a>{_DAY})?(?: of)? ?(?P<month>{MONTH}) ?(?P<b>{_DAY})?,? +(?P<year>\d{{4}})", re.IGNORECASE)
_WEEKDAY = r"\b(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_CLOCK = r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)?(?: (?:[A-Z]{2,4}\b)(?:[+-]\d+)?)?"
_AGO = r"\b\d+ ?(?:h|m|d|hrs?|mins?|hours?|minutes?|days?|weeks?) ago\b"
_LABEL = r"\b(?:first |last )?(?:published|posted|updated|modified|issued|date|edited)(?: on| at)?\b:?"
_DATE_PARTS = re.compile(
    rf"{DATE}|{_AGO}|{_CLOCK}|{_WEEKDAY}|{_LABEL}|\b(?:at|on|and)\b|[\s,.;:|·•/–—-]", re.IGNORECASE
)
_HAS_TIME = re.compile(rf"{DATE}|{_AGO}|{_LABEL} ?{_CLOCK}", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)


def iso_from_text(text: str) -> str | None:
    """The first full date in the text as YYYY-MM-DD; None without one, or when day and month could be swapped.

    >>> [iso_from_text(t) for t in ("Dec. 1, 2021", "1st December 2021", "2021-12-01T09:30Z", "13/02/2021")]
    ['2021-12-01', '2021-12-01', '2021-12-01', '2021-02-13']
    >>> [iso_from_text(t) for t in ("02/03/2021", "31 February 2021", "1 December", "yesterday")]
    [None, None, None, None]
    """
    start = text[:_MAX_CHARS]
    match = _ANY_DATE.search(start.replace("T", " ") if start[:4].isdigit() else start)
    return _iso_from_match(match[0]) if match else None


def is_date_line(line: str) -> bool:
    """Whether the line says when, and nothing else.

    >>> [is_date_line(t) for t in ("Updated 9:42 AM EDT, Mon March 9", "Posted 6h ago", "Vienna, March 9")]
    [True, True, False]
    """
    return len(line) <= 120 and bool(_HAS_TIME.search(line)) and not _DATE_PARTS.sub("", line)


def published_from_line(line: str) -> str | None:
    """The ISO date on which the line says it was published; the date of a later change is not that.

    >>> published_from_line("Published: 3 May 2022 Updated: 4 May 2022"), published_from_line("Updated 4 May 2022")
    ('2022-05-03', None)
    """
    changed = _CHANGED.search(line)
    return iso_from_text(line[: changed.start()] if changed else line)


def _iso_from_match(date: str) -> str | None:
    named = _NAMED.fullmatch(date)
    if named:
        day = re.sub(r"\D", "", named["a"] or named["b"] or "")
        return _iso(int(named["year"]), _MONTHS.index(named["month"][:3].lower()) + 1, int(day)) if day else None
    numbers = [int(n) for n in re.findall(r"\d+", date)]
    if len(numbers) != 3:
        return None
    if numbers[0] > 31:
        return _iso(*numbers)
    first, second, year = numbers
    if first > 12 or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _iso(year: int, month: int, day: int) -> str | None:
    """The date if the calendar has it and a newspaper could carry it."""
    try:
        return dt.date(year, month, day).isoformat() if 1700 <= year <= 2199 else None
    except ValueError:
        return None
