"""By which channel something was said, where the sentence names one outside the content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from standoff.extract.lexicon import compiled, read_lexicon
from standoff.spans import Span


def find_channel(text: str, sentence: Span, content: Sequence[Span]) -> str | None:
    """`social`, `broadcast`, `document`, `press` or `speech`, in this order; None when the sentence names none."""
    for channel, pattern in _patterns().items():
        for match in pattern.finditer(text, *sentence):
            if not any(c.start <= match.start() < c.end for c in content):
                return channel
    return None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """For each channel the pattern of the words that name it."""
    return {channel: compiled(words) for channel, words in read_lexicon("channel").items()}
