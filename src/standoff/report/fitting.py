"""Text cut, padded and broken to terminal cells (wide characters count two), in what the terminal can write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text

from standoff.report.inert import can_write, inert, legible

# An article may hold a "word" of a million letters; what is measured is cut to this many characters per cell first.
# Eight leaves room for letters with their combining marks, of which `inert` lets four stand.
_CHARS_PER_CELL = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What a terminal can write: its encoding, and the signs drawn in it."""

    encoding: str = "utf-8"
    bar: str = "█"
    rule: str = "─"
    cut: str = "…"
    nested: str = "↳ "
    absent: str = "–"
    dot: str = "·"
    dash: str = "—"
    arrow: str = "→"

    def clean(self, text: str) -> str:
        """Text from outside on one line, harmless and legible in this encoding."""
        return legible(inert(text), self.encoding).strip()

    def fitted(self, text: str, n_cells: int) -> str:
        """The text in exactly `n_cells` cells: padded with spaces, or cut with a sign that says so.

        >>> Pen().fitted("a rules-based order", 8), Pen().fitted("Riga", 6)
        ('a rules…', 'Riga  ')
        """
        text = text[: n_cells * _CHARS_PER_CELL + 1]
        if cell_len(text) <= n_cells:
            return text + " " * (n_cells - cell_len(text))
        kept = set_cell_size(text, max(0, n_cells - cell_len(self.cut))).rstrip()
        return set_cell_size(kept + self.cut, n_cells)

    def clipped(self, text: str, n_cells: int) -> str:
        """The text made harmless, in at most `n_cells` cells.

        >>> Pen().clipped("a rules-based order", 8), Pen().clipped("Riga", 8)
        ('a rules…', 'Riga')
        """
        return self.fitted(self.clean(text), n_cells).rstrip()


def pen_for(encoding: str) -> Pen:
    """The pen for a terminal in `encoding`: with drawn signs where it has them, else with plain ones."""
    drawn = Pen(encoding=encoding)
    signs = drawn.bar + drawn.rule + drawn.cut + drawn.nested + drawn.absent + drawn.dot + drawn.dash + drawn.arrow
    if can_write(signs, encoding):
        return drawn
    return Pen(
        encoding=encoding, bar="#", rule="-", cut="..", nested="> ", absent="-", dot="-", dash="--", arrow="->"
    )  # fmt: skip


def broken(text: str, n_cells: int) -> Iterator[str]:
    """The text in lines of at most `n_cells` cells, broken at spaces, and inside a word only where it must be.

    >>> list(broken("Nothing here is quoted.", 12))
    ['Nothing here', 'is quoted.']
    """
    line = ""
    for word in text.split(" "):
        for piece in chop_cells(word, max(2, n_cells)) if cell_len(word) > n_cells else [word]:
            joined = f"{line} {piece}" if line else piece
            if line and cell_len(joined) > n_cells:
                yield line
                joined = piece
            line = joined
    if line:
        yield line


def paragraph(text: str, width: int, style: str = "", indent: int = 1, hanging: int = 0) -> Iterator[Text]:
    """The text in lines of at most `width` cells; all lines behind the first stand in by `hanging` more."""
    margin = " " * indent
    for line in broken(text, max(1, width - indent - hanging)):
        yield Text(margin).append(line, style=style)
        margin = " " * (indent + hanging)
