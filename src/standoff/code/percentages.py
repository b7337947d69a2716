"""Chances that a text gives as numbers: "a 40 per cent chance", "odds of one in three"."""

from __future__ import annotations

import re

from standoff.spans import Span

_SCALE = ((0.01, 0.05), (0.05, 0.20), (0.20, 0.45), (0.45, 0.55), (0.55, 0.80), (0.80, 0.95), (0.95, 0.99))
_NUMBERS = {
    **{word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)},
    **{word: n * 10 for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)},
    "a hundred": 100,
}
_NUMBER = rf"\d+(?:\.\d+)?|{'|'.join(_NUMBERS)}"
_SHARE = (
    rf"(?:(?P<percent>{_NUMBER})[- ]?(?:%|percent|per cent|pc\b)"
    rf"|(?P<part>{_NUMBER})[- ](?:in|out of)[- ](?P<of>{_NUMBER}))"
)
_NOUN = r"\b(?:chances?|probability|likelihood|odds)\b"
# "a 40 per cent chance"; "the odds of a deal at one in three", which may name the matter between the two.
_PATTERNS = (
    re.compile(rf"\b{_SHARE}[- ]{_NOUN}", re.IGNORECASE),
    re.compile(rf"{_NOUN}[^.,;]{{0,60}}?\b(?:at|of|is|are|as|than) (?:\w+ ){{0,2}}?{_SHARE}", re.IGNORECASE),
)


def stated_chance(text: str, within: Span) -> list[tuple[Span, tuple[float, float]]]:
    """The chances that are given as numbers, each with the range of the scale that holds it.

    >>> stated_chance("a forty percent chance", Span(0, 22))
    [(Span(start=2, end=22), (0.2, 0.45))]
    """
    found = (match for pattern in _PATTERNS for match in pattern.finditer(text, *within))
    return [(Span(*match.span()), _range(_share(match))) for match in found]


def _share(match: re.Match[str]) -> float:
    if match["percent"]:
        return _number(match["percent"]) / 100
    return _number(match["part"]) / max(_number(match["of"]), 1.0)


def _number(words: str) -> float:
    return float(_NUMBERS.get(words.lower()) or words)


def _range(share: float) -> tuple[float, float]:
    """The range that holds the share; beyond the scale its outer one."""
    return next((r for r in _SCALE if share < r[1]), _SCALE[-1])
