"""What is said to lead to what, one line each: the place, who says so, then "cause → effect" in the exact words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from standoff.report.effects import Effect
from standoff.report.sheet import WRITER, Sheet, column
from standoff.report.styles import STYLES

_N_EFFECTS = 6
_WHO_SHARE = 0.22  # as in outlook_lines


def effect_lines(effects: Sequence[Effect], sheet: Sheet) -> Iterator[Text]:
    """The lines of the block; none without a consequence."""
    if not effects:
        return
    yield Text(" What is said to lead to what", style="bold")
    shown = effects[: sheet.shown(len(effects), _N_EFFECTS)]
    pins, names = [sheet.pin(effect.place) for effect in shown], [_who(effect, sheet) for effect in shown]
    n_pin, n_who = column(pins, sheet.width), column(names, int(sheet.width * _WHO_SHARE))
    room = sheet.width - 1 - n_pin - n_who - 4
    for effect, pin, name in zip(shown, pins, names, strict=True):
        basis = effect.place.basis
        line = Text(" ").append(f"{pin:>{n_pin}}  ", style=STYLES[basis] if basis else "dim")
        line.append(sheet.pen.fitted(name, n_who) + "  ", style="bold")
        yield line.append(_words(effect, max(1, room), sheet))
    yield from sheet.more(len(effects) - len(shown), "consequence")


def _who(effect: Effect, sheet: Sheet) -> str:
    return WRITER if effect.is_of_author else sheet.who(effect.speakers, effect.source, effect.place.document)


def _words(effect: Effect, room: int, sheet: Sheet) -> str:
    """Cause and effect in `room` cells; each may take what the other leaves of its half."""
    document, pen = effect.place.document, sheet.pen
    cause = sheet.words(document, [effect.consequence.cause])
    result = sheet.words(document, [effect.consequence.effect])
    arrow = f" {pen.arrow} "
    spare = max(2, room - cell_len(arrow))
    n_cause = max(spare // 2, spare - cell_len(result))
    cause = pen.fitted(cause, min(cell_len(cause), n_cause)).rstrip()
    return pen.fitted(f"{cause}{arrow}{result}", room).rstrip()
