"""The words of a document as copies are looked for in them, and their shingles: every n words that follow one another.

Words are compared by hashes of their keys (small letters without accents), since a copy often has other quotation
marks, hyphens and capitals. Titles, bylines and datelines are not part of it: each outlet puts its own. What it is not:
a tokenizer for the model, whose words are in encode/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from standoff.knowledge.keys import folded
from standoff.marks import quotations
from standoff.spans import Span
from standoff.values import Document

Hashes = npt.NDArray[np.uint64]
Offsets = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# An odd number with its bits well spread (the golden ratio times 2 to the 64), so that order counts in a shingle.
_ORDER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The words of a document's body, `(n_words,)` each: where they start and end, hashes of their keys, and whether
    they are the text's own or stand in quotation marks, which belong to whoever is quoted.
    """

    starts: Offsets
    ends: Offsets
    hashes: Hashes
    is_own: Flags

    def __len__(self) -> int:
        """The number of words."""
        return len(self.hashes)

    def span(self, first: int, last: int) -> Span:
        """The characters from one word to another, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))

    def words_in(self, span: Span) -> Span:
        """The half-open range of words that lie within a span of characters."""
        first, end = np.searchsorted(self.starts, span.start), np.searchsorted(self.ends, span.end, side="right")
        return Span(int(first), max(int(first), int(end)))


def body_of(document: Document) -> Body:
    """The words of a document but for its front matter.

    >>> body = body_of(Document.from_text("The Amb. said: “No.” We go."))
    >>> len(body), body.is_own.tolist()
    (6, [True, True, True, False, True, True])
    """
    text = document.text
    found = list(_WORD.finditer(text))
    starts = np.array([match.start() for match in found], dtype=np.int32)
    ends = np.array([match.end() for match in found], dtype=np.int32)
    hashes = np.array([_hash(match[0]) for match in found], dtype=np.uint64)
    kept = ~_within(starts, [front.span for front in document.front])
    is_own = ~_within(starts, [quotation.span for quotation in quotations(text) if quotation.is_closed])
    return Body(starts[kept], ends[kept], hashes[kept], is_own[kept])


def shingles(hashes: Hashes, n_words: int) -> Hashes:
    """A hash for every `n_words` that follow one another, in text order; empty in a shorter text.

    Source: w-shingling, Broder, "On the resemblance and containment of documents" (1997).

    >>> words = np.array([5, 6, 7, 5, 6], np.uint64)
    >>> pairs = shingles(words, 2)
    >>> len(pairs), bool(pairs[0] == pairs[3]), bool(pairs[0] == shingles(words[::-1], 2)[0])
    (4, True, False)
    """
    n = len(hashes) - n_words + 1
    if n < 1:
        return np.zeros(0, dtype=np.uint64)
    made = np.zeros(n, dtype=np.uint64)
    for i in range(n_words):
        made = made * _ORDER + hashes[i : i + n]  # wraps around, as it should
    return made ^ (made >> np.uint64(29))


def jaccard(first: Hashes, second: Hashes) -> float:
    """The Jaccard index of two sorted arrays without repetitions: what both have over what either has; 0 of nothing.

    Source: J(A, B) = |A ∩ B| / |A ∪ B|, called resemblance in Broder (1997).

    >>> jaccard(np.array([1, 2, 3], np.uint64), np.array([2, 3, 4], np.uint64))
    0.5
    """
    n_both = n_common(first, second)
    return n_both / max(1, len(first) + len(second) - n_both)


def n_common(first: Hashes, second: Hashes) -> int:
    """How many values two sorted arrays without repetitions have in common."""
    if not len(first) or not len(second):
        return 0
    at = np.minimum(np.searchsorted(first, second), len(first) - 1)
    return int((first[at] == second).sum())


def _within(starts: Offsets, spans: list[Span]) -> Flags:
    """Which of the words start in one of the spans."""
    inside = np.zeros(len(starts), dtype=np.bool_)
    for span in spans:
        inside[np.searchsorted(starts, span.start) : np.searchsorted(starts, span.end)] = True
    return inside


@lru_cache(maxsize=2**16)
def _hash(word: str) -> int:
    """A number of 64 bits for the key of a word, the same in every process."""
    key = folded(word).removesuffix("'s")
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")
