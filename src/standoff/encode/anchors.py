"""Where statements hang: the cues in a row of word tags, decoded so that every cue begins and ends rightly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from standoff.encode.labels import ANCHOR_TAGS
from standoff.spans import Span
from standoff.values.reading import Floats

_O, _B, _I, _E, _S, _N = range(len(ANCHOR_TAGS))
# Which tag may follow which, and which may stand first or last.
_FOLLOWS: dict[int, tuple[int, ...]] = {
    _O: (_O, _E, _S, _N),
    _B: (_O, _E, _S, _N),
    _S: (_O, _E, _S, _N),
    _N: (_O, _E, _S, _N),
}
_FOLLOWS |= {_I: (_B, _I), _E: (_B, _I)}
# A word this sure to be outside every cue parts the text into stretches that are decoded on their own.
_SURE = np.log(0.97)


@dataclass(frozen=True, slots=True)
class FoundAnchor:
    """The words of an anchor, whether they are a cue, and the mean probability of their tags."""

    words: Span
    has_cue: bool
    score: float

    def moved(self, by: int) -> FoundAnchor:
        """The same anchor, counted from `by` words earlier."""
        return FoundAnchor(Span(self.words.start + by, self.words.end + by), self.has_cue, self.score)


def find_anchors(tags: Floats, bias: float) -> list[FoundAnchor]:
    """The anchors in order; `tags` `(n_words, 6) float32` log-probabilities in the order of ANCHOR_TAGS.

    `bias` is added to every tag but "outside": above 0 finds more anchors, below 0 fewer.
    """
    scores = tags.copy()
    scores[:, 1:] += bias
    found = []
    for stretch in _stretches(scores[:, _O] < _SURE):
        path = _best_path(scores[stretch.start : stretch.end].tolist())
        for local in _spans(path):
            words = Span(stretch.start + local.start, stretch.start + local.end)
            chosen = tags[np.arange(words.start, words.end), path[local.start : local.end]]
            found.append(FoundAnchor(words, path[local.start] != _N, float(np.exp(chosen.mean()))))
    return found


def _stretches(is_open: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Iterator[Span]:
    """Runs of words that may belong to an anchor."""
    borders = np.flatnonzero(np.diff(np.concatenate([[False], is_open, [False]]).astype(np.int8)))
    for start, end in zip(borders[::2].tolist(), borders[1::2].tolist(), strict=True):
        yield Span(start, end)


def _best_path(scores: list[list[float]]) -> list[int]:
    """The best sequence of tags in which every cue that begins also ends (Viterbi)."""
    low = -1e9
    best = [scores[0][tag] if tag in (_O, _B, _S, _N) else low for tag in range(6)]
    back: list[list[int]] = []
    for row in scores[1:]:
        came = [max(_FOLLOWS[tag], key=best.__getitem__) for tag in range(6)]
        best = [best[came[tag]] + row[tag] for tag in range(6)]
        back.append(came)
    path = [max((_O, _E, _S, _N), key=best.__getitem__)]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _spans(path: list[int]) -> Iterator[Span]:
    """The ranges of tags that form one anchor each."""
    start = 0
    for i, tag in enumerate(path):
        if tag in (_B, _S, _N):
            start = i
        if tag in (_E, _S, _N):
            yield Span(start, i + 1)
