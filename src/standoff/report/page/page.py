"""All that the page shows, as plain values: what stands where is decided here, how it looks in the templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from standoff.report.against import Against
from standoff.report.brief import Brief
from standoff.report.compared.cells import cells_from_brief
from standoff.report.compared.claims import ClaimTable, claims_from_comparison
from standoff.report.compared.collisions import Collisions, collisions_from_comparison
from standoff.report.compared.occasions import (
    Occasion,
    Repeat,
    library_from_brief,
    occasions_from_comparison,
    repeats_from_comparison,
)
from standoff.report.compared.words import clipped, document_title
from standoff.report.page.against import AgainstPart, against_from_brief, cited_places
from standoff.report.page.ahead import Ahead, ahead_from_matter
from standoff.report.page.documents import Bar, Text, texts_from_brief, total_bars
from standoff.report.page.drawings import Drawing, drawings_from_networks
from standoff.report.page.evidence import Extent
from standoff.report.page.issues import Issue, issues_from_brief, with_clashes
from standoff.report.page.timeline import Timeline, timeline_from_brief
from standoff.report.selection_words import selection_words
from standoff.spans import Span
from standoff.values.comparison import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """How much the page shows: `is_full` puts whole articles into it, which their publishers may not allow."""

    is_full: bool = False


DEFAULT = PageOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page; `is_compared` says whether the documents were held against one another, `selection` what was
    asked for where that is not all, `has_all_bases` whether weaker statements are there too; `against` is `None` where
    the documents are not both coverage and records.
    """

    title: str
    n_statements: int
    n_sources: int
    is_compared: bool
    selection: str
    has_all_bases: bool
    is_full: bool
    bars: tuple[Bar, ...]
    against: AgainstPart | None
    occasions: tuple[Occasion, ...]
    repeats: tuple[Repeat, ...]
    issues: tuple[Issue, ...]
    collisions: Collisions
    claims: ClaimTable
    ahead: Ahead
    texts: tuple[Text, ...]
    timeline: Timeline
    drawings: tuple[Drawing, ...]


def page_values(brief: Brief, options: PageOptions = DEFAULT) -> Page:
    """What the page on these documents shows; without a comparison what needs one is empty."""
    cells = cells_from_brief(brief)
    library = library_from_brief(brief)
    compared = brief.comparison or Comparison()
    occasions = occasions_from_comparison(compared, library)
    collisions = collisions_from_comparison(compared, cells, brief.names)
    return Page(
        title=_title(brief, occasions),
        n_statements=sum(document.n_statements for document in brief.documents),
        n_sources=len(brief.speakers.sides),
        is_compared=brief.comparison is not None,
        selection=clipped(selection_words(brief), 400) if selection_words(brief) else "",
        has_all_bases=brief.selection.min_basis is None,
        is_full=options.is_full,
        bars=total_bars(brief.documents),
        against=against_from_brief(brief, cells),
        occasions=occasions,
        repeats=repeats_from_comparison(compared, library),
        issues=with_clashes(issues_from_brief(brief, compared, cells), (*collisions.clashes, *collisions.stands)),
        collisions=collisions,
        claims=claims_from_comparison(compared, brief, cells),
        ahead=ahead_from_matter(brief.matter, cells, brief.names),
        texts=texts_from_brief(brief, cells, Extent(is_full=options.is_full, cited=_cited(compared, brief.against))),
        timeline=timeline_from_brief(brief),
        drawings=drawings_from_networks(compared.networks, cells, brief.names),
    )


def _cited(comparison: Comparison, against: Against | None) -> Mapping[str, Sequence[Span]]:
    """The words on which the facts of the meetings and the verdicts rest, by the id of their document."""
    found: dict[str, list[Span]] = defaultdict(list)
    for meeting in comparison.meetings:
        for one in (*meeting.evidence, *(proof for guest in meeting.participants for proof in guest.evidence)):
            found[one.doc_id].append(one.span)
    for doc_id, span in cited_places(against):
        found[doc_id].append(span)
    return found


def _title(brief: Brief, occasions: tuple[Occasion, ...]) -> str:
    """What the page is about: the meeting, else the title of the one document, else how many there are."""
    for occasion in occasions[:1]:
        told = [known for known in (occasion.forum, occasion.place, occasion.date) if known]
        if told:
            return " · ".join(told)
    if len(brief.documents) == 1:
        return document_title(brief.documents[0].analysis.document)
    return f"What {len(brief.documents)} documents say"
