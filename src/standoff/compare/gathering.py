"""Things found in pairs, gathered into what hangs together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def gathered(items: Iterable[T], keys_of: Callable[[T], Sequence[Hashable]]) -> list[list[T]]:
    """The items in groups: each joins the first group that has one of its keys, or begins a new one.

    Groups are in the order of their first items. A later item that would tie two groups together joins the earlier one
    and leaves the other as it is: items come in the order of how sure they are, and an unsure one should not make one
    of two sure things.

    >>> gathered([(1, 2), (3, 4), (2, 3), (4, 5)], lambda pair: pair)
    [[(1, 2), (2, 3)], [(3, 4), (4, 5)]]
    """
    groups: list[list[T]] = []
    at: dict[Hashable, int] = {}
    for item in items:
        keys = keys_of(item)
        home = min((at[key] for key in keys if key in at), default=len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(item)
        for key in keys:
            at.setdefault(key, home)
    return groups
