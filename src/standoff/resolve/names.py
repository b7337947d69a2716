"""The names in a document: those the encoder found, and those the knowledge has, each once, in text order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from standoff.knowledge import Knowledge
from standoff.resolve.found_names import MIN_SCORE, found_names
from standoff.resolve.known_names import known_names
from standoff.resolve.named import Named
from standoff.spans import Span
from standoff.values.document import Document
from standoff.values.mention import Mention
from standoff.values.reading import Reading

_ASIDE = frozenset(("byline", "publisher", "views", "date"))


@dataclass(frozen=True, eq=False)
class Names:
    """A text with its words and the names in it, both in text order; no two names share a character."""

    text: str
    words: tuple[Span, ...]
    all: tuple[Named, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [named.span.start for named in self.all]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def within(self, span: Span) -> tuple[Named, ...]:
        """The names that lie wholly inside `span`."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(named for named in self.all[first:last] if named.span.end <= span.end)

    def touching(self, span: Span) -> tuple[Named, ...]:
        """The names that share a character with `span`."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return tuple(named for named in self.all[first:last] if named.span.overlaps(span))

    def words_in(self, span: Span) -> tuple[Span, ...]:
        """The words that begin inside `span`."""
        return self.words[bisect_left(self._word_starts, span.start) : bisect_left(self._word_starts, span.end)]

    def words_before(self, at: int, count: int) -> tuple[Span, ...]:
        """The last `count` words that begin before the offset `at`."""
        end = bisect_left(self._word_starts, at)
        return self.words[max(0, end - count) : end]

    def words_after(self, at: int, count: int) -> tuple[Span, ...]:
        """The first `count` words that begin at the offset `at` or behind it."""
        start = bisect_left(self._word_starts, at)
        return self.words[start : start + count]


def names_in_text(document: Document, reading: Reading, known: Knowledge) -> Names:
    """All names of a document; where a known name and one that the encoder found share words, the longer one stays.

    The byline and the publisher's own line name nobody whom the article is about.
    """
    text = document.text
    both = [*known_names(text, reading.words, known), *found_names(text, reading.mentions, known)]
    ranked = sorted(both, key=lambda n: (-_length(n), not n.namings, n.span))
    kept: list[Named] = []
    taken: set[int] = set()
    aside = [f.span for f in document.front if f.kind in _ASIDE]
    for named in ranked:
        if any(named.span.overlaps(span) for span in aside):
            continue
        chars = range(named.span.start, named.span.end)
        if taken.isdisjoint(chars):
            kept.append(named)
            taken.update(chars)
    return Names(text=text, words=reading.words, all=tuple(sorted(kept, key=lambda n: n.span)))


def mentions_in_text(document: Document, reading: Reading, known: Knowledge) -> tuple[Mention, ...]:
    """The names of a document as resolving takes them, the encoder's and the knowledge's together; a score of 1 marks
    those that the knowledge has.
    """
    scores = {m.span: m.score for m in reading.mentions}
    return tuple(
        Mention(span=n.span, kind=n.kind, score=1.0 if n.namings else scores.get(n.span, MIN_SCORE))
        for n in names_in_text(document, reading, known).all
    )


def _length(named: Named) -> int:
    return named.span.end - named.span.start
