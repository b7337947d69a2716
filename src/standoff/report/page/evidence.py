"""The sentences that carry statements, with their neighbours, and every statement marked in them by its basis.

Publishers' texts are not handed on: what carries nothing is left out, and how much of it is told, unless the whole
article is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from standoff.report.brief import DocumentBrief
from standoff.report.compared.cells import Cell, Cells
from standoff.report.compared.words import category, sentence_anchor
from standoff.report.inert import inert
from standoff.report.page.highlight import Layer, segments
from standoff.spans import Span
from standoff.values import Coding, Sentence, Statement, sentences_held, sentences_touched

# Three statements around one word are rare, and more lines than that under it cannot be told apart.
_MOST_DEPTH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much of the texts is shown: all, or what tells something, with the spans `cited` elsewhere by document id."""

    is_full: bool
    cited: Mapping[str, Sequence[Span]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What lies on a piece of text: `letter` of the basis for content, else "source" or "cue".

    `depth` counts the marks around it; `key` is the name of its statement where the content starts, elsewhere empty.
    """

    letter: str
    depth: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a sentence and the marks on it, the outermost first."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One statement of a sentence beside its words: `key` is what stands before its content."""

    cell: Cell
    key: str
    quote: str
    issues: str
    is_nested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence: `n_left_out` sentences before it are not shown; `voice` is what the writer does in it, if anything.

    `pieces` together are the whole sentence.
    """

    anchor: str
    number: int
    n_left_out: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the sentences of one document are drawn from, by the index of the sentence or the id of the statement."""

    n_document: int
    text: str
    layers: Mapping[int, Sequence[Layer]]
    cells: Mapping[int, Sequence[Cell]]
    codings: Mapping[str, Coding]
    voices: Mapping[int, str]
    names: Mapping[str, str]


def passages_from_brief(
    n_document: int, brief: DocumentBrief, cells: Cells, names: Mapping[str, str], extent: Extent
) -> tuple[Passage, ...]:
    """The passages of one document, in order."""
    sentences = brief.analysis.sentences
    kept = {s.index for s in sentences} if extent.is_full else _telling(brief, extent)
    told = _told(n_document, brief, cells, names)
    found: list[Passage] = []
    n_left_out = 0
    for sentence in sentences:
        if sentence.index in kept:
            found.append(_passage(sentence, n_left_out, told))
        n_left_out = 0 if sentence.index in kept else n_left_out + 1
    return tuple(found)


def _told(n_document: int, brief: DocumentBrief, cells: Cells, names: Mapping[str, str]) -> _Told:
    analysis = brief.analysis
    by_sentence: dict[int, list[Cell]] = defaultdict(list)
    for statement in analysis.statements:
        by_sentence[statement.sentence.index].append(cells.at(n_document, statement.statement_id))
    return _Told(
        n_document=n_document,
        text=analysis.document.text,
        layers=_layers(analysis.statements, analysis.sentences),
        cells=by_sentence,
        codings={coding.statement_id: coding for coding in analysis.codings},
        voices={voice.sentence.index: voice.label for voice in analysis.voice},
        names=names,
    )


def _passage(sentence: Sentence, n_left_out: int, told: _Told) -> Passage:
    cells = told.cells.get(sentence.index, ())
    keys = _keys([cell.statement for cell in cells])
    notes = (_note(cell, keys, told.codings.get(cell.statement.statement_id), told.names) for cell in cells)
    return Passage(
        anchor=sentence_anchor(told.n_document, sentence.index),
        number=sentence.index + 1,
        n_left_out=n_left_out,
        pieces=_pieces(told.text, sentence, told.layers.get(sentence.index, ()), keys),
        notes=tuple(notes),
        voice=told.voices.get(sentence.index, ""),
    )


def _telling(brief: DocumentBrief, extent: Extent) -> set[int]:
    """The sentences that carry a statement, their neighbours, and what other parts of the page point at."""
    analysis = brief.analysis
    held = sentences_held(analysis.sentences, analysis.statements)
    around = {index + step for index in held for step in (-1, 0, 1)}
    forecast = {voice.sentence.index for voice in analysis.voice if voice.label == "forecast"}
    linked = {consequence.sentence.index for consequence in analysis.consequences}
    cited = sentences_touched(analysis.sentences, extent.cited.get(analysis.document.doc_id, ()))
    return around | forecast | linked | cited | {sentence.index for sentence in brief.disclaimers}


def _layers(statements: Sequence[Statement], sentences: Sequence[Sentence]) -> Mapping[int, Sequence[Layer]]:
    """By the index of a sentence, the marks that touch it, by names: "id letter" for content, "source", "cue"."""
    found: dict[int, list[Layer]] = defaultdict(list)
    marks = sorted(mark for statement in statements for mark in _marks(statement))
    first = 0
    for mark in marks:
        while first < len(sentences) and sentences[first].span.end <= mark.span.start:
            first += 1
        at = first
        while at < len(sentences) and sentences[at].span.start < mark.span.end:
            found[sentences[at].index].append(mark)
            at += 1
    return found


def _marks(statement: Statement) -> Iterator[Layer]:
    yield from (Layer(span, f"{statement.statement_id} {statement.basis[0]}") for span in statement.content)
    if statement.source:
        yield Layer(statement.source, "source")
    if statement.cue:
        yield Layer(statement.cue, "cue")


def _keys(statements: Sequence[Statement]) -> Mapping[str, str]:
    """By statement id, how a sentence names it: the letter of its basis, with a number where there are several."""
    if len(statements) == 1:
        return {statements[0].statement_id: statements[0].basis[0]}
    return {s.statement_id: f"{n}{s.basis[0]}" for n, s in enumerate(statements, start=1)}


def _pieces(text: str, sentence: Sentence, layers: Sequence[Layer], keys: Mapping[str, str]) -> tuple[Piece, ...]:
    named: set[str] = set()
    found = []
    for segment in segments(sentence.span, layers):
        marks = tuple(_mark(name, depth, keys, named) for depth, name in enumerate(_once(segment.names)))
        found.append(Piece(text=inert(segment.span.of(text)), marks=marks))
    return tuple(found)


def _once(names: Sequence[str]) -> Sequence[str]:
    """Each mark once, and not more than can be told apart: what is said before who says it."""
    once = list(dict.fromkeys(names))
    return once if len(once) <= _MOST_DEPTH else [name for name in once if " " in name][:_MOST_DEPTH]


def _mark(name: str, depth: int, keys: Mapping[str, str], named: set[str]) -> Mark:
    """The mark; the first of each statement in a sentence bears its key, an arrow where it began in an earlier one."""
    statement_id, _, letter = name.partition(" ")
    if not letter:
        return Mark(letter=name, depth=depth, key="")
    key = "" if statement_id in named else keys.get(statement_id, f"↑{letter}")
    named.add(statement_id)
    return Mark(letter=letter, depth=depth, key=key)


def _note(cell: Cell, keys: Mapping[str, str], coding: Coding | None, names: Mapping[str, str]) -> Note:
    issues = dict.fromkeys(category(found.key, names.get(found.key)) for found in coding.issues) if coding else ()
    return Note(
        cell=cell,
        key=keys[cell.statement.statement_id],
        quote=cell.statement.quote,
        issues=", ".join(issues),
        is_nested=cell.statement.parent_id is not None,
    )
