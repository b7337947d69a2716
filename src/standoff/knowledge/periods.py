"""Dates as coarse as they are known: "2014-03-18", "2014-03", "2014", and whether something held on a day.

ISO dates sort as text, so two of them are compared at the precision that both have.
"""

from __future__ import annotations

from datetime import date

WRITE_DATE = "write YYYY-MM-DD, YYYY-MM or YYYY"


def is_partial_date(text: str) -> bool:
    """Whether the text is a day, a month or a year that exists.

    >>> [is_partial_date(text) for text in ("2014-03-18", "2014-03", "2014", "2014-13", "18.3.2014", "")]
    [True, True, True, False, False, False]
    """
    if len(text) not in {4, 7, 10} or not text.isascii():
        return False
    try:
        date.fromisoformat(text + "-01-01"[: 10 - len(text)] if len(text) == 4 else text + "-01"[: 10 - len(text)])
    except ValueError:
        return False
    return True


def may_hold(since: str | None, until: str | None, on: date) -> bool:
    """Whether something from `since` to `until` may be so on that day: a year counts whole at both ends.

    >>> [may_hold("2014-03", "2016", date(year, 12, 31)) for year in (2013, 2014, 2016, 2017)]
    [False, True, True, False]
    """
    day = on.isoformat()
    return (since is None or since <= day[: len(since)]) and (until is None or day[: len(until)] <= until)


def is_before(earlier: str | None, later: str | None) -> bool:
    """Whether the beginning `earlier` certainly lies before the end `later`; an open side always does.

    >>> is_before("2014-03-18", "2014-03-18"), is_before("2014-03-18", "2014"), is_before("2013", None)
    (False, False, True)
    """
    if earlier is None or later is None:
        return True
    shared = min(len(earlier), len(later))
    return earlier[:shared] < later[:shared]


def is_in_order(since: str | None, until: str | None) -> bool:
    """Whether the end is not before the beginning, at the precision that both have."""
    if since is None or until is None:
        return True
    shared = min(len(since), len(until))
    return since[:shared] <= until[:shared]
