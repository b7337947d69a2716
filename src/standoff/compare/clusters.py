"""Clusters of what is alike: average linkage over the pairs that were found to be so.

Two clusters are joined as long as their members are alike enough on average; a pair that is not among those given
counts as not alike at all, so that no chain of neighbours ties together what does not belong together.

Source: average linkage (UPGMA), Sokal and Michener 1958, stopped at a threshold.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable

Fits = Callable[[int, int], bool]
"""Whether two members may be in one cluster at all."""


def clusters_from_pairs(
    pairs: Iterable[tuple[int, int, float]], threshold: float, fits: Fits
) -> tuple[tuple[int, ...], ...]:
    """The clusters of two and more, members in order, clusters in order of their first ones.

    Average likeness of the members of two clusters is what they are joined by, the most alike first; members that do
    not fit are never in one cluster.

    >>> clusters_from_pairs([(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.1), (3, 4, 0.7)], 0.5, lambda i, j: True)
    ((0, 1), (3, 4))
    """
    joining = _Joining(pairs, threshold, fits)
    while joining.join_next():
        pass
    return tuple(sorted(members for members in joining.clusters() if len(members) > 1))


class _Joining:
    """Clusters under way: their members, and for each the sums of likeness with its neighbours."""

    def __init__(self, pairs: Iterable[tuple[int, int, float]], threshold: float, fits: Fits) -> None:
        self._threshold, self._fits = threshold, fits
        self._members: dict[int, tuple[int, ...]] = {}
        self._sums: dict[int, dict[int, float]] = {}
        for first, second, score in pairs:
            for one, other in ((first, second), (second, first)):
                self._members.setdefault(one, (one,))
                self._sums.setdefault(one, {})[other] = score
        self._heap = [
            (-score, one, other) for one in sorted(self._sums) for other, score in self._sums[one].items()
            if one < other and score >= threshold
        ]  # fmt: skip
        heapq.heapify(self._heap)

    def clusters(self) -> Iterable[tuple[int, ...]]:
        """The members of each cluster, in order."""
        return (tuple(sorted(members)) for members in self._members.values())

    def join_next(self) -> bool:
        """Joins the two clusters that are most alike; whether there were two left to look at."""
        if not self._heap:
            return False
        score, one, other = heapq.heappop(self._heap)
        # An entry made before one of the two was joined to something else is out of date.
        is_current = one in self._members and other in self._members and -score == self._average(one, other)
        if is_current and self._may_join(one, other):
            self._join(one, other)
        return True

    def _average(self, one: int, other: int) -> float:
        n = len(self._members[one]) * len(self._members[other])
        return self._sums[one].get(other, 0.0) / n

    def _may_join(self, one: int, other: int) -> bool:
        return all(self._fits(i, j) for i in self._members[one] for j in self._members[other])

    def _join(self, one: int, other: int) -> None:
        """Puts the second cluster into the first, and its sums with it."""
        self._members[one] += self._members.pop(other)
        lost = self._sums.pop(other)
        mine = self._sums[one]
        mine.pop(other)
        for neighbour, total in lost.items():
            if neighbour == one:
                continue
            self._sums[neighbour].pop(other)
            mine[neighbour] = mine.get(neighbour, 0.0) + total
            self._sums[neighbour][one] = mine[neighbour]
        for neighbour in mine:
            average = self._average(one, neighbour)
            if average >= self._threshold:
                heapq.heappush(self._heap, (-average, min(one, neighbour), max(one, neighbour)))
