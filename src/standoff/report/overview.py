"""Several documents beside one another: one line each, with its number and a strip that shows how it
says it knows.

Every cell of a strip is the first letter of a basis, so that it reads without colour; the seven initials differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from standoff.report.brief import DocumentBrief
from standoff.report.fitting import Pen
from standoff.report.styles import STYLES
from standoff.values import BASES, Basis

_TITLE_SHARE = 0.4  # of the width: most headlines can be told apart by this much at 80 columns
_MOST_STRIP_CELLS = 60  # longer strips are no easier to compare


def overview_lines(documents: Sequence[DocumentBrief], width: int, pen: Pen) -> Iterator[Text]:
    """The lines of the overview."""
    yield Text(pen.rule * width, style="dim")
    yield Text(f" {len(documents)} documents, and how each says it knows", style="bold")
    yield from _key_lines(documents, width)
    yield Text()
    n_digits = len(str(len(documents)))
    for n, document in enumerate(documents, start=1):
        yield _line(f"{n:>{n_digits}}", document, width, pen)
    if any(d.disclaimers for d in documents):
        yield Text(" ! the text speaks of its own attributions: see above", style="dim")


def _key_lines(documents: Sequence[DocumentBrief], width: int) -> Iterator[Text]:
    """What the letters mean, for those that occur."""
    line = Text()
    for basis in BASES:
        if not any(dict(d.by_basis)[basis] for d in documents):
            continue
        entry = Text(" ").append(basis[0], style=f"bold {STYLES[basis]}").append(f"={basis}", style="dim")
        if line and line.cell_len + entry.cell_len > width:
            yield line
            line = Text()
        line.append_text(entry)
    yield line


def _line(number: str, brief: DocumentBrief, width: int, pen: Pen) -> Text:
    document = brief.analysis.document
    title = pen.fitted(pen.clean(document.title or document.path), max(8, int(width * _TITLE_SHARE)))
    line = Text(" ").append("!" if brief.disclaimers else " ", style="bold yellow")
    line.append(f" {number} ", style="dim").append(title)
    line.append(f" {brief.n_statements:>4}  ", style="bold")
    n_cells = min(_MOST_STRIP_CELLS, width - cell_len(line.plain))
    for basis, n in strip_cells(dict(brief.by_basis), n_cells):
        line.append(basis[0] * n, style=STYLES[basis])
    return line


def strip_cells(counts: Mapping[str, int], n_cells: int) -> list[tuple[Basis, int]]:
    """How many of `n_cells` each basis gets, by largest remainder; whatever occurs gets at least one.

    >>> strip_cells({"quoted": 1, "reported": 99}, 10)
    [('quoted', 1), ('reported', 9)]
    """
    present: list[Basis] = [basis for basis in BASES if counts.get(basis)][: max(0, n_cells)]
    spare = n_cells - len(present)
    total = sum(counts[basis] for basis in present)
    shares = [spare * counts[basis] / total for basis in present]
    cells = [1 + int(share) for share in shares]
    by_remainder = sorted(range(len(present)), key=lambda i: (int(shares[i]) - shares[i], i))
    for i in by_remainder[: n_cells - sum(cells)]:
        cells[i] += 1
    return list(zip(present, cells, strict=True))
