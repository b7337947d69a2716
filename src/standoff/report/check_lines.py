"""A check as lines for a terminal: the verdict, whose words, what differs in a sentence, the place in the record.

Every string from an article or a record goes through `Pen.clean` first; nothing is parsed as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from standoff.report.fitting import Pen, paragraph
from standoff.report.verification import Checked, Verification
from standoff.report.verifying import MEANING, difference_sentences, place_text, place_words
from standoff.values.check import LeftOut, Verdict

STYLES: Mapping[Verdict, str] = {
    "verbatim": "green",
    "altered": "bold yellow",
    "spliced": "bold yellow",
    "misattributed": "bold red",
    "paraphrased": "default",
    "not_found": "magenta",
    "out_of_scope": "dim",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet:
    """What checks are drawn on: the width, the pen, and the verification that their places belong to."""

    width: int
    pen: Pen
    verification: Verification


def check_lines(one: Checked, sheet: CheckSheet, where: str = "") -> Iterator[Text]:
    """The lines of one check; `where` says in which article it stands, empty where there is only one."""
    check, pen = one.check, sheet.pen
    heading = f"{check.verdict.replace('_', ' ')}: {pen.clean(one.who)}"
    heading += f" {pen.dot} {pen.clean(where)}" if where else ""
    yield from paragraph(heading, sheet.width, STYLES[check.verdict])
    yield from paragraph(pen.clipped(one.words, 3 * sheet.width), sheet.width, "", 3)
    for sentence in difference_sentences(check.differences):
        yield from paragraph(f"{pen.arrow} {pen.clean(sentence)}", sheet.width, "yellow", 3, 2)
    if check.reason and not check.differences:
        yield from paragraph(pen.clean(check.reason), sheet.width, "dim", 3)
    for place in check.places:
        found = place_words(sheet.verification, place) + ("" if check.is_same_occasion else " (another day)")
        yield from paragraph(f"record: {pen.clean(found)}", sheet.width, "dim", 3, 2)
        if check.verdict != "verbatim":
            words = place_text(sheet.verification, place)
            yield from paragraph(pen.clean(f"“{words}”"), sheet.width, "dim", 5)
    yield Text()


def count_lines(counts: Mapping[Verdict, int], width: int) -> Iterator[Text]:
    """How many statements have each of the verdicts, and what that means."""
    for verdict, n in counts.items():
        yield from paragraph(f"{n:5} {verdict.replace('_', ' '):14} {MEANING[verdict]}", width, "", 0, 21)


def left_out_lines(some: Sequence[LeftOut], sheet: CheckSheet) -> Iterator[Text]:
    """The issues that the records raise and the coverage does not, each with its first sentence."""
    if not some:
        return
    yield from paragraph("What the records hold and the coverage leaves out", sheet.width, "bold")
    for one in some:
        name = sheet.verification.names.get(one.issue, one.issue)
        yield from paragraph(f"{sheet.pen.clean(name)}: sentences: {one.n_sentences}", sheet.width, "", 1)
        for place in one.places[:1]:
            words = place_text(sheet.verification, place)
            yield from paragraph(sheet.pen.clean(f"“{words}”"), sheet.width, "dim", 3)
