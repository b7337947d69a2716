"""Sources (files, folders, "-") to documents, lazily and in a fixed order; what gives none is named, never dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from standoff.errors import InputError
from standoff.read.article import Article, document_from_article
from standoff.read.decoding import text_from_bytes
from standoff.read.files import bytes_from_file, bytes_from_stream, error_from_os, iter_files, shown
from standoff.read.options import ReadOptions, Skipped
from standoff.read.rows import articles_from_csv, articles_from_json, articles_from_jsonl
from standoff.read.webpage import article_from_html
from standoff.values.document import Document

Reader = Callable[[str, ReadOptions], Iterator[Article | InputError]]
STANDARD_INPUT = "-"


def iter_documents(
    sources: Sequence[str], *, stdin: BinaryIO, options: ReadOptions | None = None
) -> Iterator[Document | Skipped]:
    """A document for every article in the sources, and a `Skipped` for every input that gave none, in order."""
    options = options or ReadOptions()
    for source in sources:
        for article in _iter_source(source, stdin, options):
            try:
                yield document_from_article(_readable(article))
            except InputError as err:
                yield Skipped.from_error(InputError(shown(err.path), err.reason, err.detail))


def _iter_source(source: str, stdin: BinaryIO, options: ReadOptions) -> Iterator[Article | InputError]:
    """The articles of one source as its formats give them."""
    if source == STANDARD_INPUT:
        yield from _caught(_articles_from_stdin(stdin, options))
    elif source.startswith(("http://", "https://")):
        yield InputError(
            source, "unsupported", "addresses are not fetched yet; save the page as .html and name the file"
        )
    else:
        for path in iter_files(source):
            if isinstance(path, InputError):
                yield path
            else:
                yield from _caught(_iter_file(path, options))


def _iter_file(path: str, options: ReadOptions) -> Iterator[Article | InputError]:
    """The articles of one file.

    Raises: InputError when the file as a whole cannot be read.
    """
    suffix = PurePath(path).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        allowed = " ".join(sorted(_READERS))
        got = f"the ending {suffix!r}" if suffix else "a name without an ending"
        raise InputError(path, "unsupported", f"{got} says nothing we read ({allowed}); rename it, or pipe it in as -")
    yield from reader(path, options)


def _caught(articles: Iterator[Article | InputError]) -> Iterator[Article | InputError]:
    """The same, an error that ends the file as its last item."""
    try:
        yield from articles
    except InputError as err:
        yield err


def _readable(article: Article | InputError) -> Article:
    """The article, its path printable.

    Raises: InputError when it is one.
    """
    if isinstance(article, InputError):
        raise article
    return replace(article, path=shown(article.path))


def _articles_from_stdin(stdin: BinaryIO, options: ReadOptions) -> Iterator[Article]:
    data = bytes_from_stream(stdin, STANDARD_INPUT, options)
    yield Article(path=STANDARD_INPUT, text=text_from_bytes(data, STANDARD_INPUT, options.encoding))


def _read_text(path: str, options: ReadOptions) -> Iterator[Article]:
    yield Article(path=path, text=text_from_bytes(bytes_from_file(path, options), path, options.encoding))


def _read_html(path: str, options: ReadOptions) -> Iterator[Article]:
    yield article_from_html(bytes_from_file(path, options), path, options.encoding)


def _read_json(path: str, options: ReadOptions) -> Iterator[Article | InputError]:
    return articles_from_json(bytes_from_file(path, options), path, options)


def _table_reader(rows: Callable[[BinaryIO, str, ReadOptions], Iterator[Article | InputError]]) -> Reader:
    """A reader that hands the open file to `rows`, so that it is read row by row."""

    def read_table(path: str, options: ReadOptions) -> Iterator[Article | InputError]:
        is_empty = True
        try:
            with Path(path).open("rb") as stream:
                for row in rows(stream, path, options):
                    is_empty = False
                    yield row
        except OSError as err:
            raise error_from_os(path, err) from err
        if is_empty:
            raise InputError(path, "empty", "the file holds no rows")

    return read_table


_READERS: Mapping[str, Reader] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".json": _read_json,
    ".jsonl": _table_reader(articles_from_jsonl),
    ".csv": _table_reader(articles_from_csv),
}
