"""Each text: where it comes from, what it says of itself, how it knows, and the sentences that show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from standoff.report.brief import Brief, DocumentBrief
from standoff.report.compared.cells import Cells
from standoff.report.compared.words import clipped, document_place, document_title, sentence_anchor, shown, web_address
from standoff.report.headline import MEANINGS, headline
from standoff.report.page.evidence import Extent, Passage, passages_from_brief
from standoff.report.tally import Tally
from standoff.values import BASES, Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One basis in a text: how many statements, in percent of all, and its place on a bar of 100 by width."""

    basis: Basis
    n: int
    percent: int
    x: float
    width: float

    @property
    def letter(self) -> str:
        """The letter of the basis."""
        return self.basis[0]

    @property
    def meaning(self) -> str:
        """The basis in a few words."""
        return MEANINGS[self.basis]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """A sentence by which a text speaks of all its attributions, in its exact words, and where it stands."""

    words: str
    anchor: str
    n_document: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One document; `address` is `None` when it does not come from the web."""

    n: int
    title: str
    about: tuple[str, ...]
    place: str
    address: str | None
    headline: str
    bars: tuple[Bar, ...]
    voice: tuple[Tally, ...]
    cautions: tuple[Caution, ...]
    n_statements: int
    passages: tuple[Passage, ...]

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"d-{self.n}"


def texts_from_brief(brief: Brief, cells: Cells, extent: Extent) -> tuple[Text, ...]:
    """The texts in their order, each with as many of its sentences as `extent` says."""
    return tuple(
        _text(n, document, passages_from_brief(n, document, cells, brief.names, extent))
        for n, document in enumerate(brief.documents, start=1)
    )


def _text(n: int, brief: DocumentBrief, passages: tuple[Passage, ...]) -> Text:
    document = brief.analysis.document
    about = (document.author and f"by {document.author}", document.publisher, document.published)
    title = document_title(document)
    return Text(
        n=n,
        title=title,
        about=tuple(clipped(known, 100) for known in about if known),
        place=document_place(document),
        address=web_address(document.path),
        headline=headline(brief),
        bars=bars_from_tallies(brief.by_basis),
        voice=tuple(tally for tally in brief.voice.by_label if tally.n),
        cautions=_cautions(n, brief, title),
        n_statements=brief.n_statements,
        passages=passages,
    )


def _cautions(n: int, brief: DocumentBrief, title: str) -> tuple[Caution, ...]:
    text = brief.analysis.document.text
    return tuple(
        Caution(words=shown(s.span.of(text)), anchor=sentence_anchor(n, s.index), n_document=n, title=title)
        for s in brief.disclaimers
    )


def bars_from_tallies(tallies: Sequence[Tally]) -> tuple[Bar, ...]:
    """The bases that occur, beside one another on a bar of 100; none without statements."""
    counts: Mapping[str, int] = dict(tallies)
    total = sum(counts.values())
    bars: list[Bar] = []
    n_before = 0
    for basis in BASES:
        if n := counts.get(basis, 0):
            x, width = round(100 * n_before / total, 2), round(100 * n / total, 2)
            bars.append(Bar(basis=basis, n=n, percent=round(100 * n / total), x=x, width=width))
            n_before += n
    return tuple(bars)


def total_bars(documents: Sequence[DocumentBrief]) -> tuple[Bar, ...]:
    """The bar of all texts together."""
    counts = {basis: sum(dict(document.by_basis)[basis] for document in documents) for basis in BASES}
    return bars_from_tallies([Tally(basis, n) for basis, n in counts.items()])
