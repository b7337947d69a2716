"""How words are spelled in the vocabulary of the encoder. The only file that imports tokenizers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from standoff.errors import ModelError

PAD, UNKNOWN, BEGIN, END = 0, 100, 101, 102
# News repeats its words: this many hold the working vocabulary of some thousand articles.
_CACHED_WORDS = 200_000
_WORD = re.compile(r"\w+|[^\w\s]")

Speller = Callable[[str], tuple[int, ...]]
"""The vocabulary ids of one word."""


def speller_from_file(path: Path) -> Speller:
    """A function that spells one word in vocabulary ids; a word that cannot be spelled is one unknown piece.

    The file's own settings to truncate and pad are switched off: nothing may be lost.

    Raises: FileNotFoundError when the file is absent, ModelError when it is damaged.
    """
    if not path.exists():
        raise FileNotFoundError(path.name)
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as err:  # the library raises nothing more precise
        raise ModelError(f"{path}: damaged ({err}); reinstall standoff or run `make model`") from err
    tokenizer.no_truncation()
    tokenizer.no_padding()

    @lru_cache(maxsize=_CACHED_WORDS)
    def pieces_of(word: str) -> tuple[int, ...]:
        return tuple(tokenizer.encode(word, add_special_tokens=False).ids) or (UNKNOWN,)

    return pieces_of


def words_spelled(text: str) -> list[str]:
    """The words and marks of a text, as the graphs that read single sentences have them.

    >>> words_spelled("He said: “No.”")
    ['He', 'said', ':', '“', 'No', '.', '”']
    """
    return _WORD.findall(text)
