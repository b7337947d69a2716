"""Front matter of plain text: title, byline, date, publisher, view counter, dateline, each with exact offsets.

The pieces stay in the text. Precision comes first: what could be the article's own prose is left to the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standoff.layout import paragraph_spans
from standoff.read.byline import MAX_BYLINE_CHARS, author_from_byline, is_byline, publisher_from_byline
from standoff.read.dateline import dateline_in
from standoff.read.dates import DATE, is_date_line, published_from_line
from standoff.read.page import FrontPage, piece
from standoff.read.publishers import is_known_publisher, is_publisher
from standoff.read.title import is_title, matches_title, title_span
from standoff.spans import Span, strip_span

_HEAD_CHARS = 12_000
_HEAD_LINES = 10
_MAX_STRANGE_LINES = 2
"""Lines before the article proper that are none of ours (a standfirst, a caption) and may be passed over."""

_SEPARATED = re.compile(r"[^|·•]+")
_VIEWS = re.compile(r"\d[\d.,]*[kKmM]? views?$")
_LAST_DATE = re.compile(rf"(?:,| -| –| on) (?P<date>{DATE})$", re.IGNORECASE)
_REPORTING = re.compile(r"\(?(?:additional |writing and )?reporting by [A-Z][^\n]{3,300}$", re.IGNORECASE)


def front_page(text: str, *, title: str | None = None) -> FrontPage:
    """The front matter of a canonical text; `title` is one that the format gave, which is then the only one sought."""
    lines = paragraph_spans(text[:_HEAD_CHARS])[:_HEAD_LINES]
    page = FrontPage()
    n_strange = 0
    for index, line in enumerate(lines):
        found = _page_from_line(text, lines[index:], page)
        if found is None and n_strange == 0:
            found = _page_from_title(text, lines[index:], page, title)
        if found is None:
            n_strange += 1
        page = page.joined(found) if found else page
        if n_strange > _MAX_STRANGE_LINES or _is_body(line, found):
            break
    return page.joined(_credits(text))


def _page_from_line(text: str, lines: Sequence[Span], page: FrontPage) -> FrontPage | None:
    """What the first of `lines` says, when it is front matter other than a title."""
    line = lines[0]
    after_title = bool(page.pieces)
    following = lines[1].of(text) if len(lines) > 1 else ""
    if line.end - line.start <= 2 * MAX_BYLINE_CHARS:
        found = FrontPage()
        for part in _parts(text, line):
            found = found.joined(_page_from_part(text, part, after_title=after_title, has_byline=bool(found.pieces)))
        if found.pieces:
            return found
        if _is_name_over_publisher(line.of(text), following):
            return FrontPage(pieces=(piece("byline", *line),), author=line.of(text))
    return dateline_in(text, line)


def _parts(text: str, line: Span) -> Iterator[Span]:
    """The parts of a line between bars and dots, a view counter and a closing date as parts of their own."""
    for match in _SEPARATED.finditer(text, *line):
        part = strip_span(text, Span(*match.span()))
        tail = _VIEWS.search(text, *part) or _LAST_DATE.search(text, *part)
        if tail is None or is_date_line(part.of(text)):
            yield part
            continue
        start = tail.start("date") if "date" in tail.groupdict() else tail.start()
        yield strip_span(text, Span(part.start, tail.start()))
        yield Span(start, part.end)


def _page_from_part(text: str, part: Span, *, after_title: bool, has_byline: bool) -> FrontPage:
    """What one part of a line says; empty when it says nothing for certain."""
    words = part.of(text)
    if _VIEWS.fullmatch(words):
        return FrontPage(pieces=(piece("views", *part),))
    if is_date_line(words):
        return FrontPage(pieces=(piece("date", *part),), published=published_from_line(words))
    if is_byline(words, after_title=after_title):
        author, publisher = author_from_byline(words), publisher_from_byline(words)
        return FrontPage(pieces=(piece("byline", *part),), author=author, publisher=publisher)
    if is_known_publisher(words) or (is_publisher(words) and (after_title or has_byline)):
        return FrontPage(pieces=(piece("publisher", *part),), publisher=words)
    return FrontPage()


def _page_from_title(text: str, lines: Sequence[Span], page: FrontPage, given: str | None) -> FrontPage | None:
    """The title line, while none was found and no byline came before it."""
    if any(found.kind in ("title", "byline") for found in page.pieces):
        return None
    line = lines[0]
    if given is not None:
        return FrontPage(pieces=(piece("title", *line),)) if matches_title(line.of(text), given) else None
    has_dateline = any(found.kind == "dateline" for found in page.pieces)
    if has_dateline or not is_title(line.of(text), [other.of(text) for other in lines[1:3]]):
        return None
    span = title_span(text, line)
    return FrontPage(pieces=(piece("title", *span),), title=span.of(text))


def _is_body(line: Span, found: FrontPage | None) -> bool:
    """Whether the article proper has begun: a long paragraph, or one that opens with a dateline and goes on."""
    if found is None:
        return line.end - line.start > 2 * MAX_BYLINE_CHARS
    return found.pieces[0].kind != "title" and found.pieces[-1].span.end + 60 < line.end


def _is_name_over_publisher(line: str, following: str) -> bool:
    """Whether the line is a bare name and the next one a well-known publisher, as some archives print them."""
    return is_known_publisher(following) and author_from_byline(f"By {line}") == line and " " in line


def _credits(text: str) -> FrontPage:
    """The closing "(Reporting by ...; Editing by ...)" of an agency report."""
    start = text.rstrip().rfind("\n") + 1
    line = strip_span(text, Span(start, len(text)))
    is_credit = _REPORTING.match(text, *line) is not None
    return FrontPage(pieces=(piece("byline", *line),)) if is_credit else FrontPage()
