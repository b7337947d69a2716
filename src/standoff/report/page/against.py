"""The section on the record: the verdicts on the coverage's statements, and what the records hold beside them.

Every verdict leads to the statement in the evidence, and every place in a record to the sentence that holds its words:
`cited_places` names those sentences, so that the evidence shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.report.against import Against
from standoff.report.brief import Brief
from standoff.report.compared.cells import Cell, Cells
from standoff.report.compared.occasions import Source
from standoff.report.compared.words import clipped, document_title, sentence_anchor
from standoff.report.page.verified import LETTERS, Count, Missing, Spot, counts_from_verification
from standoff.report.verification import Checked
from standoff.report.verifying import (
    SHOWN_FIRST,
    difference_sentences,
    form_words,
    place_address,
    place_text,
    place_words,
)
from standoff.spans import Span
from standoff.values import sentences_touched
from standoff.values.check import LeftOut, Place

_N_ROWS = 150  # as of claims: nobody reads on, and the data have them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A source that was taken as a record, and in words what form it has."""

    source: Source
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One verdict: the cell of its statement, the article, what differs, and the places in the records."""

    cell: Cell
    article: Source
    verdict: str
    letter: str
    reason: str
    differences: tuple[str, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstPart:
    """The whole section; `n_more` verdicts are not shown, those out of scope not counted among them."""

    taken: tuple[Taken, ...]
    counts: tuple[Count, ...]
    rows: tuple[CheckRow, ...]
    n_more: int
    missing: tuple[Missing, ...]


def against_from_brief(brief: Brief, cells: Cells) -> AgainstPart | None:
    """The section's values; `None` where the documents are not both coverage and records."""
    against = brief.against
    if against is None:
        return None
    verification = against.verification
    shown = _shown(against)
    numbers = {id(a): n for a, n in zip(verification.analyses, against.articles, strict=True)}
    told = [(one, cells.at(numbers[id(one.analysis)], one.check.statement_id)) for one in shown[:_N_ROWS]]
    return AgainstPart(
        taken=tuple(
            Taken(source=_source(brief, n), form=form_words(record))
            for n, record in zip(against.records, verification.records, strict=True)
        ),
        counts=tuple(one for one in counts_from_verification(verification) if one.n),
        rows=tuple(_row(brief, against, one, cell) for one, cell in told),
        n_more=len(shown) - len(told),
        missing=tuple(_missing(brief, against, one) for one in verification.left_out),
    )


def cited_places(against: Against | None) -> Iterator[tuple[str, Span]]:
    """The id of the record and the span of every place that the section leads to."""
    if against is not None:
        places = [place for one in _shown(against)[:_N_ROWS] for place in one.check.places]
        places += [place for one in against.verification.left_out for place in one.places]
        for place in places:
            yield against.verification.records[place.record].document.doc_id, place.span


def _shown(against: Against) -> Sequence[Checked]:
    """The checks that say something, the gravest first."""
    found = sorted(against.verification.checked(), key=lambda one: SHOWN_FIRST.index(one.check.verdict))
    return [one for one in found if one.check.verdict != "out_of_scope"]


def _row(brief: Brief, against: Against, one: Checked, cell: Cell) -> CheckRow:
    check = one.check
    return CheckRow(
        cell=cell,
        article=_source(brief, cell.n_document),
        verdict=check.verdict.replace("_", " "),
        letter=LETTERS[check.verdict],
        reason=clipped(check.reason),
        differences=tuple(clipped(words, 700) for words in difference_sentences(check.differences)),
        spots=tuple(
            _spot(brief, against, place, is_other_day=check.is_same_occasion is False) for place in check.places
        ),
    )


def _missing(brief: Brief, against: Against, one: LeftOut) -> Missing:
    return Missing(
        name=clipped(against.verification.names.get(one.issue, one.issue), 80),
        n=one.n_sentences,
        spots=tuple(_spot(brief, against, place, is_other_day=False) for place in one.places),
    )


def _spot(brief: Brief, against: Against, place: Place, *, is_other_day: bool) -> Spot:
    return Spot(
        anchor=_anchor(brief, against.records[place.record], place.span),
        where=place_words(against.verification, place),
        text=place_text(against.verification, place),
        address=place_address(against.verification, place),
        is_other_day=is_other_day,
    )


def _anchor(brief: Brief, n_document: int, span: Span) -> str:
    """The anchor of the sentence in which the words begin, of the document where no sentence holds them."""
    touched = sentences_touched(brief.documents[n_document - 1].analysis.sentences, [span])
    return sentence_anchor(n_document, min(touched)) if touched else f"d-{n_document}"


def _source(brief: Brief, n: int) -> Source:
    return Source(n=n, title=document_title(brief.documents[n - 1].analysis.document))
