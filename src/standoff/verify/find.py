"""Where the records have some words: exactly, nearly, or in pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from standoff.spans import Span
from standoff.verify.index import UNKNOWN, Ints, RecordIndex

Mask = npt.NDArray[np.bool_]
"""One truth for each turn of an index: whether its speaker is asked about."""

MIN_TILE_WORDS = 4
"""A piece of fewer words stands in many places of a few hundred transcripts."""
_MOST_PLACES = 4000  # three words that stand oftener tell nothing about where a sentence is from
_MOST_TILE_PLACES = 400
_REACH = 20  # words by which a near match may be longer or shorter than the quotation
_SLACK = 12  # words beside a near match that belong to it when order was changed


@dataclass(frozen=True, slots=True)
class Tile:
    """Words of a quotation, `first` to `first + n`, that the records have at `position`, one after the other."""

    first: int
    position: int
    n: int


def exact_positions(index: RecordIndex, wanted: Ints) -> Ints:
    """The positions at which all the words stand, one after the other in one turn."""
    n = len(wanted)
    if n == 0 or UNKNOWN in wanted:
        return np.zeros(0, dtype=np.int64)
    if n < 3:
        found = min((index.places_of_word(int(w)) - i for i, w in enumerate(wanted)), key=len)
    else:
        found = min((index.places_of_three(wanted[i : i + 3]) - i for i in range(n - 2)), key=len)
    found = found[(found >= 0) & (found + n <= len(index.ids))]
    for i in range(n):
        if not len(found):
            break
        found = found[index.ids[found + i] == wanted[i]]
    return np.sort(found)


def near_windows(index: RecordIndex, wanted: Ints, mask: Mask, n_most: int) -> list[Span]:
    """The stretches of masked turns that share most with the words, best first, as ranges of positions: each once with
    room for words left out or moved, and once without.
    """
    places, offsets = _shared(index, wanted, mask)
    if not len(places):
        return []
    diagonals = places - offsets
    order = np.argsort(diagonals, kind="stable")
    places, offsets, diagonals = places[order], offsets[order], diagonals[order]
    turns = index.turns_at(places)
    cuts = np.flatnonzero((np.diff(diagonals) > _REACH) | (np.diff(turns) != 0)) + 1
    groups = [g for g in np.split(np.arange(len(places)), cuts) if len(g)]
    ranked = sorted(groups, key=lambda g: (-len(set(offsets[g].tolist())), int(diagonals[g[0]])))
    windows = []
    for group in ranked[:n_most]:
        bounds = index.bounds(int(turns[group[0]]))
        first = int(diagonals[group].min()) - _SLACK
        last = int(diagonals[group].max()) + len(wanted) + _SLACK
        windows.append(Span(max(bounds.start, first), min(bounds.end, last)))
        # And the same place as tight as it gets, lest words farther off be taken for the changed ones.
        middle = int(np.median(diagonals[group]))
        windows.append(Span(max(bounds.start, middle - 1), min(bounds.end, middle + len(wanted) + 1)))
    return windows


def _shared(index: RecordIndex, wanted: Ints, mask: Mask) -> tuple[Ints, Ints]:
    """Where masked turns have three words in a row of the wanted ones, and which; single words for short ones."""
    places: list[Ints] = []
    offsets: list[Ints] = []

    def add(found: Ints, offset: int) -> None:
        if 0 < len(found) <= _MOST_PLACES and len(found := found[mask[index.turns_at(found)]]):
            places.append(found)
            offsets.append(np.full(len(found), offset))

    for i in range(max(0, len(wanted) - 2)):
        add(index.places_of_three(wanted[i : i + 3]), i)
    if not places or len(wanted) < 8:
        for i, word in enumerate(wanted):
            add(index.places_of_word(int(word)), i)
    if not places:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty
    return np.concatenate(places), np.concatenate(offsets)


def tiles(index: RecordIndex, wanted: Ints, mask: Mask) -> list[Tile]:
    """The words cut into the longest pieces that masked turns have as they are; none when words are left over.

    Of places equally good the one that goes on nearest behind the last piece counts.
    """
    found: list[Tile] = []
    at = 0
    while at < len(wanted):
        tile = _longest(index, wanted, at, mask, found[-1] if found else None)
        if tile is None or tile.n < MIN_TILE_WORDS:
            return []
        found.append(tile)
        at += tile.n
    return found


def _longest(index: RecordIndex, wanted: Ints, at: int, mask: Mask, last: Tile | None) -> Tile | None:
    if at + MIN_TILE_WORDS > len(wanted):
        return None
    places = index.places_of_three(wanted[at : at + 3])
    places = places[mask[index.turns_at(places)]] if len(places) else places
    n = 0
    while len(places) and at + n < len(wanted):
        inside = places[places + n < len(index.ids)]
        kept = inside[index.ids[inside + n] == wanted[at + n]]
        if not len(kept):
            break
        places, n = kept, n + 1
    if not len(places) or n < 3:
        return None
    expected = last.position + last.n if last else 0
    nearest = min(places[:_MOST_TILE_PLACES].tolist(), key=lambda p: (p < expected, abs(p - expected)))
    return Tile(at, nearest, n)


def evidence(index: RecordIndex, words: Sequence[str]) -> float:
    """How much more some words tell than it takes to point at one place: the logarithm of how many places would have
    them by chance, turned round. Above 0, fewer than one would.
    """
    return sum(index.weight(word) for word in words) - float(np.log(len(index.ids) + 1))
