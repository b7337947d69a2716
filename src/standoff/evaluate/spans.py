"""When two marked spans are the same, how far they overlap, and which belongs to which.

The definitions that every figure rests on:

- *trimmed*: without white space, quotation marks and .,;: at both ends, and without a leading "that", which PolNeAR
  annotates and the codebook does not.
- *joined*: pieces with nothing but such marks between them are one piece (a quotation taken up again).
- *overlap*: shared characters over characters in either.
- *matched*: one to one, best overlap first, from `LEAST_OVERLAP` up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from standoff.spans import Span, merge_spans, strip_span

MARKS = " \t\r\n\"'“”‘’«».,;:"
"""What may surround a span without making it another one."""

LEAST_OVERLAP = 0.3
"""The overlap from which two spans are taken to mean the same words: the looser of the two limits in use for
quotations (Asr et al., PLoS ONE 2021, report 0.3 and 0.8)."""

_THAT = "that "

Spans = Sequence[Span]
Tie = Callable[[int, int], float]
"""`(index of the predicted, index of the gold)` to how well the rest agrees; decides between equal overlaps."""


class Match(NamedTuple):
    """Two things that belong together, by their places in their lists."""

    predicted: int
    gold: int


def trimmed(text: str, span: Span) -> Span:
    """The span without the marks around it and without a leading "that".

    >>> trimmed('He said "that it rains."', Span(8, 24)).of('He said "that it rains."')
    'it rains'
    """
    start, end = strip_span(text, span, MARKS)
    if end - start > len(_THAT) and text[start : start + len(_THAT)].casefold() == _THAT:
        start += len(_THAT)
    return Span(start, end)


def joined(text: str, spans: Spans) -> tuple[Span, ...]:
    """The spans in order, those with only marks between them made one.

    >>> joined('"No." "Never."', [Span(6, 14), Span(0, 5)])
    (Span(start=0, end=14),)
    """
    pieces: list[Span] = []
    for span in sorted(spans):
        if pieces and not text[pieces[-1].end : span.start].strip(MARKS):
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    return tuple(pieces)


def overlap(one: Spans, other: Spans) -> float:
    """Shared characters over characters in either, 0-1; 0 when both are empty.

    >>> overlap([Span(0, 4)], [Span(2, 4), Span(6, 8)])
    0.3333333333333333
    """
    shared = n_shared(one, other)
    either = _n_chars(one) + _n_chars(other) - shared
    return shared / either if either else 0.0


def n_shared(one: Spans, other: Spans) -> int:
    """The number of characters that both cover."""
    a, b = merge_spans(one), merge_spans(other)
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def _n_chars(spans: Spans) -> int:
    return sum(span.end - span.start for span in merge_spans(spans))


def matches(predicted: Sequence[Spans], gold: Sequence[Spans], tie: Tie | None = None) -> tuple[Match, ...]:
    """Which predicted spans belong to which gold ones, one to one, the best overlap first.

    Between equal overlaps `tie` decides, higher first, then the order of the lists.
    """
    ranked: list[tuple[float, float, int, int]] = []
    for i, p in enumerate(predicted):
        for j, g in enumerate(gold):
            share = overlap(p, g)
            if share >= LEAST_OVERLAP:
                ranked.append((-share, -tie(i, j) if tie else 0.0, i, j))
    taken: list[Match] = []
    free_p, free_g = set(range(len(predicted))), set(range(len(gold)))
    for _, _, i, j in sorted(ranked):
        if i in free_p and j in free_g:
            free_p.remove(i)
            free_g.remove(j)
            taken.append(Match(i, j))
    return tuple(taken)
