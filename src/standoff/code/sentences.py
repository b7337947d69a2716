"""The words of a content by sentence, each with the punctuation before it, over interruptions by the cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.spans import Span

# "n't" and what is shortened after an apostrophe are words of their own; hyphens hold a word together.
_WORD = re.compile(
    r"[^\W\d_]+?(?=n[’']t\b)|n[’']t\b|[’'](?:ll|re|ve|m|d|s)\b|[^\W_]+(?:[.,]\d+|-[^\W_]+)*|%", re.IGNORECASE
)
CUT = "‖"
"""Stands among the signs before a word where the content is interrupted."""

PART = re.compile(rf"[,;:–—(){CUT}]|--| - ")
"""What parts a sentence, among the signs before a word."""

_STOP = re.compile(r"[.!?…]|\n\s*\n")
_ABBREVIATED = frozenset("mr mrs ms dr gen col lt sgt sen rep gov st vs jan feb aug sept oct nov dec no".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its span, its form in small letters with straight apostrophes, and the signs since the word before."""

    span: Span
    form: str
    before: str
    is_capital: bool


def sentences_in(text: str, content: Sequence[Span]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence of the content, which goes on over its interruptions.

    >>> [[word.form for word in s] for s in sentences_in("We won't go. Not now.", [Span(0, 21)])]
    [['we', 'wo', "n't", 'go'], ['not', 'now']]
    """
    sentences: list[list[Word]] = [[]]
    for word in _words(text, content):
        if sentences[-1] and _begins_sentence(word, sentences[-1][-1]):
            sentences.append([])
        sentences[-1].append(word)
    return tuple(tuple(s) for s in sentences if s)


def _words(text: str, content: Sequence[Span]) -> list[Word]:
    words: list[Word] = []
    before = ""
    for piece in sorted(content):
        at = piece.start
        for match in _WORD.finditer(text, *piece):
            before += text[at : match.start()]
            form = match[0].lower().replace("’", "'")
            words.append(Word(Span(*match.span()), form, before, match[0][0].isupper()))
            at, before = match.end(), ""
        before += f"{text[at : piece.end]} {CUT} "
    return words


def _begins_sentence(word: Word, last: Word) -> bool:
    """Whether a stop parts the two words, and it is no point of an abbreviation."""
    if not (_STOP.search(word.before) and (word.is_capital or "\n" in word.before or word.form.isdigit())):
        return False
    is_short = len(last.form) == 1 and last.form.isalpha() and last.form != "i"
    return not (word.before.strip() == "." and (is_short or last.form in _ABBREVIATED))
