"""Who speaks, and for whom: the statements of some documents by the state or organisation spoken for, then by actor.

A person speaks for whom a resolution says; a government or organisation that speaks for nobody else speaks for itself.
Somebody without a name who speaks for a state ("a Pentagon spokesman") is counted with it, as unnamed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from standoff.report.sides import sides_of, usual_sides
from standoff.report.tally import Tally, ranked
from standoff.values import UNNAMED, Actor, Analysis, Resolution, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """An actor with the number of statements of which it is a source; `by_basis` holds those that occur, most first."""

    actor: Actor
    n: int
    by_basis: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Those who speak for one state or organisation; `actor` `None`: persons who speak for nobody known.

    `n` counts each statement once, also a joint one.
    """

    actor: Actor | None
    n: int
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """All sides, the largest first and those who speak for nobody last, and the sources that belong to none.

    `n_unnamed` counts those without a name that also speak for nobody known.
    """

    sides: tuple[Side, ...]
    n_unnamed: int
    n_unresolved: int
    n_without_source: int


def speakers_from_analyses(analyses: Sequence[Analysis], same: Mapping[str, Actor] | None = None) -> Speakers:
    """Who speaks in the documents; `same` says by id who turned out to be another actor."""
    spoken = _Spoken()
    usual = usual_sides(resolution for _, resolution in _statements(analyses))
    for statement, resolution in _statements(analyses):
        _count(spoken, statement, resolution, usual)
    return Speakers(
        sides=tuple(sorted((_side(actor, about, same or {}) for actor, about in spoken.sides.items()), key=_rank)),
        n_unnamed=spoken.n_unnamed,
        n_unresolved=spoken.n_unresolved,
        n_without_source=spoken.n_without_source,
    )


@dataclass
class _SideSoFar:
    n: int = 0
    by_speaker: defaultdict[Actor, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


@dataclass
class _Spoken:
    sides: defaultdict[Actor | None, _SideSoFar] = field(default_factory=lambda: defaultdict(_SideSoFar))
    n_unnamed: int = 0
    n_unresolved: int = 0
    n_without_source: int = 0


def _statements(analyses: Iterable[Analysis]) -> Iterator[tuple[Statement, Resolution]]:
    for analysis in analyses:
        resolutions = {r.statement_id: r for r in analysis.resolutions}
        for statement in analysis.statements:
            unknown = Resolution(statement_id=statement.statement_id)
            yield statement, resolutions.get(statement.statement_id, unknown)


def _count(spoken: _Spoken, statement: Statement, resolution: Resolution, usual: Mapping[str, Actor]) -> None:
    behalf = resolution.on_behalf_of
    if resolution.actor is None and statement.source is None:
        spoken.n_without_source += 1
    elif resolution.actor is None:
        spoken.n_unresolved += 1
    elif resolution.actor == UNNAMED and behalf is None:
        spoken.n_unnamed += 1
    sides = sides_of(resolution, usual)
    for actor, side in sides.items():
        spoken.sides[side].by_speaker[actor][statement.basis] += 1
    for side in set(sides.values()):
        spoken.sides[side].n += 1


def _side(actor: Actor | None, about: _SideSoFar, same: Mapping[str, Actor]) -> Side:
    by_speaker: dict[Actor, Counter[str]] = defaultdict(Counter)
    for speaker, bases in about.by_speaker.items():
        by_speaker[same.get(speaker.actor_id, speaker)] += bases
    speakers = [Speaker(actor=who, n=bases.total(), by_basis=ranked(bases)) for who, bases in by_speaker.items()]
    speakers.sort(key=lambda speaker: (-speaker.n, speaker.actor.name, speaker.actor.actor_id))
    return Side(actor=actor, n=about.n, speakers=tuple(speakers))


def _rank(side: Side) -> tuple[bool, int, str, str]:
    actor = side.actor
    return (actor is None, -side.n, actor.name if actor else "", actor.actor_id if actor else "")
