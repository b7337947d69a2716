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
from standoff.report.compared.words import document_title, sentence_anchor
from standoff.report.page.verified import Count, Finding, Missing, counts_from_verification, finding, missing
from standoff.report.verification import Checked
from standoff.report.verifying import SHOWN_FIRST, form_words
from standoff.spans import Span
from standoff.values import sentences_touched
from standoff.values.check import Place

_N_ROWS = 150  # as of claims: nobody reads on, and the data have them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A source that was taken as a record, and in words what form it has."""

    source: Source
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One verdict: the cell of its statement, the article, and what was found."""

    cell: Cell
    article: Source
    finding: Finding


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
        missing=tuple(
            missing(verification, one, _anchors(brief, against, one.places)) for one in verification.left_out
        ),
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
    anchors = _anchors(brief, against, one.check.places)
    return CheckRow(
        cell=cell,
        article=_source(brief, cell.n_document),
        finding=finding(against.verification, one.check, anchors),
    )


def _anchors(brief: Brief, against: Against, places: Sequence[Place]) -> list[str]:
    """The anchors of the places' sentences in the evidence."""
    return [_anchor(brief, against.records[place.record], place.span) for place in places]


def _anchor(brief: Brief, n_document: int, span: Span) -> str:
    """The anchor of the sentence in which the words begin, of the document where no sentence holds them."""
    touched = sentences_touched(brief.documents[n_document - 1].analysis.sentences, [span])
    return sentence_anchor(n_document, min(touched)) if touched else f"d-{n_document}"


def _source(brief: Brief, n: int) -> Source:
    return Source(n=n, title=document_title(brief.documents[n - 1].analysis.document))
