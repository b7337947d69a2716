"""Which errors to list first when only some are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Confusion(Protocol):
    """An error that takes one thing for another."""

    @property
    def wanted(self) -> str:
        """What the gold has."""
        ...

    @property
    def named(self) -> str:
        """What was found instead."""
        ...


AnError = TypeVar("AnError", bound=Confusion)


def worst(errors: Sequence[AnError], n: int) -> tuple[AnError, ...]:
    """The first `n` errors, those of the most frequent confusion first, else as they come."""
    times = Counter((error.wanted, error.named) for error in errors)
    first = {confusion: i for i, confusion in enumerate(times)}

    def place(error: AnError) -> tuple[int, int]:
        confusion = (error.wanted, error.named)
        return -times[confusion], first[confusion]

    return tuple(sorted(errors, key=place)[:n])
