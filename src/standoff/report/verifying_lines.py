"""Checks as lines for a terminal: first how many have which verdict, then each statement with what differs and where.

Every string from an article or a record goes through `Pen.clean` first; nothing is parsed as markup.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from standoff.report.check_lines import CheckSheet, check_lines, count_lines, left_out_lines
from standoff.report.fitting import Pen, paragraph, pen_for
from standoff.report.terminal import Screen
from standoff.report.verification import Verification
from standoff.report.verifying import SHOWN_FIRST, article_names, unread_records

_N_UNREAD = 5
_N_ISSUES = 8


def screen_from_verification(verification: Verification, screen: Screen) -> Iterator[Text]:
    """The lines of all checks; of statements out of scope only the number, unless all are asked for."""
    pen = pen_for(screen.encoding)
    told = sum(bool(record.turns) for record in verification.records)
    summary = (
        f"{len(verification.checks)} statements held against the record; records in which speakers can be told: {told}"
    )
    names = article_names(verification)
    sheet = CheckSheet(width=screen.width, pen=pen, verification=verification)
    yield from paragraph(pen.clean(summary), screen.width, "bold")
    yield Text()
    yield from count_lines(verification.counts(), screen.width)
    yield Text()
    yield from _unread_lines(verification, screen, pen)
    shown = sorted(verification.checked(), key=lambda one: SHOWN_FIRST.index(one.check.verdict))
    kept = [one for one in shown if screen.n_shown is None or one.check.verdict != "out_of_scope"]
    limit = len(kept) if screen.n_shown is None else screen.n_shown
    for one in kept[:limit]:
        name = names.get(id(one.analysis))
        yield from check_lines(one, sheet, f"in {name}" if name else "")
    if len(kept) > limit:
        yield Text(f" {pen.cut} {len(kept) - limit} more: --all shows every one", style="dim")
    yield from left_out_lines(verification.left_out[: None if screen.n_shown is None else _N_ISSUES], sheet)


def _unread_lines(verification: Verification, screen: Screen, pen: Pen) -> Iterator[Text]:
    unread = unread_records(verification)
    if not unread:
        return
    yield from paragraph(f"{len(unread)} records tell no speaker and are used for nothing:", screen.width)
    for line in unread[:_N_UNREAD]:
        yield from paragraph(pen.clean(line), screen.width, "dim", 3, 2)
    if len(unread) > _N_UNREAD:
        yield Text(f"   {pen.cut} {len(unread) - _N_UNREAD} more", style="dim")
    yield Text()
