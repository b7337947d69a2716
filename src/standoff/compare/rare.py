"""Which documents have uncommon words and word sequences in common: the cheap step before two are really compared.

What stands in two to `MAX_DOCUMENTS` documents counts, the rarer the more. Each document looks at no more than a fixed
number of its rarest features, each of which stands in no more than a fixed number of documents, so that the whole cost
grows with the number of documents (and their sorting).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from standoff.compare.shingles import Hashes

MAX_DOCUMENTS = 64
"""What stands in more documents is common: above the number of copies of one wire story that LSH leaves to find."""
MAX_FEATURES = 400
"""The rarest features of a document that are looked at; an article of 600 words has about 300 that are rare at all."""

Ints = npt.NDArray[np.int64]


class RareIndex:
    """The documents by their uncommon features, made at once from all of them."""

    def __init__(self, features: Sequence[Hashes]) -> None:
        """Takes the features of each document, sorted and without repetitions."""
        sizes = [len(one) for one in features]
        values = np.concatenate([*features, np.zeros(0, dtype=np.uint64)])
        documents = np.repeat(np.arange(len(features)), sizes)
        order = np.argsort(values, kind="stable")  # stable: the documents of a feature stay in order
        _, first, counts = np.unique(values[order], return_index=True, return_counts=True)
        self._documents: Ints = documents[order]
        feature_of = np.empty(len(values), dtype=np.int64)
        feature_of[order] = np.repeat(np.arange(len(counts)), counts)
        self._of_document = np.split(feature_of, np.cumsum(sizes)[:-1]) if features else []
        self._first: Ints = first
        self._counts: Ints = counts
        self._n = len(features)

    def candidates(self, document: int, n: int) -> tuple[int, ...]:
        """The `n` documents before this one that have most in common with it, the best first.

        A feature counts by its inverse document frequency, log(N / df).

        >>> index = RareIndex([np.array(a, np.uint64) for a in ([1, 2], [2, 3], [7], [2, 3, 9])])
        >>> index.candidates(3, 5), index.candidates(2, 5)
        ((1, 0), ())
        """
        mine = self._of_document[document]
        counts = self._counts[mine]
        rare = mine[(counts > 1) & (counts <= MAX_DOCUMENTS)]
        rare = rare[np.argsort(self._counts[rare], kind="stable")][:MAX_FEATURES]
        if not len(rare):
            return ()
        counts = self._counts[rare]
        others = self._documents[_ranges(self._first[rare], counts)]
        weights = np.repeat(np.log((self._n + 1) / counts), counts)
        found, where = np.unique(others, return_inverse=True)
        scores = np.bincount(where, weights)
        scores, found = scores[found < document], found[found < document]
        return tuple(int(i) for i in found[np.argsort(-scores, kind="stable")[:n]])


def _ranges(starts: Ints, counts: Ints) -> Ints:
    """All the numbers from each start on, as many as its count, one after the other.

    >>> _ranges(np.array([3, 10]), np.array([2, 3])).tolist()
    [3, 4, 10, 11, 12]
    """
    before = np.cumsum(counts) - counts
    return np.asarray(np.arange(counts.sum()) + np.repeat(starts - before, counts), dtype=np.int64)
