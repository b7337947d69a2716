"""Fits what decoding needs beside the weights: the curve of confidence.

    python -m training.calibrate --corpora ../shared/corpora

Fitted on documents that no weights were trained on (our `dev_own` and `story`, and the real articles of `dev`);
the error that is printed is out of fold, by document. Run after each export: the file names the weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from standoff.encode.onnx import OnnxEncoder
from standoff.evaluate.calibration import calibration_error
from standoff.evaluate.counts import has_same_source
from standoff.evaluate.gold import GoldDocument, read_gold
from standoff.evaluate.marked import closeness, marked
from standoff.evaluate.spans import matches
from standoff.extract.confidence import CALIBRATION, FEATURES
from standoff.extract.statements import statements_with_features
from standoff.values.document import Document
from training.recipe import OWN

Floats = npt.NDArray[np.float64]
RIDGE = 1.0  # keeps weights small where a feature is rare


def rows_of(document: GoldDocument, encoder: OnnxEncoder) -> tuple[Floats, Floats]:
    """The features of each statement found, `(n, n_features)`, and whether it is right, `(n,)`."""
    article = Document.from_text(document.text, path=document.name)
    made = statements_with_features(article, encoder.read(article, "gold"))
    predicted = [marked(s) for s, _ in made]
    gold = [marked(s) for s in document.statements]
    keys = [s.key() for s in predicted], [s.key() for s in gold]
    pairs = matches(*keys, lambda i, j: closeness(predicted[i], gold[j]))
    right = {i for i, j in pairs if has_same_source(predicted[i], gold[j])}
    features = np.array([f for _, f in made], dtype=np.float64).reshape(-1, len(FEATURES))
    return features, np.array([float(i in right) for i in range(len(made))])


def fitted(features: Floats, right: Floats) -> Floats:
    """Bias and weights of a logistic curve with a ridge (Newton's method)."""
    design = np.hstack([np.ones((len(features), 1)), features])
    ridge = np.diag([0.0, *[RIDGE] * features.shape[1]])
    weights = np.zeros(design.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (share - right) + ridge @ weights
        curve = design.T @ (design * (share * (1 - share))[:, None]) + ridge + 1e-6 * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights


def out_of_fold_error(rows: Sequence[tuple[Floats, Floats]]) -> float:
    """The expected calibration error when each document's curve is fitted on the others."""
    table = []
    for i, (features, right) in enumerate(rows):
        others = [r for j, r in enumerate(rows) if j != i]
        weights = fitted(np.vstack([f for f, _ in others]), np.concatenate([r for _, r in others]))
        share = 1 / (1 + np.exp(-(np.hstack([np.ones((len(features), 1)), features]) @ weights)))
        table += list(zip(share, right, strict=True))
    return calibration_error(np.array(sorted(table)))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    options = parser.parse_args()
    encoder = OnnxEncoder.shipped()
    paths = [OWN / "dev_own.jsonl", OWN / "story.jsonl", options.corpora / "gold" / "dev.jsonl"]
    rows = [rows_of(document, encoder) for path in paths for document in read_gold(path)]
    weights = fitted(np.vstack([f for f, _ in rows]), np.concatenate([r for _, r in rows]))
    named = {name: round(float(w), 4) for name, w in zip(FEATURES, weights[1:], strict=True)}
    fit = {"model": encoder.name, "bias": round(float(weights[0]), 4), "weights": named}
    CALIBRATION.write_text(json.dumps(fit, indent=1) + "\n", encoding="utf-8")
    print(f"{sum(len(r) for _, r in rows)} statements, calibration error out of fold {out_of_fold_error(rows):.3f}")


if __name__ == "__main__":
    main()
