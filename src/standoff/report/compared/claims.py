"""What is claimed, in the clearest exact words, and what it rests on: who, how the texts know, how many origins.

Claims of one statement are in the evidence anyhow; here stand those that several statements share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.report.brief import Brief
from standoff.report.compared.cells import Cell, Cells
from standoff.report.compared.words import actor_name, day_of
from standoff.values import BASES, Basis, Document
from standoff.values.comparison import Claim, Comparison

_N_CLAIMS = 150  # about thirty screens, which nobody reads to the end; the data have them all

_WEAK: frozenset[Basis] = frozenset(("hearsay", "inferred", "predicted", "withheld"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The statements of a claim that have one basis, in the order of the documents, those on record apart."""

    basis: Basis
    cells: tuple[Cell, ...]
    is_on_record: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim: `title` is the cell of its clearest wording, `first` says where it appeared first."""

    anchor: str
    title: Cell
    actors: str
    n_statements: int
    n_documents: int
    n_origins: int
    first: str
    sources: tuple[Sources, ...]

    @property
    def best(self) -> Basis:
        """The best evidence that any text offers for it: what a record has counts before what is told."""
        return self.sources[0].basis

    @property
    def is_weak(self) -> bool:
        """Whether no text puts it as a fact that anybody said or holds it."""
        return self.best in _WEAK and not self.sources[0].is_on_record


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTable:
    """The claims that are shown, those of most origins first, and how many are not."""

    rows: tuple[ClaimRow, ...] = ()
    n_more: int = 0
    n_single: int = 0


def claims_from_comparison(comparison: Comparison, brief: Brief, cells: Cells) -> ClaimTable:
    """The claims that several statements share; how many rest on one statement alone is told."""
    shared = [claim for claim in comparison.claims if len(cells.known(claim.statement_ids)) > 1]
    shared.sort(key=lambda claim: (-claim.n_origins, -len(claim.statement_ids)))
    days = [_first(document.analysis.document, n) for n, document in enumerate(brief.documents, start=1)]
    rows = [_row(n, claim, cells, days) for n, claim in enumerate(shared[:_N_CLAIMS], start=1)]
    n_single = len(comparison.claims) - len(shared)
    return ClaimTable(rows=tuple(rows), n_more=len(shared) - len(rows), n_single=n_single)


def _row(n: int, claim: Claim, cells: Cells, days: Sequence[str]) -> ClaimRow:
    found = cells.known(claim.statement_ids)
    title = cells.by_id.get(claim.title, found[0])
    first = next(cells.by_id[one] for one in claim.statement_ids if one in cells.by_id)
    return ClaimRow(
        anchor=f"claim-{n}",
        title=title,
        actors=", ".join(map(actor_name, claim.actors)),
        n_statements=len(found),
        n_documents=len({cell.n_document for cell in found}),
        n_origins=claim.n_origins,
        first=days[first.n_document - 1],
        sources=_sources(found),
    )


def _sources(cells: Sequence[Cell]) -> tuple[Sources, ...]:
    found = []
    for is_on_record in (True, False):
        for basis in BASES:
            some = [cell for cell in cells if cell.basis == basis and cell.is_on_record == is_on_record]
            if some:
                own = tuple(sorted(some, key=lambda cell: cell.n_document))
                found.append(Sources(basis=basis, cells=own, is_on_record=is_on_record))
    return tuple(found)


def _first(document: Document, n: int) -> str:
    """Where something appeared first: the number of the document, and its day where it is known."""
    day = day_of(document)
    return f"document {n}, {day.isoformat()}" if day else f"document {n}"
