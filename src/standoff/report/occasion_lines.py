"""What happened, in a few lines: meetings with their place, day and participants, stories, and who repeats whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from standoff.report.compared.occasions import Guest, Occasion, Proof, Repeat, Source
from standoff.report.fitting import paragraph
from standoff.report.sheet import Sheet

_N_OCCASIONS = 5
_N_GUESTS = 6
_N_PINS = 3
_N_REPEATS = 6
_N_SOURCES = 12
_ACTOR_CELLS = 200  # the actors of a story, in two lines or three


def occasion_lines(occasions: Sequence[Occasion], sheet: Sheet) -> Iterator[Text]:
    """The lines of the block; none without a story."""
    if not occasions:
        return
    yield Text(" What happened", style="bold")
    shown = occasions[: sheet.shown(len(occasions), _N_OCCASIONS)]
    for occasion in shown:
        yield from _occasion(occasion, sheet)
    yield from sheet.more(len(occasions) - len(shown), "story", "stories")


def _occasion(occasion: Occasion, sheet: Sheet) -> Iterator[Text]:
    told = [known for known in (occasion.forum, occasion.place, occasion.date) if known]
    head = f" {sheet.pen.dot} ".join(map(sheet.pen.clean, told)) if told else "One story"
    text = f"{head} {sheet.pen.dash} {_sources(occasion.sources, sheet)}{_pins(occasion.proofs, sheet)}"
    yield from paragraph(text, sheet.width, hanging=2)
    if occasion.byline:
        yield from paragraph(f"all by {sheet.pen.clean(occasion.byline)}", sheet.width, indent=3, hanging=2)
    if occasion.guests:
        guests = occasion.guests[: sheet.shown(len(occasion.guests), _N_GUESTS)]
        names = ", ".join(_guest(guest, sheet) for guest in guests)
        more = f", {len(occasion.guests) - len(guests)} more" if len(occasion.guests) > len(guests) else ""
        yield from paragraph(f"there: {names}{more}", sheet.width, indent=3, hanging=2)
    elif occasion.actors:
        yield from paragraph(sheet.pen.clipped(f"about {occasion.actors}", _ACTOR_CELLS), sheet.width, indent=3)
    if occasion.n_members:
        yield from paragraph(f"members on that day: {occasion.n_members}", sheet.width, "dim", indent=3)


def _sources(sources: Sequence[Source], sheet: Sheet) -> str:
    """The documents by their numbers: "document 1", "documents 1 2 4"."""
    shown = sources if sheet.is_whole else sources[:_N_SOURCES]
    numbers = " ".join(str(source.n) for source in shown)
    more = f" {sheet.pen.cut}" if len(shown) < len(sources) else ""
    return f"document{'' if len(sources) == 1 else 's'} {numbers}{more}"


def _guest(guest: Guest, sheet: Sheet) -> str:
    return f"{sheet.pen.clean(guest.name)}{_pins(guest.proofs, sheet)}"


def _pins(proofs: Sequence[Proof], sheet: Sheet) -> str:
    pins = list(dict.fromkeys(proof.pin for proof in proofs))
    shown = pins if sheet.is_whole else pins[:_N_PINS]
    return f" ({' '.join([*shown, *([sheet.pen.cut] if len(shown) < len(pins) else [])])})" if pins else ""


def repeat_lines(repeats: Sequence[Repeat], sheet: Sheet) -> Iterator[Text]:
    """The lines of the block; none where no document repeats another."""
    if not repeats:
        return
    yield Text(" Who repeats whom: what stands in copies counts once", style="bold")
    shown = repeats[: sheet.shown(len(repeats), _N_REPEATS)]
    for repeat in shown:
        doubt = "" if repeat.is_dated else "which came first their dates do not tell"
        told = f"Document {repeat.copy.n} {repeat.words} document {repeat.original.n}"
        told += "".join(f"; {more}" for more in (repeat.share, doubt) if more)
        yield from paragraph(told, sheet.width, hanging=2)
    yield from sheet.more(len(repeats) - len(shown), "pair")
