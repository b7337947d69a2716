"""A statement as every part of the page shows it: who, what they do, the exact words, and where to see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.report.brief import Brief
from standoff.report.compared.words import CUT, actor_names, clipped
from standoff.report.sheet import act_words
from standoff.report.sides import sides_of, speakers_of, usual_sides
from standoff.spans import Span
from standoff.values import BASES, UNNAMED, Actor, Analysis, Basis, Coding, Resolution, Statement

NOBODY = "nobody named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One statement: `anchor` leads to its words in the evidence, `pin` says where that is ("2:14i").

    `who` and `side` are names, `side` empty where it adds nothing; `deed` is the act with its targets; `is_on_record`
    tells that a primary record has it in the speaker's own mouth.
    """

    anchor: str
    pin: str
    basis: Basis
    who: str
    side: str
    deed: str
    words: str
    n_document: int
    statement: Statement
    is_on_record: bool = False

    @property
    def letter(self) -> str:
        """The letter of its basis; the seven differ."""
        return self.basis[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """The cells of all documents; a document given twice has two cells for each statement, of which ids mean the first.

    `by_place` are those of each document, numbered from 1, by statement id.
    """

    by_id: Mapping[str, Cell]
    by_place: Sequence[Mapping[str, Cell]]

    def at(self, n_document: int, statement_id: str) -> Cell:
        """The cell of a statement in the document of this number."""
        return self.by_place[n_document - 1][statement_id]

    def known(self, statement_ids: Iterable[str]) -> tuple[Cell, ...]:
        """The cells of those of the statements that are there, each once, the best evidence first.

        What a record has comes before what is told; a bare topic ("the seizure") last: it tells least, however well it
        is known.
        """
        found = [self.by_id[one] for one in dict.fromkeys(statement_ids) if one in self.by_id]
        return tuple(
            sorted(found, key=lambda c: (not c.is_on_record, c.statement.quote == "none", BASES.index(c.basis)))
        )


def cells_from_brief(brief: Brief) -> Cells:
    """The cells of all statements of the brief."""
    same = brief.actors.same
    analyses = [document.analysis for document in brief.documents]
    usual = usual_sides(resolution for analysis in analyses for resolution in analysis.resolutions)
    on_record = brief.against.on_record if brief.against else frozenset()
    by_id: dict[str, Cell] = {}
    by_place: list[Mapping[str, Cell]] = []
    for n, analysis in enumerate(analyses, start=1):
        drawn = _Drawn(
            analysis=analysis, n_document=n, n_documents=len(analyses), same=same, usual=usual, on_record=on_record
        )
        own = {cell.statement.statement_id: cell for cell in _cells(drawn, by_id)}
        by_place.append(own)
        for key, cell in own.items():
            by_id.setdefault(key, cell)
    return Cells(by_id=by_id, by_place=by_place)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """What all cells of a document need."""

    analysis: Analysis
    n_document: int
    n_documents: int
    same: Mapping[str, Actor]
    usual: Mapping[str, Actor]
    on_record: frozenset[str]


def _cells(drawn: _Drawn, taken: Mapping[str, Cell]) -> Iterator[Cell]:
    resolutions = {r.statement_id: r for r in drawn.analysis.resolutions}
    codings = {c.statement_id: c for c in drawn.analysis.codings}
    for statement in drawn.analysis.statements:
        known = statement.statement_id
        resolution = resolutions.get(known) or Resolution(statement_id=known)
        anchor = f"s-{known}" + (f"-{drawn.n_document}" if known in taken else "")
        yield _cell(drawn, statement, resolution, codings.get(known), anchor)


def _cell(drawn: _Drawn, statement: Statement, resolution: Resolution, coding: Coding | None, anchor: str) -> Cell:
    text = drawn.analysis.document.text
    speakers = speakers_of(resolution, drawn.same)
    sides = (side for side in sides_of(resolution, drawn.usual).values() if side and side not in speakers)
    source = clipped(statement.source.of(text), 80) if statement.source else NOBODY
    return Cell(
        anchor=anchor,
        pin=_pin(drawn, statement),
        basis=statement.basis,
        who=source if speakers in ((), (UNNAMED,)) else actor_names(speakers),
        side=actor_names(sides),
        deed=_deed(statement, resolution, coding, drawn.same),
        words=statement_words(text, statement),
        n_document=drawn.n_document,
        statement=statement,
        is_on_record=statement.statement_id in drawn.on_record,
    )


def _pin(drawn: _Drawn, statement: Statement) -> str:
    document = f"{drawn.n_document}:" if drawn.n_documents > 1 else ""
    return f"{document}{statement.sentence.index + 1}{statement.basis[0]}"


def _deed(statement: Statement, resolution: Resolution, coding: Coding | None, same: Mapping[str, Actor]) -> str:
    """The act and its targets, "accuse → NATO"; empty where nothing is coded."""
    if coding is None:
        return ""
    act = act_words(coding.act, is_withheld=statement.basis == "withheld")
    known = (same.get(actor.actor_id, actor) for actor in resolution.target_actors if actor != UNNAMED)
    targets = actor_names(known, are_short=True)
    return f"{act} → {targets}" if targets else act


def statement_words(text: str, statement: Statement) -> str:
    """The exact words of the content, pieces with a sign for a cut between them; of the cue where there are none."""
    pieces = statement.content or (statement.cue or statement.sentence.span,)
    return clipped(f" {CUT} ".join(_head(text, piece) for piece in pieces))


def _head(text: str, piece: Span) -> str:
    """As much of a piece as could ever be shown."""
    return text[piece.start : min(piece.end, piece.start + 4000)].strip()
