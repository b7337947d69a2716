"""The words that carry what is said, reduced to stems, and the numbers in it.

Why so plain: a stem is only a key by which wordings meet ("withdrew", which keeps its own, is what the vectors are
for), and it has to be the same on every machine. It is no lemma and is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "ies", "es", "ity", "ly", "al", "s", "e")
_MIN_STEM_CHARS = 4
_EMPTY = frozenset(
    "a an the of to in on at by for with and or but that which who whom whose this these those it its he she they them"
    " their his her we our us you your i my is are was were be been being has have had will would can could may might"
    " shall should must do does did done not no nor never as from into than then there here what when where how why if"
    " whether any some all each every both either neither other one also so such up out off over under about after"
    " before between during since until while because more most very only just even own same too against".split()
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_UNITS = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen".split(),
        2,
    )
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9,
}  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:[ -]?(hundred|thousand|million|billion|trillion|bn|m)\b)?(?!\w)"
    rf"|\b(?:({'|'.join(_TENS)})(?:-({'|'.join(_UNITS)}))?|({'|'.join(_UNITS)}))"
    r"(?:[ -](hundred|thousand|million|billion))?\b",
    re.IGNORECASE,
)


def stems_in(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order; numbers are among them as they are written.

    >>> stems_in("The inspections of Ostrava’s grain ships were halted")
    ('inspection', 'ostrava', 'grain', 'ship', 'halt')
    """
    return tuple(_stem(word) for word in _WORD.findall(text.lower()) if word not in _EMPTY)


@lru_cache(maxsize=1 << 16)  # so that thousands of statements share the same strings
def _stem(word: str) -> str:
    """The word without its ending, where enough is left."""
    bare = _POSSESSIVE.sub("", word)
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _MIN_STEM_CHARS:
            return bare[: -len(ending)]
    return bare


def numbers_in(text: str) -> frozenset[float]:
    """The quantities, years and days that a text names in figures or words, from two up.

    >>> sorted(numbers_in("sixteen of 1,400 men, 2.5 million in damages and twenty-two ships"))
    [16.0, 22.0, 1400.0, 2500000.0]
    """
    return frozenset(value for match in _NUMBER.finditer(text) if (value := _value(match)) >= 2)


def _value(match: re.Match[str]) -> float:
    whole, fraction, scale, tens, ones, small, word_scale = match.groups()
    if whole:
        return float(whole.replace(",", "") + (fraction or "")) * _SCALES.get((scale or "").lower(), 1)
    value = _TENS.get((tens or "").lower(), 0) + _UNITS.get((ones or small or "").lower(), 0)
    return float(value) * _SCALES.get((word_scale or "").lower(), 1)


def numbers_agree(first: Iterable[float], second: Iterable[float]) -> bool:
    """Whether two texts may tell of the same quantities: one names none, or both name one alike.

    >>> numbers_agree([12], [15]), numbers_agree([12, 2030], [12]), numbers_agree([], [15])
    (False, True, True)
    """
    one, other = set(first), set(second)
    return not one or not other or not one.isdisjoint(other)
