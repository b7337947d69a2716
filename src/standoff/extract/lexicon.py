"""Word lists of this step: sections of regular expressions in text files that anyone can read and extend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"


@lru_cache(maxsize=8)
def read_lexicon(name: str) -> Mapping[str, tuple[str, ...]]:
    """The sections of a word list in their order, each with its expressions; white space there fits any."""
    sections: dict[str, list[str]] = {}
    for line in (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sections[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            sections[list(sections)[-1]].append(line.replace(" ", r"\s"))
    return {section: tuple(lines) for section, lines in sections.items()}


def compiled(expressions: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern that finds any of the expressions as whole words, or as endings that begin with an apostrophe."""
    return re.compile(rf"(?:(?<!\w)|(?=[’']))(?:{'|'.join(expressions)})(?!\w)", re.IGNORECASE)
