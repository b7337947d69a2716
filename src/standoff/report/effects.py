"""What is said to lead to what, and who says so: a source or the writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.report.coded import Place
from standoff.report.sides import speakers_of
from standoff.spans import Span
from standoff.values import Actor, Analysis, Consequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One consequence with its place; `speakers` are those who say it, nobody when the text does not settle it.

    `source` holds the words for them, `None` for the writer and where there are none.
    """

    place: Place
    consequence: Consequence
    speakers: tuple[Actor, ...]
    source: Span | None

    @property
    def is_of_author(self) -> bool:
        """Whether the writer says it."""
        return self.consequence.statement_id is None


def effects_from_analyses(analyses: Sequence[Analysis], same: Mapping[str, Actor]) -> tuple[Effect, ...]:
    """The consequences: those of sources first, then the writers', in each the surest first.

    One in words that were withheld is left out.
    """
    found = [effect for n, analysis in enumerate(analyses, start=1) for effect in _effects(analysis, n, same)]
    found = [effect for effect in found if effect.place.basis != "withheld"]
    return tuple(sorted(found, key=_rank))


def _effects(analysis: Analysis, n_document: int, same: Mapping[str, Actor]) -> Iterator[Effect]:
    statements = {s.statement_id: s for s in analysis.statements}
    resolutions = {r.statement_id: r for r in analysis.resolutions}
    for consequence in analysis.consequences:
        statement = statements.get(consequence.statement_id or "")
        resolution = resolutions.get(consequence.statement_id or "")
        yield Effect(
            place=Place(
                document=analysis.document,
                n_document=n_document,
                sentence=consequence.sentence,
                basis=statement.basis if statement else None,
            ),
            consequence=consequence,
            speakers=speakers_of(resolution, same) if resolution else (),
            source=statement.source if statement else None,
        )


def _rank(effect: Effect) -> tuple[bool, float, int, int]:
    return (effect.is_of_author, -effect.consequence.score, effect.place.n_document, effect.consequence.cause.start)
