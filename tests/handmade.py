"""Readings made by hand: what a sure encoder would see in a text, from statements given as spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from standoff.encode.labels import ROLE_TAGS, TARGET_TAGS
from standoff.encode.sentences import sentence_words
from standoff.encode.windows import windows_from_words
from standoff.encode.words import Words, words_from_text
from standoff.spans import Span
from standoff.values import BASES, QUOTES, Anchor, Basis, Document, Quote, Reading, Window

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
        anchors=tuple(anchors),
        mentions=(),
        links=(),
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
