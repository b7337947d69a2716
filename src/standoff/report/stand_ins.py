"""Whom a pronoun or a description stands for, in the few letters that a table has room for: "he", Lavrov."""

from __future__ import annotations

from collections.abc import Mapping

from standoff.knowledge import key
from standoff.knowledge.surnames import surname_keys
from standoff.report.actors import is_named_in, sources_of
from standoff.values import Actor, Analysis


def stand_ins(analysis: Analysis) -> Mapping[str, str]:
    """By statement id, the short names of those whom the words of its source do not name."""
    names = {a.actor.actor_id: a.spans for a in analysis.appearances}
    resolutions = {r.statement_id: r for r in analysis.resolutions}
    found = {}
    for statement in analysis.statements:
        resolution = resolutions.get(statement.statement_id)
        actors = sources_of(resolution) if resolution else ()
        hidden = [a for a in actors if not is_named_in(statement.source, names.get(a.actor_id, ()))]
        if hidden:
            found[statement.statement_id] = " + ".join(map(short_name, hidden))
    return found


def short_name(actor: Actor) -> str:
    """A person's surname with its particles, any other actor's whole name.

    >>> von, xi = Actor(actor_id="a", name="Ursula von der Leyen", kind="person"), "Xi Jinping"
    >>> short_name(von), short_name(Actor(actor_id="b", name=xi, kind="person", country="CHN"))
    ('von der Leyen', 'Xi')
    """
    words = actor.name.split()
    if actor.kind != "person" or len(words) < 2:
        return actor.name
    if surname_keys(actor.name, actor.country) == (key(words[0]),):
        return words[0]
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[first:])
