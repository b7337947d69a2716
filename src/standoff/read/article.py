"""An article as its format gave it, and the document made of it. Every format ends here, so there is one way in."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.read.dates import iso_from_text
from standoff.read.fitness import check_article
from standoff.read.front import front_page
from standoff.values.document import Document, canonical_text, doc_id_from_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The text of one article and what the format (not the text) says of it; None where it says nothing."""

    path: str
    text: str
    title: str | None = None
    author: str | None = None
    date: str | None = None
    publisher: str | None = None


def document_from_article(article: Article) -> Document:
    """The document: canonical text, front matter marked, the format's own data before what the text shows.

    Raises: InputError when the text is empty, no article, or not English.
    """
    text = canonical_text(article.text)
    check_article(text, article.path)
    title = _one_line(article.title)
    page = front_page(text, title=title)
    return Document(
        doc_id=doc_id_from_text(text),
        path=article.path,
        text=text,
        title=title or page.title,
        publisher=_one_line(article.publisher) or page.publisher,
        published=iso_from_text(article.date or "") or page.published,
        author=_one_line(article.author) or page.author,
        front=page.pieces,
    )


def _one_line(value: str | None) -> str | None:
    r"""The value on one line without control characters; None when nothing is left.

    >>> _one_line(" Talks\n fail ")
    'Talks fail'
    """
    return " ".join(canonical_text(value).split()) or None if value else None
