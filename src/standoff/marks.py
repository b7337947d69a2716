"""Quotation marks: which ones open, which close, which are apostrophes.

Straight, curly, low-high, guillemets in both directions, single inside double, quotations that run over several
paragraphs with each one reopened, and marks that never close. Works paragraph by paragraph in linear time.
What it is not: a finder of speakers. It knows nothing of what is between the marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standoff.layout import paragraph_spans
from standoff.spans import Span

_DOUBLE = re.compile("[\"“”„‟«»＂]|``|''")
# Two straight ones in a row are a double mark.
_SINGLE = re.compile("(?<!')'(?!')|[‘’‚‛‹›]")
_OPENERS = frozenset(("“", "„", "‟", "``"))
_CLOSERS = frozenset(("”", "''"))
# Words that begin with an apostrophe and open nothing ('em, 'til, '90s).
_ELISION = re.compile(r"['‘’](?:em|til|till|tis|twas|cause|bout|n|round|cos|\d\ds?)\b", re.IGNORECASE)
# The few of them that automatic correction turns the wrong way and that begin no quotation.
_TURNED_ELISION = re.compile(r"‘(?:em|til|tis|twas|n|\d0s)\b", re.IGNORECASE)
# An opening single mark looks at no more than this many closing candidates; keeps the scan linear.
_TRIES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Text in quotation marks; `span` includes the marks.

    `depth` is 1 outside and 2 inside another one; `is_closed` tells whether the marks balance, where a chain of
    paragraphs that each reopen counts as one; `continues` whether the next paragraph goes on with it.
    """

    span: Span
    depth: int
    is_closed: bool
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A double mark: its span, whether it can open or close by its shape and its neighbours, and its family."""

    span: Span
    opens: bool
    closes: bool
    is_guillemet: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in order of their start; an outer one comes before those inside it.

    >>> [q.span.of('He "agreed".') for q in quotations('He "agreed".')]
    ['"agreed"']
    """
    found: list[Quotation] = []
    is_open = False
    for paragraph in paragraph_spans(text):
        outer, is_open = _outer_quotations(text, paragraph, is_open, found)
        single = _single_quotations(text, paragraph, outer)
        # In order, so that the last outer one is the one that may go on in the next paragraph.
        found.extend(sorted([*_nested(outer, single), *single], key=_order))
    return tuple(sorted(_settle_chains(found), key=_order))


def _order(quotation: Quotation) -> tuple[int, int]:
    """By start; an outer one before those inside it."""
    return quotation.span.start, -quotation.span.end


def _outer_quotations(
    text: str, paragraph: Span, is_open: bool, before: list[Quotation]
) -> tuple[list[Quotation], bool]:
    """The double-mark quotations of one paragraph, and whether one stays open at its end.

    `is_open` tells that the paragraph before left one open; when this one goes on with it, the last of `before`
    is marked as continuing.
    """
    marks = _double_marks(text, paragraph)
    out: list[Quotation] = []
    start: int | None = None
    in_guillemets = bool(marks) and marks[0].is_guillemet
    if is_open and marks and _goes_on(marks, paragraph):
        _mark_continuing(before)
        if not marks[0].opens or marks[0].span.start > paragraph.start:
            start = paragraph.start
    for mark in marks:
        if start is not None and mark.is_guillemet != in_guillemets:
            continue  # marks of another family inside an open quotation are nested in it
        if start is not None and mark.closes:
            out.append(Quotation(span=Span(start, mark.span.end), depth=1, is_closed=True))
            start = None
        elif mark.opens:
            if start is not None:
                out.append(Quotation(span=_before(text, start, mark.span.start), depth=1, is_closed=False))
            start, in_guillemets = mark.span.start, mark.is_guillemet
    if start is not None:
        out.append(Quotation(span=Span(start, paragraph.end), depth=1, is_closed=False))
    return out, start is not None


def _before(text: str, start: int, end: int) -> Span:
    """The span of an unclosed quotation that the next opening mark at `end` cuts off."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _goes_on(marks: Sequence[_Mark], paragraph: Span) -> bool:
    """Whether a quotation left open goes on here: it reopens at once, or closes before another one opens."""
    first = marks[0]
    return (first.opens and first.span.start == paragraph.start) or (first.closes and not first.opens)


def _mark_continuing(before: list[Quotation]) -> None:
    """Marks the last outer quotation as going on in the next paragraph."""
    for i in range(len(before) - 1, -1, -1):
        if before[i].depth == 1:
            before[i] = replace(before[i], continues=True)
            return


def _double_marks(text: str, paragraph: Span) -> list[_Mark]:
    """The double marks of a paragraph with what each can be; which guillemet opens is told by the first."""
    marks: list[_Mark] = []
    reversed_guillemets: bool | None = None
    low = False
    for match in _DOUBLE.finditer(text, *paragraph):
        sign = match[0]
        opens, closes = _by_neighbours(text, match.start(), match.end(), paragraph)
        if sign in "«»":
            if reversed_guillemets is None:
                reversed_guillemets = sign == "»" and not closes
            opens, closes = (sign == "»") == reversed_guillemets, (sign == "«") == reversed_guillemets
        elif sign == "“" and low:
            opens, closes = False, True
        elif sign in _OPENERS:
            opens, closes = True, closes and not opens  # at the wrong end it closes: “no“
        elif sign in _CLOSERS:
            opens, closes = opens and not closes, True  # and where only it can open, it does: ”no”
        low = sign == "„" or (low and not closes)
        marks.append(_Mark(Span(*match.span()), opens, closes, sign in "«»"))
    return marks


def _by_neighbours(text: str, start: int, end: int, paragraph: Span) -> tuple[bool, bool]:
    """Whether a straight mark can open, can close: both where its neighbours do not settle it."""
    left = text[start - 1] if start > paragraph.start else " "
    right = text[end] if end < paragraph.end else " "
    left_free, right_free = left.isspace() or left in "([{—–-/‘'", right.isspace() or right in ")]}.,;:!?—–-/’'…"
    if left_free and not right_free:
        return True, False
    if right_free and not left_free:
        return False, True
    return True, True


def _single_quotations(text: str, paragraph: Span, outer: Sequence[Quotation]) -> list[Quotation]:
    """Quotations in single marks, of depth 2 when they lie inside an outer one; apostrophes left alone."""
    marks = [match.start() for match in _SINGLE.finditer(text, *paragraph)]
    closers = [i for i in marks if _can_close_single(text, i, paragraph)]
    found: list[Quotation] = []
    done = paragraph.start
    starts = [q.span.start for q in outer]
    for i in marks:
        if i < done or not _can_open_single(text, i, paragraph):
            continue
        at = bisect_right(starts, i) - 1
        inside = outer[at].span if at >= 0 and outer[at].span.end > i else None
        end = _closing_single(text, i, closers, inside.end if inside else paragraph.end)
        if end is not None:
            found.append(Quotation(span=Span(i, end), depth=2 if inside else 1, is_closed=True))
            done = end
    return found


def _nested(outer: Sequence[Quotation], single: Sequence[Quotation]) -> Iterator[Quotation]:
    """The double-mark quotations, of depth 2 where they lie inside single marks, as British papers print them."""
    starts = [q.span.start for q in single]
    for quotation in outer:
        at = bisect_right(starts, quotation.span.start) - 1
        is_inside = at >= 0 and single[at].span.covers(quotation.span)
        yield replace(quotation, depth=2) if is_inside else quotation


def _closing_single(text: str, start: int, closers: Sequence[int], limit: int) -> int | None:
    """The end of the single quotation that opens at `start`, or None when nothing closes it.

    A plural possessive inside ("the ministers' view") is passed over where a better close follows.
    """
    first: int | None = None
    at = bisect_right(closers, start)
    for i in closers[at : at + _TRIES]:
        if i >= limit or i == start + 1:
            break
        first = i if first is None else first
        if not _is_possessive(text, i):
            return i + 1
    return None if first is None else first + 1


def _is_possessive(text: str, i: int) -> bool:
    """Whether the mark at `i` reads as a plural possessive: after an s, before a lower-case word."""
    after = text[i + 1 : i + 3]
    return text[i - 1] in "sS" and len(after) == 2 and after[0] == " " and after[1].islower()


def _can_open_single(text: str, i: int, paragraph: Span) -> bool:
    """Whether a single mark stands before a word and after none, and is no elision."""
    left = text[i - 1] if i > paragraph.start else " "
    right = text[i + 1] if i + 1 < paragraph.end else " "
    if left.isalnum() or right.isspace() or text[i] == "›":
        return False
    if text[i] in "‘‚‹":
        return not _TURNED_ELISION.match(text, i)
    return (left.isspace() or left in '("“—–-[„«') and not _ELISION.match(text, i)


def _can_close_single(text: str, i: int, paragraph: Span) -> bool:
    """Whether a single mark stands after something and before no word."""
    left = text[i - 1] if i > paragraph.start else " "
    right = text[i + 1] if i + 1 < paragraph.end else " "
    return text[i] in "'’›‘" and not left.isspace() and not right.isalnum()


def _settle_chains(found: Sequence[Quotation]) -> list[Quotation]:
    """The quotations with each link of a chain of paragraphs closed when the last one is."""
    settled: list[Quotation] = []
    closed_next = False
    for quotation in reversed(found):
        is_link = quotation.depth == 1 and quotation.continues
        settled.append(replace(quotation, is_closed=closed_next) if is_link else quotation)
        if quotation.depth == 1:
            closed_next = settled[-1].is_closed
    return settled
