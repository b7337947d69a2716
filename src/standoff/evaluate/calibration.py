"""Whether a confidence of 0.8 is right four times in five."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from standoff.evaluate.counts import has_same_source
from standoff.evaluate.figures import Draws, Figure, draws, figure
from standoff.evaluate.marked import Marked, closeness
from standoff.evaluate.spans import matches

N_BINS = 10
"""Bins of equal mass; with ten, a bin of the bundled development set holds some thirty statements."""

Floats = npt.NDArray[np.float64]


class Trust(NamedTuple):
    """One predicted statement: the confidence it was given, and whether its content and its source are right."""

    confidence: float
    is_right: bool


def trusts(confidences: Sequence[float], predicted: Sequence[Marked], gold: Sequence[Marked]) -> tuple[Trust, ...]:
    """For each predicted statement of one document its confidence and whether it is right.

    Right is: matched to a gold statement by content (by cue where there is none), and the same source.
    """
    pairs = matches(
        [s.key() for s in predicted], [s.key() for s in gold], lambda i, j: closeness(predicted[i], gold[j])
    )
    right = {i for i, j in pairs if has_same_source(predicted[i], gold[j])}
    return tuple(Trust(confidence, i in right) for i, confidence in enumerate(confidences))


def calibration_figure(documents: Sequence[Sequence[Trust]]) -> Figure:
    """Expected calibration error over all statements: 0 is perfect, lower is better."""
    rows = [(t.confidence, t.is_right, d) for d, document in enumerate(documents) for t in document]
    rows.sort(key=lambda row: row[0])
    table = np.array(rows, dtype=np.float64).reshape(-1, 3)
    drawn: Draws = draws(len(documents))
    of_document = table[:, 2].astype(np.int64)
    errors = [calibration_error(np.repeat(table[:, :2], times[of_document], axis=0)) for times in drawn]
    return figure("confidence.calibration_error", np.array(errors), len(rows))


def calibration_error(rows: Floats) -> float:
    """Mean distance between confidence and share right over bins of equal mass, weighted by their size.

    `rows` is `(n, 2) float64`, confidence and right (0 or 1), by rising confidence; 0 when there are none.

    Source: expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015), bins of equal mass.

    >>> calibration_error(np.array([[0.5, 0.0], [0.5, 1.0]] * 10))
    0.0
    """
    if not len(rows):
        return 0.0
    sums = [np.abs(part.sum(axis=0) @ [1, -1]) for part in np.array_split(rows, N_BINS) if len(part)]
    return float(sum(sums) / len(rows))
