"""All words of all records in one row, with the places of every word and every three words.

Built once; each question costs what its rarest words cost, so time grows no faster than the words of the records and
the number of statements. Positions of different turns are parted by a gap, so that nothing runs across speakers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from standoff.spans import Span
from standoff.values.spoken import SpokenRecord, Turn
from standoff.verify.stems import stem
from standoff.verify.words import WORD, Word, as_compared, marks_between

Ints = npt.NDArray[np.int64]

UNKNOWN = -2
"""The number of a word that no record has."""
_GAP = -1
_BASE = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio in 64 bits: spreads neighbouring numbers
_NAME_SHARE = 0.5  # a word that the records write with a capital inside sentences more often than not is a name
_NO_NAMES = frozenset(("i", "i'm", "i've", "i'll", "i'd"))


class RecordIndex:
    """The words of some records; `position` counts all words of all turns, one gap behind each turn."""

    def __init__(self, records: Sequence[SpokenRecord]) -> None:
        self.records = tuple(records)
        self.turns: list[tuple[int, int]] = []
        self._numbers: dict[str, int] = {}
        self._names: set[str] = set()
        self._weights: dict[str, float] = {}
        self._fill()

    def _fill(self) -> None:
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        firsts: list[int] = []
        inside: dict[str, int] = {}
        capital: dict[str, int] = {}
        numbers = self._numbers
        for r, record in enumerate(self.records):
            text = record.document.text
            for t, turn in enumerate(record.turns):
                self.turns.append((r, t))
                firsts.append(len(ids))
                for piece in turn.pieces:
                    for match in WORD.finditer(text, *piece):
                        start, end = match.span()
                        written = as_compared(match[0])
                        form = written.lower()
                        ids.append(numbers.setdefault(form, len(numbers)))
                        starts.append(start)
                        ends.append(end)
                        if text[start - 2 : start - 1] not in (".", "?", "!", ":", "\n", "”") and start > piece.start:
                            inside[form] = inside.get(form, 0) + 1
                            if written[0] != form[0]:
                                capital[form] = capital.get(form, 0) + 1
                ids.append(_GAP)
                starts.append(0)
                ends.append(0)
        self.ids: Ints = np.array(ids, dtype=np.int64)
        self._starts = np.array(starts, dtype=np.int64)
        self._ends = np.array(ends, dtype=np.int64)
        self._firsts = np.array(firsts, dtype=np.int64)
        self._names = {form for form, n in capital.items() if n > _NAME_SHARE * inside[form]} - _NO_NAMES

    def numbers(self, words: Sequence[Word]) -> Ints:
        """The numbers of some words; UNKNOWN for those that no record has."""
        return np.array([self._numbers.get(word.form, UNKNOWN) for word in words], dtype=np.int64)

    def is_name(self, form: str) -> bool:
        """Whether the records write the word with a capital inside sentences."""
        return form in self._names

    def turn_at(self, position: int) -> int:
        """The number of the turn that holds a position."""
        return int(np.searchsorted(self._firsts, position, side="right")) - 1

    def turns_at(self, positions: Ints) -> Ints:
        """The numbers of the turns that hold some positions."""
        return np.searchsorted(self._firsts, positions, side="right") - 1

    def turn(self, number: int) -> Turn:
        """The turn with that number."""
        r, t = self.turns[number]
        return self.records[r].turns[t]

    def bounds(self, turn: int) -> Span:
        """The positions of a turn's words."""
        end = self._firsts[turn + 1] if turn + 1 < len(self._firsts) else len(self.ids)
        return Span(int(self._firsts[turn]), int(end) - 1)

    def span(self, positions: Span) -> Span:
        """The characters of a half-open range of positions of one turn."""
        return Span(int(self._starts[positions.start]), int(self._ends[positions.end - 1]))

    def text(self, turn: int) -> str:
        """The text of the record of a turn."""
        return self.records[self.turns[turn][0]].document.text

    def words(self, positions: Span) -> list[Word]:
        """The words at a half-open range of positions of one turn."""
        text = self.text(self.turn_at(positions.start))
        found = []
        for i in range(*positions):
            span = Span(int(self._starts[i]), int(self._ends[i]))
            written = as_compared(span.of(text))
            found.append(Word(span, written.lower(), written))
        return found

    def marks(self, position: int) -> str:
        """The marks between a word and the one before it in its turn, normalised, stage directions left out."""
        turn = self.turn(self.turn_at(position))
        text = self.text(self.turn_at(position))
        gap = Span(int(self._ends[position - 1]), int(self._starts[position]))
        inside = (Span(max(gap.start, p.start), min(gap.end, p.end)) for p in turn.pieces if p.end > gap.start)
        parts = []
        for part in inside:
            if part.start >= gap.end:
                break
            parts.append(part.of(text) if part.start < part.end else "")
        return marks_between("".join(parts))

    def places_of_word(self, number: int) -> Ints:
        """The positions of a word, in order; none for an unknown one."""
        order, sorted_ids = self._by_word
        return _places(order, sorted_ids, number)

    def places_of_three(self, three: Ints) -> Ints:
        """The positions where three words begin, in order; by hash, so they are to be looked at."""
        order, sorted_keys = self._by_three
        if UNKNOWN in three:
            return np.zeros(0, dtype=np.int64)
        return _places(order, sorted_keys, _hashes(three)[0])

    def places_of_stem(self, written: str) -> Ints:
        """The positions of all words that have the same stem."""
        numbers = self._stems.get(stem(written), ())
        found = [self.places_of_word(number) for number in numbers]
        return np.sort(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)

    def weight(self, written: str) -> float:
        """How much a word's stem tells: the logarithm of how rare it is, 0 for what stands everywhere."""
        base = stem(written)
        if base not in self._weights:
            n = sum(len(self.places_of_word(number)) for number in self._stems.get(base, ()))
            self._weights[base] = float(np.log((len(self.ids) + 1) / (n + 1)))
        return self._weights[base]

    @cached_property
    def _by_word(self) -> tuple[Ints, Ints]:
        order = np.argsort(self.ids, kind="stable")
        return order, self.ids[order]

    @cached_property
    def _by_three(self) -> tuple[Ints, npt.NDArray[np.uint64]]:
        keys = _hashes(self.ids)
        order = np.argsort(keys, kind="stable")
        return order, keys[order]

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        stems: dict[str, list[int]] = {}
        for form, number in self._numbers.items():
            stems.setdefault(stem(form), []).append(number)
        return stems


def _hashes(ids: Ints) -> npt.NDArray[np.uint64]:
    """One number for every three words in a row."""
    if len(ids) < 3:
        return np.zeros(0, dtype=np.uint64)
    keys = ids.astype(np.uint64) + np.uint64(3)
    with np.errstate(over="ignore"):
        return (keys[:-2] * _BASE + keys[1:-1]) * _BASE + keys[2:]


def _places(order: Ints, sorted_keys: npt.NDArray[np.generic], wanted: object) -> Ints:
    first = int(np.searchsorted(sorted_keys, wanted, side="left"))  # type: ignore[call-overload]
    last = int(np.searchsorted(sorted_keys, wanted, side="right"))  # type: ignore[call-overload]
    return order[first:last]
