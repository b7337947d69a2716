"""The names in a row of word tags: runs of words whose likeliest tags form a name, each with its likeliest kind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from standoff.spans import Span
from standoff.values.mention import MENTION_KINDS, MentionKind
from standoff.values.reading import Floats

_N_KINDS = len(MENTION_KINDS)


@dataclass(frozen=True, slots=True)
class FoundName:
    """The words of a name, its kind and the mean probability that each is of it."""

    words: Span
    kind: MentionKind
    score: float


def find_names(tags: Floats) -> list[FoundName]:
    """The names in order; `tags` `(n_words, 21) float32` log-probabilities in the order of NAME_TAGS.

    A name begins where the tags say so or where words outside names end; its kind is that with most probability
    over all its words, so that a name is never torn because one word of it looks like another kind.
    """
    if not len(tags):
        return []
    probabilities = np.exp(tags)
    # (n_words, kind, part of B I E S)
    parts = probabilities[:, 1:].reshape(len(tags), _N_KINDS, 4)
    is_name = probabilities[:, 0] < 0.5
    by_part = parts.sum(axis=1)
    begins = (by_part[:, 0] + by_part[:, 3]) > (by_part[:, 1] + by_part[:, 2])
    found: list[FoundName] = []
    start: int | None = None
    for i in range(len(tags) + 1):
        is_inside = i < len(tags) and bool(is_name[i])
        if start is not None and (not is_inside or begins[i]):
            found.append(_name(parts, Span(start, i)))
            start = None
        if is_inside and start is None:
            start = i
    return found


def _name(parts: Floats, words: Span) -> FoundName:
    by_kind = parts[words.start : words.end].sum(axis=(0, 2))
    best = int(by_kind.argmax())
    return FoundName(words, MENTION_KINDS[best], float(by_kind[best]) / (words.end - words.start))
