"""Bytes to documents: text, Markdown, saved web pages, JSON, JSON lines, CSV, folders of them, standard input."""

from __future__ import annotations

import sys
from itertools import islice

from standoff.errors import InputError, UsageError
from standoff.read.options import MAX_BYTES, ReadOptions, Skipped
from standoff.read.primary import primary_record
from standoff.read.sources import iter_documents
from standoff.read.turns import turns_in_record
from standoff.values.document import Document

__all__ = [
    "MAX_BYTES",
    "ReadOptions",
    "Skipped",
    "document_from_path",
    "iter_documents",
    "primary_record",
    "turns_in_record",
]


def document_from_path(path: str) -> Document:
    """The one document that the path holds.

    Raises: InputError when it cannot be read, UsageError when it holds several documents.
    """
    found = list(islice(iter_documents([path], stdin=sys.stdin.buffer), 2))
    if len(found) > 1:
        raise UsageError(f"{path}: holds several documents; use standoff.read.iter_documents, or split it")
    if isinstance(found[0], Skipped):
        raise InputError(found[0].path, found[0].reason, found[0].detail)
    return found[0]
