"""Where the rest of a text went, so that every sentence is accounted for, and what the writer does in it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from standoff.report.brief import DocumentBrief
from standoff.report.fitting import Pen, paragraph
from standoff.report.own_voice import NO_EVIDENCE


def voice_lines(brief: DocumentBrief, width: int, pen: Pen) -> Iterator[Text]:
    """The count of sentences, and the labels of the writer's own where there are any."""
    yield from paragraph(_sentences(brief), width, "dim")
    if brief.voice.labelled:
        yield from paragraph(_labels(brief, pen), width, "dim")


def _sentences(brief: DocumentBrief) -> str:
    """Every sentence counted once.

    "Of 66 sentences, 33 attribute something to someone and 31 are the writer's own voice; 2 are title or byline."
    """
    n, n_own, n_front = brief.n_sentences, len(brief.own_voice), brief.n_front
    front = f"; {n_front} {'is' if n_front == 1 else 'are'} title or byline" if n_front else ""
    held = f"{brief.n_with_statement} {'attributes' if brief.n_with_statement == 1 else 'attribute'}"
    own = f"{n_own} {'is' if n_own == 1 else 'are'}"
    return f"Of {n} sentences, {held} something to someone and {own} the writer's own voice{front}."


def _labels(brief: DocumentBrief, pen: Pen) -> str:
    """The labels that occur: "The writer's own words: 12 fact, 8 judgement — no evidence: 4 address."."""
    shown = [tally for tally in brief.voice.by_label if tally.n]
    claims = ", ".join(f"{tally.n} {tally.name}" for tally in shown if tally.name not in NO_EVIDENCE)
    rest = ", ".join(f"{tally.n} {tally.name}" for tally in shown if tally.name in NO_EVIDENCE)
    parts = [part for part in (claims, f"no evidence: {rest}" if rest else "") if part]
    n = brief.voice.n_beside
    beside = f" ({n} of them beside an attribution)" if n else ""
    return f"The writer's own words: {f' {pen.dash} '.join(parts)}{beside}."
