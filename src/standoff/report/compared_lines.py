"""What the documents have to do with one another, as lines: what happened, clashes, claims, who repeats whom."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from standoff.report.brief import Brief
from standoff.report.claim_lines import claim_lines
from standoff.report.compared.cells import cells_from_brief
from standoff.report.compared.claims import claims_from_comparison
from standoff.report.compared.collisions import collisions_from_comparison
from standoff.report.compared.occasions import (
    library_from_brief,
    occasions_from_comparison,
    repeats_from_comparison,
)
from standoff.report.encounter_lines import encounter_lines
from standoff.report.occasion_lines import occasion_lines, repeat_lines
from standoff.report.sheet import Sheet


def compared_lines(brief: Brief, sheet: Sheet) -> Iterator[Text]:
    """The lines of all blocks that have any, an empty one before each; none where nothing was compared."""
    if brief.comparison is None:
        return
    cells, library = cells_from_brief(brief), library_from_brief(brief)
    blocks = (
        occasion_lines(occasions_from_comparison(brief.comparison, library), sheet),
        repeat_lines(repeats_from_comparison(brief.comparison, library), sheet),
        *encounter_lines(collisions_from_comparison(brief.comparison, cells, brief.names), sheet),
        claim_lines(claims_from_comparison(brief.comparison, brief, cells), sheet),
    )
    for block in blocks:
        lines = list(block)
        if lines:
            yield Text()
        yield from lines
