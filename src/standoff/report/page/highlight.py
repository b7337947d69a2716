"""A text cut where marks on it start and end, so that marks may nest and overlap and nothing of the text is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from standoff.spans import Span


class Layer(NamedTuple):
    """A mark on a text: where it lies, and a name for it."""

    span: Span
    name: str


class Segment(NamedTuple):
    """A piece of text and the names of the marks that lie on all of it, the outermost first."""

    span: Span
    names: tuple[str, ...]


def segments(within: Span, layers: Iterable[Layer]) -> tuple[Segment, ...]:
    """The pieces into which the layers cut `within`, in order: they touch, none is empty, together they are all of it.

    A longer layer lies outside a shorter one, an earlier one outside a later one of the same place.

    >>> segments(Span(0, 9), [Layer(Span(2, 9), "outer"), Layer(Span(4, 6), "inner")])[2]
    Segment(span=Span(start=4, end=6), names=('outer', 'inner'))
    """
    ordered = sorted(_clipped(within, layers), key=lambda layer: (layer.span.start - layer.span.end, layer.span.start))
    changes: dict[int, list[int]] = defaultdict(list)
    for i, layer in enumerate(ordered):
        changes[layer.span.start].append(i)
        changes[layer.span.end].append(i)
    found: list[Segment] = []
    lying: set[int] = set()
    at = within.start
    for cut in sorted({*changes, within.end}):
        if cut > at:
            found.append(Segment(Span(at, cut), tuple(ordered[i].name for i in sorted(lying))))
        lying.symmetric_difference_update(changes[cut])  # what lies there ends, what does not begins
        at = cut
    return tuple(found)


def _clipped(within: Span, layers: Iterable[Layer]) -> list[Layer]:
    """What of the layers lies inside, without what is empty."""
    inside = (
        Layer(Span(max(layer.span.start, within.start), min(layer.span.end, within.end)), layer.name)
        for layer in layers
    )
    return [layer for layer in inside if layer.span.start < layer.span.end]
