"""A marked statement: the three spans that every annotation of attributions has, whoever made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from standoff.evaluate.spans import overlap
from standoff.spans import Span

ROLES: tuple[str, ...] = ("source", "cue", "content")


class Attribution(Protocol):
    """What a predicted `Statement` and a `GoldStatement` have in common."""

    @property
    def source(self) -> Span | None:
        """Who speaks."""
        ...

    @property
    def cue(self) -> Span | None:
        """The words that say that it was expressed."""
        ...

    @property
    def content(self) -> tuple[Span, ...]:
        """What is said."""
        ...


@dataclass(frozen=True, slots=True)
class Marked:
    """Who, by what words, what: each in as many pieces as the annotation has, none where it is not marked."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def role(self, name: str) -> tuple[Span, ...]:
        """The pieces of one of `ROLES`."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]

    def key(self) -> tuple[Span, ...]:
        """What a statement is known by: its content, or its cue where there is none."""
        return self.content or self.cue


def marked(statement: Attribution) -> Marked:
    """The spans of a statement."""
    source = (statement.source,) if statement.source else ()
    cue = (statement.cue,) if statement.cue else ()
    return Marked(source=source, cue=cue, content=tuple(statement.content))


def closeness(one: Marked, other: Marked) -> float:
    """How well cue and source agree: the sum of both overlaps, 0-2."""
    return overlap(one.cue, other.cue) + overlap(one.source, other.source)


def outermost(statements: Sequence[Marked]) -> tuple[Marked, ...]:
    """The statements whose cue does not begin inside another one's longer content.

    For comparison with a flat corpus such as PolNeAR, which has no nested attributions.
    """
    return tuple(s for s in statements if not s.cue or not any(_is_inside(s, o) for o in statements if o is not s))


def _is_inside(statement: Marked, other: Marked) -> bool:
    """Whether the cue begins inside the other one's content, and that content is the longer one."""
    longer = _n_marked(other) > _n_marked(statement)
    return longer and any(span.start <= statement.cue[0].start < span.end for span in other.content)


def _n_marked(statement: Marked) -> int:
    return sum(span.end - span.start for span in statement.content)
