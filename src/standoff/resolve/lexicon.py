"""Word lists of this step: what kind of thing a noun names, and how ministries are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"


@lru_cache(maxsize=1)
def nouns() -> Mapping[str, frozenset[str]]:
    """The sections of the list of nouns, each with its words in small letters."""
    return _sections("nouns")


@lru_cache(maxsize=1)
def stances() -> Mapping[str, frozenset[str]]:
    """The sections of the list of words that turn toward somebody."""
    return _sections("stances")


def _sections(name: str) -> Mapping[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in _lines(name):
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), set())
        else:
            section.add(line)
    return {name: frozenset(words) for name, words in sections.items()}


@lru_cache(maxsize=1)
def ministries() -> Mapping[str, str]:
    """What a ministry deals with, as news write it, to how it is called: "defense" to "Defence"."""
    return dict(line.split(" = ") for line in _lines("ministries"))


@lru_cache(maxsize=1)
def portfolios() -> frozenset[str]:
    """What ministries deal with, in small letters: words that name no body by themselves."""
    return frozenset(words.lower() for pair in ministries().items() for words in pair)


def _lines(name: str) -> list[str]:
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
