"""Trains the network that decides the act where the trunk is unsure: the base model on single statements.

    python -m training.act_model --corpora ../shared/corpora --work training/work

A large one learns from the statements of our articles, sentences written for one act each, and our labels on the texts
of others; one that lies in the work folder already is taken as it is. A small one, of half the layers, learns from the
same and from what the large one takes them for, and some statements of PolNeAR's, which have no acts; it ships.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import torch
from torch import Tensor

from standoff.encode.acts import act_pieces
from standoff.encode.vocabulary import speller_from_file
from standoff.values.coding import ACTS
from training.base import base_directory
from training.corpora import read_gold, read_labelled_articles, read_polnear
from training.examples import Example
from training.model import N_LAYERS
from training.recipe import OWN, read_act_sentences, read_gold_articles
from training.sentence_model import Lesson, SentenceNetwork, Teacher, batches_of, classifier, padded, smoothed
from training.tensors import Pieces

BATCH, SEED = 32, 3
LARGE_PASSES, LARGE_RATE = 3, 1.2e-4
SMALL_PASSES, SMALL_RATE = 2, 1.5e-4
SMALL_LAYERS = (0, 2, 4)
N_UNMARKED = 10_000
TOLD_SHARE = 2 / 3
"""How much the act that somebody marked counts for the small network, beside what the large one takes it for."""
LOG = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of a statement and its act, None where nobody marked it; `shares` `(19,)` what the large network takes
    it for.
    """

    pieces: list[int]
    act: int | None
    shares: Tensor | None = None


class ActNetwork(SentenceNetwork):
    """A classifier over the mean and the first state of a statement."""

    def __init__(self, base: Path, layers: Sequence[int] = range(N_LAYERS)) -> None:
        super().__init__(base, layers)
        self.act = classifier(2, len(ACTS))

    def forward(self, pieces: Tensor) -> Tensor:
        """`pieces` `(n, t)`, 0 for padding; scores `(n, 19)`."""
        states, mean = self.states(pieces)
        return self.act(torch.cat([mean, states[:, 0]], dim=-1))


def small_network(base: Path) -> ActNetwork:
    """The network that ships, untrained."""
    return ActNetwork(base, SMALL_LAYERS)


def rows_of(examples: Iterable[Example], pieces_of: Pieces) -> list[Row]:
    """The statements of some examples."""
    return [
        Row(
            act_pieces(e.text, s.cue, s.source, s.content, pieces_of),
            None if s.act is None else ACTS.index(s.act),
        )
        for e in examples
        for s in (*(e.statements or ()), *e.acts)
    ]


def scores_of(network: ActNetwork, rows: Sequence[Row]) -> Tensor:
    """The scores `(n, 19)` of some statements."""
    return network(padded(row.pieces for row in rows))


@torch.no_grad()
def shares_of(network: ActNetwork, rows: Sequence[Row]) -> Tensor:
    """The probabilities `(n, 19)` of some statements' acts."""
    network.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].pieces))
    found = torch.empty(len(rows), len(ACTS))
    for i in range(0, len(order), BATCH):
        some = order[i : i + BATCH]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found[some] = scores_of(network, [rows[k] for k in some]).float().softmax(-1)
    network.train()
    return found


def accuracy(network: ActNetwork, rows: Sequence[Row]) -> float:
    """The share of statements whose likeliest act is right."""
    acts = torch.tensor([row.act for row in rows])
    return float((shares_of(network, rows).argmax(1) == acts).float().mean())


def wanted_shares(batch: Sequence[Row]) -> Tensor:
    """The shares `(n, 19)` to be learned: of the act that was marked, of what the large network says, or of both."""
    return torch.stack([_wanted(row) for row in batch])


def _wanted(row: Row) -> Tensor:
    told = None if row.act is None else smoothed([row.act], len(ACTS))[0]
    known = [(weight, own) for weight, own in ((TOLD_SHARE, told), (1 - TOLD_SHARE, row.shares)) if own is not None]
    return torch.stack([weight * own for weight, own in known]).sum(0) / sum(weight for weight, _ in known)


def train(network: ActNetwork, rows: Sequence[Row], checked: Sequence[Row], n_passes: int, rate: float) -> None:
    """`n_passes` over the rows; logs the accuracy on `checked` after each."""
    n_steps = n_passes * ((len(rows) - 1) // BATCH + 1)
    lesson = Lesson(scores=scores_of, wanted=wanted_shares, n_steps=n_steps, trunk_rate=rate)
    teacher, rng, began = Teacher(network, lesson), Random(SEED), time.monotonic()
    for number in range(n_passes):
        for batch in batches_of(rows, lambda row: len(row.pieces), BATCH, rng):
            teacher.teach(batch)
        LOG.info("pass %d, %.0f s: %.3f on dev_own", number, time.monotonic() - began, accuracy(network, checked))


def taught(large: ActNetwork, rows: Sequence[Row], checked: Sequence[Row], base: Path) -> ActNetwork:
    """The small network, which begins with every other layer of the large one and learns what it says."""
    network = small_network(base)
    network.load_state_dict(_thinned(large.state_dict()))
    shares = shares_of(large, rows)
    rows = [replace(row, shares=own) for row, own in zip(rows, shares, strict=True)]
    train(network, rows, checked, SMALL_PASSES, SMALL_RATE)
    return network


def _thinned(state: dict[str, Tensor]) -> dict[str, Tensor]:
    kept = {f"trunk.layers.{old}.": f"trunk.layers.{new}." for new, old in enumerate(SMALL_LAYERS)}
    thinned = {}
    for key, value in state.items():
        layer = next((old for old in kept if key.startswith(old)), None)
        if layer is not None:
            thinned[kept[layer] + key.removeprefix(layer)] = value
        elif not key.startswith("trunk.layers."):
            thinned[key] = value
    return thinned


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    base = base_directory()
    pieces_of = speller_from_file(base / "tokenizer.json")
    examples = [
        *read_gold_articles(options.corpora),
        *read_act_sentences(options.corpora),
        *read_labelled_articles(OWN / "articles_real.jsonl", options.corpora),
    ]
    rows = [row for row in rows_of(examples, pieces_of) if row.act is not None]
    unmarked = rows_of(read_polnear(options.corpora / "polnear" / "train"), pieces_of)
    checked = rows_of(read_gold(OWN / "dev_own.jsonl"), pieces_of)
    unmarked = Random(SEED).sample(unmarked, N_UNMARKED)
    LOG.info("%d statements, %d without act", len(rows), len(unmarked))
    torch.manual_seed(SEED)
    large, kept = ActNetwork(base), options.work / "acts_large" / "weights.pt"
    if kept.exists():
        large.load_state_dict(torch.load(kept, weights_only=True, map_location="cpu"))
    else:
        train(large, rows, checked, LARGE_PASSES, LARGE_RATE)
        _save(large, kept)
    _save(taught(large, [*rows, *unmarked], checked, base), options.work / "acts" / "weights.pt")


def _save(network: ActNetwork, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), path)


if __name__ == "__main__":
    main()
