"""Word lists of this step: sections of words or regular expressions in text files that anyone can read and extend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"


@lru_cache(maxsize=8)
def read_words(name: str) -> Mapping[str, frozenset[str]]:
    """The sections of a list of plain words, each with its words in small letters."""
    return {section: frozenset(" ".join(lines).split()) for section, lines in _sections(name).items()}


@lru_cache(maxsize=8)
def read_patterns(name: str) -> Mapping[str, re.Pattern[str]]:
    """The sections of a list of regular expressions in their order, each as one pattern for whole words.

    A space in an expression stands for any white space; one that ends in a space goes on to the next word.
    """
    return {section: _compiled(lines) for section, lines in _sections(name).items()}


def _compiled(expressions: list[str]) -> re.Pattern[str]:
    any_of = "|".join(expression.replace(" ", r"\s+") for expression in expressions)
    return re.compile(rf"(?<!\w)(?:{any_of})(?:(?!\w)|(?<=\s))", re.IGNORECASE)


def _sections(name: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sections[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            sections[list(sections)[-1]].append(line)
    return sections
