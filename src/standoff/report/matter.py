"""What is said and done in some documents: positions by issue, the outlook, norms and consequences, from one look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from standoff.report.coded import coded_statements
from standoff.report.effects import Effect, effects_from_analyses
from standoff.report.norms_invoked import Norm, norms_invoked
from standoff.report.outlook import Prospect, outlook
from standoff.report.positions import Position, positions_from_coded
from standoff.values import Actor, Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What the codes of some documents come to; everything is empty where nothing is coded."""

    n_documents: int
    positions: tuple[Position, ...]
    outlook: tuple[Prospect, ...]
    norms: tuple[Norm, ...]
    effects: tuple[Effect, ...]


def matter_from_analyses(analyses: Sequence[Analysis], same: Mapping[str, Actor] | None = None) -> Matter:
    """The matter of the documents together; `same` says by id who turned out to be another actor."""
    coded = coded_statements(analyses, same or {})
    return Matter(
        n_documents=len(analyses),
        positions=positions_from_coded(coded),
        outlook=outlook(analyses, coded),
        norms=norms_invoked(coded),
        effects=effects_from_analyses(analyses, same or {}),
    )
