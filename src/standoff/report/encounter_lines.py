"""Where sides collide, agree, stay silent or turn round, in the exact words of both, set side by side.

Behind the place of each statement stand its words: "2:14i" is document 2, sentence 14, inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.text import Text

from standoff.report.compared.cells import Cell
from standoff.report.compared.collisions import Collisions, Encounter, Party
from standoff.report.fitting import broken, paragraph
from standoff.report.sheet import Sheet
from standoff.report.styles import STYLES

_N_CLASHES = 6
_N_STANDS = 3
_N_AGREEMENTS = 3
_N_SILENCES = 3
_N_CHANGES = 3
_N_WORDS_LINES = 3  # of one statement in its column: enough for most, and two sides stay in view
_LEAST_CELLS = 60  # on a narrower screen the sides stand below one another
_MARGIN = "   "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """What a list of encounters is called, how many of them are shown, and what one more is called."""

    title: str
    n_most: int
    one: str
    several: str


def encounter_lines(found: Collisions, sheet: Sheet) -> Iterator[Iterator[Text]]:
    """The blocks, each as lines: clashes with how many were held back, stands, common ground, silences, turns."""
    yield _clash_lines(found, sheet)
    stands = _Block(title="Where opponents stand apart", n_most=_N_STANDS, one="issue", several="issues")
    yield _lines(found.stands, stands, sheet)
    ground = _Block(title="Common ground of opponents", n_most=_N_AGREEMENTS, one="agreement", several="agreements")
    yield _lines(found.agreements, ground, sheet)
    yield _silence_lines(found.silences, sheet)
    turns = _Block(title="Who says something else than before", n_most=_N_CHANGES, one="turn", several="turns")
    yield _lines(found.changes, turns, sheet)


def _clash_lines(found: Collisions, sheet: Sheet) -> Iterator[Text]:
    block = _Block(title="Where sides collide", n_most=_N_CLASHES, one="clash", several="clashes")
    yield from _lines(found.chosen_first, block, sheet)
    if n := found.n_withheld:
        what = "more" if found.chosen_first else "possible clash" if n == 1 else "possible clashes"
        told = f"{n} {what} {'was' if n == 1 else 'were'} found that {'is' if n == 1 else 'are'} too unsure to be shown"
        yield from paragraph(told, sheet.width, "dim")


def _lines(encounters: Sequence[Encounter], block: _Block, sheet: Sheet) -> Iterator[Text]:
    if not encounters:
        return
    yield Text(f" {block.title}", style="bold")
    shown = encounters[: sheet.shown(len(encounters), block.n_most)]
    for encounter in shown:
        yield from _encounter(encounter, sheet)
    yield from sheet.more(len(encounters) - len(shown), block.one, block.several)


def _encounter(encounter: Encounter, sheet: Sheet) -> Iterator[Text]:
    percent = "" if encounter.percent is None else f" {sheet.pen.dot} {encounter.percent} %"
    told = [sheet.pen.clean(words) for words in (encounter.issue, encounter.title) if words]
    yield from paragraph(f" {sheet.pen.dot} ".join(told) + percent, sheet.width, hanging=2)
    if len(encounter.parties) == 2 and sheet.width >= _LEAST_CELLS:
        yield from _side_by_side(encounter.parties, sheet)
        return
    for party in encounter.parties:
        for line in _party(party, sheet, max(1, sheet.width - len(_MARGIN))):
            yield Text(_MARGIN).append_text(line)


def _side_by_side(parties: Sequence[Party], sheet: Sheet) -> Iterator[Text]:
    room = (sheet.width - 2 * len(_MARGIN)) // 2
    first, second = (_party(party, sheet, room) for party in parties)
    for left, right in zip_longest(first, second):
        line = Text(_MARGIN).append_text(left or Text())
        if right is not None:
            line.append(" " * max(0, len(_MARGIN) + room + len(_MARGIN) - line.cell_len)).append_text(right)
        yield line


def _party(party: Party, sheet: Sheet, room: int) -> Iterator[Text]:
    """A side's name, and its statements in lines of at most `room` cells."""
    yield Text(sheet.pen.clipped(party.name, room), style="bold")
    for point in party.points.shown:
        others = [cell.pin for cell in point.others]
        yield from _words(point.cell, others, party.name, sheet, room)
    if more := party.points.more:
        pins = [cell.pin for cell in more]
        shown = pins if sheet.is_whole else pins[:5]
        told = " ".join([f"and {len(more)} more:", *shown, *([sheet.pen.cut] if len(shown) < len(pins) else [])])
        yield from (Text(line, style="dim") for line in broken(told, room))


def _words(cell: Cell, others: Sequence[str], side: str, sheet: Sheet, room: int) -> Iterator[Text]:
    """Where a statement stands, who says it where that is not the side itself, what it does, and its words."""
    who = "" if cell.who == side else f"{cell.who} "
    also = f" (also {' '.join(others[:3])})" if others else ""
    head = sheet.pen.clean(f"{cell.pin} {who}{cell.deed}".rstrip() + ": ")
    lines = list(broken(f"{head} {sheet.pen.clean(cell.words)}{also}", max(1, room - 2)))
    kept = lines if sheet.is_whole else lines[:_N_WORDS_LINES]
    if len(kept) < len(lines):
        kept[-1] = sheet.pen.fitted(f"{kept[-1]} {lines[len(kept)]}", max(1, room - 2)).rstrip()
    for i, line in enumerate(kept):
        drawn = Text("  " if i else "").append(line)
        if not i:
            drawn.stylize(STYLES[cell.basis], 0, min(len(cell.pin), len(line)))
        yield drawn


def _silence_lines(silences: Sequence[Encounter], sheet: Sheet) -> Iterator[Text]:
    if not silences:
        return
    yield Text(" Left unanswered in these documents", style="bold")
    shown = silences[: sheet.shown(len(silences), _N_SILENCES)]
    for silence in shown:
        yield from paragraph(
            f"{sheet.pen.clean(silence.title)}. {sheet.pen.clean(silence.tail)}", sheet.width, hanging=2
        )
        for party in silence.parties:
            for point in party.points.shown[:1]:
                room = max(1, sheet.width - len(_MARGIN))
                for line in _words(point.cell, (), party.name, sheet, room):
                    yield Text(_MARGIN).append_text(line)
    yield from sheet.more(len(silences) - len(shown), "silence")
