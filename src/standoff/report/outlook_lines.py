"""What may come, one line each: the place, whose it is, what they do, how likely they say it is, the exact words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from standoff.report.outlook import Certainty, Prospect
from standoff.report.sheet import WRITER, Sheet, act_words, column
from standoff.report.styles import STYLES

_N_SOURCES = 8
_N_WRITER = 5  # the forecasts of a whole column would push the sources' out of view
_WHO_SHARE = 0.22  # of the line: "Zelenskyy + Stubb" at 80 columns


def outlook_lines(prospects: Sequence[Prospect], sheet: Sheet) -> Iterator[Text]:
    """The lines of the block, sources first; none without a prospect."""
    if not prospects:
        return
    yield Text(" What may come", style="bold")
    said = [prospect for prospect in prospects if not prospect.is_of_author]
    own = [prospect for prospect in prospects if prospect.is_of_author]
    shown = [*said[: sheet.shown(len(said), _N_SOURCES)], *own[: sheet.shown(len(own), _N_WRITER)]]
    yield from _rows(shown, sheet)
    yield from sheet.more(len(prospects) - len(shown), "forecast or warning", "forecasts and warnings")


def _rows(prospects: Sequence[Prospect], sheet: Sheet) -> Iterator[Text]:
    pins = [sheet.pin(prospect.place) for prospect in prospects]
    names = [_who(prospect, sheet) for prospect in prospects]
    acts = [act_words(prospect.act) if prospect.act else "expects" for prospect in prospects]
    ranges = [_range(prospect.certainty, sheet) for prospect in prospects]
    n_pin, n_who = column(pins, sheet.width), column(names, int(sheet.width * _WHO_SHARE))
    n_act, n_range = column(acts, sheet.width), column(ranges, sheet.width) if any(ranges) else 0
    room = max(1, sheet.width - 1 - n_pin - n_who - n_act - 6 - (n_range + 2 if n_range else 0))
    for i, prospect in enumerate(prospects):
        basis = prospect.place.basis
        line = Text(" ").append(f"{pins[i]:>{n_pin}}  ", style=STYLES[basis] if basis else "dim")
        line.append(sheet.pen.fitted(names[i], n_who) + "  ", style="bold").append(f"{acts[i]:<{n_act}}  ")
        if n_range:
            line.append(f"{ranges[i]:<{n_range}}  ", style="cyan")
        line.append(sheet.pen.fitted(sheet.words(prospect.place.document, prospect.spans), room).rstrip())
        yield line


def _who(prospect: Prospect, sheet: Sheet) -> str:
    if prospect.is_of_author or prospect.coded is None:
        return WRITER
    return sheet.who(prospect.speakers, prospect.coded.statement.source, prospect.place.document)


def _range(certainty: Certainty | None, sheet: Sheet) -> str:
    """The range in whole percent: "55–80 %"; empty when no word says one."""
    if certainty is None:
        return ""
    low, high = (round(100 * share) for share in certainty)
    return f"{low}{sheet.pen.absent}{high} %"
