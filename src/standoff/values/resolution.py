"""A resolution: who a statement's source and targets are, and whom the source speaks for."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.spans import Span
from standoff.values.actor import Actor
from standoff.values.statement import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The actors of one statement; `None` and empty mean that the text does not settle it.

    `actor` is UNNAMED for somebody presented without a name; `co_actors` are the further actors of a joint source;
    `on_behalf_of` the state or organisation that the actor speaks for; `steps` say why.
    """

    statement_id: str
    actor: Actor | None = None
    co_actors: tuple[Actor, ...] = ()
    on_behalf_of: Actor | None = None
    target_actors: tuple[Actor, ...] = ()
    addressee_actors: tuple[Actor, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One actor in one document: every span that names it, in order, and the offices it is given.

    `offices` are those that the text gives or that the knowledge has for the document's date.
    """

    actor: Actor
    spans: tuple[Span, ...]
    offices: tuple[str, ...] = ()
