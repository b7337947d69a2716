"""Two statements side by side: what is known of the two together in numbers, and how the network is given them.

The numbers alone tell most pairs that have nothing to do with one another; the few that are left are read
(`judged`).
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.compare.said import Said, has_same_side, stance
from standoff.compare.wording import numbers_agree
from standoff.encode.couples import Aim, Couple, Half
from standoff.values import Act

FEATURES = (
    "likeness", "share of words", "shared words", "numbers agree", "a speaker in common", "other documents",
    "same stance", "a side in common", "both have sides", "an issue in common", "nearness", "first is about second",
    "second is about first", "a target in common",
)  # fmt: skip
"""What each number of `features` is, in order; all are 0-1."""

_MOST_SHARED = 6
_NEARNESS = {0: 1.0, 1: 0.7, 2: 0.4, 3: 0.2}
"""How near two statements of one document stand, by the sentences between them."""

_DEEDS: Sequence[Sequence[Act]] = (
    ("accuse", "condemn"), ("deny",), ("reject",), ("demand", "urge", "propose"), ("justify",),
    ("support", "agree", "commit"), ("threaten", "warn"),
    ("assert", "announce", "acknowledge", "predict", "regret", "question"),
)  # fmt: skip
"""Acts that mean the same for what two statements are to each other."""
_DEED_OF = {act: i for i, acts in enumerate(_DEEDS) for act in acts}
N_DEED_PAIRS = len(_DEEDS) ** 2


def features(one: Said, other: Said, likeness: float) -> tuple[float, ...]:
    """What is known of two statements together, in the order of FEATURES; `likeness` as `alike` has it."""
    n_shared = len(one.words & other.words)
    return (
        likeness,
        n_shared / max(1, min(len(one.words), len(other.words))),
        min(n_shared, _MOST_SHARED) / _MOST_SHARED,
        float(numbers_agree(one.numbers, other.numbers)),
        float(not one.speaker_ids.isdisjoint(other.speaker_ids)),
        float(one.doc != other.doc),
        float(stance(one) == stance(other)),
        float(has_same_side(one, other)),
        float(bool(one.sides) and bool(other.sides)),
        float(not set(one.issues).isdisjoint(other.issues)),
        _NEARNESS.get(abs(other.place - one.place), 0.0) if one.doc == other.doc else 0.0,
        float(not one.target_ids.isdisjoint(other.side_ids)),
        float(not other.target_ids.isdisjoint(one.side_ids)),
        float(not one.target_ids.isdisjoint(other.target_ids)),
    )


def deeds(one: Said, other: Said) -> int:
    """Which two sorts of act the statements are, in either order: a number below N_DEED_PAIRS."""
    first, second = sorted((_DEED_OF[one.act], _DEED_OF[other.act]))
    return first * len(_DEEDS) + second


def couple(one: Said, other: Said, known: tuple[float, ...]) -> Couple:
    """The two as the network reads them; `known` are their `features`."""
    return Couple(first=_half(one, other), second=_half(other, one), features=known)


def _half(one: Said, other: Said) -> Half:
    return Half(
        act=one.act,
        polarity=one.polarity,
        aim=_aim(one, other),
        basis=one.basis,
        who=one.who,
        how=one.how,
        what=one.text,
        before=one.before,
    )


def _aim(one: Said, other: Said) -> Aim:
    if not one.target_ids.isdisjoint(other.side_ids):
        return "other"
    return "third" if one.target_ids else "nobody"
