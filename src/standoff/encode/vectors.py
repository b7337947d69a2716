"""Vectors of stretches of text, from what each of their words adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from standoff.spans import Span
from standoff.values.reading import Floats, Halves, Reading


def halved(rows: Floats) -> Halves:
    """The same rows to three digits, in half the room."""
    return rows.astype(np.float16)


def vectors_of(reading: Reading, stretches: Iterable[Sequence[Span]]) -> Floats:
    """A unit row `(n, dim) float32` for each stretch, which may be of several pieces; zeros where it has no word."""
    starts, ends = (np.array(places) for places in ([w.start for w in reading.words], [w.end for w in reading.words]))
    rows = []
    for pieces in stretches:
        row = np.zeros(reading.vector_parts.shape[1], dtype=np.float32)
        for piece in pieces:
            first, last = np.searchsorted(ends, piece.start, "right"), np.searchsorted(starts, piece.end)
            row += reading.vector_parts[first:last].sum(axis=0)
        rows.append(row / max(float(np.linalg.norm(row)), 1e-9))
    return np.stack(rows) if rows else np.zeros((0, reading.vector_parts.shape[1]), dtype=np.float32)
