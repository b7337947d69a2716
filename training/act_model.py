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
from torch import Tensor

from standoff.encode.acts import act_pieces
from standoff.encode.vocabulary import speller_from_file
from standoff.values.coding import ACTS
from training.base import base_directory
from training.corpora import read_gold
from training.examples import Example
from training.recipe import OWN, read_act_sentences, read_gold_articles
from training.sentence_model import Lesson, SentenceNetwork, Teacher, classifier, padded
from training.tensors import Pieces

N_PASSES, BATCH, TRUNK_RATE, SEED = 4, 32, 1.2e-4, 3
LOG = logging.getLogger("training")

Row = tuple[list[int], int]
"""The pieces of a statement, and its act."""


class ActNetwork(SentenceNetwork):
    """A classifier over the mean and the first state of a statement."""

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        self.act = classifier(2, len(ACTS))

    def forward(self, pieces: Tensor) -> Tensor:
        """`pieces` `(n, t)`, 0 for padding; scores `(n, 19)`."""
        states, mean = self.states(pieces)
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


def scores_of(network: ActNetwork, rows: Sequence[Row]) -> Tensor:
    """The scores `(n, 19)` of some statements."""
    return network(padded(pieces for pieces, _ in rows))


@torch.no_grad()
def accuracy(network: ActNetwork, rows: Sequence[Row]) -> float:
    """The share of statements whose likeliest act is right."""
    network.eval()
    best = torch.cat([scores_of(network, rows[i : i + BATCH]).argmax(1) for i in range(0, len(rows), BATCH)])
    network.train()
    return float((best == torch.tensor([act for _, act in rows])).float().mean())


def train(network: ActNetwork, rows: Sequence[Row], checked: Sequence[Row]) -> None:
    """N_PASSES over the rows; logs the accuracy on `checked` after each."""
    n_steps = N_PASSES * ((len(rows) - 1) // BATCH + 1)
    lesson = Lesson(scores=scores_of, wanted=lambda row: row[1], n_steps=n_steps, trunk_rate=TRUNK_RATE)
    teacher, rng, began = Teacher(network, lesson), Random(SEED), time.monotonic()
    for number in range(N_PASSES):
        for batch in batches_of(rows, rng):
            teacher.teach(batch)
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
    rows = rows_of([*read_gold_articles(options.corpora), *read_act_sentences(options.corpora)], pieces_of)
    LOG.info("%d statements", len(rows))
    torch.manual_seed(SEED)
    network = ActNetwork(base)
    train(network, rows, rows_of(read_gold(OWN / "dev_own.jsonl"), pieces_of))
    folder = options.work / "acts"
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(network.eval().state_dict(), folder / "weights.pt")


if __name__ == "__main__":
    main()
