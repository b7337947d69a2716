"""Half-open character spans into a document's frozen text, and the small maths on them.

Offsets are Unicode code points: `text[span.start:span.end]` is always the text that a span stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points; `start <= end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact slice of `text` that the span stands for.

        >>> Span(0, 5).of("Vienna hosted the talks")
        'Vienn'
        """
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def strip_span(text: str, span: Span, chars: str = " \t\n\u00a0") -> Span:
    """The span without leading and trailing `chars`; empty at its start when nothing is left.

    >>> strip_span("  said ", Span(0, 7))
    Span(start=2, end=6)
    """
    start, end = span
    while start < end and text[start] in chars:
        start += 1
    while end > start and text[end - 1] in chars:
        end -= 1
    return Span(start, end)


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans sorted by start, touching and overlapping ones made one.

    >>> merge_spans([Span(5, 9), Span(0, 3), Span(2, 5)])
    (Span(start=0, end=9),)
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def hull(spans: Sequence[Span]) -> Span:
    """The smallest span that covers all of `spans`.

    Raises: ValueError when `spans` is empty.
    """
    return Span(min(s.start for s in spans), max(s.end for s in spans))
