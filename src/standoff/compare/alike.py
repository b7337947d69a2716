"""How alike two statements are in what they say, and which pairs of many are worth asking about.

`likeness` is a weighted mean of three measures that fail in different places: the vectors of the contents find other
wordings, shared rare words find what vectors take for just another sentence on the same matter, and the sentences
around help where the content is only "it" or "the idea".

Pairs are looked for in lists of statements that share a rare word, or an issue and a side, and among those that follow
one another in time; in each list only neighbours are paired. So the number of pairs grows with the number of
statements, not with its square.

Source: sorted neighbourhood, several passes with one key each (Hernández and Stolfo, SIGMOD 1995).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from standoff.compare.said import Said
from standoff.values.reading import Floats, Halves

Ints = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]

# Weights of the three measures: set on training/data/story.jsonl, rounded; B-cubed F1 there moves by less than 0.02
# when 0.1 is shifted from one to another.
_CONTENT, _WORDS, _SENTENCE = 0.5, 0.35, 0.15
# A content of fewer stems than this says little by itself ("it", "the idea"): its sentence's words are added, at this
# share of their weight.
_FEW_WORDS = 3
_BORROWED = 0.4

WINDOW_ALL = 400
"""How many statements in a row, in order of time, are compared with each other whatever they share."""
WINDOW_SHARED = 40
"""How many neighbours each statement has in the list of a word, or of an issue and a side."""
LEAST = 0.2
"""Pairs less alike than this are dropped: they count as not alike at all."""

# How many stems of a statement count, the heaviest: a long speech is known by them. And in how many lists it stands.
_MAX_STEMS = 24
_MAX_LISTS = 4


class Pair(NamedTuple):
    """Two statements by their places in the list, `first < second`, and how alike they are, 0-1."""

    first: int
    second: int
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """The stems of each statement: `stems` `(n, 24) int64` their numbers from 1, the heaviest first, `weights`
    likewise `float32` with unit rows; filled up with stem 0, which is none. `n_stems` counts the stems of all.
    """

    stems: Ints
    weights: Floats
    n_stems: int


def terms_of(said: Sequence[Said]) -> Terms:
    """The weighted stems of all statements: tf-idf with tf 0 or 1.

    A stem weighs log(1 + n / n_with): n statements, n_with of them have it. Names of those who take part are thus
    light, what only two statements mention is heavy.

    Source: Spärck Jones 1972, in the smoothed form of Manning, Raghavan and Schütze 2008, chapter 6.
    """
    counts = Counter(stem for one in said for stem in one.words.union(one.around))
    number = {stem: i for i, stem in enumerate(sorted(counts), 1)}
    rarity = {stem: math.log(1 + len(said) / n) for stem, n in counts.items()}
    stems = np.zeros((len(said), _MAX_STEMS), dtype=np.int64)
    weights = np.zeros((len(said), _MAX_STEMS), dtype=np.float32)
    for row, one in enumerate(said):
        for column, (stem, weight) in enumerate(_heaviest(one, rarity)):
            stems[row, column], weights[row, column] = number[stem], weight
    lengths = np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)
    return Terms(stems=stems, weights=(weights / lengths).astype(np.float32), n_stems=len(number))


def _heaviest(one: Said, rarity: Mapping[str, float]) -> Sequence[tuple[str, float]]:
    weights = {stem: rarity[stem] for stem in one.words}
    if len(one.words) < _FEW_WORDS:
        weights |= {stem: _BORROWED * rarity[stem] for stem in set(one.around) - one.words}
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_MAX_STEMS]


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """How alike any two of some statements are; `vectors` and `sentences` are unit rows `(n, dim) float16`."""

    said: tuple[Said, ...]
    terms: Terms
    vectors: Halves
    sentences: Halves

    def scores(self, i: int, others: Ints) -> Floats:
        """How alike one statement and others are, each 0-1: 0.5 cos(contents) + 0.35 cos(stems) + 0.15 cos(sentences).

        A negative cosine counts as 0.
        """
        content, sentence = _cosines(self.vectors, i, others), _cosines(self.sentences, i, others)
        mine = np.zeros(self.terms.n_stems + 1, dtype=np.float32)
        mine[self.terms.stems[i]] = self.terms.weights[i]
        words = (self.terms.weights[others] * mine[self.terms.stems[others]]).sum(axis=1)
        # Rounded, so that another machine's last bit turns no comparison.
        scores: Floats = np.minimum(_CONTENT * content + _WORDS * words + _SENTENCE * sentence, 1.0).round(5)
        return scores


def _cosines(rows: Halves, i: int, others: Ints) -> Floats:
    """The cosines of one row and others; a negative one counts as 0."""
    found: Floats = rows[others].astype(np.float32) @ rows[i].astype(np.float32)
    return np.maximum(found, 0.0)


def alike_from_said(said: Sequence[Said]) -> Alike:
    """What is needed to say how alike any two of the statements are."""
    none = np.zeros((0, 1), dtype=np.float16)
    return Alike(
        said=tuple(said),
        terms=terms_of(said),
        vectors=np.stack([one.vector for one in said]) if said else none,
        sentences=np.stack([one.sentence_vector for one in said]) if said else none,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Many pairs in little room: for each statement in order the places of the later ones that it is paired with, and
    how alike they are; iterated, they are `Pair`s.
    """

    rows: tuple[tuple[Places, Floats], ...]

    def __iter__(self) -> Iterator[Pair]:
        for first, (seconds, scores) in enumerate(self.rows):
            yield from map(Pair, repeat(first), seconds.tolist(), scores.tolist())


def pairs_of(alike: Alike) -> Pairs:
    """The pairs worth asking about, with their scores from `LEAST` up."""
    lists = _shared_lists(alike)
    n = len(alike.said)
    found: list[tuple[Places, Floats]] = []
    for i in range(n - 1):
        rows = [np.arange(i + 1, min(n, i + 1 + WINDOW_ALL))]
        rows += [members[at + 1 : at + 1 + WINDOW_SHARED] for members, at in lists.get(i, ())]
        others = np.unique(np.concatenate(rows)) if len(rows) > 1 else rows[0]
        scores = alike.scores(i, others)
        kept = np.flatnonzero(scores >= LEAST)
        found.append((others[kept].astype(np.int32), scores[kept]))
    return Pairs(tuple(found))


def _shared_lists(alike: Alike) -> Mapping[int, list[tuple[Ints, int]]]:
    """For each statement the lists that it stands in, and its place in each.

    None where all statements lie in one window, which finds every pair by itself.
    """
    if len(alike.said) <= WINDOW_ALL:
        return {}
    members: dict[tuple[str, ...], list[int]] = defaultdict(list)
    is_shared = np.bincount(alike.terms.stems.ravel(), minlength=alike.terms.n_stems + 1) > 1
    is_shared[0] = False
    for i, one in enumerate(alike.said):
        for key in _keys(alike.terms, i, one, is_shared):
            members[key].append(i)
    found: dict[int, list[tuple[Ints, int]]] = defaultdict(list)
    for some in members.values():
        row = np.array(some, dtype=np.int64)
        for at, i in enumerate(some):
            found[i].append((row, at))
    return found


def _keys(terms: Terms, i: int, one: Said, is_shared: npt.NDArray[np.bool_]) -> Iterator[tuple[str, ...]]:
    """What a statement shares with those that it may be like: its rarest stems, and each issue with each side.

    A stem that only one statement has leads to nobody, so the rarest are those of at least two (`is_shared`).
    """
    shared = terms.stems[i][is_shared[terms.stems[i]]]
    yield from (("stem", str(stem)) for stem in shared[:_MAX_LISTS].tolist())
    yield from (("stand", issue, side) for issue in one.issues for side in sorted(one.side_ids))
