"""What the head of an article says of the article: pieces with exact offsets, and the data read from them."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.spans import Span
from standoff.values.document import FrontKind, FrontMatter


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """Front matter found so far; `published` is an ISO date. What was not found, or not for certain, is None."""

    pieces: tuple[FrontMatter, ...] = ()
    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None

    def joined(self, later: FrontPage) -> FrontPage:
        """Both together, in text order; what was found first stays."""
        return FrontPage(
            pieces=tuple(sorted(self.pieces + later.pieces, key=lambda piece: piece.span)),
            title=self.title or later.title,
            author=self.author or later.author,
            published=self.published or later.published,
            publisher=self.publisher or later.publisher,
        )


def piece(kind: FrontKind, start: int, end: int) -> FrontMatter:
    """One piece of front matter, by offsets into the document's text."""
    return FrontMatter(kind=kind, span=Span(start, end))
