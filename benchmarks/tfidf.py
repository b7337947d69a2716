"""The baseline for stories: documents as TF-IDF vectors of their words, joined by average linkage.

Weights as in scikit-learn's `TfidfVectorizer` by default (words of two characters and more in small letters,
`tf * (ln((1 + n) / (1 + df)) + 1)`, length one), linkage as in its `AgglomerativeClustering(linkage="average")` with
the cosine and a threshold; every pair is looked at.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\b\w\w+\b")


def tfidf_groups(texts: Sequence[str], min_score: float) -> list[int]:
    """For each text the number of its group; groups are joined while their mean cosine is at least `min_score`."""
    scores = _cosines(texts)
    return _average_linkage(scores, min_score)


def _cosines(texts: Sequence[str]) -> NDArray[np.float32]:
    counts = [Counter(_WORD.findall(text.lower())) for text in texts]
    n_with = Counter(word for words in counts for word in words)
    columns = {word: i for i, word in enumerate(sorted(n_with))}
    matrix = np.zeros((len(texts), len(columns)), dtype=np.float32)
    for row, words in zip(matrix, counts, strict=True):
        for word, n in words.items():
            row[columns[word]] = n * (math.log((1 + len(texts)) / (1 + n_with[word])) + 1)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-12)
    return np.asarray(matrix @ matrix.T, dtype=np.float32)


def _average_linkage(scores: NDArray[np.float32], min_score: float) -> list[int]:
    """Joins the two most alike groups again and again; the mean of all pairs is kept up to date (Lance-Williams)."""
    alike, sizes = scores.copy(), np.ones(len(scores))
    group = np.arange(len(scores))
    np.fill_diagonal(alike, -1)
    while True:
        a, b = divmod(int(alike.argmax()), len(alike))
        if alike[a, b] < min_score:
            return [int(g) for g in group]
        joined = (alike[a] * sizes[a] + alike[b] * sizes[b]) / (sizes[a] + sizes[b])
        alike[a], alike[:, a] = joined, joined
        alike[b], alike[:, b] = -1, -1
        alike[a, a] = -1
        # What was joined before stays away from everything.
        alike[a, sizes == 0], alike[sizes == 0, a] = -1, -1
        sizes[a], sizes[b] = sizes[a] + sizes[b], 0
        alike[a, b], alike[b, a] = -1, -1
        group[group == b] = a
