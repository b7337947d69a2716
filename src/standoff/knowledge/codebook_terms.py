"""The notation of terms: what may stand at each word of a phrase.

sanction              sanction, sanctions, sanction's, in any case
sanction*             any ending
pull*|withdr*         one of these
withdraw* .. troops   up to four words between
resolution <number>   a number
NATO, Minsk           words with capitals keep them
"""

from __future__ import annotations

import re
from itertools import pairwise
from math import prod
from typing import TypeAlias

GAP = ".."
NUMBER = "<number>"

Words: TypeAlias = tuple[tuple[str, ...], ...]
"""For each word of a phrase what may stand there: words, beginnings with "*", `(NUMBER,)` or `(GAP,)`."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*\*?")
_MIN_START_CHARS = 3
_MAX_WORDS = 10
_MAX_PHRASES = 1000


def words_from_term(term: str) -> Words:
    """What may stand at each word of the term; a hyphen parts words as a space does.

    >>> words_from_term("pull*|withdr* .. peace-keepers")
    (('pull*', 'withdr*'), ('..',), ('peace',), ('keepers',))

    Raises: ValueError with what is wrong and what is allowed.
    """
    words = tuple(_place(word) for word in _parted(term.replace("’", "'")))
    if not words:
        raise ValueError("is empty; write a word or phrase")
    if len(words) > _MAX_WORDS:
        raise ValueError(f"has {len(words)} words; at most {_MAX_WORDS} are allowed")
    if (GAP,) in (words[0], words[-1]) or any(pair == ((GAP,), (GAP,)) for pair in pairwise(words)):
        raise ValueError(f"has {GAP!r} at its edge, or twice; it stands between two words")
    if prod(map(len, words)) > _MAX_PHRASES:
        raise ValueError(f"stands for {prod(map(len, words))} phrases; at most {_MAX_PHRASES} are allowed; part it")
    return words


def _parted(term: str) -> list[str]:
    return [part for word in term.split() for part in ([word] if "|" in word else word.replace("-", " ").split())]


def _place(word: str) -> tuple[str, ...]:
    """Raises: ValueError when the word is not in the notation."""
    if word in (GAP, NUMBER):
        return (word,)
    choices = tuple(word.split("|"))
    for choice in choices:
        if not _WORD.fullmatch(choice):
            raise ValueError(f"holds {choice!r}, which is no word; write letters, * at an end, a|b, {GAP} or {NUMBER}")
        if choice.endswith("*") and len(choice) <= _MIN_START_CHARS:
            raise ValueError(f"holds {choice!r}; at least {_MIN_START_CHARS} letters stand before *")
    return choices
