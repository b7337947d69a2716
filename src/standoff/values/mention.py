"""Mentions: the names in a text, and the words that may stand for somebody named elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from standoff.spans import Span

MentionKind = Literal["person", "organisation", "place", "nationality", "other"]

MENTION_KINDS: tuple[MentionKind, ...] = ("person", "organisation", "place", "nationality", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as written, without a title before it; `score` is the mean probability of its words' tags, 0-1."""

    span: Span
    kind: MentionKind
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a pronoun or a description may stand for: mentions before and near it with probabilities.

    `candidates` are spans of names, descriptions and pronouns, best first; the probabilities `scores` add up to one
    with that of none of them, `nobody`.
    """

    span: Span
    candidates: tuple[Span, ...]
    scores: tuple[float, ...]
    nobody: float
