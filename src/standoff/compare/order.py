"""Words that two texts have in one order: what is left of a copy when every second word has been replaced.

Two reports of one event have many words in common, but not where they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from standoff.compare.shingles import Body, Hashes, Offsets


@dataclass(frozen=True, slots=True)
class Ordered:
    """How many of the words that stand once in each of two texts are in the same order, and of how many that stand
    once in the second.
    """

    n_words: int
    n_second: int

    @property
    def share(self) -> float:
        """The share of the second text's words, 0-1."""
        return self.n_words / max(1, self.n_second)


def words_in_order(first: Body, second: Body) -> Ordered:
    """The longest row of words, each standing once in either text, that both have in the same order.

    Source: the unique lines of patience diff (Cohen), here words.

    >>> from standoff.compare.shingles import body_of
    >>> from standoff.values import Document
    >>> texts = "The old lock was shut.", "So the lock, he said, was shut."
    >>> words_in_order(*(body_of(Document.from_text(text)) for text in texts))
    Ordered(n_words=4, n_second=7)
    """
    (words_a, at_a), (words_b, at_b) = _once(first.hashes), _once(second.hashes)
    _, in_a, in_b = np.intersect1d(words_a, words_b, assume_unique=True, return_indices=True)
    in_order_of_b = np.argsort(at_b[in_b])
    return Ordered(longest_rising(at_a[in_a][in_order_of_b].tolist()), len(words_b))


def longest_rising(numbers: Sequence[int]) -> int:
    """The length of the longest strictly rising part of a sequence, not necessarily of neighbours.

    Source: patience sorting, Fredman 1975.

    >>> longest_rising([2, 8, 3, 4, 1])
    3
    """
    ends: list[int] = []
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


def _once(hashes: Hashes) -> tuple[Hashes, Offsets]:
    """The words that stand once in a text, and where."""
    words, at, counts = np.unique(hashes, return_index=True, return_counts=True)
    return words[counts == 1], at[counts == 1].astype(np.int32)
