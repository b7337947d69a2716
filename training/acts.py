"""Fits the least probability at which an act other than `assert` is told.

    python -m training.acts --corpora ../shared/corpora

Fitted on all that no weights were trained on, `dev_own`, `story` and the real articles of `dev`: the threshold with the
best mean of accuracy and macro-F1, one number for 651 statements. Run after each export.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from standoff.code.acts import FITTED
from standoff.encode.acts import anchors_of_statements
from standoff.encode.onnx import OnnxEncoder
from standoff.evaluate.found import found_statements
from standoff.evaluate.gold import GoldDocument, read_gold
from standoff.extract.confidence import shipped_calibration
from standoff.extract.statements import statements_from_reading
from standoff.values import ACTS
from standoff.values.document import Document
from standoff.values.reading import Floats
from training.recipe import OWN

THRESHOLDS = np.arange(0.0, 0.65, 0.025)


@dataclass(frozen=True, slots=True)
class Row:
    """A statement that was found: the probabilities of its acts, and the act in the gold."""

    odds: Floats
    wanted: str


def rows_of(document: GoldDocument, encoder: OnnxEncoder) -> list[Row]:
    """The gold statements of a document that were found."""
    article = Document.from_text(document.text, path=document.name)
    reading = encoder.read(article, "gold")
    statements = statements_from_reading(article, reading, shipped_calibration())
    reading = encoder.with_acts(article, reading, statements)
    at = anchors_of_statements(reading, statements)
    return [
        Row(np.exp(reading.anchors[at[statements[i].statement_id]].act), document.statements[j].act)
        for i, j in found_statements(statements, document.statements)
        if statements[i].statement_id in at
    ]


def told(row: Row, threshold: float) -> str:
    """The act that is told with that threshold."""
    best = int(row.odds.argmax())
    return ACTS[best] if row.odds[best] >= threshold else "assert"


def scores(rows: Sequence[Row], threshold: float) -> tuple[float, float]:
    """Accuracy and macro-F1 over the acts that occur in the gold."""
    said = [told(row, threshold) for row in rows]
    wanted = [row.wanted for row in rows]
    f1 = []
    for act in sorted(set(wanted)):
        both = sum(a == b == act for a, b in zip(said, wanted, strict=True))
        f1.append(2 * both / (said.count(act) + wanted.count(act)))
    return sum(a == b for a, b in zip(said, wanted, strict=True)) / len(rows), sum(f1) / len(f1)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    options = parser.parse_args()
    encoder = OnnxEncoder.shipped()
    own = [
        row for name in ("dev_own", "story") for d in read_gold(OWN / f"{name}.jsonl") for row in rows_of(d, encoder)
    ]
    real = [row for d in read_gold(options.corpora / "gold" / "dev.jsonl") for row in rows_of(d, encoder)]
    best = max(THRESHOLDS, key=lambda t: (sum(scores([*own, *real], t)), -t))
    FITTED.write_text(json.dumps({"model": encoder.name, "threshold": round(float(best), 3)}) + "\n", encoding="utf-8")
    for name, rows in (("dev_own and story", own), ("dev", real)):
        accuracy, macro = scores(rows, float(best))
        print(f"{name}: {len(rows)} statements, accuracy {accuracy:.3f}, macro-F1 {macro:.3f}")


if __name__ == "__main__":
    main()
