"""Checks as lines for a terminal: first how many have which verdict, then each statement with what differs and where.

Every string from an article or a record goes through `Pen.clean` first; nothing is parsed as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from standoff.report.fitting import Pen, paragraph, pen_for
from standoff.report.terminal import Screen
from standoff.report.verifying import (
    MEANING,
    Checked,
    Verification,
    difference_sentences,
    place_text,
    place_words,
    unread_records,
)
from standoff.values.check import VERDICTS, Verdict

# What a reader looks for first stands first.
_ORDER: tuple[Verdict, ...] = (
    "misattributed",
    "altered",
    "spliced",
    "not_found",
    "verbatim",
    "paraphrased",
    "out_of_scope",
)
_STYLES: Mapping[Verdict, str] = {
    "verbatim": "green",
    "altered": "bold yellow",
    "spliced": "bold yellow",
    "misattributed": "bold red",
    "paraphrased": "default",
    "not_found": "magenta",
    "out_of_scope": "dim",
}
_N_UNREAD = 5
_N_ISSUES = 8


def screen_from_verification(verification: Verification, screen: Screen) -> Iterator[Text]:
    """The lines of all checks; of statements out of scope only the number, unless all are asked for."""
    pen = pen_for(screen.encoding)
    counts = verification.counts()
    told = sum(bool(record.turns) for record in verification.records)
    summary = (
        f"{len(verification.checks)} statements held against the record; records in which speakers can be told: {told}"
    )
    yield from paragraph(pen.clean(summary), screen.width, "bold")
    yield Text()
    for verdict in VERDICTS:
        name = verdict.replace("_", " ")
        yield from paragraph(f"{counts[verdict]:5} {name:14} {MEANING[verdict]}", screen.width, "", 0, 21)
    yield Text()
    yield from _unread_lines(verification, screen, pen)
    shown = sorted(verification.checked(), key=lambda one: _ORDER.index(one.check.verdict))
    kept = [one for one in shown if screen.n_shown is None or one.check.verdict != "out_of_scope"]
    limit = len(kept) if screen.n_shown is None else screen.n_shown
    for one in kept[:limit]:
        yield from _check_lines(verification, one, screen, pen)
    if len(kept) > limit:
        yield Text(f" {pen.cut} {len(kept) - limit} more: --all shows every one", style="dim")
    yield from _left_out_lines(verification, screen, pen)


def _check_lines(verification: Verification, one: Checked, screen: Screen, pen: Pen) -> Iterator[Text]:
    check = one.check
    heading = f"{check.verdict.replace('_', ' ')}: {pen.clean(one.who)}"
    yield from paragraph(heading, screen.width, _STYLES[check.verdict])
    words = pen.clipped(one.words, 3 * screen.width)
    yield from paragraph(words, screen.width, "", 3)
    for sentence in difference_sentences(check.differences):
        yield from paragraph(f"{pen.arrow} {pen.clean(sentence)}", screen.width, "yellow", 3, 2)
    if check.reason and not check.differences:
        yield from paragraph(pen.clean(check.reason), screen.width, "dim", 3)
    for place in check.places:
        where = place_words(verification, place) + ("" if check.is_same_occasion else " (another day)")
        yield from paragraph(f"record: {pen.clean(where)}", screen.width, "dim", 3, 2)
        if check.verdict != "verbatim":
            yield from paragraph(pen.clean(f"“{place_text(verification, place)}”"), screen.width, "dim", 5)
    yield Text()


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


def _left_out_lines(verification: Verification, screen: Screen, pen: Pen) -> Iterator[Text]:
    if not verification.left_out:
        return
    yield from paragraph("What the records hold and the coverage leaves out", screen.width, "bold")
    for one in verification.left_out if screen.n_shown is None else verification.left_out[:_N_ISSUES]:
        name = verification.names.get(one.issue, one.issue)
        yield from paragraph(f"{pen.clean(name)}: sentences: {one.n_sentences}", screen.width, "", 1)
        for place in one.places[:1]:
            yield from paragraph(pen.clean(f"“{place_text(verification, place)}”"), screen.width, "dim", 3)
