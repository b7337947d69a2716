"""The brief as lines for a terminal: first how each text says it knows, then who
does what, then its statements, one line each.

Every line is a rich `Text` built from plain strings, never parsed as markup, and every string from an article goes
through `Pen.clean` first. Colour only repeats what words and letters already say. Nothing is printed here: the door
does that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.text import Text

from standoff.report.against_lines import against_lines
from standoff.report.brief import Brief, DocumentBrief
from standoff.report.compared_lines import compared_lines
from standoff.report.fitting import Pen, paragraph, pen_for
from standoff.report.headline import MEANINGS, headline
from standoff.report.matter import Matter
from standoff.report.matter_lines import matter_lines
from standoff.report.overview import overview_lines
from standoff.report.selection_words import selection_words
from standoff.report.sheet import Sheet
from standoff.report.speaker_lines import speaker_lines
from standoff.report.statement_lines import table_for
from standoff.report.styles import STYLES
from standoff.report.voice_lines import voice_lines
from standoff.values import BASES

N_SHOWN = 25
"""Statements shown per document unless told otherwise: a summary and these fill about one tall window."""

_BAR_CELLS = 20  # with the name, the count and the longest meaning this fits 80 columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What the screen can take: its width in cells, its encoding, and how many statements to show per document.

    `n_shown` `None` means all of them.
    """

    width: int = 80
    encoding: str = "utf-8"
    n_shown: int | None = N_SHOWN


def screen_from_brief(brief: Brief, screen: Screen) -> Iterator[Text]:
    """The lines of the whole brief: each document, then an overview when there are several, with what they have to do
    with one another.
    """
    pen = pen_for(screen.encoding)
    yield from _selection_lines(brief, screen.width, pen)
    for document in brief.documents:
        yield from _document_lines(document, screen, _sheet(document.matter, screen, brief.names))
    whole = _sheet(brief.matter, screen, brief.names)
    if len(brief.documents) > 1:
        yield from overview_lines(brief.documents, screen.width, pen)
        yield from against_lines(brief.against, whole)
        yield from compared_lines(brief, whole)
        yield Text()
        yield from speaker_lines(brief.speakers, screen.width, pen)
        yield from matter_lines(brief.matter, whole)
    else:
        yield from compared_lines(brief, whole)


def _selection_lines(brief: Brief, width: int, pen: Pen) -> Iterator[Text]:
    """What was asked for, where that is not all."""
    told = selection_words(brief)
    if told:
        yield from paragraph(pen.clean(told), width, "bold yellow")


def _sheet(matter: Matter, screen: Screen, names: Mapping[str, str]) -> Sheet:
    return Sheet(
        width=screen.width,
        pen=pen_for(screen.encoding),
        is_whole=screen.n_shown is None,
        is_numbered=matter.n_documents > 1,
        names=names,
    )


def _document_lines(brief: DocumentBrief, screen: Screen, sheet: Sheet) -> Iterator[Text]:
    pen = sheet.pen
    yield from _heading_lines(brief, screen.width, pen)
    yield from _disclaimer_lines(brief, screen.width, pen)
    yield from paragraph(headline(brief), screen.width, "bold")
    if brief.n_statements:
        yield Text()
        yield from _basis_lines(brief, screen.width, pen)
        yield Text()
        yield from speaker_lines(brief.speakers, screen.width, pen)
    yield from matter_lines(brief.matter, sheet)
    yield Text()
    yield from voice_lines(brief, screen.width, pen)
    yield Text()
    if brief.n_statements:
        yield from _statement_lines(brief, screen, pen)
        yield Text()


def _heading_lines(brief: DocumentBrief, width: int, pen: Pen) -> Iterator[Text]:
    document = brief.analysis.document
    yield Text(pen.rule * width, style="dim")
    yield from paragraph(pen.clean(document.title or document.path), width, "bold")
    known = (document.author and f"by {document.author}", document.publisher, document.published)
    about = [*(k for k in known if k), *([document.path] if document.title else [])]
    yield from paragraph(f" {pen.dot} ".join(map(pen.clean, about)), width, "dim")
    yield Text()


def _disclaimer_lines(brief: DocumentBrief, width: int, pen: Pen) -> Iterator[Text]:
    """What the text says of its own attributions, in its exact words: it comes before any figure."""
    for sentence in brief.disclaimers:
        yield Text(f" ! The text says of itself, in sentence {sentence.index + 1}:", style="bold yellow")
        yield from paragraph(pen.clean(sentence.span.of(brief.analysis.document.text)), width, "italic", indent=3)
        yield Text()


def _basis_lines(brief: DocumentBrief, width: int, pen: Pen) -> Iterator[Text]:
    """A bar for each basis that occurs, and for `quoted` always: that nothing is quoted is news."""
    counts = dict(brief.by_basis)
    most = max(counts.values())
    for basis in BASES:
        n = counts[basis]
        if not n and basis != "quoted":
            continue
        share = f"{round(100 * n / brief.n_statements)} %" if n else ""
        line = Text(" ").append(f"{basis:<9}", style="bold")
        line.append(f"  {n:>4} {share:>5}  ")
        line.append(
            f"{pen.bar * (max(1, round(_BAR_CELLS * n / most)) if n else 0):<{_BAR_CELLS}}", style=STYLES[basis]
        )
        line.append(f"  {MEANINGS[basis]}", style="dim")
        line.truncate(width)
        yield line


def _statement_lines(brief: DocumentBrief, screen: Screen, pen: Pen) -> Iterator[Text]:
    statements = brief.analysis.statements
    shown = statements if screen.n_shown is None else statements[: screen.n_shown]
    table = table_for(brief.analysis, shown, pen, screen.width)
    yield table.heading()
    for statement in shown:
        yield table.line(statement, STYLES[statement.basis])
    if n_more := len(statements) - len(shown):
        these = "statement" if n_more == 1 else "statements"
        yield Text(f" {pen.cut} {n_more} more {these}: --all shows every one", style="dim")
