"""Readings made by hand: what a sure encoder would see in a text, from statements given as spans.

Codes made by hand: what coding would say of an analysis, from lines of words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from standoff.encode.labels import CAUSE_TAGS, ROLE_TAGS, TARGET_TAGS
from standoff.encode.sentences import sentence_words
from standoff.encode.windows import windows_from_words
from standoff.encode.words import Words, words_from_text
from standoff.spans import Span
from standoff.values import (
    ACTS,
    BASES,
    QUOTES,
    VOICES,
    Act,
    Analysis,
    Anchor,
    Basis,
    Coding,
    Consequence,
    Document,
    Found,
    Quote,
    Reading,
    Sentence,
    Statement,
    Voice,
    Window,
    statement_id,
)

SURE = 0.97


@dataclass(frozen=True, kw_only=True)
class Told:
    """One statement as the encoder is to see it."""

    cue: Span | None = None
    source: Span | None = None
    content: Sequence[Span] = ()
    addressee: Span | None = None
    targets: Sequence[Span] = ()
    basis: Basis = "reported"
    quote: Quote = "indirect"
    act: Act = "assert"


def reading_by_hand(document: Document, told: Sequence[Told]) -> Reading:
    """The reading in which the statements are as told; sentences end where the marks say."""
    words = words_from_text(document.text, lambda _: (1,))
    windows = windows_from_words(words)
    sentences = tuple(words.span(s) for s in sentence_words(words, words.breaks))
    anchors = sorted((_anchor(words, windows, one) for one in told), key=lambda a: (a.window.fresh, a.words))
    return Reading(
        doc_id=document.doc_id,
        words=tuple(Span(int(a), int(b)) for a, b in zip(words.starts, words.ends, strict=True)),
        sentences=sentences,
        sentence_vectors=np.ones((len(sentences), 1), dtype=np.float32),
        vector_parts=np.ones((len(words), 1), dtype=np.float32),
        anchors=tuple(anchors),
        mentions=(),
        links=(),
        voices=np.zeros((len(sentences), len(VOICES)), dtype=np.float32),
        causes=np.zeros((len(words), len(CAUSE_TAGS)), dtype=np.float32),
        factuality=np.zeros(len(words), dtype=np.float32),
        n_pieces=len(words),
        n_text_pieces=len(words),
    )


def _anchor(words: Words, windows: Sequence[Window], told: Told) -> Anchor:
    at = words.range(told.cue or told.content[0])
    at = at if told.cue else Span(at.start, at.start + 1)
    window = next(w for w in windows if w.fresh <= at.start < w.end)
    roles = {"source": [told.source], "content": told.content, "addressee": [told.addressee]}
    return Anchor(
        words=at,
        has_cue=told.cue is not None,
        score=SURE,
        window=window,
        roles=_peaks(words, window, ROLE_TAGS, roles),
        targets=_peaks(words, window, TARGET_TAGS, {"": told.targets}),
        basis=_peak(BASES, told.basis),
        quote=_peak(QUOTES, told.quote),
        act=_peak(ACTS, told.act),
    )


def _peaks(words: Words, window: Window, tags: Sequence[str], spans: Mapping[str, Sequence[Span | None]]) -> np.ndarray:
    """Log-probabilities that are sure of every word's tag; what lies outside the window cannot be seen."""
    best = ["O"] * (window.end - window.start)
    for role, some in spans.items():
        suffix = f"-{role}" if role else ""
        for span in (s for s in some if s):
            found = words.range(span)
            first, last = max(found.start, window.start) - window.start, min(found.end, window.end) - window.start - 1
            if first <= last:
                best[first : last + 1] = [f"I{suffix}"] * (last + 1 - first)
                best[first], best[last] = f"B{suffix}", f"E{suffix}"
                if first == last:
                    best[first] = f"S{suffix}"
    return np.stack([_peak(tags, tag) for tag in best])


@lru_cache(maxsize=128)
def _peak(names: Sequence[str], best: str) -> np.ndarray:
    """Log-probabilities that are sure of one of the names."""
    rest = (1 - SURE) / (len(names) - 1)
    return np.log([SURE if name == best else rest for name in names]).astype(np.float32)


def statement_by_hand(
    document: Document, sentence: Sentence, content: Sequence[Span], *, cue: Span | None, **others: Any
) -> Statement:
    """A statement with what is told and nothing in the other fields; reported in other words when none is told."""
    plain = {
        "source": None,
        "addressee": None,
        "targets": (),
        "quote": "indirect",
        "basis": "reported",
        "confidence": 0.9,
    }
    return Statement(
        **{"statement_id": statement_id(document.doc_id, cue, content)} | plain | others,
        doc_id=document.doc_id,
        sentence=sentence,
        cue=cue,
        content=tuple(content),
        parent_id=None,
        basis_cue=None,
        channel=None,
        steps=(),
    )


def coded_by_hand(analysis: Analysis, codes: Sequence[str]) -> Analysis:
    """The analysis with one coding for each statement, from lines such as `act|issues|norms|modality|certainty`.

    Issues and norms are separated by commas; "55-80" is a certainty; what is left out at the end has its default.
    """
    codings = [_coding(s.statement_id, line) for s, line in zip(analysis.statements, codes, strict=True)]
    return replace(analysis, codings=tuple(codings))


def voiced_by_hand(analysis: Analysis, voice: Mapping[str, str]) -> Analysis:
    """The analysis with what the writer does in the sentences that hold these words: `label` or `label|certainty`."""
    entries = [_voice(analysis, words, line) for words, line in voice.items()]
    return replace(analysis, voice=tuple(sorted(entries, key=lambda entry: entry.sentence.index)))


def linked_by_hand(analysis: Analysis, links: Sequence[str]) -> Analysis:
    """The analysis with consequences from lines `cause|signal|effect`: exact words; the signal may be empty.

    Each belongs to the last statement whose content holds its cause.
    """
    return replace(analysis, consequences=tuple(_consequence(analysis, line) for line in links))


def _coding(statement_id: str, line: str) -> Coding:
    act, issues, norms, modality, certainty = [*line.split("|"), "", "", "", ""][:5]
    return Coding(
        statement_id=statement_id,
        act=act,  # type: ignore[arg-type]
        act_score=0.8,
        modality=modality or "actual",  # type: ignore[arg-type]
        certainty=_certainty(certainty),
        issues=_keys(issues),
        norms=_keys(norms),
    )


def _keys(keys: str) -> tuple[Found, ...]:
    return tuple(Found(key=key.strip(), spans=(), score=0.7) for key in keys.split(",") if key.strip())


def _certainty(words: str) -> tuple[float, float] | None:
    if not words:
        return None
    low, high = words.split("-")
    return int(low) / 100, int(high) / 100


def _voice(analysis: Analysis, words: str, line: str) -> Voice:
    at = analysis.document.text.index(words)
    sentence = next(s for s in reversed(analysis.sentences) if s.span.start <= at)
    label, _, certainty = line.partition("|")
    return Voice(sentence=sentence, label=label, score=0.9, certainty=_certainty(certainty))  # type: ignore[arg-type]


def _consequence(analysis: Analysis, line: str) -> Consequence:
    text = analysis.document.text
    cause, signal, effect = line.split("|")
    span = _span(text, cause)
    holding = [s for s in analysis.statements if any(piece.covers(span) for piece in s.content)]
    return Consequence(
        sentence=next(s for s in reversed(analysis.sentences) if s.span.start <= span.start),
        cause=span,
        effect=_span(text, effect),
        signal=_span(text, signal) if signal else None,
        statement_id=holding[-1].statement_id if holding else None,
        score=0.8,
    )


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))
