"""How well one grouping of some things agrees with another: the adjusted Rand index; B-cubed is in `evaluate`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def adjusted_rand(found: Sequence[Hashable], gold: Sequence[Hashable]) -> float:
    """The share of pairs on which two groupings agree, less what chance would give: 0 by chance, 1 for the same.

    Source: Hubert and Arabie 1985, "Comparing partitions".

    >>> [round(adjusted_rand(found, ["a", "a", "b", "b"]), 2) for found in ([1, 1, 2, 2], [1, 2, 1, 2])]
    [1.0, -0.5]
    """
    together = _pairs(Counter(zip(found, gold, strict=True)).values())
    of_found, of_gold, of_all = (_pairs(Counter(some).values()) for some in (found, gold, [0] * len(gold)))
    chance = of_found * of_gold / of_all if of_all else 0.0
    most = (of_found + of_gold) / 2
    return 1.0 if most == chance else (together - chance) / (most - chance)


def _pairs(sizes: Iterable[int]) -> float:
    return sum(size * (size - 1) / 2 for size in sizes)
