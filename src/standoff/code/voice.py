"""The author's voice: what the writer does in each sentence that holds nobody's statement.

A statement of which the program is unsure, and what the writer says as "I" or "we", do not make a sentence somebody
else's: such a sentence is labelled, too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from standoff.code.certainty import find_certainty
from standoff.marks import Quotation, quotations
from standoff.spans import Span, merge_spans
from standoff.values import VOICES, Document, Reading, Sentence, Statement, Voice, sentences_held

SURE = 0.4
"""Below this confidence four statements of five are no statements, or cut wrongly (docs/accuracy.md)."""


def find_voice(document: Document, reading: Reading, statements: Sequence[Statement]) -> tuple[Voice, ...]:
    """One voice for each sentence without any part of a statement, in text order.

    A title, a byline or a date is `other`: it says nothing of the world in the writer's own words.
    """
    sentences = [Sentence(index=i, span=span) for i, span in enumerate(reading.sentences)]
    marks = quotations(document.text)
    others = [s for s in statements if s.confidence >= SURE and not _is_writers(document.text, s, marks)]
    held = sentences_held(sentences, others)
    front = merge_spans(piece.span for piece in document.front)
    return tuple(_voice(document.text, s, reading, front) for s in sentences if s.index not in held)


def _is_writers(text: str, statement: Statement, marks: Sequence[Quotation]) -> bool:
    """Whether the writer is the source: "I" or "we", outside all quotation marks."""
    source = statement.source
    if source is None or source.of(text).lower() not in ("i", "we"):
        return False
    return not any(quotation.span.covers(source) for quotation in marks)


def _voice(text: str, sentence: Sentence, reading: Reading, front: Sequence[Span]) -> Voice:
    if any(piece.covers(sentence.span) for piece in front) or not any(c.isalnum() for c in sentence.span.of(text)):
        return Voice(sentence=sentence, label="other", score=1.0)
    odds = np.exp(reading.voices[sentence.index])
    best = int(odds.argmax())
    certainty = find_certainty(text, [sentence.span])
    return Voice(
        sentence=sentence,
        label=VOICES[best],
        score=float(odds[best]),
        certainty=certainty.range if certainty else None,
    )
