"""Statements from a reading: every anchor's pieces made spans, with quote type, basis, nesting and reasons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standoff.extract.basis import choose_basis, find_basis_cue
from standoff.extract.channel import find_channel
from standoff.extract.confidence import Calibration, Features, confidence_features
from standoff.extract.decode import Piece, decode_roles, decode_targets
from standoff.extract.nesting import with_parents
from standoff.extract.quote import inside_one, next_quotations, quote_type, whole_quotations
from standoff.extract.scope import with_shared_basis
from standoff.marks import Quotation, quotations
from standoff.spans import Span, hull, strip_span
from standoff.values.document import Document
from standoff.values.reading import Anchor, Reading
from standoff.values.statement import Sentence, Statement, Step, statement_id

# A final full stop is not content (guidelines); PolNeAR keeps it, which its own convention has learned.
_STOPS = ".,;: \t\n\u00a0\u2028\u2029"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One anchor with its pieces as character spans."""

    anchor: Anchor
    pieces: tuple[Piece, ...]
    cue: Span | None
    source: Span | None
    addressee: Span | None
    content: tuple[Span, ...]
    targets: tuple[Span, ...]


def statements_from_reading(document: Document, reading: Reading, calibration: Calibration) -> tuple[Statement, ...]:
    """The statements of a document in text order, each with its parent where it is nested."""
    made = statements_with_features(document, reading)
    return tuple(replace(s, confidence=calibration.confidence(features)) for s, features in made)


def statements_with_features(document: Document, reading: Reading) -> list[tuple[Statement, Features]]:
    """The statements with their confidence not yet told, each with the features that it is told from."""
    marks = quotations(document.text)
    found = list(_iter_found(document.text, reading))
    found = [_completed(f, found, marks) for f in found]
    sentences = [Sentence(index=i, span=s) for i, s in enumerate(reading.sentences)]
    made = [(_statement(document, f, sentences, marks), confidence_features(f.anchor, f.pieces)) for f in found]
    unique = {s.statement_id: (s, features) for s, features in made if s.content or (s.cue and s.basis == "withheld")}
    ordered = sorted(unique.values(), key=lambda m: (_extent(m[0]).start, -_extent(m[0]).end, m[0].statement_id))
    nested = with_shared_basis(document.text, with_parents([s for s, _ in ordered]))
    return [(s, features) for s, (_, features) in zip(nested, ordered, strict=True)]


def _iter_found(text: str, reading: Reading) -> Iterator[_Found]:
    """Every anchor's pieces as spans of the text."""
    for anchor, pieces in zip(reading.anchors, decode_roles(reading.anchors), strict=True):

        def span(words: Span, start: int = anchor.window.start) -> Span:
            return Span(reading.words[start + words.start].start, reading.words[start + words.end - 1].end)

        def only(role: str, own: Sequence[Piece] = pieces) -> list[Span]:
            return [span(p.words) for p in own if p.role == role]

        content = [strip_span(text, s, _STOPS) for s in only("content")]
        yield _Found(
            anchor=anchor,
            pieces=tuple(pieces),
            cue=span(anchor.words, 0) if anchor.has_cue else None,
            source=next(iter(only("source")), None),
            addressee=next(iter(only("addressee")), None),
            content=tuple(s for s in content if s.start < s.end),
            targets=tuple(span(t) for t in decode_targets(anchor)),
        )


def _completed(found: _Found, every: Sequence[_Found], marks: Sequence[Quotation]) -> _Found:
    """The anchor's content with its quotations made whole, and those added that go on in the next paragraph."""
    own = [s for s in (found.source, found.cue) if s]
    content = whole_quotations(found.content, own, marks)
    following = next_quotations(content, marks)
    if following:
        claimed = [c for f in every if f is not found and f.cue for c in f.content if not inside_one(f.cue, marks)]
        content = (*content, *(q for q in following if not any(q.overlaps(c) for c in (*claimed, *own))))
    return replace(found, content=tuple(sorted(content)))


def _statement(
    document: Document, found: _Found, sentences: Sequence[Sentence], marks: Sequence[Quotation]
) -> Statement:
    """One statement with its fields decided and the reasons for them; its confidence is told later."""
    text, anchor = document.text, found.anchor
    around = found.cue or found.source
    quote, quote_step = quote_type(text, found.content, around, marks, anchor.quote)
    basis, basis_step = choose_basis(anchor.basis, quote, found.cue.of(text) if found.cue else "")
    at = found.cue or (found.content[0] if found.content else Span(0, 0))
    taken = [*found.content, *([found.source] if found.source else [])]
    last = len(sentences) - 1
    sentence = sentences[min(bisect_right(sentences, at.start, key=lambda s: s.span.end), last)]
    return Statement(
        statement_id=statement_id(document.doc_id, found.cue, found.content),
        doc_id=document.doc_id,
        sentence=sentence,
        source=found.source,
        cue=found.cue,
        content=found.content,
        addressee=found.addressee,
        targets=found.targets,
        parent_id=None,
        quote=quote,
        basis=basis,
        basis_cue=find_basis_cue(text, basis, found.cue, sentence.span, taken),
        channel=find_channel(text, sentence.span, found.content),
        confidence=0.0,
        steps=(*_span_steps(found), quote_step, basis_step),
    )


def _span_steps(found: _Found) -> Iterator[Step]:
    """Where cue, source and content come from."""
    kind = "cue" if found.cue else "content"
    yield Step(field=kind, by="model", detail="anchor" if found.cue else "anchor without cue", score=found.anchor.score)
    for piece in found.pieces:
        yield Step(
            field=piece.role, by="model", detail="mean log-probability of its words", score=round(piece.score, 3)
        )
    n_model = sum(p.role == "content" for p in found.pieces)
    if len(found.content) > n_model:
        yield Step(field="content", by="marks", detail="the quotation goes on in the next paragraph")


def _extent(statement: Statement) -> Span:
    """From the statement's first to its last character."""
    parts = [s for s in (statement.source, statement.cue, *statement.content) if s]
    return hull(parts) if parts else statement.sentence.span
