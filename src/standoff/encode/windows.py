"""Which words the encoder sees together: whole paragraphs packed into windows, each with a little before it.

No sliding overlap: every word is read fresh exactly once, and the context costs at most CONTEXT_PIECES a window.
A paragraph longer than a window is cut after a sentence, or where it must be.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from standoff.encode.words import Ints, Words
from standoff.values.reading import Window

MAX_PIECES = 254
"""Word pieces in one window, without the two special ones: the length that the base model was made for."""
CONTEXT_PIECES = 40
"""Word pieces of context before a window: a sentence or two; keeps pieces encoded per piece of text under 1.25."""


def windows_from_words(words: Words) -> tuple[Window, ...]:
    """Windows in order; the ranges `[fresh, end)` cover all words once."""
    sizes = np.array([len(p) for p in words.pieces], dtype=np.int32)
    before = np.concatenate([[0], np.cumsum(sizes)])
    windows: list[Window] = []
    fresh = 0
    for end in _ends(words, before):
        windows.append(Window(start=_context_start(words, before, fresh), fresh=fresh, end=end))
        fresh = end
    return tuple(windows)


def _context_start(words: Words, before: Ints, fresh: int) -> int:
    """The first word of context before `fresh`: within the limit, at the start of a sentence where one is near."""
    first = int(np.searchsorted(before, before[fresh] - CONTEXT_PIECES, side="left"))
    if first == 0:
        return 0
    for i in range(first, fresh):
        if words.breaks[i - 1] or words.paragraphs[i] != words.paragraphs[i - 1]:
            return i
    return first


def _ends(words: Words, before: Ints) -> Sequence[int]:
    """The word after the last of each window."""
    n_words, ends, fresh = len(words), [], 0
    room = MAX_PIECES - CONTEXT_PIECES
    while fresh < n_words:
        budget = before[fresh] + (MAX_PIECES if fresh == 0 else room)
        last = int(np.searchsorted(before, budget, side="right")) - 1
        ends.append(n_words if last >= n_words else _cut(words, fresh, max(last, fresh + 1)))
        fresh = ends[-1]
    return ends


def _cut(words: Words, fresh: int, last: int) -> int:
    """Where to end a window that may hold `[fresh, last)`: after a paragraph, else a sentence, else at `last`.

    A paragraph's end is taken only from the second half on, so that windows stay well filled.
    """
    middle = fresh + (last - fresh) // 2
    for i in range(last, middle, -1):
        if words.paragraphs[i] != words.paragraphs[i - 1]:
            return i
    for i in range(last, middle, -1):
        if words.breaks[i - 1]:
            return i
    return last
