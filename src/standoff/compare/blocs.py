"""Blocs: groups of nodes that hang together by one kind of tie and stand apart by another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_LEAST_GAIN = 1e-9


def find_blocs(together: Matrix, apart: Matrix) -> tuple[int | None, ...]:
    """For each node the number of its bloc, the largest bloc 0; `None` for a node without ties.

    `together` and `apart` are weights `(n, n) float64`, symmetric, without a diagonal. Nodes are joined, the two groups
    that gain most first, as long as the signed modularity grows; of equal gains the earlier nodes come first.

    Source: Gómez, Jensen and Arenas 2009, "Analysis of community structure in networks of correlated data": modularity
    with positive and negative weights; Clauset, Newman and Moore 2004, "Finding community structure in very large
    networks": the greedy joining.

    >>> together = np.array([[0, 2, 0], [2, 0, 0], [0, 0, 0]], dtype=float)
    >>> apart = np.array([[0, 0, 1], [0, 0, 1], [1, 1, 0]], dtype=float)
    >>> find_blocs(together, apart)
    (0, 0, 1)
    """
    gains = _surplus(together) - _surplus(apart)
    groups = [[i] for i in range(len(gains))]
    while len(groups) > 1:
        np.fill_diagonal(gains, -np.inf)
        a, b = sorted(divmod(int(gains.argmax()), len(gains)))
        if gains[a, b] <= _LEAST_GAIN:
            break
        gains[a] += gains[b]
        gains[:, a] += gains[:, b]
        gains = np.delete(np.delete(gains, b, axis=0), b, axis=1)
        groups[a] += groups.pop(b)
    has_ties = (together + apart).sum(axis=1) > 0
    return _numbered(groups, has_ties)


def _surplus(weights: Matrix) -> Matrix:
    """By how much each weight exceeds what the nodes' sums alone would give it."""
    total = weights.sum()
    if total == 0:
        return np.zeros_like(weights)
    sums = weights.sum(axis=1)
    return np.asarray(weights - np.outer(sums, sums) / total)


def _numbered(groups: Sequence[Sequence[int]], has_ties: NDArray[np.bool_]) -> tuple[int | None, ...]:
    numbers: list[int | None] = [None] * len(has_ties)
    tied = [sorted(group) for group in groups if any(has_ties[i] for i in group)]
    for number, group in enumerate(sorted(tied, key=lambda group: (-len(group), group))):
        for i in group:
            numbers[i] = number if has_ties[i] else None
    return tuple(numbers)
