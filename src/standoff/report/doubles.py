"""Documents whose texts are the same to the letter: one text given twice, or printed by two outlets or on two days.

A document is known by its text alone, so comparing takes such documents for one, and each claim in them has one origin.
Here they are told apart by their numbers in the brief.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.values import Document

_UNDATED = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """Two documents of one text, by their numbers from 1; `is_dated` says whether dates tell which came first."""

    doc_id: str
    original: int
    copy: int
    is_dated: bool


def doubles_in(documents: Sequence[Document]) -> tuple[Double, ...]:
    """Each document that has the text of another, with the earliest of that text, else the first that was given."""
    by_id: dict[str, list[int]] = defaultdict(list)
    for n, document in enumerate(documents, start=1):
        by_id[document.doc_id].append(n)
    found = []
    for numbers in by_id.values():
        original = min(numbers, key=lambda n: (documents[n - 1].published or _UNDATED, n))
        found += [_double(documents, original, n) for n in numbers if n != original]
    return tuple(sorted(found, key=lambda double: double.copy))


def _double(documents: Sequence[Document], original: int, copy: int) -> Double:
    days = {documents[n - 1].published for n in (original, copy)}
    return Double(
        doc_id=documents[copy - 1].doc_id,
        original=original,
        copy=copy,
        is_dated=None not in days and len(days) > 1,
    )
