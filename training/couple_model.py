"""Trains the network that tells what two statements are to each other: one claim, a clash, or neither.

    python -m training.couple_model --work training/work [--held]

Reads the pairs that `training.couples` wrote. Of the many that are neither, it sees those most that the first look
takes for something, since only such pairs are read. With `--held` some events and a part of the real pairs are kept
back, and precision and recall on them are told.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor, nn

from standoff.compare.couples import FEATURES
from standoff.encode.couples import Couple, Half, couple_pieces
from standoff.encode.vocabulary import Speller, speller_from_file
from training.base import base_directory
from training.model import WIDTH
from training.sentence_model import Lesson, SentenceNetwork, Teacher, batches_of, padded, smoothed

N_FEATURES, N_LABELS = len(FEATURES), 3
NEITHER = 2
BATCH, SEED = 32, 1
PASSES, RATE = 4, 1e-4
N_HARD, N_EASY, REAL_TIMES = 5000, 1200, 2
_MIRRORED = (FEATURES.index("first is about second"), FEATURES.index("second is about first"))
"""The features that change places when the halves do."""
LOG = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class Row:
    """A pair: the pieces of both halves in either order, its features, what it is, how promising it looked."""

    pieces: tuple[list[int], list[int]]
    features: tuple[float, ...]
    label: int
    promise: float
    origin: str
    is_real: bool


class CoupleNetwork(SentenceNetwork):
    """A classifier over the mean and the first state of two statements, and what is known of the two together."""

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        self.head = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(2 * WIDTH + N_FEATURES, 256), nn.GELU(), nn.Dropout(0.2),
            nn.Linear(256, N_LABELS),
        )  # fmt: skip

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """`pieces` `(n, t)`, 0 for padding, `features` `(n, 14)`; scores `(n, 3)`."""
        states, mean = self.states(pieces)
        return self.head(torch.cat([mean, states[:, 0], features], dim=-1))


def read_rows(path: Path, pieces_of: Speller) -> list[Row]:
    """The pairs that `training.couples` wrote."""
    with path.open(encoding="utf-8") as lines:
        return [_row(json.loads(line), pieces_of) for line in lines]


def _row(raw: dict[str, Any], pieces_of: Speller) -> Row:
    halves = Half(**raw["couple"]["first"]), Half(**raw["couple"]["second"])
    features = tuple(raw["couple"]["features"])
    one, other = (couple_pieces(Couple(*two, features), pieces_of) for two in (halves, halves[::-1]))
    promise = features[0] + features[2] / 3
    return Row((one, other), features, raw["label"], promise, raw["origin"], raw["is_real"])


def drawn(rows: Sequence[Row], rng: Random) -> list[Row]:
    """The pairs of one pass: all that are something, of the others those that look promising, and a few more."""
    told = [row for row in rows if row.label != NEITHER and not row.is_real]
    other = sorted((r for r in rows if r.label == NEITHER and not r.is_real), key=lambda r: -r.promise)
    hard, easy = other[: len(other) // 3], other[len(other) // 3 :]
    some = [*rng.sample(hard, min(len(hard), N_HARD)), *rng.sample(easy, min(len(easy), N_EASY))]
    return [*told, *some, *(row for row in rows if row.is_real for _ in range(REAL_TIMES))]


def scores_of(network: CoupleNetwork, batch: Sequence[tuple[Row, bool]]) -> Tensor:
    """The scores `(n, 3)` of some pairs, each with whether it is turned round."""
    features = torch.tensor([_features(row, is_turned=is_turned) for row, is_turned in batch])
    return network(padded(row.pieces[is_turned] for row, is_turned in batch), features)


def _features(row: Row, *, is_turned: bool) -> list[float]:
    features = list(row.features)
    if is_turned:
        first, second = _MIRRORED
        features[first], features[second] = features[second], features[first]
    return features


@torch.no_grad()
def odds_of(network: CoupleNetwork, rows: Sequence[Row]) -> Tensor:
    """The probabilities `(n, 3)` of some pairs."""
    network.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].pieces[0]))
    found = torch.empty(len(rows), N_LABELS)
    for i in range(0, len(order), BATCH):
        some = order[i : i + BATCH]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found[some] = scores_of(network, [(rows[k], False) for k in some]).float().softmax(-1)
    network.train()
    return found


def train(network: CoupleNetwork, rows: Sequence[Row], n_passes: int) -> None:
    """`n_passes` over what is drawn of the rows."""
    rng, began = Random(SEED), time.monotonic()
    n_steps = n_passes * ((len(drawn(rows, Random(SEED))) - 1) // BATCH + 1)
    lesson = Lesson(
        scores=scores_of,
        wanted=lambda batch: smoothed([row.label for row, _ in batch], N_LABELS),
        n_steps=n_steps,
        trunk_rate=RATE,
    )
    teacher = Teacher(network, lesson)
    for number in range(n_passes):
        turned = [(row, rng.random() < 0.5) for row in drawn(rows, rng)]
        for batch in batches_of(turned, lambda one: len(one[0].pieces[0]), BATCH, rng):
            teacher.teach(batch)
        LOG.info("pass %d of %d, %.0f s", number + 1, n_passes, time.monotonic() - began)


def told(odds: Tensor, rows: Sequence[Row]) -> str:
    """Precision and recall of both questions from several probabilities on."""
    labels = torch.tensor([row.label for row in rows])
    parts = []
    for label, name in enumerate(("same", "clash")):
        for least in (0.3, 0.5, 0.7, 0.85):
            found = odds[:, label] >= least
            right = (found & (labels == label)).sum()
            precision, recall = right / found.sum().clamp(min=1), right / (labels == label).sum().clamp(min=1)
            parts.append(f"{name} from {least}: {precision:.2f} / {recall:.2f} of {int(found.sum())}")
    return "; ".join(parts)


def is_kept_back(row: Row) -> bool:
    """Whether a pair is of an event or day that `--held` keeps back: one in six."""
    return zlib.crc32(row.origin.encode()) % 6 == 0


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--held", action="store_true", help="keep one event and day in six back, and measure on them")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    base = base_directory()
    rows = read_rows(options.work / "couples" / "rows.jsonl", speller_from_file(base / "tokenizer.json"))
    learnt = [row for row in rows if not (options.held and is_kept_back(row))]
    torch.manual_seed(SEED)
    network = CoupleNetwork(base)
    train(network, learnt, PASSES)
    if options.held:
        for name, some in (("events", [r for r in rows if not r.is_real]), ("real", [r for r in rows if r.is_real])):
            kept = [row for row in some if is_kept_back(row)]
            LOG.info("%s: %s", name, told(odds_of(network, kept), kept))
    name = "held.pt" if options.held else "weights.pt"
    torch.save(network.state_dict(), options.work / "couples" / name)


if __name__ == "__main__":
    main()
