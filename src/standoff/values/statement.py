"""A statement: somebody presented as having said, written, thought, wanted or stood for something."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from standoff.spans import Span, merge_spans

Basis = Literal["quoted", "reported", "standing", "hearsay", "inferred", "predicted", "withheld"]
Quote = Literal["direct", "mixed", "indirect", "none"]

BASES: tuple[Basis, ...] = ("quoted", "reported", "standing", "hearsay", "inferred", "predicted", "withheld")
"""How the text says it knows, in the order in which the later one wins (docs/codebook.md)."""

QUOTES: tuple[Quote, ...] = ("direct", "mixed", "indirect", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a document: its place in the order and its span."""

    index: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Why a field has its value: the field, the rule or model score that decided it, in words and numbers."""

    field: str
    by: str
    detail: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution with its evidence; every span slices the document's text exactly.

    `content` is empty only for a bare refusal ("declined to comment"); `parent_id` names the statement in whose
    content this one is nested; `confidence` is 0-1, calibrated (docs/accuracy.md).
    """

    statement_id: str
    doc_id: str
    sentence: Sentence
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    addressee: Span | None
    targets: tuple[Span, ...]
    parent_id: str | None
    quote: Quote
    basis: Basis
    basis_cue: Span | None
    channel: str | None
    confidence: float
    steps: tuple[Step, ...]


def statement_id(doc_id: str, cue: Span | None, content: Sequence[Span]) -> str:
    """The content hash that names a statement: from the document and the offsets of cue and content.

    >>> statement_id("ca978112ca1bbdca", Span(3, 7), [Span(8, 20)])
    'b2000e0c2ee59826'
    """
    key = f"{doc_id}|{tuple(cue) if cue else None}|{[tuple(s) for s in content]}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def sentences_held(sentences: Sequence[Sentence], statements: Sequence[Statement]) -> frozenset[int]:
    """The indices of the sentences that hold any part of a statement: a continued quotation counts in each."""
    parts = merge_spans(p for s in statements for p in (s.source, s.cue, *s.content) if p)
    return frozenset({s.sentence.index for s in statements} | sentences_touched(sentences, parts))


def sentences_touched(sentences: Sequence[Sentence], parts: Iterable[Span]) -> set[int]:
    """The indices of the sentences, given in text order, that share a character with any of the parts."""
    starts = [s.span.start for s in sentences]
    found: set[int] = set()
    for part in parts:
        at = max(0, bisect_right(starts, part.start) - 1)
        while at < len(sentences) and sentences[at].span.start < part.end:
            if sentences[at].span.overlaps(part):
                found.add(sentences[at].index)
            at += 1
    return found
