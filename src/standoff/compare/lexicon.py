"""Word lists of this step: sections of regular expressions in text files that anyone can read and extend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"


@lru_cache(maxsize=8)
def read_patterns(name: str) -> Mapping[str, str]:
    """The sections of a list in their order, each as one expression without groups for whole words, any capitals.

    A space in an expression stands for any white space.
    """
    sections: dict[str, list[str]] = {}
    for line in (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sections[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            sections[list(sections)[-1]].append(line.replace(" ", r"\s+"))
    return {section: rf"(?i:(?<!\w)(?:{'|'.join(lines)})(?!\w))" for section, lines in sections.items()}


def pattern(name: str, section: str) -> re.Pattern[str]:
    """One section of a list, ready to be looked for."""
    return _compiled(read_patterns(name)[section])


@lru_cache(maxsize=64)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
