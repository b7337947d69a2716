"""A text with the names that people marked in it, whatever corpus it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.spans import Span
from standoff.values import MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldName:
    """A marked name; of one of `kinds`, where the corpus leaves it open which."""

    span: Span
    kinds: tuple[MentionKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """A text and its names in text order; `unmarked` are the kinds of name that its corpus never marks."""

    name: str
    text: str
    names: tuple[GoldName, ...]
    unmarked: tuple[MentionKind, ...] = ()
