"""Which statement stands inside which: the parent is the smallest content that holds another statement's cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standoff.spans import Span
from standoff.values.statement import Statement


@dataclass(frozen=True, slots=True, order=True)
class _Held:
    """A piece of a statement's content, with the size of the whole content."""

    start: int
    end: int
    size: int
    statement_id: str


def with_parents(statements: Sequence[Statement]) -> list[Statement]:
    """The statements in the same order, each with its parent; None for those that stand on their own."""
    parents = dict(_iter_parents(statements))
    return [replace(s, parent_id=parents.get(s.statement_id)) for s in statements]


def _iter_parents(statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """Pairs of a nested statement and its parent, found in one sweep over the text."""
    sizes = {s.statement_id: sum(c.end - c.start for c in s.content) for s in statements}
    pieces = sorted(_Held(c.start, c.end, sizes[s.statement_id], s.statement_id) for s in statements for c in s.content)
    hooks = sorted((hook, s.statement_id) for s in statements if (hook := _hook(s)))
    open_pieces: list[_Held] = []
    at = 0
    for hook, own in hooks:
        while at < len(pieces) and pieces[at].start <= hook.start:
            open_pieces.append(pieces[at])
            at += 1
        open_pieces = [p for p in open_pieces if p.end > hook.start]
        holders = [p for p in open_pieces if p.end >= hook.end and p.size > sizes[own] and p.statement_id != own]
        if holders:
            yield own, min(holders, key=lambda p: (p.size, p.statement_id)).statement_id


def _hook(statement: Statement) -> Span | None:
    """By what a statement hangs in another: its cue, else its source, else where its content begins."""
    first = statement.content[0] if statement.content else None
    return statement.cue or statement.source or first
