"""Texts with their spans written into them: `{source:Oda} {cue:said} {content:“no”}`; braces may nest."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from standoff.spans import Span

_BRACE = re.compile(r"\{(\w+):|\}")


@dataclass(frozen=True)
class Annotated:
    """A text without its braces, and the spans of each label in order of their ends."""

    text: str
    spans: dict[str, list[Span]]

    def only(self, label: str) -> Span | None:
        """The one span of that label, None when there is none."""
        (found,) = self.spans.get(label) or [None]
        return found

    def all(self, label: str) -> list[Span]:
        """The spans of that label in order."""
        return sorted(self.spans.get(label, []))

    @cached_property
    def whole(self) -> Span:
        """The whole text."""
        return Span(0, len(self.text))


def annotated(marked: str) -> Annotated:
    """The text that `marked` stands for."""
    spans: dict[str, list[Span]] = defaultdict(list)
    parts: list[str] = []
    is_open: list[tuple[str, int]] = []
    at = length = 0
    for brace in _BRACE.finditer(marked):
        parts.append(marked[at : brace.start()])
        length += len(parts[-1])
        at = brace.end()
        if brace[1]:
            is_open.append((brace[1], length))
        else:
            label, start = is_open.pop()
            spans[label].append(Span(start, length))
    assert not is_open, f"a brace stays open in {marked!r}"
    return Annotated("".join([*parts, marked[at:]]), dict(spans))
