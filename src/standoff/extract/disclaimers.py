"""Disclaimers: sentences by which a document speaks of all its attributions at once.

"While transcripts are not available, we can infer ..." changes no single statement, but it is the first thing that
a reader should know. Found by the expressions in words/disclaimers.txt; precision before recall.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from standoff.extract.lexicon import compiled, read_lexicon
from standoff.spans import Span

_SHORT = {
    "…": r"\b[^.]{0,200}\b",
    "SPEECH": r"(?:statements?|remarks?|comments?|quotes?|quotations?|exchanges?|speech(?:es)?|words|dialogue|"
    r"conversations?|positions?|transcripts?|interview|what\s(?:was|were|is|they|he|she)\b[^.]{0,30}\ssaid)",
    "TEXT": r"(?:this|the\sfollowing|our)\s(?:article|post|text|summary|account|report|piece|story)",
}


def find_disclaimers(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that speak of how the document came by all that it attributes, in order.

    >>> find_disclaimers("This interview has been edited for clarity.", [Span(0, 43)])
    (Span(start=0, end=43),)
    """
    return tuple(sentence for sentence in sentences if _pattern().search(text, *sentence))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """One pattern of all expressions, their short forms written out."""
    expressions = [line for lines in read_lexicon("disclaimers").values() for line in lines]
    for short, long in _SHORT.items():
        expressions = [line.replace(short, long) for line in expressions]
    return compiled(tuple(expressions))
