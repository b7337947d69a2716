"""A reading: all that one pass of the encoder gives on one document, for every later step to use."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from standoff.spans import Span
from standoff.values.mention import Link, Mention

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
"""Numbers that are kept for thousands of documents, in half the room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The words `[start, end)` that the encoder saw together; those before `fresh` are context seen before."""

    start: int
    fresh: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place where a statement hangs: the words of its cue, or one word where a statement without cue begins.

    `words` is a half-open range of word indices; `score` 0-1; `window` the words that `roles` speaks of:
    `(n_window_words, n_role_tags) float32` log-probabilities in the order of `encode.labels.ROLE_TAGS`;
    `targets` likewise in the order of `TARGET_TAGS`; `basis` `(7,) float32` log-probabilities in the order of `BASES`,
    `quote` `(4,)` in the order of `QUOTES`, `act` `(19,)` in the order of `ACTS`.
    """

    words: Span
    has_cue: bool
    score: float
    window: Window
    roles: Floats
    targets: Floats
    basis: Floats
    quote: Floats
    act: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """What the encoder saw in one document.

    `words` are character spans in order; `sentences` cover the text but for white space; `sentence_vectors`
    is `(n_sentences, dim) float32` with unit rows, `vector_parts` `(n_words, dim) float32` what each word adds to one:
    the sum over any stretch of words, made a unit, is its vector. `mentions` are the names and `links` what pronouns
    and descriptions may stand for, both in text order. `voices` `(n_sentences, 6) float32` are log-probabilities in the
    order of `VOICES`, `causes` `(n_words, 13) float32` in that of `encode.labels.CAUSE_TAGS`; `factuality` `(n_words,)
    float32` says how surely what each word tells is presented as so, from -3 to 3. `n_pieces` counts word pieces
    encoded, context included, `n_text_pieces` without it.
    """

    doc_id: str
    words: tuple[Span, ...]
    sentences: tuple[Span, ...]
    sentence_vectors: Floats
    vector_parts: Floats
    anchors: tuple[Anchor, ...]
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    voices: Floats
    causes: Floats
    factuality: Floats
    n_pieces: int
    n_text_pieces: int
