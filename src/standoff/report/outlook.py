"""What may come: predictions, warnings, threats and announced acts, and what the writer expects, each with its range.

A source's words are here when their act looks ahead, or when the content is about the future and says how likely it
is. The writer's are the sentences of their own voice that forecast something, and what they expect others to say
(basis `predicted`), where no source stands around it. A warning that was not given is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from standoff.report.coded import Coded, Place
from standoff.report.strength import strength_rank
from standoff.spans import Span
from standoff.values import Act, Actor, Analysis

Certainty = tuple[float, float]

_AHEAD: frozenset[Act] = frozenset(("predict", "warn", "threaten"))
_AHEAD_IF_FUTURE: frozenset[Act] = frozenset(("announce", "commit"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """Something that may come, in the exact words of `spans`.

    `act` is what the source does by saying it, `None` when the writer expects it; `certainty` is a range of
    probabilities, 0-1, `None` when no word says one; `statement_ids` are empty for a sentence in the writer's own
    voice; `score` is 0-1, how sure the program is of the act or the label.
    """

    place: Place
    spans: tuple[Span, ...]
    act: Act | None
    coded: Coded | None
    certainty: Certainty | None
    statement_ids: tuple[str, ...]
    score: float

    @property
    def is_of_author(self) -> bool:
        """Whether it is the writer who expects it."""
        return self.act is None

    @property
    def speakers(self) -> tuple[Actor, ...]:
        """Who says it; nobody for the writer and for a source that is not settled."""
        return () if self.is_of_author or self.coded is None else self.coded.speakers


def outlook(analyses: Sequence[Analysis], coded: Sequence[Coded]) -> tuple[Prospect, ...]:
    """What sources say of the future, the strongest first, then what the writers expect: with a range first."""
    said = sorted((point for point in coded if looks_ahead(point)), key=strength_rank)
    of_sources = [_of_source(point) for point in said]
    own = list(_forecasts(analyses))
    forecast = {(one.place.n_document, one.place.sentence.index) for one in own}
    expected = _apart(_expected(point) for point in coded if _is_expected(point))
    # The forecast of a sentence is shown once, also when a statement stands in the same sentence.
    own += [one for one in expected if (one.place.n_document, one.place.sentence.index) not in forecast]
    own.sort(key=lambda p: (p.certainty is None, bool(p.statement_ids), p.place.n_document, p.place.sentence.index))
    return (*sorted(of_sources, key=lambda prospect: prospect.certainty is None), *own)


def _apart(prospects: Iterable[Prospect]) -> list[Prospect]:
    """The prospects whose words no earlier one of them shows: a sentence may expect several things at once."""
    apart: list[Prospect] = []
    for one in prospects:
        same = (p for p in apart if p.place.n_document == one.place.n_document)
        if not any(shown.overlaps(span) for p in same for shown in p.spans for span in one.spans):
            apart.append(one)
    return apart


def looks_ahead(coded: Coded) -> bool:
    """Whether a source says by this statement what may come."""
    coding = coded.coding
    if coded.is_withheld:
        return False
    if coding.act in _AHEAD or (coding.act in _AHEAD_IF_FUTURE and coding.modality == "future"):
        return True
    return coding.certainty is not None and coding.modality in ("future", "conditional")


def _is_expected(coded: Coded) -> bool:
    """Whether the statement is something that the writer expects somebody to say, and is not in the list already."""
    statement = coded.statement
    return statement.basis == "predicted" and statement.parent_id is None and not looks_ahead(coded)


def _of_source(coded: Coded) -> Prospect:
    return Prospect(
        place=coded.place,
        spans=coded.statement.content or (coded.statement.sentence.span,),
        act=coded.coding.act,
        coded=coded,
        certainty=coded.coding.certainty,
        statement_ids=(coded.statement.statement_id,),
        score=coded.coding.act_score,
    )


def _expected(coded: Coded) -> Prospect:
    """The certainty of the content is the source's, and no range of the writer's."""
    statement = coded.statement
    parts = [part for part in (statement.source, statement.cue, *statement.content[:1]) if part]
    parts = parts or [statement.sentence.span]
    return Prospect(
        place=coded.place,
        # In one piece, so that it reads as the writer put it: "Kyiv is expected to remind everyone that ...".
        spans=(Span(min(part.start for part in parts), max(part.end for part in parts)),),
        act=None,
        coded=coded,
        certainty=None,
        statement_ids=(statement.statement_id,),
        score=statement.confidence,
    )


def _forecasts(analyses: Sequence[Analysis]) -> Iterator[Prospect]:
    """The sentences in which the writers forecast something in their own voice."""
    for n, analysis in enumerate(analyses, start=1):
        for voice in analysis.voice:
            if voice.label == "forecast":
                yield Prospect(
                    place=Place(document=analysis.document, n_document=n, sentence=voice.sentence),
                    spans=(voice.sentence.span,),
                    act=None,
                    coded=None,
                    certainty=voice.certainty,
                    statement_ids=(),
                    score=voice.score,
                )
