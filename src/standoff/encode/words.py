"""The words of a text with the word pieces and the features that the encoder sees.

A word is a run of letters and digits or one other character, so that every span a person would mark falls on
word borders ("Russia's" is three words). Nothing is dropped: a word that the vocabulary cannot spell is one
unknown piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from standoff.layout import is_heading, paragraph_spans
from standoff.marks import Quotation, quotations
from standoff.spans import Span

Ints = npt.NDArray[np.int32]

# Longer runs are cut, so that no single word outgrows a window.
_WORD = re.compile(r"\w{1,64}|[^\w\s]")
_STOP = frozenset(".!?…")
_AFTER_STOP = frozenset("\"'”’»)]")

N_SHAPES = 8
N_QUOTES = 7
N_PLACES = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The words of one document, as parallel arrays.

    `starts`, `ends` `(n_words,)` are character offsets; `pieces` the word pieces of each word; `shapes` its case
    (< N_SHAPES), `quotes` where it stands as to quotation marks (< N_QUOTES), `places` whether it begins a
    paragraph and whether it stands in a heading (< N_PLACES); `paragraphs` `(n_words,)` the paragraph's index;
    `breaks` the words after which a long paragraph may be cut.
    """

    starts: Ints
    ends: Ints
    pieces: tuple[tuple[int, ...], ...]
    shapes: Ints
    quotes: Ints
    places: Ints
    paragraphs: Ints
    breaks: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.pieces)

    def span(self, words: Span) -> Span:
        """The character span of a half-open range of words."""
        return Span(int(self.starts[words.start]), int(self.ends[words.end - 1]))

    def range(self, span: Span) -> Span:
        """The half-open range of words that share a character with `span`; empty when there is none."""
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        last = int(np.searchsorted(self.starts, span.end, side="left"))
        return Span(first, max(first, last))


def words_from_text(text: str, pieces_of: Callable[[str], tuple[int, ...]]) -> Words:
    """The words of `text`; `pieces_of` spells one word in vocabulary ids and never returns nothing."""
    spans = [match.span() for match in _WORD.finditer(text)]
    tokens = [text[a:b] for a, b in spans]
    starts = np.array([a for a, _ in spans], dtype=np.int32)
    ends = np.array([b for _, b in spans], dtype=np.int32)
    paragraphs, places = _paragraph_features(text, starts)
    return Words(
        starts=starts,
        ends=ends,
        pieces=tuple(pieces_of(token) for token in tokens),
        shapes=np.array([shape(token) for token in tokens], dtype=np.int32),
        quotes=_quote_features(starts, quotations(text)),
        places=places,
        paragraphs=paragraphs,
        breaks=_breaks(tokens),
    )


def shape(token: str) -> int:
    """The case of a word: 0 lower, 1 Title, 2 UPPER, 3 miXed, 4 one capital, 5 digits, 6 punctuation, 7 other.

    >>> [shape(t) for t in ("said", "Lavrov", "NATO", "iPhone", "A", "2014", ",", "東京")]
    [0, 1, 2, 3, 4, 5, 6, 7]
    """
    if not token[0].isalnum():
        return 6
    if token.isdigit():
        return 5
    if token.islower():
        return 0
    if token.isupper():
        return 2 if len(token) > 1 else 4
    if token[0].isupper() and token[1:].islower():
        return 1
    return 3 if any(c.isupper() for c in token) else 7


def _paragraph_features(text: str, starts: Ints) -> tuple[Ints, Ints]:
    """For each word the index of its paragraph, and its place: 1 begins one, 2 in a heading, 3 both."""
    spans = paragraph_spans(text)
    first = np.array([span.start for span in spans], dtype=np.int32)
    paragraphs = np.maximum(np.searchsorted(first, starts, side="right") - 1, 0).astype(np.int32)
    heading = np.array([is_heading(text, span) for span in spans], dtype=bool)
    places = np.zeros(len(starts), dtype=np.int32)
    if len(starts):
        begins = np.ones(len(starts), dtype=bool)
        begins[1:] = paragraphs[1:] != paragraphs[:-1]
        places += begins.astype(np.int32) + 2 * heading[paragraphs].astype(np.int32)
    return paragraphs, places


def _quote_features(starts: Ints, found: Sequence[Quotation]) -> Ints:
    """Where each word stands: 0 outside, 1 inside, 2 inside a nested one, 3 opening and 4 closing mark, 5 and 6
    the same for a quotation whose marks do not balance (5 its opening mark, 6 inside).
    """
    features = np.zeros(len(starts), dtype=np.int32)
    for quotation in found:
        a = int(np.searchsorted(starts, quotation.span.start, side="left"))
        b = int(np.searchsorted(starts, quotation.span.end, side="left"))
        if a >= b:
            continue
        features[a:b] = (1 if quotation.depth == 1 else 2) if quotation.is_closed else 6
        features[a] = 3 if quotation.is_closed else 5
        if quotation.is_closed and not quotation.continues:
            features[b - 1] = 4
    return features


def _breaks(tokens: Sequence[str]) -> npt.NDArray[np.bool_]:
    """After which words a sentence may end, by the marks alone; good enough for cutting long paragraphs."""
    breaks = np.zeros(len(tokens), dtype=bool)
    for i, token in enumerate(tokens):
        if token in _STOP:
            j = i
            while j + 1 < len(tokens) and tokens[j + 1] in _AFTER_STOP | _STOP:
                j += 1
            following = tokens[j + 1] if j + 1 < len(tokens) else "A"
            breaks[j] = not following[0].islower() and following not in ",;:"
    return breaks
