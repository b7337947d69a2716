"""Statements gathered for one place of the page: the same words once, the strongest in full, the rest as places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.report.compared.cells import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A statement in its words, and the others that say it in the same: what a copy repeats is shown once."""

    cell: Cell
    others: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """What is shown in full, and what only by its place."""

    shown: tuple[Point, ...]
    more: tuple[Cell, ...]

    @property
    def n(self) -> int:
        """How many statements there are."""
        return sum(1 + len(point.others) for point in self.shown) + len(self.more)


def points_from_cells(cells: Sequence[Cell], n_most: int) -> Points:
    """The cells in their order, those of the same words by the same person together; `n_most` of them in full.

    One more than that is shown instead of being left to its place.
    """
    by_words: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        by_words.setdefault((cell.who, _plain(cell.words)), []).append(cell)
    groups = list(by_words.values())
    n_shown = len(groups) if len(groups) <= n_most + 1 else n_most
    return Points(
        shown=tuple(Point(cell=group[0], others=tuple(group[1:])) for group in groups[:n_shown]),
        more=tuple(cell for group in groups[n_shown:] for cell in group),
    )


def _plain(words: str) -> str:
    """The words as letters and digits only: outlets differ in quotation marks and capitals."""
    return "".join(c for c in words.casefold() if c.isalnum())
