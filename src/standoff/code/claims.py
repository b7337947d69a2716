"""The claims of a content: its sentences by clauses, and the one of them that carries its main claim.

What stands before a claim and only leads to it ("I think", "it is clear that") is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from standoff.code.clauses import Clauses
from standoff.code.lexicon import read_patterns
from standoff.code.scan import scanned
from standoff.code.sentences import Word, sentences_in
from standoff.spans import Span


def clauses_in(text: str, content: Sequence[Span]) -> tuple[Clauses, ...]:
    """The clauses of each sentence of the content."""
    return _clauses(text, tuple(content))


# Polarity, modality and certainty ask for the same content one after the other.
@lru_cache(maxsize=4)
def _clauses(text: str, content: tuple[Span, ...]) -> tuple[Clauses, ...]:
    return tuple(scanned(words, _lead(text, words)) for words in sentences_in(text, content))


def main_sentence(sentences: Sequence[Clauses]) -> Clauses | None:
    """The sentence that carries the content's claim: the first one with a verb, else the first."""
    return next((s for s in sentences if s.has_verb), sentences[0] if sentences else None)


def _lead(text: str, words: Sequence[Word]) -> int:
    """How many words only lead to the claim ("I think that", "there is no doubt that")."""
    at, end = 0, words[-1].span.end
    while at < len(words):
        match = _leads().match(text, words[at].span.start, end)
        if not match:
            break
        at = next((i for i, word in enumerate(words) if word.span.start >= match.end()), len(words))
    return at if at < len(words) else 0


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    return read_patterns("leads")["leads"]
