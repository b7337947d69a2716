"""For whom each source of a statement speaks: the state or organisation that its words are counted with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from standoff.report.actors import sources_of
from standoff.values import UNNAMED, Actor, Resolution


def usual_sides(resolutions: Iterable[Resolution]) -> Mapping[str, Actor]:
    """By the id of a person, for whom they speak most often: a joint source says it only of the first one."""
    counts: dict[str, Counter[Actor]] = defaultdict(Counter)
    for resolution in resolutions:
        if resolution.actor is not None and resolution.on_behalf_of is not None:
            counts[resolution.actor.actor_id][resolution.on_behalf_of] += 1
    return {actor_id: min(some, key=lambda a: (-some[a], a.actor_id)) for actor_id, some in counts.items()}


def sides_of(resolution: Resolution, usual: Mapping[str, Actor]) -> Mapping[Actor, Actor | None]:
    """Each known source of the statement with its side, `None` when it speaks for nobody known.

    Somebody without a name is among them only when a side is known.
    """
    behalf = resolution.on_behalf_of
    sides: dict[Actor, Actor | None] = {}
    if resolution.actor == UNNAMED and behalf is not None:
        sides[UNNAMED] = behalf
    for actor in sources_of(resolution):
        own = behalf if actor == resolution.actor else usual.get(actor.actor_id)
        sides[actor] = own or (None if actor.kind == "person" else actor)
    return sides


def speakers_of(resolution: Resolution, same: Mapping[str, Actor]) -> tuple[Actor, ...]:
    """Who the source is, also somebody without a name; nobody when the text does not settle it.

    `same` says by id who turned out to be another actor.
    """
    found = dict.fromkeys(same.get(actor.actor_id, actor) for actor in sources_of(resolution))
    return tuple(found) or ((UNNAMED,) if resolution.actor == UNNAMED else ())
