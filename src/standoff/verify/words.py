"""The words that are compared, and the declared normalisation: all that may differ in a verbatim quotation.

Declared, and nothing else: the kind of a quotation mark, an apostrophe or a dash; white space; "..." for "…"; and, at
the two ends of the quotation alone, where it meets the article's own sentence, the capital of the first letter and the
marks before the first and behind the last word. Words left out, bracketed in or moved are never normalised away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from standoff.spans import Span

# A number with its separators, a word with its apostrophes, a sign that is read aloud, or the dots for words left out.
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ‘][^\W\d_]+)*|\w+|[%$€£+=&]")
_DOUBLE = re.compile("[\"“”„‟«»＂‘’‚‛‹›'`´]|``|''")
_DASH = re.compile("[-‐‑‒–—―−]+")
_DOTS = re.compile(r"\.(?:\s*\.){2,}")
_SPACE = re.compile(r"\s+")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its span, the form that is compared, and how it is written."""

    span: Span
    form: str
    written: str


def words_of(text: str, span: Span) -> list[Word]:
    """The words of a part of a text, in order.

    >>> [word.form for word in words_of("It’s 2,000 rules-based – no?", Span(0, 28))]
    ["it's", '2,000', 'rules', 'based', 'no']
    """
    found = []
    for match in WORD.finditer(text, *span):
        written = as_compared(match[0])
        found.append(Word(Span(*match.span()), written.lower(), written))
    return found


def as_compared(written: str) -> str:
    """A word with one kind of apostrophe."""
    return written.translate(_APOSTROPHES)


def marks_between(text: str) -> str:
    """What stands between two words, in the declared normal form.

    >>> marks_between(" — “"), marks_between(", ..."), marks_between("  ")
    ('-"', ',…', '')
    """
    normal = _DOTS.sub("…", _DOUBLE.sub('"', text))
    return _SPACE.sub("", _DASH.sub("-", normal))
