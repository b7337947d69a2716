"""Figures with intervals, from counts by document; and the report that holds them.

Intervals are percentile bootstrap intervals by document (Efron 1979): documents are drawn anew with replacement, their
counts added up, the figure taken; the middle 95 % of the figures is the interval. Sentences of one article are not
independent of one another, articles nearly are; so articles are what is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

N_RESAMPLES = 1000
SEED = 20211202
"""Any fixed number does: the same predictions give the same intervals."""

_MIDDLE_PERCENT = (2.5, 97.5)

Floats = npt.NDArray[np.float64]
Draws = npt.NDArray[np.int64]
"""`(1 + n_resamples, n_documents)`: how often each document was drawn; the first row takes each once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a report; `low` and `high` bound its 95 % interval, None where one document gives no spread.

    `n` counts what the figure is a share of.
    """

    name: str
    value: float
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How well predictions agree with one corpus.

    `sha256` is the hash of the corpus, by which floors know it; `notes` lines that the figures are to be read with;
    `misses` one line for each thing to look at, where the measure lists them.
    """

    corpus: str
    sha256: str
    n_documents: int
    n_gold: int
    n_predicted: int
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    def value(self, name: str) -> float:
        """The value of one figure.

        Raises: KeyError when the report has no figure of this name.
        """
        return {figure.name: figure.value for figure in self.figures}[name]


def draws(n_documents: int) -> Draws:
    """How often each document is drawn, in the sample itself (first row) and in each resample; seeded.

    Only the first row for fewer than two documents: drawing one of one tells nothing.
    """
    if n_documents < 2:
        return np.ones((1, n_documents), dtype=np.int64)
    random = np.random.default_rng(SEED)
    again = random.multinomial(n_documents, [1 / n_documents] * n_documents, size=N_RESAMPLES)
    return np.vstack([np.ones((1, n_documents), dtype=np.int64), again])


class Sums:
    """The counts of all documents added up, once for the sample and once for each resample."""

    def __init__(self, documents: Sequence[Mapping[str, float]]) -> None:
        self._drawn = draws(len(documents))
        self._documents = documents

    def of(self, key: str) -> Floats:
        """The sums of one count, `(1 + n_resamples,)`; zeros for a count that no document has."""
        column = np.array([counts.get(key, 0) for counts in self._documents], dtype=np.float64)
        return np.asarray(self._drawn @ column, dtype=np.float64)


def figure(name: str, values: Floats, n: float) -> Figure:
    """The figure whose sample value comes first in `values` and whose resampled values follow."""
    value = float(values[0])
    if len(values) < 2:
        return Figure(name=name, value=value, low=None, high=None, n=int(n))
    low, high = np.percentile(values[1:], _MIDDLE_PERCENT)
    return Figure(name=name, value=value, low=float(low), high=float(high), n=int(n))


def ratio(part: Floats, whole: Floats) -> Floats:
    """`part / whole`, 0 where there is nothing to take a share of."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def prf_figures(sums: Sums, name: str) -> tuple[Figure, ...]:
    """Precision, recall and F1 of one thing counted."""
    right, predicted, gold = (sums.of(f"{name}.{key}") for key in ("right", "predicted", "gold"))
    return (
        figure(f"{name}.precision", ratio(right, predicted), predicted[0]),
        figure(f"{name}.recall", ratio(right, gold), gold[0]),
        figure(f"{name}.f1", ratio(2 * right, predicted + gold), gold[0]),
    )


def field_figures(sums: Sums, field: str, labels: Sequence[str]) -> tuple[Figure, ...]:
    """Accuracy, macro-F1 over the labels that the gold has, and precision, recall and F1 of each."""
    in_gold = [label for label in labels if sums.of(f"{field}.{label}.gold")[0] > 0]
    right, gold = sums.of(f"{field}.right"), sums.of(f"{field}.gold")
    total, n_present = np.zeros_like(gold), np.zeros_like(gold)
    for label in in_gold:
        total += f1(sums, f"{field}.{label}")
        n_present += sums.of(f"{field}.{label}.gold") > 0
    macro = ratio(total, n_present)
    figures = [figure(f"{field}.accuracy", ratio(right, gold), gold[0]), figure(f"{field}.macro_f1", macro, gold[0])]
    for label in in_gold:
        figures.extend(prf_figures(sums, f"{field}.{label}"))
    return tuple(figures)


def f1(sums: Sums, name: str) -> Floats:
    """F1 of one thing counted; 0 where neither side has it."""
    right, predicted, gold = (sums.of(f"{name}.{key}") for key in ("right", "predicted", "gold"))
    return ratio(2 * right, predicted + gold)


def report_lines(report: Report) -> tuple[str, ...]:
    """The report for people, one figure a line: name, value, 95 % interval, what it is a share of; then the notes."""
    head = f"{report.corpus}: {report.n_documents} documents, {report.n_gold} in gold, {report.n_predicted} predicted"
    width = max((len(f.name) for f in report.figures), default=0)
    return (head, *(_figure_line(f, width) for f in report.figures), *report.notes, *report.misses)


def _figure_line(shown: Figure, width: int) -> str:
    """One figure as a line, its name padded to `width`."""
    interval = "       -      " if shown.low is None else f"{shown.low:.3f} to {shown.high:.3f}"
    return f"{shown.name:<{width}}  {shown.value:.3f}  {interval}  n={shown.n}"


def report_json(report: Report) -> dict[str, object]:
    """The report as one JSON object, with all its fields by name and full precision."""
    return {"schema": "standoff-report/1", **asdict(report)}
