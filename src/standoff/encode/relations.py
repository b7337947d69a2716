"""What one marked actor does to another: the sentence as the fourth graph reads it, with signs around the two.

The signs are single characters that the vocabulary has and news do not use.
Source: entity markers with their start states, Baldini Soares et al. (ACL 2019), variant (f).
"""

from __future__ import annotations

from dataclasses import dataclass

from standoff.encode.vocabulary import BEGIN, END, Speller, words_spelled
from standoff.spans import Span

SIGNS = ("†", "‡")
"""Around the source and around the target."""

MAX_PIECES = 160
"""Longer sentences are read up to here; of the public training sentences none is longer."""


@dataclass(frozen=True, slots=True)
class RelationPieces:
    """The word pieces of a sentence with signs, and where the first sign of source and of target stand among them."""

    pieces: list[int]
    source: int
    target: int


def signed_text(sentence: str, source: Span, target: Span) -> str:
    """The sentence with signs set around two of its spans, which may lie inside one another.

    >>> signed_text("Ilvania sued Ostmark.", Span(0, 7), Span(13, 20))
    '† Ilvania † sued ‡ Ostmark ‡.'
    """
    marks = [(span.start, 1, sign + " ") for span, sign in zip((source, target), SIGNS, strict=True)]
    marks += [(span.end, 0, " " + sign) for span, sign in zip((source, target), SIGNS, strict=True)]
    parts, at = [], 0
    for place, _, sign in sorted(marks):
        parts += [sentence[at:place], sign]
        at = place
    return "".join([*parts, sentence[at:]])


def relation_pieces(sentence: str, source: Span, target: Span, pieces_of: Speller) -> RelationPieces | None:
    """What the graph reads; `None` when a sign lies behind MAX_PIECES."""
    found: dict[str, int] = {}
    pieces = [BEGIN]
    for word in words_spelled(signed_text(_without_signs(sentence), source, target)):
        if word in SIGNS:
            found.setdefault(word, len(pieces))
        pieces += pieces_of(word)
    if max(found[sign] for sign in SIGNS) >= MAX_PIECES:
        return None
    return RelationPieces([*pieces[:MAX_PIECES], END], *(found[sign] for sign in SIGNS))


def _without_signs(sentence: str) -> str:
    """The sentence, at the same length, with any sign of its own made a star."""
    return sentence.translate({ord(sign): "*" for sign in SIGNS})
