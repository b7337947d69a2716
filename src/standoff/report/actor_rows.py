"""The actors of some documents as rows of an actors file: to edit, and to hand back with `--actors`.

A row handed back as it is changes nothing of what was known before. So an actor that is known already stands with its
id; offices and dates are left for whoever knows them, since a term without dates would push out the known holder; and
who is called by a bare surname only is left out, since all who bear it would become one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from standoff.knowledge import key
from standoff.knowledge.keys import slug
from standoff.knowledge.surnames import surname_keys
from standoff.report.actor_lines import ActorLine, ActorList

COLUMNS = ("name", "kind", "country", "others", "parent", "office", "since", "until")
"""The columns of docs/actors_file.md."""

NO_FULL_NAME = "known by a surname only"
SAME_NAME = "named as another actor in the list"
UNFIT = "an odd name"


class LeftOut(NamedTuple):
    """An actor that got no row, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRows:
    """Cells in the order of `COLUMNS`, and those who got no row."""

    rows: tuple[tuple[str, ...], ...]
    left_out: tuple[LeftOut, ...]


def actor_rows(listed: ActorList) -> ActorRows:
    """The rows of all actors for whom one is safe, in the order of the list."""
    rows: list[tuple[str, ...]] = []
    left_out: list[LeftOut] = []
    taken = {slug(line.actor.name) for line in listed.lines if not _is_new(line)}
    ids = {line.actor.actor_id for line in listed.lines if _refused(line, taken) is None}
    for line in listed.lines:
        reason = _refused(line, taken)
        if reason is None:
            taken.add(slug(line.actor.name))
            rows.append(_row(line, ids))
        else:
            left_out.append(LeftOut(line.actor.name, reason))
    return ActorRows(rows=tuple(rows), left_out=tuple(left_out))


def _refused(line: ActorLine, taken: Collection[str]) -> str | None:
    """Why this actor gets no row, `None` when it does."""
    name = line.actor.name
    if not _is_new(line):
        return None
    if not slug(name) or "|" in name:
        return UNFIT
    if line.actor.kind == "person" and " " not in name:
        return NO_FULL_NAME
    return SAME_NAME if slug(name) in taken else None


def _row(line: ActorLine, ids: Collection[str]) -> tuple[str, ...]:
    actor = line.actor
    country = actor.country or ""
    if not _is_new(line):
        # The name beside the id is only for people: it is among the known ones already.
        return (actor.actor_id, actor.kind, country, "" if "|" in actor.name else actor.name, "", "", "", "")
    return (actor.name, actor.kind, country, "|".join(_others(line)), _parent(line, ids), "", "", "")


def _others(line: ActorLine) -> list[str]:
    """The further names of a new actor, without those that stand for it anyway, or may stand for others."""
    known = {key(line.actor.name)}
    if line.actor.kind == "person":
        known |= {*surname_keys(line.actor.name, line.actor.country), *key(line.actor.name).split()}
    odd = {lookalike.form for lookalike in line.lookalikes}
    own = {key(form.name): form.name for form in reversed(line.names) if form.name not in odd and "|" not in form.name}
    return [name for k, name in reversed(own.items()) if k and k not in known]


def _parent(line: ActorLine, ids: Collection[str]) -> str:
    """For whom a new actor speaks, as far as the file that has it says who that is."""
    parent = line.on_behalf_of
    if parent is None or parent.kind == "person":
        return ""
    if not parent.actor_id.startswith("new:"):
        return parent.actor_id
    return parent.name if parent.actor_id in ids and parent.actor_id != line.actor.actor_id else ""


def _is_new(line: ActorLine) -> bool:
    """Whether texts alone know the actor."""
    return line.actor.actor_id.startswith("new:")
