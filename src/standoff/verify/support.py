"""Which sentences of a record support words that are not its own: shared rare words, by their stems.

The share of the statement's weight (rare words weigh more, `RecordIndex.weight`) that a few neighbouring sentences
have. It tells what a paraphrase rests on; it does not tell that it is a fair one. Numbers and negations are looked at
apart, since one of them turns a paraphrase round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from standoff.spans import Span
from standoff.verify.find import Mask
from standoff.verify.index import RecordIndex
from standoff.verify.stems import stem
from standoff.verify.words import Word, words_of

_BUCKET = 32  # positions; two neighbours hold two or three spoken sentences
_MOST_BUCKETS = 6
_MOST_SENTENCES = 2
_MOST_PLACES = 60_000  # a stem that stands oftener is a function word
_LEAST_WEIGHT = 3.0  # so are those that make up more than one word in twenty ...
_LEAST_SHARE = 0.5  # ... or, in a record so short that no word is rare, half of what a word can weigh there
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Support:
    """Sentences of one turn, and the share of a statement's weight that they have, 0-1."""

    turn: int
    spans: tuple[Span, ...]
    score: float


def supporting(index: RecordIndex, words: Sequence[Word], mask: Mask) -> Support | None:
    """The sentences in masked turns that have most of the words; `None` when no rare word is found there."""
    weights = {stem(w.form): index.weight(w.form) for w in words}
    least = min(_LEAST_WEIGHT, _LEAST_SHARE * float(np.log(len(index.ids) + 1)))
    rare = {s: w for s, w in weights.items() if w >= least}
    total = sum(rare.values())
    if not total:
        return None
    buckets = np.zeros(len(index.ids) // _BUCKET + 2)
    for base, weight in rare.items():
        places = index.places_of_stem(base)
        if 0 < len(places) <= _MOST_PLACES:
            inside = places[mask[index.turns_at(places)]]
            buckets[np.unique(inside // _BUCKET)] += weight
    together = buckets[:-1] + buckets[1:]
    best: Support | None = None
    for bucket in np.argsort(-together, kind="stable")[:_MOST_BUCKETS].tolist():
        if together[bucket] <= 0 or (best is not None and together[bucket] < best.score * total):
            break
        found = _in_bucket(index, int(bucket), rare, total, mask)
        if found is not None and (best is None or found.score > best.score):
            best = found
    return best


def sentences_in(text: str, piece: Span) -> list[Span]:
    """The sentences of a spoken piece, told by their marks.

    >>> text = "We met. It was good."
    >>> [s.of(text) for s in sentences_in(text, Span(0, len(text)))]
    ['We met.', 'It was good.']
    """
    borders = [piece.start]
    for match in _SENTENCE_END.finditer(text, *piece):
        borders += match.span()
    borders.append(piece.end)
    pairs = zip(borders[::2], borders[1::2], strict=True)
    return [Span(a, b) for a, b in pairs if a < b]


def _in_bucket(index: RecordIndex, bucket: int, rare: dict[str, float], total: float, mask: Mask) -> Support | None:
    """The best one or two neighbouring sentences of the turns at a place."""
    best: Support | None = None
    last = min(len(index.ids) - 1, (bucket + 2) * _BUCKET)
    for turn in range(index.turn_at(bucket * _BUCKET), index.turn_at(last) + 1):
        if not mask[turn]:
            continue
        bounds = index.bounds(turn)
        near = Span(max(bounds.start, bucket * _BUCKET - _BUCKET), min(bounds.end, last + _BUCKET))
        if near.start >= near.end:
            continue
        chars = index.span(near)
        text = index.text(turn)
        sentences = [s for p in index.turn(turn).pieces for s in sentences_in(text, p) if s.overlaps(chars)]
        stems = [{stem(w.form) for w in words_of(text, s)} for s in sentences]
        for i in range(len(sentences)):
            for n in range(1, _MOST_SENTENCES + 1):
                held = set().union(*stems[i : i + n])
                # A second sentence has to bring something: the small price breaks ties for one alone.
                score = sum(w for s, w in rare.items() if s in held) / total - 0.02 * (n - 1)
                if score > 0 and (best is None or score > best.score):
                    best = Support(turn, tuple(sentences[i : i + n]), score)
    return best
