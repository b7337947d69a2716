"""What the sixth graph reads: two statements side by side, of which it says whether they are one claim, or collide.

Each is told by four signs (what it does, whether it negates, at whom it is aimed, on what basis it is told), then who
says it and how, then what is said; of a content of a few words ("the charge") what went before it is read too. The
signs are pieces that the vocabulary keeps for such use.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from standoff.encode.vocabulary import BEGIN, END, Speller, words_spelled
from standoff.values.coding import ACTS, POLARITIES, Act, Polarity
from standoff.values.reading import Floats
from standoff.values.statement import BASES, Basis

Aim = Literal["other", "third", "nobody"]
"""At whom a statement is aimed: at the side of the other statement, at somebody else, at nobody known."""

MAX_WHO, MAX_HOW, MAX_WHAT, MAX_BEFORE = 8, 6, 36, 16
"""Pieces kept of each part: of what went before the end."""
FEW = 7
"""Of a content of fewer pieces, what went before it is read too."""

_ACT, _POLARITY, _AIM, _BASIS, _WHAT, _BEFORE = 20, 43, 40, 45, 70, 71
_AIMS: tuple[Aim, ...] = ("other", "third", "nobody")


@dataclass(frozen=True, slots=True)
class Half:
    """One of two statements: its codes, and the words of source, cue, content and what stands before its sentence."""

    act: Act
    polarity: Polarity
    aim: Aim
    basis: Basis
    who: str
    how: str
    what: str
    before: str


@dataclass(frozen=True, slots=True)
class Couple:
    """Two statements side by side; `features` is what is known of the two together (`compare.features`)."""

    first: Half
    second: Half
    features: tuple[float, ...]


Judge = Callable[[Sequence[Couple]], Floats]
"""Gives the probabilities `(n, 3)` that two statements are one claim, that they collide, and that they do neither."""


def couple_pieces(couple: Couple, pieces_of: Speller) -> list[int]:
    """The word pieces of both halves, a separator behind each."""
    halves = (half_pieces(half, pieces_of) for half in (couple.first, couple.second))
    return [BEGIN, *(piece for half in halves for piece in (*half, END))]


def half_pieces(half: Half, pieces_of: Speller) -> list[int]:
    """The signs and word pieces of one half."""

    def spelled(words: str) -> list[int]:
        return [piece for word in words_spelled(words) for piece in pieces_of(word)]

    what = spelled(half.what)[:MAX_WHAT]
    return [
        _ACT + ACTS.index(half.act),
        _POLARITY + POLARITIES.index(half.polarity),
        _AIM + _AIMS.index(half.aim),
        _BASIS + BASES.index(half.basis),
        *spelled(half.who)[:MAX_WHO],
        *spelled(half.how)[:MAX_HOW],
        _WHAT,
        *what,
        *([_BEFORE, *spelled(half.before)[-MAX_BEFORE:]] if len(what) < FEW else []),
    ]
