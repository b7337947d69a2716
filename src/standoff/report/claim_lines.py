"""What several texts claim, one line each: of how many origins, where it is said best, by whom, in exact words.

"2/3" are two independent origins in three documents: texts that copy one another are one origin.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from standoff.report.compared.claims import ClaimRow, ClaimTable, Sources
from standoff.report.fitting import paragraph
from standoff.report.sheet import Sheet, column
from standoff.report.styles import STYLES

_N_CLAIMS = 8
_WHO_SHARE = 0.22  # as in the outlook
_KNOWN_CELLS = 16  # "4q 12r 3s 10i"


def claim_lines(table: ClaimTable, sheet: Sheet) -> Iterator[Text]:
    """The lines of the block: the claims of several documents; none where no two documents claim the same."""
    rows = [row for row in table.rows if row.n_documents > 1]
    if not rows:
        return
    has_record = any(row.sources[0].is_on_record for row in rows)
    signs = "2/3: two origins in three documents, copies being one; 3i: three inferred"
    title = f"What several texts claim ({signs}{'; 1q*: on record' if has_record else ''})"
    yield from paragraph(title, sheet.width, "bold")
    shown = rows[: sheet.shown(len(rows), _N_CLAIMS)]
    yield from _rows(shown, sheet)
    yield from sheet.more(len(rows) - len(shown), "claim")


def _rows(rows: list[ClaimRow], sheet: Sheet) -> Iterator[Text]:
    counts = [f"{row.n_origins}/{row.n_documents}" for row in rows]
    known = [" ".join(map(_known, row.sources)) for row in rows]
    names = [sheet.pen.clean(row.title.who) for row in rows]
    n_count, n_known = column(counts, sheet.width), column(known, _KNOWN_CELLS)
    n_pin, n_who = column([row.title.pin for row in rows], sheet.width), column(names, int(sheet.width * _WHO_SHARE))
    room = max(1, sheet.width - 1 - n_count - n_known - n_pin - n_who - 8)
    for i, row in enumerate(rows):
        line = Text(" ").append(f"{counts[i]:>{n_count}}  ", style="bold")
        line.append(sheet.pen.fitted(known[i], n_known) + "  ", style="dim")
        line.append(f"{row.title.pin:>{n_pin}}  ", style=STYLES[row.title.basis])
        line.append(sheet.pen.fitted(names[i], n_who) + "  ", style="bold")
        line.append(sheet.pen.fitted(sheet.pen.clean(row.title.words), room).rstrip())
        yield line


def _known(one: Sources) -> str:
    return f"{len(one.cells)}{one.basis[0]}{'*' if one.is_on_record else ''}"
