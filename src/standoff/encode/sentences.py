"""Sentences from the words at which they end, and what the writer does in each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from standoff.encode.words import Words
from standoff.spans import Span
from standoff.values.reading import Floats


def sentence_words(words: Words, is_end: npt.NDArray[np.bool_]) -> tuple[Span, ...]:
    """Word ranges of the sentences, in order and without a gap; a paragraph's end always ends one."""
    if not len(words):
        return ()
    last = is_end.copy()
    last[:-1] |= words.paragraphs[1:] != words.paragraphs[:-1]
    last[-1] = True
    ends = (np.flatnonzero(last) + 1).tolist()
    return tuple(Span(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True))


def sentence_voices(words: Floats, sentences: Sequence[Span]) -> Floats:
    """Log-probabilities `(n_sentences, 6) float32` of the author's voice, from rows of words `(n_words, 7)`.

    The last column says how much each word counts in its sentence.
    """
    if not sentences:
        return np.zeros((0, words.shape[1] - 1), dtype=np.float32)
    starts = [s.start for s in sentences]
    lengths = [s.end - s.start for s in sentences]
    weight = np.exp(words[:, -1] - np.repeat(np.maximum.reduceat(words[:, -1], starts), lengths))
    weight /= np.repeat(np.add.reduceat(weight, starts), lengths)
    scores = np.add.reduceat(words[:, :-1] * weight[:, None], starts)
    scores -= scores.max(axis=1, keepdims=True)
    voices: Floats = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return voices
