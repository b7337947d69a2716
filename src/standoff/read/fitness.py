"""Whether a text can be read as an article at all: something in it, sentences, English."""

from __future__ import annotations

import re

from standoff.errors import InputError
from standoff.read.language import foreign_language

MIN_WORDS = 5
"""A speaker, a cue and a content take about five words ("No deal, the Kremlin said")."""

_HEAD_CHARS = 200_000  # a book's length: if no sentence ends in it, none will
_BLANK = " \t\n\ufeff\u200b\u200c\u200d\u2060\u00a0\ufffd"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A sentence: its last word, an end mark, and then white space or the end; in scripts without spaces the mark alone.
_SENTENCE_END = re.compile(r"[\w)%][.!?…]+[\"'”’»)\]]*(?=\s|$)|[\w%][\"'”’»)]+[.!?…]+(?=\s|$)|[。！？।؟۔]")


def check_article(text: str, path: str) -> None:
    """Nothing, when the canonical text can be read as an English article.

    Raises: InputError (`empty`, `not_an_article`, `not_english`).
    """
    if not text.strip(_BLANK):
        raise InputError(path, "empty", "there is no text in it")
    words = _WORD.findall(text[:_HEAD_CHARS])
    is_sentence = bool(_SENTENCE_END.search(text[:_HEAD_CHARS]))
    if len(words) < MIN_WORDS and not _is_unspaced(words):
        raise InputError(
            path,
            "not_an_article",
            f"too short to say who says what: {len(words)} words, at least {MIN_WORDS} are needed",
        )
    if not is_sentence:
        raise InputError(path, "not_an_article", "no sentence in it: nothing ends with . ! or ? after a word")
    language = foreign_language(text)
    if language:
        raise InputError(path, "not_english", f"the text looks {language}; only English is read so far")


def _is_unspaced(words: list[str]) -> bool:
    """Whether the words are runs of a script that writes none between them; counting them says nothing then."""
    return any(len(word) > 8 and word > "\u0e00" for word in words)
