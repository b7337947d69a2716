"""Who speaks, and for whom, in a few lines: the largest sides with their largest speakers, the rest counted.

"Russia 41 — Sergey Lavrov 35 (30 inferred, 5 standing) · Russia 6 (all standing)"
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from standoff.report.fitting import Pen, paragraph
from standoff.report.speakers import Side, Speaker, Speakers
from standoff.values import Actor

# A story has two or three sides; what comes behind six is single voices, and a reader wants the bars in view.
_N_SIDES = 6
_N_SPEAKERS = 4
_N_BASES = 3
_NAME_CELLS = 40  # "Democratic Republic of the Congo" in full; longer ones are no better known by their end


def speaker_lines(speakers: Speakers, width: int, pen: Pen) -> Iterator[Text]:
    """The lines of the block; every statement is counted in one of them."""
    sides = [side for side in speakers.sides if side.actor is not None]
    yield Text(" Who speaks, and for whom", style="bold")
    for side in sides[:_N_SIDES]:
        yield from _side_lines(side, width, pen)
    if rest := sides[_N_SIDES:]:
        n = sum(side.n for side in rest)
        told = f"{pen.cut} for {len(rest)} more: {n} statement{'' if n == 1 else 's'}"
        yield from paragraph(told, width, "dim")
    for side in speakers.sides[len(sides) :]:
        yield from _side_lines(side, width, pen)
    if unsettled := _unsettled(speakers):
        yield from paragraph(unsettled, width, "dim", hanging=2)


def _side_lines(side: Side, width: int, pen: Pen) -> Iterator[Text]:
    name = pen.clipped(side.actor.name, _NAME_CELLS) if side.actor else "For nobody known"
    if _is_alone(side):
        text = _speaker(side.speakers[0], pen)
    else:
        shown = [_speaker(speaker, pen) for speaker in side.speakers[:_N_SPEAKERS]]
        if rest := side.speakers[_N_SPEAKERS:]:
            shown.append(f"{len(rest)} more {sum(speaker.n for speaker in rest)}")
        text = f"{name} {side.n} {pen.dash} {f' {pen.dot} '.join(shown)}"
    for i, line in enumerate(paragraph(text, width, hanging=2)):
        if i == 0 and cell_len(name) < width:
            line.stylize("bold", 1, 1 + len(name))
        yield line


def _is_alone(side: Side) -> bool:
    """Whether the state or organisation speaks for itself, and nobody else does."""
    return len(side.speakers) == 1 and side.actor is not None and side.speakers[0].actor == side.actor


def _speaker(speaker: Speaker, pen: Pen) -> str:
    return f"{_name(speaker.actor, pen)} {speaker.n} ({_bases(speaker)})"


def _name(actor: Actor, pen: Pen) -> str:
    return pen.clipped(actor.name, _NAME_CELLS) or pen.absent


def _bases(speaker: Speaker) -> str:
    """How the texts know what the speaker said: "30 inferred, 5 standing", "all standing", "standing"."""
    first = speaker.by_basis[0]
    if len(speaker.by_basis) == 1:
        return first.name if first.n == 1 else f"all {first.name}"
    shown = [f"{tally.n} {tally.name}" for tally in speaker.by_basis[:_N_BASES]]
    n_other = sum(tally.n for tally in speaker.by_basis[_N_BASES:])
    return ", ".join([*shown, *([f"{n_other} other"] if n_other else [])])


def _unsettled(speakers: Speakers) -> str:
    """What belongs to no side, so that nothing is lost; empty when everything does."""
    parts = (
        (speakers.n_unresolved, "unresolved"),
        (speakers.n_unnamed, "unnamed"),
        (speakers.n_without_source, "without words for a source"),
    )
    told = [f"{n} {what}" for n, what in parts if n]
    return f"Beside these: {', '.join(told)}." if told else ""
