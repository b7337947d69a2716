"""A saved web page to an article: trafilatura finds the article and its data, a plain pass stands by.

Bounds are on the input (size, number of tags), because the extractor's time grows with the square of the page;
beyond them, and whenever it fails or finds nothing, the page's whole visible text is taken: never a silent loss.
"""

from __future__ import annotations

import codecs
import logging
import re

from standoff.errors import InputError
from standoff.read.article import Article
from standoff.read.decoding import check_not_binary, encoding_from_mark, is_text_encoding, undecodable
from standoff.read.markup import text_from_markup
from standoff.values.document import canonical_text

MAX_TAGS = 40_000
"""Half a minute's safety: 32,000 paragraphs (64,000 tags) were measured at 6 s, 128,000 at over 120 s."""
MAX_CHARS = 5_000_000

_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD_BYTES = 4_096
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252"}  # the names mean Windows' superset on the web
# Only what the page states: no dates sought in its prose, and none measured against today.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def article_from_html(data: bytes, path: str, encoding: str | None = None) -> Article:
    """The article of a saved page: its main text, or all visible text where no article is found.

    Raises: InputError (`empty`, `binary`, `undecodable`).
    """
    if not data.strip():
        raise InputError(path, "empty", "the file is empty")
    check_not_binary(data, path, count_controls=not (encoding or encoding_from_mark(data)))
    markup = canonical_text(_decoded(data, path, encoding))
    article = _extracted(markup, path) if markup.count("<") <= MAX_TAGS and len(markup) <= MAX_CHARS else None
    return article or Article(path=path, text=text_from_markup(markup))


def _decoded(data: bytes, path: str, encoding: str | None) -> str:
    """The page as text: as asked, by its mark, as valid UTF-8, or as it declares, with bad bytes marked."""
    name = encoding or encoding_from_mark(data) or "utf-8"
    try:
        return data.decode(name)
    except UnicodeError as err:
        declared = None if encoding else _declared_encoding(data)
        if declared is None:
            raise undecodable(path, name, err) from err
        return data.decode(declared, errors="replace")


def _declared_encoding(data: bytes) -> str | None:
    """The text encoding that the page's head declares, if Python has it."""
    found = _DECLARED.search(data[:_HEAD_BYTES])
    name = found[1].decode("ascii") if found else ""
    if not is_text_encoding(name):
        return None
    return _AS_BROWSERS.get(codecs.lookup(name).name, name)


def _extracted(markup: str, path: str) -> Article | None:
    """What trafilatura makes of the page; None when that is nothing."""
    import trafilatura  # noqa: PLC0415 - a second to load, needed for web pages only

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports on pages that we have an answer for
    try:
        found = trafilatura.bare_extraction(
            markup, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    except Exception:  # noqa: BLE001 - whatever a foreign parser dies of, the page's visible text is still there
        return None
    if found is None or isinstance(found, dict) or not found.text:
        return None
    return Article(
        path=path, text=found.text, title=found.title, author=found.author, date=found.date, publisher=found.sitename
    )
