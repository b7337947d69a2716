"""Predictions made from gold, whole or spoiled in seeded ways: what scoring is tested on without a model."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from standoff.evaluate.gold import GoldDocument
from standoff.evaluate.marked import Marked, marked
from standoff.spans import Span, hull
from standoff.values import BASES, QUOTES, Document, Sentence, Statement, statement_id

Predict = Callable[[Document], Sequence[Statement]]
Labels = Sequence[tuple[str, str]]

DATA = Path(__file__).parents[2] / "training" / "data"


@pytest.fixture(scope="session")
def data():
    """The folder of the project's own training data."""
    if not DATA.exists():
        pytest.skip("training/data is not part of this copy")
    return DATA


@pytest.fixture
def perfect():
    return perfect_predictor


@pytest.fixture
def spoiled():
    return spoiling_predictor


@pytest.fixture
def statement():
    """Makes a predicted statement of a text from its spans."""
    return made_statement


def made_statement(text: str, spans: Marked, basis: str = "reported", quote: str = "indirect", confidence: float = 0.5):
    return statement_from_marked(Document.from_text(text), spans, basis=basis, quote=quote, confidence=confidence)


def statement_from_marked(document: Document, spans: Marked, *, basis: str, quote: str, confidence: float) -> Statement:
    """A predicted statement with the given spans; a role in several pieces keeps its first, but for the content."""
    source = spans.source[0] if spans.source else None
    cue = spans.cue[0] if spans.cue else None
    return Statement(
        statement_id=statement_id(document.doc_id, cue, spans.content),
        doc_id=document.doc_id,
        sentence=Sentence(index=0, span=Span(0, 1)),
        source=source,
        cue=cue,
        content=spans.content,
        addressee=None,
        targets=(),
        parent_id=None,
        quote=quote,  # type: ignore[arg-type]
        basis=basis,  # type: ignore[arg-type]
        basis_cue=None,
        channel=None,
        confidence=confidence,
        steps=(),
    )


def perfect_predictor(documents: Sequence[GoldDocument]) -> Predict:
    """A predictor that gives the gold itself, quite sure of it."""
    by_text = {document.text: document for document in documents}

    def predict(document: Document) -> Sequence[Statement]:
        return [
            statement_from_marked(document, marked(s), basis=s.basis, quote=s.quote, confidence=1.0)
            for s in by_text[document.text].statements
        ]

    return predict


def spoiling_predictor(marks: dict[str, Sequence[Marked]], labels: dict[str, Labels]) -> Predict:
    """A predictor that drops, shifts, merges, cuts, doubles and mislabels the gold of each text."""

    def predict(document: Document) -> Sequence[Statement]:
        chance = random.Random(document.doc_id)
        found = []
        for spans, (basis, quote) in zip(marks[document.text], labels[document.text], strict=True):
            found += [
                statement_from_marked(
                    document,
                    spoiled,
                    basis=chance.choice(BASES) if chance.random() < 0.3 else basis,
                    quote=chance.choice(QUOTES) if chance.random() < 0.2 else quote,
                    confidence=round(chance.random(), 2),
                )
                for spoiled in _spoiled(spans, len(document.text), chance)
            ]
        return found

    return predict


def _spoiled(spans: Marked, n_chars: int, chance: random.Random) -> list[Marked]:
    """The statement spoiled in one way: gone, doubled, shifted, merged, cut, without one of its roles; or kept."""
    source, cue, content = spans.source, spans.cue, spans.content
    ways = [
        [],
        [spans, spans],
        [Marked(source, cue, _shifted(content, chance.randint(-9, 9), n_chars))],
        [Marked(source, cue, (hull(content),) if content else ())],
        [Marked(source, cue, _cut(content, chance))],
        [Marked((), cue, content)],
        [Marked(_shifted(source, 4, n_chars), (), content)],
        [Marked(source, _shifted(cue, 1, n_chars), ())],
        [spans],
        [spans],
    ]
    return chance.choice(ways)


def _cut(content: Sequence[Span], chance: random.Random) -> tuple[Span, ...]:
    """The content with its first piece cut in two, where it is long enough."""
    if not content or content[0].end - content[0].start < 3:
        return tuple(content)
    start, end = content[0]
    middle = chance.randint(start + 1, end - 1)
    return (Span(start, middle), Span(middle, end), *content[1:])


def _shifted(spans: Sequence[Span], by: int, n_chars: int) -> tuple[Span, ...]:
    """The spans moved, kept inside the text."""
    moved = [Span(max(0, s.start + by), min(n_chars, s.end + by)) for s in spans]
    return tuple(span for span in moved if span.start < span.end)
