"""How often something occurs: the one value that all counts of a report are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Tally(NamedTuple):
    """How often a category or a form of words occurs."""

    name: str
    n: int


def ranked(counts: Mapping[str, int]) -> tuple[Tally, ...]:
    """The tallies that are not zero, the largest first, equal ones by name.

    >>> ranked({"Lavrov": 1, "he": 0, "Sergey Lavrov": 2})
    (Tally(name='Sergey Lavrov', n=2), Tally(name='Lavrov', n=1))
    """
    return tuple(sorted((Tally(name, n) for name, n in counts.items() if n), key=lambda t: (-t.n, t.name)))
