"""A statement with all that is known of it and where it stands: what positions, outlook and norms are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from standoff.report.sides import sides_of, speakers_of, usual_sides
from standoff.values import UNNAMED, Actor, Analysis, Basis, Coding, Document, Resolution, Sentence, Statement


class Speaking(NamedTuple):
    """Somebody who speaks, and for whom: `None` for nobody known."""

    speaker: Actor
    side: Actor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence of one of several documents, these numbered from 1 as they were given.

    `basis` is that of the statement that stands there, `None` for the writer's own words.
    """

    document: Document
    n_document: int
    sentence: Sentence
    basis: Basis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One statement with its codes.

    `speakers` is its source, also somebody unnamed, and nobody when the text does not settle it; `speaking` those whose
    side can be told; `targets` the known actors that it is about or against.
    """

    place: Place
    statement: Statement
    coding: Coding
    speakers: tuple[Actor, ...]
    speaking: tuple[Speaking, ...]
    targets: tuple[Actor, ...]

    @property
    def is_withheld(self) -> bool:
        """Whether its act is one that was not performed."""
        return self.statement.basis == "withheld"


def coded_statements(analyses: Sequence[Analysis], same: Mapping[str, Actor]) -> tuple[Coded, ...]:
    """The statements that have codes, in the order of the documents; `same` says who turned out to be another actor."""
    usual = usual_sides(resolution for analysis in analyses for resolution in analysis.resolutions)
    return tuple(
        _coded(place, point, sides_of(point.resolution, usual), same)
        for n, analysis in enumerate(analyses, start=1)
        for place, point in _points(analysis, n)
    )


class _Point(NamedTuple):
    statement: Statement
    coding: Coding
    resolution: Resolution


def _points(analysis: Analysis, n_document: int) -> Iterator[tuple[Place, _Point]]:
    resolutions = {r.statement_id: r for r in analysis.resolutions}
    codings = {c.statement_id: c for c in analysis.codings}
    for statement in analysis.statements:
        if coding := codings.get(statement.statement_id):
            resolution = resolutions.get(statement.statement_id) or Resolution(statement_id=statement.statement_id)
            yield place_of(analysis, n_document, statement), _Point(statement, coding, resolution)


def place_of(analysis: Analysis, n_document: int, statement: Statement) -> Place:
    """Where the statement stands in the document of this number."""
    return Place(document=analysis.document, n_document=n_document, sentence=statement.sentence, basis=statement.basis)


def _coded(place: Place, point: _Point, sides: Mapping[Actor, Actor | None], same: Mapping[str, Actor]) -> Coded:
    targets = (same.get(target.actor_id, target) for target in point.resolution.target_actors if target != UNNAMED)
    speaking = (Speaking(same.get(actor.actor_id, actor), side) for actor, side in sides.items())
    return Coded(
        place=place,
        statement=point.statement,
        coding=point.coding,
        speakers=speakers_of(point.resolution, same),
        speaking=tuple(dict.fromkeys(speaking)),
        targets=tuple(dict.fromkeys(targets)),
    )
