"""What each speaker does about each issue: acts with their places, and the strongest statements in their exact words.

A table for each speaker, all in the same columns. Behind an issue stand the counts of its acts, "accuse 3 (14i 15i
22s), says 1 (30r)", and below them the words of the strongest statements; where those are all there is, they stand
behind the issue themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from standoff.report.coded import Coded
from standoff.report.fitting import paragraph
from standoff.report.positions import Deed, Position, Stand
from standoff.report.sheet import Sheet, act_words, column
from standoff.report.styles import STYLES

# Two sides with two speakers, and what each stands for, beside the bars in one window; `--all` shows the rest.
_N_POSITIONS = 4
_N_STANDS = 4
_N_QUOTED = 2
_ISSUE_SHARE = 0.25  # of the line: "nuclear proliferation" at 80 columns
_DEED_SHARE = 0.28  # of the line: "accuse → United States" at 80 columns
_MARGIN = "   "
_GAP = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One issue of one speaker: what is quoted of it; `is_counted`: there is more than that."""

    issue: str
    stand: Stand
    quoted: tuple[Coded, ...]

    @property
    def is_counted(self) -> bool:
        return self.stand.n > len(self.quoted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """One speaker with the rows that are shown, and how many issues are not."""

    position: Position
    rows: tuple[_Row, ...]
    n_more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """The widths of the columns, in cells."""

    issue: int
    pin: int
    deed: int


def position_lines(positions: Sequence[Position], sheet: Sheet) -> Iterator[Text]:
    """The lines of the block; none when nobody known does anything but speak, on no issue."""
    telling = [position for position in positions if _telling(position, sheet)]
    if not telling:
        return
    blocks = [_block(position, sheet) for position in _chosen(telling, sheet)]
    columns = _columns([row for block in blocks for row in block.rows], sheet)
    yield from paragraph(f"What each says and does, by issue ({_key(blocks[0], sheet)})", sheet.width, "bold")
    for block in blocks:
        yield from _block_lines(block, columns, sheet)
    yield from sheet.more(len(telling) - len(blocks), "speaker")


def _telling(position: Position, sheet: Sheet) -> tuple[Stand, ...]:
    """The stands worth a line: mere sayings on no issue of the codebook are only for whoever wants all."""
    if sheet.is_whole:
        return position.stands
    return tuple(s for s in position.stands if s.issue is not None or any(d.act != "assert" for d in s.deeds))


def _chosen(positions: Sequence[Position], sheet: Sheet) -> list[Position]:
    """Those with most statements, in the order of the sides."""
    by_n = sorted(range(len(positions)), key=lambda i: (-positions[i].n, i))
    return [positions[i] for i in sorted(by_n[: sheet.shown(len(by_n), _N_POSITIONS)])]


def _block(position: Position, sheet: Sheet) -> _Block:
    """The speaker's issues with most statements, in the order that is the same for all."""
    stands = _telling(position, sheet)
    by_n = sorted(range(len(stands)), key=lambda i: (-stands[i].n, i))
    kept = [stands[i] for i in sorted(by_n[: sheet.shown(len(by_n), _N_STANDS)])]
    quoted: set[str] = set()
    rows = tuple(_Row(issue=_issue(s, sheet), stand=s, quoted=_strongest(s, quoted, sheet)) for s in kept)
    return _Block(position=position, rows=rows, n_more=len(stands) - len(kept))


def _issue(stand: Stand, sheet: Sheet) -> str:
    return "other matters" if stand.issue is None else sheet.category(stand.issue)


def _strongest(stand: Stand, quoted: set[str], sheet: Sheet) -> tuple[Coded, ...]:
    """The statements to quote, the same words once, and each under the first of its issues; they go into `quoted`."""
    fresh = [p for p in stand.strongest if p.statement.statement_id not in quoted and p.statement.content]
    by_words: dict[tuple[str, str], Coded] = {}
    for point in fresh:
        by_words.setdefault((point.coding.act, sheet.words(point.place.document, point.statement.content)), point)
    fresh = list(by_words.values())
    if not sheet.is_whole:
        fresh = [p for p in fresh if p.coding.act != "assert"][:_N_QUOTED] or fresh[:1]
    quoted.update(p.statement.statement_id for p in fresh)
    return tuple(fresh)


def _columns(rows: Sequence[_Row], sheet: Sheet) -> _Columns:
    quoted = [point for row in rows for point in row.quoted]
    return _Columns(
        issue=column([row.issue for row in rows], int(sheet.width * _ISSUE_SHARE)),
        pin=column([sheet.pin(point.place) for point in quoted], sheet.width),
        deed=column([sheet.deed(point) for point in quoted], int(sheet.width * _DEED_SHARE)),
    )


def _key(block: _Block, sheet: Sheet) -> str:
    """What the places mean, by the first that is shown: "14i = sentence 14, inferred"."""
    row = block.rows[0]
    place = (row.stand.deeds[0].points[0] if row.is_counted else row.quoted[0]).place
    document = f"document {place.n_document}, " if sheet.is_numbered else ""
    return f"{sheet.pin(place)} = {document}sentence {place.sentence.index + 1}, {place.basis}"


def _block_lines(block: _Block, columns: _Columns, sheet: Sheet) -> Iterator[Text]:
    names = [sheet.name(actor) for actor in (block.position.side, block.position.speaker) if actor]
    name = f" {sheet.pen.dot} ".join(dict.fromkeys(names))
    yield from paragraph(f"{name} {block.position.n}", sheet.width, "bold", hanging=2)
    for row in block.rows:
        issue = Text(_MARGIN).append(sheet.pen.fitted(row.issue, columns.issue), style="dim")
        for line in _row_lines(row, columns, sheet):
            yield issue.append(_GAP).append_text(line)
            issue = Text(" " * (len(_MARGIN) + columns.issue))  # an issue is named once
    if block.n_more:
        told = f"{sheet.pen.cut} {block.n_more} more issue{'' if block.n_more == 1 else 's'}"
        yield from paragraph(told, sheet.width, "dim", indent=len(_MARGIN))


def _row_lines(row: _Row, columns: _Columns, sheet: Sheet) -> Iterator[Text]:
    """What stands behind the issue: the counts where there is more than what is quoted, then the quoted words."""
    room = max(1, sheet.width - len(_MARGIN) - columns.issue - len(_GAP))
    if row.is_counted:
        yield from paragraph(", ".join(_deed(deed, sheet) for deed in row.stand.deeds), room, indent=0, hanging=2)
    n_words = max(1, room - columns.pin - columns.deed - 2 * len(_GAP))
    for point in row.quoted:
        line = Text().append(f"{sheet.pin(point.place):>{columns.pin}}{_GAP}", style=STYLES[point.statement.basis])
        line.append(sheet.pen.fitted(sheet.deed(point), columns.deed) + _GAP, style="bold")
        words = sheet.words(point.place.document, point.statement.content)
        yield line.append(sheet.pen.fitted(words, n_words).rstrip())


def _deed(deed: Deed, sheet: Sheet) -> str:
    act = act_words(deed.act, is_withheld=deed.is_withheld)
    return f"{act} {len(deed.points)} ({sheet.pins([point.place for point in deed.points])})"
