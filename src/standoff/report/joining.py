"""One person in two documents: "Warren" in one is taken for the "Steven Warren" of another only when nobody else fits.

A person whom a document calls by a surname only has an identity of that document. It is joined to a full name when
exactly one full name with that surname occurs in all documents, not in the same one (there the text itself did not
settle it), and nothing known of country or state speaks against it. Everything else stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from standoff.knowledge import key
from standoff.knowledge.surnames import surname_keys
from standoff.report.actor_lines import ActorLine, united

REASON = "the only full name with this surname in all documents"


def joined_by_surname(lines: Sequence[ActorLine]) -> tuple[ActorLine, ...]:
    """The lines, those of a bare surname united with the one full name that they can only mean."""
    meant = _meant(lines)
    shorts: dict[str, list[ActorLine]] = defaultdict(list)
    for line in lines:
        if full_id := meant.get(line.actor.actor_id):
            shorts[full_id].append(line)
    # What contradicts one another would need two full names, and there is one: then none of it is settled.
    fitting = {full_id: some for full_id, some in shorts.items() if not _is_contradiction(some)}
    gone = {line.actor.actor_id for some in fitting.values() for line in some}
    return tuple(_with(line, fitting.get(line.actor.actor_id, ())) for line in lines if line.actor.actor_id not in gone)


def _meant(lines: Sequence[ActorLine]) -> Mapping[str, str]:
    """The id of the full name that each bare surname can mean, for those that can mean exactly one."""
    full = _by_surname(lines)
    meant = {}
    for line in lines:
        if _is_bare_surname(line):
            several = full.get(key(line.actor.name), ())
            if len(several) == 1 and _may_be_same(several[0], line):
                meant[line.actor.actor_id] = several[0].actor.actor_id
    return meant


def _by_surname(lines: Sequence[ActorLine]) -> Mapping[str, Sequence[ActorLine]]:
    """The persons with a full name, by each key of their surnames."""
    found: dict[str, list[ActorLine]] = defaultdict(list)
    for line in lines:
        if line.actor.kind == "person" and not _is_bare_surname(line):
            names = [line.actor.name, *(form.name for form in line.names if " " in form.name)]
            for surname in sorted({k for name in names for k in surname_keys(name, line.actor.country)}):
                found[surname].append(line)
    return found


def _is_bare_surname(line: ActorLine) -> bool:
    """Whether texts alone know this person, and by one word."""
    actor = line.actor
    return actor.kind == "person" and actor.actor_id.startswith("new:") and " " not in actor.name


def _may_be_same(full: ActorLine, short: ActorLine) -> bool:
    return not set(full.doc_ids) & set(short.doc_ids) and not _is_contradiction([full, short])


def _is_contradiction(lines: Sequence[ActorLine]) -> bool:
    """Whether two of the lines belong to different states or bodies, as far as that is known."""
    known = [sides for line in lines if (sides := _sides(line))]
    return any(one.isdisjoint(other) for one, other in combinations(known, 2))


def _sides(line: ActorLine) -> frozenset[str]:
    """The ids of all that a person is known to belong to: the own country, those spoken for, and their countries."""
    countries = {a.country for a in (line.actor, *line.spoken_for) if a.country}
    return frozenset({a.actor_id for a in line.spoken_for} | {f"gov:{country}" for country in countries})


def _with(line: ActorLine, shorts: Sequence[ActorLine]) -> ActorLine:
    for short in shorts:
        line = united(line, short, REASON)
    return line
