"""Sentences from the words at which they end."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from standoff.encode.words import Words
from standoff.spans import Span


def sentence_words(words: Words, is_end: npt.NDArray[np.bool_]) -> tuple[Span, ...]:
    """Word ranges of the sentences, in order and without a gap; a paragraph's end always ends one."""
    if not len(words):
        return ()
    last = is_end.copy()
    last[:-1] |= words.paragraphs[1:] != words.paragraphs[:-1]
    last[-1] = True
    ends = (np.flatnonzero(last) + 1).tolist()
    return tuple(Span(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True))
