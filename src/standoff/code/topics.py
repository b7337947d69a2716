"""What the words of a statement are about, as far as it tells one code of PLOVER and CAMEO from another.

Topics are looked for only when a code asks for one: most statements need a few of the many patterns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from standoff.code.lexicon import WORDS

# Five words lie between a verb and its object in "release all of the remaining civilian prisoners", rarely more.
_GAP = r" (?:\S+ ){0,5}?"


class Words:
    """The words of a statement or relation, asked for topics; an answer is worked out once."""

    def __init__(self, text: str) -> None:
        self._text = " ".join(text.split())
        self._known: dict[str, bool] = {}

    def has(self, topic: str) -> bool:
        """Whether the words are about the topic.

        >>> Words("to withdraw all its remaining troops").has("retreat")
        True
        """
        if topic not in self._known:
            self._known[topic] = _pattern(topic).search(self._text) is not None
        return self._known[topic]

    def has_all(self, topics: tuple[str, ...]) -> bool:
        """Whether the words are about each of the topics; so they are when there is none."""
        return all(self.has(topic) for topic in topics)


def topics_in_order() -> tuple[str, ...]:
    """The topics as they stand in the list: an earlier one wins over a later one."""
    return tuple(_expressions())


@cache  # one by one, since a text asks for a few of them
def _pattern(topic: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_expressions()[topic])})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _expressions() -> Mapping[str, tuple[str, ...]]:
    """The expressions of each topic, in the order of the list."""
    sections: dict[str, list[str]] = {}
    for line in (WORDS / "events.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sections[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            sections[list(sections)[-1]].append(line.replace(" ... ", _GAP))
    return {topic: tuple(lines) for topic, lines in sections.items()}
