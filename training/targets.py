"""Fits the weights of the reasons for which somebody is a statement's target.

    python -m training.targets --corpora ../shared/corpora

Fitted on annotated articles of all kinds but `dev`, most of which the network has learned from: the thresholds are
the best on those that it has not, `dev_own`, `story` and `dev`. (Weights fitted on the first two alone reach less.) Run
after each export.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from standoff.cli.evaluate import as_read
from standoff.encode.onnx import OnnxEncoder
from standoff.evaluate.actors import NOBODY, is_same_name, plain_name
from standoff.evaluate.found import found_statements
from standoff.evaluate.gold import GoldDocument, read_gold
from standoff.extract.confidence import shipped_calibration
from standoff.extract.statements import statements_from_reading
from standoff.knowledge import knowledge
from standoff.resolve import candidates_of_statements
from standoff.resolve.targets import WEIGHTS, Candidate, Weights, chosen_targets
from standoff.values.document import Document
from training.calibrate import fitted
from training.recipe import OWN

THRESHOLDS = np.arange(0.15, 0.6, 0.025).round(3).tolist()


@dataclass(frozen=True, slots=True)
class Row:
    """A statement that was found: its candidates, and the names of its targets in the gold."""

    candidates: tuple[Candidate, ...]
    wanted: tuple[str, ...]


def rows_of(document: GoldDocument, encoder: OnnxEncoder) -> list[Row]:
    """The gold statements of a document that were found."""
    article = as_read(Document.from_text(document.text, path=document.name))
    reading = encoder.read(article, "gold")
    statements = statements_from_reading(article, reading, shipped_calibration())
    reading = encoder.with_acts(article, reading, statements)
    candidates = candidates_of_statements(article, reading, statements, knowledge())
    return [
        Row(candidates[i], tuple(n for n in document.statements[j].target_actors if n not in NOBODY))
        for i, j in found_statements(statements, document.statements)
    ]


def is_wanted(candidate: Candidate, row: Row) -> bool:
    """Whether a candidate is one of the gold's targets."""
    return any(_is_same(candidate.actor.name, name) for name in row.wanted)


def _is_same(one: str, other: str) -> bool:
    return is_same_name(plain_name(one), plain_name(other))


def f1(rows: Sequence[Row], weights: Weights) -> float:
    """F1 of target actors."""
    right = n_found = n_wanted = 0
    for row in rows:
        names = {t.actor.name for t in chosen_targets(row.candidates, weights)}
        right += sum(any(_is_same(name, wanted) for wanted in row.wanted) for name in names)
        n_found, n_wanted = n_found + len(names), n_wanted + len(set(row.wanted))
    return 2 * right / max(1, n_found + n_wanted)


def fit(rows: Sequence[Row], unseen: Sequence[Row]) -> Weights:
    """The weights fitted on some rows, and the thresholds that give the best F1 on others."""
    pairs = [(c, row) for row in rows for c in row.candidates]
    names = sorted({name for c, _ in pairs for name in c.reasons})
    features = np.array([[c.reasons.get(name, 0.0) for name in names] for c, _ in pairs])
    solved = fitted(features, np.array([float(is_wanted(c, row)) for c, row in pairs]))
    found = {name: round(float(w), 3) for name, w in zip(["always", *names], solved, strict=True)}
    made = [Weights(found, directed, calm) for directed in THRESHOLDS for calm in THRESHOLDS if calm >= directed]
    return max(made, key=lambda w: (f1(unseen, w), -w.threshold, -w.threshold_undirected))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    options = parser.parse_args()
    encoder = OnnxEncoder.shipped()
    paths = [OWN / f"{name}.jsonl" for name in ("dev_own", "story", "train_own", "train_events")]
    paths.append(options.corpora / "gold" / "train_public.jsonl")
    parts = [[row for d in read_gold(path) for row in rows_of(d, encoder)] for path in paths]
    own = [row for part in parts for row in part]
    real = [row for d in read_gold(options.corpora / "gold" / "dev.jsonl") for row in rows_of(d, encoder)]
    weights = fit(own, [*parts[0], *parts[1], *real])
    data = {"model": encoder.name, **asdict(weights)}
    WEIGHTS.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(f"{len(own)} statements; target F1 {f1(own, weights):.3f} on them, {f1(real, weights):.3f} on dev")


if __name__ == "__main__":
    main()
