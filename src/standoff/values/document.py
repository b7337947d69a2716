"""A document: its frozen canonical text and what it says of itself."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal, cast

from standoff.spans import Span

FrontKind = Literal["title", "byline", "date", "publisher", "views", "dateline"]

# Control characters but TAB and LF, and lone surrogates: each becomes one U+FFFD, so that offsets hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def canonical_text(text: str) -> str:
    r"""The text that all offsets point into: one line ending, no byte-order mark, no control characters.

    Length changes only by dropping the byte-order mark and by CRLF and CR becoming one LF.

    >>> canonical_text("\ufeffa\r\nb\rc\x00")
    'a\nb\nc\ufffd'
    """
    return _FORBIDDEN.sub("\ufffd", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A piece of the text that is about the article, not of it: the title, the byline, a view counter."""

    kind: FrontKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article: canonical text, where it came from, and its own data.

    `doc_id` is the hash of the canonical text; `path` the URL or the argument as given; `published` an ISO date.
    """

    doc_id: str
    path: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    front: tuple[FrontMatter, ...] = ()

    @classmethod
    def from_text(cls, text: str, *, path: str = "-") -> Document:
        """A document of plain text, made canonical; nothing is looked for in it (`from_path` does that)."""
        clean = canonical_text(text)
        return cls(doc_id=doc_id_from_text(clean), path=path, text=clean)

    @classmethod
    def from_path(cls, path: str | Path) -> Document:
        """The document in one file of any format that Standoff reads.

        Raises: InputError when the file cannot be read, UsageError when it holds several documents.
        """
        # The one upward call of the ground floor, by name: users ask a Document for a file, reading lives in read/.
        return cast("Document", import_module("standoff.read").document_from_path(str(path)))


def doc_id_from_text(text: str) -> str:
    """The content hash that names a document: 16 hexadecimal digits.

    >>> doc_id_from_text("a")
    'ca978112ca1bbdca'
    """
    return hashlib.sha256(text.encode()).hexdigest()[:16]
