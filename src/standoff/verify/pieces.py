"""One piece of quoted words held against the records: the verdict on it alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from standoff.spans import Span
from standoff.values.check import Difference, Verdict
from standoff.verify.align import Alignment, aligned, alignment_from_tiles
from standoff.verify.differences import Names, Side, differences
from standoff.verify.find import Mask, Tile, evidence, exact_positions, near_windows, tiles
from standoff.verify.index import Ints, RecordIndex
from standoff.verify.words import Word, marks_between, words_of

CLOSE = 0.75
"""The share of a quotation's words from which it is the same sentence altered: below it, a report in other words.
Of 0.6 and 0.75, tried on the developing half of the built set, 0.75 called fewer
strangers' quotations altered (benchmarks/verifying.md)."""
MOST_LEFT_OUT = 40
"""Words left out of one quotation; more of them lie between two sentences that were never one: a splice."""
_MIN_EVIDENCE = 6.0
"""Chance would have given the words to e^-6 places."""
_MIN_ALTERED_WORDS = 4
_MIN_SPLICE_WORDS = 6  # with shorter pieces, one changed word between them is likelier
_ONE_PLACE = 0.85  # so much of a quotation in one place is that place's sentence, whatever the rest is elsewhere
_N_WINDOWS = 4
_APART = 0.02  # the price of each word of the record between those shared: a near word beats a farther one
_CLOSE_ELSEWHERE = 0.8  # words in another's mouth say something only when they are nearly all the same


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words of an article: their text, words, and the marks before each word, normalised."""

    side: Side

    @property
    def words(self) -> Sequence[Word]:
        """The words in order."""
        return self.side.words

    @property
    def forms(self) -> list[str]:
        """The compared forms in order."""
        return [word.form for word in self.words]


@dataclass(frozen=True, slots=True)
class Match:
    """Where quoted words were found and how: `turn` and `spans` in its record; `score` the share of words there,
    `in_order` of those that stand in the order of the quotation.
    """

    verdict: Verdict
    score: float
    in_order: float = 0.0
    turns: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()


def quoted_from_text(text: str, spans: Sequence[Span]) -> Quoted:
    """The words of some spans of a text, as one quotation."""
    words = [word for span in spans for word in words_of(text, span)]
    inside = [any(span.covers(Span(a.span.end, b.span.start)) for span in spans) for a, b in pairwise(words)]
    # Between two pieces stand the article's own words: no mark of the speaker's is known there.
    marks = [
        marks_between(text[a.span.end : b.span.start]) if i else ""
        for (a, b), i in zip(pairwise(words), inside, strict=True)
    ]
    return Quoted(Side(text, words, ["", *marks]))


def match_in(index: RecordIndex, quoted: Quoted, mask: Mask) -> Match:
    """The best match in masked turns: verbatim, altered, spliced, or not found."""
    wanted = index.numbers(quoted.words)
    best: Match | None = None
    for position in _masked(index, exact_positions(index, wanted), mask)[:50]:
        match = _from_alignment(index, quoted, int(position), _whole(len(wanted)))
        if match.verdict == "verbatim":
            return match
        best = best or match
    if best is not None or len(wanted) < _MIN_ALTERED_WORDS:
        return best or Match("not_found", 0.0)
    return _match_nearly(index, quoted, wanted, mask)


def _match_nearly(index: RecordIndex, quoted: Quoted, wanted: Ints, mask: Mask) -> Match:
    """The best match of words that masked turns do not have as they are."""
    windows = near_windows(index, wanted, mask, _N_WINDOWS)
    near = _nearest(index, quoted, windows)
    moved = _reordered(index, quoted, wanted, windows)
    # "I did speak. I did not": one word left out is less of a change than another order of all.
    if moved is not None and (near is None or near.in_order < 1.0):
        return moved
    found = tiles(index, wanted, mask)
    together = _together(index, found)
    if together is not None:
        return _from_alignment(index, quoted, together.start, alignment_from_tiles(found, together.start))
    if near is not None and (near.score >= _ONE_PLACE or min((t.n for t in found), default=0) < _MIN_SPLICE_WORDS):
        return near
    if found and all(evidence(index, quoted.forms[t.first : t.first + t.n]) > 0 for t in found):
        return _spliced(index, found)
    return near or Match("not_found", 0.0)


def match_elsewhere(index: RecordIndex, quoted: Quoted, mask: Mask) -> Match | None:
    """The match in masked turns when it is too much of one to be chance: word for word, or nearly all the same."""
    if evidence(index, quoted.forms) < _MIN_EVIDENCE or len(quoted.words) < _MIN_ALTERED_WORDS:
        return None
    match = match_in(index, quoted, mask)
    is_close = match.verdict == "verbatim" or (match.verdict == "altered" and match.score >= _CLOSE_ELSEWHERE)
    return match if is_close else None


def _masked(index: RecordIndex, positions: Ints, mask: Mask) -> Ints:
    return positions[mask[index.turns_at(positions)]] if len(positions) else positions


def _whole(n: int) -> Alignment:
    return alignment_from_tiles([Tile(0, 0, n)], 0)


def _from_alignment(index: RecordIndex, quoted: Quoted, start: int, alignment: Alignment) -> Match:
    """The match that begins at a position, its differences named."""
    turn = index.turn_at(start)
    stretch = Span(start, start + alignment.recorded.end)
    words = index.words(stretch)
    marks = ["", *(index.marks(i) for i in range(start + 1, stretch.end))]
    recorded = Side(index.text(turn), words, marks)
    known = frozenset(w.form for w in (*words, *quoted.words) if index.is_name(w.form))
    found = differences(quoted.side, recorded, alignment, Names(known))
    span = index.span(Span(start + alignment.recorded.start, stretch.end))
    verdict: Verdict = "altered" if found else "verbatim"
    return Match(verdict, alignment.score, alignment.in_order, (turn,), (span,), found)


def _together(index: RecordIndex, found: Sequence[Tile]) -> Span | None:
    """The stretch of one turn in which the pieces follow one another with little between them, if they do."""
    if not found:
        return None
    turns = {index.turn_at(tile.position) for tile in found}
    gaps = [b.position - a.position - a.n for a, b in pairwise(found)]
    if len(turns) > 1 or any(not 0 <= gap <= MOST_LEFT_OUT for gap in gaps):
        return None
    return Span(found[0].position, found[-1].position + found[-1].n)


def _reordered(index: RecordIndex, quoted: Quoted, wanted: Ints, windows: Sequence[Span]) -> Match | None:
    """The match where a stretch has the very words of the quotation in another order."""
    n, ours = len(wanted), np.sort(wanted)
    for window in windows:
        for start in range(window.start, window.end - n + 1):
            if np.array_equal(np.sort(index.ids[start : start + n]), ours):
                alignment = aligned(quoted.words, index.words(Span(start, start + n)))
                return _from_alignment(index, quoted, start, alignment) if alignment else None
    return None


def _nearest(index: RecordIndex, quoted: Quoted, windows: Sequence[Span]) -> Match | None:
    """The stretch that shares most with the quotation, when that is enough to be the same sentence."""
    best: tuple[float, int, Alignment] | None = None
    for window in windows:
        alignment = aligned(quoted.words, index.words(window))
        if alignment is None:
            continue
        shared = [f for s in alignment.steps if s.is_same for f in quoted.forms[s.said.start : s.said.end]]
        if alignment.score < CLOSE or evidence(index, shared) < _MIN_EVIDENCE:
            continue
        n_apart = sum(s.recorded.end - s.recorded.start for s in alignment.steps if not s.is_same)
        rank = alignment.score - _APART * n_apart
        if best is None or rank > best[0]:
            best = (rank, window.start, alignment)
    return _from_alignment(index, quoted, best[1], best[2]) if best else None


def _spliced(index: RecordIndex, found: Sequence[Tile]) -> Match:
    turns = tuple(index.turn_at(tile.position) for tile in found)
    spans = tuple(index.span(Span(tile.position, tile.position + tile.n)) for tile in found)
    return Match("spliced", 1.0, 0.0, turns, spans)
