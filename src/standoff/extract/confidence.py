"""How far a statement can be trusted: a calibrated number from the model's own doubts.

A logistic curve over a few scores, fitted on documents that no weights were trained on (training/calibrate.py):
the share of statements given this value whose content and source are right. The file names the weights it fits.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from standoff.extract.decode import Piece
from standoff.values.reading import Anchor

FEATURES = (
    "anchor", "content", "edges", "source", "source_share", "no_source", "no_cue", "no_content", "length",
)  # fmt: skip
Features = tuple[float, ...]
CALIBRATION = Path(__file__).parent / "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """The curve: a bias and one weight a feature, and the hash of the weights that it was fitted on."""

    model: str
    bias: float
    weights: tuple[float, ...]

    def confidence(self, features: Sequence[float]) -> float:
        """The calibrated share, 0-1, rounded to four digits so that records stay short."""
        total = self.bias + sum(w * f for w, f in zip(self.weights, features, strict=True))
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


@lru_cache(maxsize=1)
def shipped_calibration() -> Calibration:
    """The curve that ships with the weights."""
    data = json.loads(CALIBRATION.read_text(encoding="utf-8"))
    return Calibration(data["model"], data["bias"], tuple(data["weights"][name] for name in FEATURES))


def confidence_features(anchor: Anchor, pieces: Sequence[Piece]) -> Features:
    """The scores that confidence is read from, in the order of FEATURES; 0 where there is none.

    Log-probabilities, but for `anchor` (log-odds), `source_share` (a probability) and `length` (logarithm of words):
    long contents are safer, since a guess at a word or two is easily beside the mark.
    """
    contents = [p for p in pieces if p.role == "content"]
    sources = [p for p in pieces if p.role == "source"]
    source_score = min((p.score for p in sources), default=0.0)
    anchor_score = min(max(anchor.score, 1e-4), 1 - 1e-4)
    return (
        math.log(anchor_score / (1 - anchor_score)),
        min((p.score for p in contents), default=0.0),
        max(min((p.edges for p in contents), default=0.0), -5.0),
        max(source_score, -5.0),
        math.exp(source_score) if sources else 0.0,
        float(not sources),
        float(not anchor.has_cue),
        float(not contents),
        math.log1p(sum(p.words.end - p.words.start for p in contents)),
    )
