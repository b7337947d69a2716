"""What is said and done, as lines: positions by issue, what may come, norms, consequences; each where there is any."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from standoff.report.effect_lines import effect_lines
from standoff.report.matter import Matter
from standoff.report.norm_lines import norm_lines
from standoff.report.outlook_lines import outlook_lines
from standoff.report.position_lines import position_lines
from standoff.report.sheet import Sheet


def matter_lines(matter: Matter, sheet: Sheet) -> Iterator[Text]:
    """The lines of all blocks that have any, an empty one before each block."""
    blocks = (
        position_lines(matter.positions, sheet),
        outlook_lines(matter.outlook, sheet),
        norm_lines(matter.norms, sheet),
        effect_lines(matter.effects, sheet),
    )
    for block in blocks:
        lines = list(block)
        if lines:
            yield Text()
        yield from lines
