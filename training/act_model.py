"""Trains the network that decides the act where the trunk is unsure: the base model on single statements.

    python -m training.act_model --corpora ../shared/corpora --work training/work

Statements of our articles, sentences written for one act each, and our labels on statements in the texts of others.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from standoff.encode.acts import act_pieces
from standoff.encode.vocabulary import speller_from_file
from standoff.values.coding import ACTS
from training.base import base_directory, plain_trunk
from training.corpora import read_acts, read_gold, read_labelled
from training.examples import Example
from training.model import WIDTH
from training.recipe import OWN, read_gold_articles
from training.tensors import Pieces

N_PASSES, BATCH, TRUNK_RATE, HEAD_RATE, WARM_UP, SEED = 4, 32, 1.2e-4, 1e-3, 0.06, 3
LOG = logging.getLogger("training")

Row = tuple[list[int], int]
"""The pieces of a statement, and its act."""


class ActNetwork(nn.Module):
    """The base model with a classifier over its mean and its first state."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.trunk = plain_trunk(base).requires_grad_(True)
        self.act = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(2 * WIDTH, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, len(ACTS))
        )

    def forward(self, pieces: Tensor) -> Tensor:
        """`pieces` `(n, t)`, 0 for padding; scores `(n, 19)`."""
        nothing = torch.zeros_like(pieces)
        states = self.trunk(pieces, nothing, nothing, nothing, torch.zeros_like(pieces[:, 0]))
        there = (pieces != 0).to(states.dtype)[..., None]
        mean = (states * there).sum(1) / there.sum(1)
        return self.act(torch.cat([mean, states[:, 0]], dim=-1))


def rows_of(examples: Iterable[Example], pieces_of: Pieces) -> list[Row]:
    """The statements whose act is marked."""
    return [
        (act_pieces(e.text, s.cue, s.source, s.content, pieces_of), ACTS.index(s.act))
        for e in examples
        for s in (*(e.statements or ()), *e.acts)
        if s.act is not None
    ]


def batches_of(rows: Sequence[Row], rng: Random) -> list[list[Row]]:
    """Batches of statements of like length, in random order."""
    drawn = rng.sample(list(rows), len(rows))
    near = 20 * BATCH
    ordered = [row for i in range(0, len(drawn), near) for row in sorted(drawn[i : i + near], key=lambda r: len(r[0]))]
    batches = [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]
    rng.shuffle(batches)
    return batches


def padded(rows: Sequence[Row]) -> Tensor:
    """The pieces `(n, t)` of some statements."""
    return nn.utils.rnn.pad_sequence([torch.tensor(pieces) for pieces, _ in rows], batch_first=True)


@torch.no_grad()
def accuracy(network: ActNetwork, rows: Sequence[Row]) -> float:
    """The share of statements whose likeliest act is right."""
    network.eval()
    best = torch.cat([network(padded(rows[i : i + BATCH])).argmax(1) for i in range(0, len(rows), BATCH)])
    network.train()
    return float((best == torch.tensor([act for _, act in rows])).float().mean())


def train(network: ActNetwork, rows: Sequence[Row], checked: Sequence[Row]) -> None:
    """N_PASSES over the rows; logs the accuracy on `checked` after each."""
    groups = [
        {"params": list(network.trunk.parameters()), "rate": TRUNK_RATE},
        {"params": list(network.act.parameters()), "rate": HEAD_RATE},
    ]
    optimiser = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01, fused=True)
    rng, began, step = Random(SEED), time.monotonic(), 0
    n_steps = N_PASSES * ((len(rows) - 1) // BATCH + 1)
    network.train()
    for number in range(N_PASSES):
        for batch in batches_of(rows, rng):
            done = step / n_steps
            for group in optimiser.param_groups:
                group["lr"] = group["rate"] * min(1.0, done / WARM_UP + 1e-3) * (1 - done)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(padded(batch))
            wanted = torch.tensor([act for _, act in batch])
            F.cross_entropy(scores.float(), wanted, label_smoothing=0.05).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step += 1
        LOG.info("pass %d, %.0f s: %.3f on dev_own", number, time.monotonic() - began, accuracy(network, checked))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    base = base_directory()
    pieces_of = speller_from_file(base / "tokenizer.json")
    own = [e for path in sorted(OWN.glob("acts_[0-9].jsonl")) for e in read_acts(path)]
    real = read_labelled(OWN / "acts_real.jsonl", options.corpora)
    rows = rows_of([*read_gold_articles(options.corpora), *own, *real], pieces_of)
    LOG.info("%d statements", len(rows))
    torch.manual_seed(SEED)
    network = ActNetwork(base)
    train(network, rows, rows_of(read_gold(OWN / "dev_own.jsonl"), pieces_of))
    folder = options.work / "acts"
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(network.eval().state_dict(), folder / "weights.pt")


if __name__ == "__main__":
    main()
