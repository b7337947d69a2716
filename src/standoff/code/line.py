"""The words of a text as terms are matched with them: small letters, no accents, hyphens as spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from standoff.knowledge.keys import folded
from standoff.spans import Span, merge_spans

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
# What may lie between two words of a term: white space, quotation marks, a hyphen; in a gap a comma too.
_JOINED = re.compile(r"[-‐‑–]|[\s\"“”'‘’«»]*")
_NEAR = re.compile(r"[-‐‑–]|[\s,\"“”'‘’«»]*")


class Line:
    """The words of some parts of a text: their spans, and their keys in small letters without accents and "'s"."""

    def __init__(self, text: str, regions: Sequence[Span]) -> None:
        found = [match for region in regions for match in _WORD.finditer(text, *region)]
        self.text = text
        self.spans = [match.span() for match in found]
        self.keys = [_key(match[0]) for match in found]

    def is_joined(self, i: int) -> bool:
        """Whether a term may go on from the word `i` to the next."""
        return self._fits(_JOINED, i)

    def is_near(self, i: int) -> bool:
        """Whether a gap may go on from the word `i` to the next."""
        return self._fits(_NEAR, i)

    def surface(self, i: int) -> str:
        """The word as written, without "'s"."""
        start, end = self.spans[i]
        return self.text[start:end].replace("’", "'").removesuffix("'s")

    def runs(self, words: Sequence[int]) -> tuple[Span, ...]:
        """The spans of some words, neighbours made one."""
        spans = [Span(*self.spans[i]) for i in words]
        joined = [
            Span(self.spans[a][1], self.spans[b][0]) for a, b in pairwise(words) if b == a + 1 and self.is_joined(a)
        ]
        return merge_spans([*spans, *joined])

    def _fits(self, pattern: re.Pattern[str], i: int) -> bool:
        if i + 1 >= len(self.spans):
            return False
        start, end = self.spans[i][1], self.spans[i + 1][0]
        return (end - start == 1 and self.text[start] == " ") or pattern.fullmatch(self.text, start, end) is not None


# Issues and norms are looked for in the same words, one after the other.
@lru_cache(maxsize=4)
def line_of(text: str, regions: tuple[Span, ...]) -> Line:
    """The words of some parts of a text."""
    return Line(text, regions)


def _key(surface: str) -> str:
    if surface.isascii() and surface.isalnum():
        return surface.lower()
    return folded(surface).removesuffix("'s")
