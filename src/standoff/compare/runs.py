"""The words that one text has taken over from another: runs of them, the share they make up, whole passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from standoff.compare.shingles import Body, Hashes, shingles

MIN_RUN_WORDS = 4
"""Shorter runs are common property: of the pairs among the development texts that are no copies, one shares 2 % of its
words with the other in runs of four or more in the median and 12 % at most; the two rewrites 43 % and 52 %."""
_MAX_PLACES = 8  # a phrase that stands in more places of one text says little about where another has it from
_MAX_GAP_WORDS = 6  # within a passage, a few words may have been changed
_MIN_DENSITY = 0.7  # but no more than three in ten


@dataclass(frozen=True, slots=True)
class Run:
    """Words that two bodies have in common, one after the other: where they begin in each, and how many."""

    first: int
    second: int
    n_words: int


def common_runs(first: Body, second: Body) -> tuple[Run, ...]:
    """The runs of words of `second` that `first` has as well, in order, without overlap in `second`.

    At each word the longest run that begins there is taken, and of equally long ones that which goes on from the last.

    Source: greedy string tiling, Wise (1993), in one pass and with hashes as in Karp and Rabin (1987).
    """
    theirs, ours = shingles(first.hashes, MIN_RUN_WORDS), shingles(second.hashes, MIN_RUN_WORDS)
    here = np.flatnonzero(np.isin(ours, theirs))
    places = _places(theirs, ours[here])
    a, b = first.hashes.tolist(), second.hashes.tolist()
    runs: list[Run] = []
    end = 0
    for at, gram in zip(here.tolist(), ours[here].tolist(), strict=True):
        if at >= end:
            expected = runs[-1].first + at - runs[-1].second if runs else at
            found = [Run(place, at, _length(a, b, place, at)) for place in places[gram]]
            runs.append(max(found, key=lambda run: (run.n_words, -abs(run.first - expected))))
            end = at + runs[-1].n_words
    return tuple(runs)


def share_taken(runs: Iterable[Run], body: Body, *, own: bool = False) -> float:
    """The share of a body's words that lie in runs of which it is the second, 0-1; `own`: of those not in quotes.

    Source: containment, Broder (1997), counted in words instead of shingles so that it says what a reader sees.
    """
    taken = np.zeros(len(body), dtype=np.bool_)
    for run in runs:
        taken[run.second : run.second + run.n_words] = True
    counted = body.is_own if own else np.ones(len(body), dtype=np.bool_)
    return float((taken & counted).sum() / max(1, counted.sum()))


def passages(runs: Sequence[Run], second: Body, min_words: int) -> tuple[tuple[Run, ...], ...]:
    """Runs that follow one another in both texts with small gaps, where they make up `min_words` of the second's own.

    Words in quotation marks do not count: two reporters in one room write down the same ones.
    """
    chains: list[list[Run]] = []
    for run in runs:
        if chains and _goes_on(chains[-1], run):
            chains[-1].append(run)
        else:
            chains.append([run])
    return tuple(tuple(chain) for chain in chains if _n_own(chain, second) >= min_words)


def _goes_on(chain: Sequence[Run], run: Run) -> bool:
    """Whether the run carries on the passage: little between them in both texts, and most words still taken over."""
    last = chain[-1]
    gaps = (run.first - last.first - last.n_words, run.second - last.second - last.n_words)
    n_taken = sum(one.n_words for one in chain) + run.n_words
    length = run.second + run.n_words - chain[0].second
    return min(gaps) >= 0 and max(gaps) <= _MAX_GAP_WORDS and n_taken >= _MIN_DENSITY * length


def _n_own(chain: Sequence[Run], second: Body) -> int:
    return sum(int(second.is_own[run.second : run.second + run.n_words].sum()) for run in chain)


def _places(grams: Hashes, wanted: Hashes) -> dict[int, list[int]]:
    """Where each of the wanted shingles stands, the first few places of it."""
    places: dict[int, list[int]] = {}
    there = np.flatnonzero(np.isin(grams, wanted))
    for i, gram in zip(there.tolist(), grams[there].tolist(), strict=True):
        if len(found := places.setdefault(gram, [])) < _MAX_PLACES:
            found.append(i)
    return places


def _length(a: Sequence[int], b: Sequence[int], at_a: int, at_b: int) -> int:
    """How many words from the two places on are the same."""
    n = MIN_RUN_WORDS
    while at_a + n < len(a) and at_b + n < len(b) and a[at_a + n] == b[at_b + n]:
        n += 1
    return n
