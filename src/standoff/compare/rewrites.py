"""Sentences of one text that say again, in other words, what those of another say: how a rewrite is told from a report.

Two reporters of one event choose different things to say and say them in different orders; who rewrites goes through
the original sentence by sentence. What it is not: a finder of claims, which may stand anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from standoff.compare.order import longest_rising
from standoff.compare.shingles import Body
from standoff.spans import Span
from standoff.values import Analysis
from standoff.values.comparison import Shared
from standoff.values.reading import Floats, Halves

MIN_SENTENCE_WORDS = 5
"""Shorter sentences ("He agreed.") are like many others."""
MIN_ALIKE = 0.45
"""The least likeness of two sentences by vectors and words together. Of the sentences of the two rewrites among the
development texts (`training/data/story.jsonl`, the examples) 80 % and 81 % are then aligned, of other pairs 3 % in the
median and 17 % at most."""
MIN_ALIKE_WORDS = 0.3
"""The same by words alone, where there are no vectors: 78 % and 77 %, others at most 16 %."""

_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """The longer sentences of a document: their spans, the words of each by their hashes, their vectors.

    `vectors` is `(n_lines, dim) float16` with unit rows, `None` where the document has none.
    """

    spans: tuple[Span, ...]
    words: tuple[_Numbers, ...]
    vectors: Halves | None

    def __len__(self) -> int:
        """The number of sentences."""
        return len(self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The sentences that say the same, in the order of the second document, out of how many that could be aligned.

    `n_in_order` is the length of the longest part that stands in the same order in both.
    """

    pairs: tuple[Shared, ...]
    n_in_order: int
    n_second: int

    @property
    def share(self) -> float:
        """The share of the second document's sentences that the first has too, 0-1."""
        return len(self.pairs) / max(1, self.n_second)

    @property
    def order(self) -> float:
        """The share of the aligned sentences that keep their order, 0-1."""
        return self.n_in_order / max(1, len(self.pairs))


NONE_ALIGNED = Alignment(pairs=(), n_in_order=0, n_second=0)


def lines_of(analysis: Analysis, body: Body) -> Lines:
    """The sentences of a document that are long enough to be compared."""
    ranges = [body.words_in(sentence.span) for sentence in analysis.sentences]
    kept = tuple(i for i, words in enumerate(ranges) if words.end - words.start >= MIN_SENTENCE_WORDS)
    words = tuple(np.unique(body.hashes[ranges[i].start : ranges[i].end]).view(np.int64) for i in kept)
    rows = analysis.sentence_vectors
    has_rows = rows is not None and len(rows) == len(analysis.sentences)
    spans = tuple(analysis.sentences[i].span for i in kept)
    return Lines(spans, words, rows[list(kept)] if rows is not None and has_rows else None)


def align(first: Lines, second: Lines) -> Alignment:
    """The pairs of sentences that are one another's nearest and alike enough; each sentence is in one pair at most.

    Likeness is the mean of the cosine of the sentence vectors and of the cosine of the words weighted by how few
    sentences of the two documents have them; where there are no vectors, the latter alone.

    Source: mutual nearest neighbours, as in mining bitexts (Artetxe and Schwenk 2019, without their margin); words by
    inverse sentence frequency, Neto et al. 2000.
    """
    if not len(first) or not len(second):
        return NONE_ALIGNED
    likeness, threshold = _likeness(first, second)
    nearest, nearest_back = likeness.argmax(axis=0), likeness.argmax(axis=1)
    pairs = [(int(i), j) for j, i in enumerate(nearest) if nearest_back[i] == j and likeness[i, j] >= threshold]
    return Alignment(
        pairs=tuple(
            Shared(first=first.spans[i], second=second.spans[j], score=_score(likeness[i, j])) for i, j in pairs
        ),
        n_in_order=longest_rising([i for i, _ in pairs]),
        n_second=len(second),
    )


def _likeness(first: Lines, second: Lines) -> tuple[Floats, float]:
    """How alike all sentences of two documents are, `(n_first, n_second)`, and the least that counts."""
    by_words = word_likeness(first, second)
    if first.vectors is None or second.vectors is None:
        return by_words, MIN_ALIKE_WORDS
    by_vectors = first.vectors.astype(np.float32) @ second.vectors.astype(np.float32).T
    return np.asarray((by_words + by_vectors) / 2, dtype=np.float32), MIN_ALIKE


def word_likeness(first: Lines, second: Lines) -> Floats:
    """The cosines `(n_first, n_second) float32` of the sentences' words, each weighted by log((n + 1) / n with it)."""
    rows = (*first.words, *second.words)
    words, columns, counts = np.unique(np.concatenate(rows), return_inverse=True, return_counts=True)
    weights = np.log((len(rows) + 1) / counts).astype(np.float32)
    starts = np.cumsum([0, *(len(row) for row in rows)])
    lengths = np.sqrt(np.add.reduceat(weights[columns] ** 2, starts[:-1]))
    row_of = np.repeat(np.arange(len(rows)), np.diff(starts))
    # Words that only one document has are in the lengths, and add nothing to a product.
    in_first = np.bincount(columns[: starts[len(first)]], minlength=len(words))
    is_common = (in_first > 0) & (in_first < counts)
    row_of, columns = row_of[is_common[columns]], columns[is_common[columns]]
    matrix = np.zeros((len(rows), int(is_common.sum())), dtype=np.float32)
    matrix[row_of, (np.cumsum(is_common) - 1)[columns]] = weights[columns] / np.maximum(lengths, 1e-9)[row_of]
    return np.asarray(matrix[: len(first)] @ matrix[len(first) :].T, dtype=np.float32)


def _score(likeness: float) -> float:
    return min(1.0, max(0.0, round(float(likeness), 4)))
