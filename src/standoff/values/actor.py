"""An actor: whom a source or a target turns out to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "government", "organisation", "bloc", "armed_group", "people", "medium", "unnamed"]

ACTOR_KINDS: tuple[ActorKind, ...] = (
    "person",
    "government",
    "organisation",
    "bloc",
    "armed_group",
    "people",
    "medium",
    "unnamed",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Actor:
    """A person, government, organisation, armed group or bloc with one identity.

    `actor_id` is stable across documents for actors of the knowledge ("gov:RUS", "person:sergey-lavrov") and starts
    with "new:" for those known from texts alone; `name` is the canonical name ("Sergey Lavrov", "Russia", "OSCE");
    `country` an ISO 3166 alpha-3 code, `None` where it is not known.
    """

    actor_id: str
    name: str
    kind: ActorKind
    country: str | None = None


UNNAMED = Actor(actor_id="unnamed", name="unnamed", kind="unnamed")
"""Somebody whom the text presents but does not name ("a senior official")."""
