"""Which statements are one claim and which collide: a first look at many pairs in numbers, then the network on the few.

The first look weighs what is known of two statements together (`couples.features`) and what sort of acts they are; its
weights were fitted on news of our own in which every pair is annotated (`training/couples.py`). It finds what is worth
reading: reading costs a hundred times as much.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np

from standoff.compare.alike import Alike, Pair, Pairs
from standoff.compare.couples import FEATURES, N_DEED_PAIRS, couple, deeds, features
from standoff.compare.said import Said
from standoff.encode.couples import Judge
from standoff.values.reading import Floats

T = TypeVar("T")
WEIGHTS = Path(__file__).parent / "first_look.json"

READ_EACH, READ_ALL = 1.0, 500
"""At most so many pairs are read for each statement, the most promising first, so that time grows with the statements;
of few statements all up to the second number."""

_AT_ONCE = 1024
# Pairs of whom neither is likelier are not kept; and nothing counts as surer than this from 0 and 1.
_LEAST, _SUREST = 0.05, 1e-4


class Judged(NamedTuple):
    """How likely two statements are one claim, and how likely they collide, each 0-1."""

    same: float
    clash: float


Judgements = Mapping[tuple[int, int], Judged]
"""By the places of two statements, the first below the second; a pair that is not there is neither."""


@dataclass(frozen=True, slots=True, eq=False)
class FirstLook:
    """Logistic weights of a bias, the features and the deeds for two questions, `(2, 1 + n)`: one claim? do they
    collide? `least` is from where on a pair is worth reading.
    """

    weights: Floats
    least: float

    def odds(self, rows: Floats) -> Floats:
        """The probabilities `(n, 2)` of rows `(n, 1 + n_features + N_DEED_PAIRS)`."""
        found: Floats = 1 / (1 + np.exp(-(rows @ self.weights.T)))
        return found


@lru_cache(maxsize=1)
def shipped_look() -> FirstLook:
    """The weights that come with the program."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return FirstLook(weights=np.array([data["same"], data["clash"]], dtype=np.float32), least=data["least"])


def look_row(one: Said, other: Said, likeness: float) -> list[float]:
    """What the first look weighs: 1, the features and some of them together, and which sorts of acts the two are."""
    known = features(one, other, likeness)
    named = dict(zip(FEATURES, known, strict=True))
    apart = named["both have sides"] * (1 - named["a side in common"])
    together = (
        likeness**2,
        named["numbers agree"] * named["same stance"],
        (1 - named["a speaker in common"]) * likeness,
        apart,
        apart * named["nearness"],
        (1 - named["a side in common"]) * max(named["first is about second"], named["second is about first"]),
    )
    acts = [0.0] * N_DEED_PAIRS
    acts[deeds(one, other)] = 1.0
    return [1.0, *known, *together, *acts]


def judge_pairs(alike: Alike, pairs: Pairs, judge: Judge) -> Judgements:
    """What is found of those pairs, and of those that stand beside one another in a text, that are worth reading.

    The first look and the network know different things: the mean of their log-odds is right more often than either.
    """
    said = alike.said
    most = max(READ_ALL, int(READ_EACH * len(said)))
    # Of all that are promising, a hundred a statement in a large set, only those to be read are ever held.
    chosen = sorted(nsmallest(most, _promising(alike, pairs), key=lambda one: (-max(one[1]), one[0][:2])))
    found: dict[tuple[int, int], Judged] = {}
    for some in _batches(chosen):
        couples = [couple(said[i], said[j], features(said[i], said[j], score)) for (i, j, score), _ in some]
        looked = np.array([odds for _, odds in some], dtype=np.float32)
        for (pair, _), both in zip(some, _together(looked, judge(couples)[:, :2]).round(4).tolist(), strict=True):
            if max(both) >= _LEAST:
                found[pair[:2]] = Judged(*both)
    return found


def _together(looked: Floats, read: Floats) -> Floats:
    """The probabilities whose log-odds are the mean of those of two others."""
    one, other = (np.clip(odds, _SUREST, 1 - _SUREST) for odds in (looked, read))
    ratio = np.sqrt(one * other / ((1 - one) * (1 - other)))
    odds: Floats = ratio / (1 + ratio)
    return odds


def _promising(alike: Alike, pairs: Pairs) -> Iterator[tuple[Pair, tuple[float, float]]]:
    """The pairs worth reading, with their odds at the first look."""
    look = shipped_look()
    for some in _batches(_asked(alike, pairs)):
        rows = np.array([look_row(alike.said[i], alike.said[j], s) for i, j, s in some], dtype=np.float32)
        for pair, (same, clash) in zip(some, look.odds(rows).round(5).tolist(), strict=True):
            if max(same, clash) >= look.least:
                yield pair, (same, clash)


def _asked(alike: Alike, pairs: Pairs) -> Iterator[Pair]:
    """The pairs that may be something to each other; those beside one another in a text however unlike they are."""
    said = alike.said
    listed = iter(pairs)
    pair = next(listed, None)
    for i in range(len(said)):
        beside = set(_beside(said, i))
        while pair is not None and pair.first == i:
            beside.discard(pair.second)
            if _may_meet(said[i], said[pair.second]):
                yield pair
            pair = next(listed, None)
        for j in sorted(beside):
            if _may_meet(said[i], said[j]):
                yield Pair(i, j, float(alike.scores(i, np.array([j]))[0]))


def _may_meet(one: Said, other: Said) -> bool:
    """Whether both were said and say something, and neither tells of the saying of the other."""
    if one.is_withheld or other.is_withheld or other.statement_id == one.parent_id:
        return False
    return one.statement_id != other.parent_id and bool(one.text) and bool(other.text)


def _beside(said: Sequence[Said], i: int) -> Iterator[int]:
    """The statements behind it in its document that stand no more than two sentences away."""
    for j in range(i + 1, len(said)):
        if said[j].doc != said[i].doc or abs(said[j].place - said[i].place) > 2:
            break
        yield j


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
