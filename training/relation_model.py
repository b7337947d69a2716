"""Trains the network that tells what one marked actor does to another: the base model on sentences with signs.

    python -m training.relation_model --corpora ../shared/corpora --work training/work [--folds]

Learns from the published training sentences and our own. With --folds it is cross-validated instead, since what ships
has seen all rows: five folds, all rows of one sentence in one fold; accuracy and macro-F1 over all rows together, with
an interval from drawing sentences anew.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor

from standoff.encode.relations import relation_pieces
from standoff.encode.vocabulary import speller_from_file
from standoff.values.coding import PLOVERS
from training.base import base_directory
from training.corpora.plover import MarkedRelation, read_plover, read_relations
from training.model import WIDTH
from training.recipe import OWN
from training.sentence_model import Lesson, SentenceNetwork, Teacher, classifier, padded, smoothed
from training.tensors import Pieces

N_PASSES, BATCH, TRUNK_RATE, SEED = 6, 16, 1e-4, 12
N_FOLDS, N_DRAWS = 5, 1000
LOG = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence's pieces, where the first sign of source and target stand, its root, and which sentence it is."""

    pieces: list[int]
    source: int
    target: int
    root: int
    name: str


class RelationNetwork(SentenceNetwork):
    """A classifier over the states at the two first signs and the mean."""

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        self.root = classifier(3, len(PLOVERS))

    def forward(self, pieces: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """`pieces` `(n, t)`, 0 for padding; `source`, `target` `(n,)`; scores `(n, 15)`."""
        states, mean = self.states(pieces)
        at = lambda where: states.gather(1, where[:, None, None].expand(-1, 1, WIDTH))[:, 0]  # noqa: E731
        return self.root(torch.cat([at(source), at(target), mean], dim=-1))


def rows_of(relations: Sequence[MarkedRelation], pieces_of: Pieces) -> list[Row]:
    """The rows of marked relations; one whose signs lie behind the cut is left out."""
    rows = []
    for relation in relations:
        found = relation_pieces(relation.text, relation.source, relation.target, pieces_of)
        if found is not None:
            rows.append(Row(found.pieces, found.source, found.target, PLOVERS.index(relation.root), relation.name))
    return rows


def scores_of(network: RelationNetwork, rows: Sequence[Row]) -> Tensor:
    """The scores `(n, 15)` of a batch."""
    places = (torch.tensor([getattr(row, which) for row in rows]) for which in ("source", "target"))
    return network(padded(row.pieces for row in rows), *places)


def trained(rows: Sequence[Row]) -> RelationNetwork:
    """The network after N_PASSES over the rows."""
    torch.manual_seed(SEED)
    n_steps = N_PASSES * ((len(rows) - 1) // BATCH + 1)
    wanted = lambda batch: smoothed([row.root for row in batch], len(PLOVERS))  # noqa: E731
    lesson = Lesson(scores=scores_of, wanted=wanted, n_steps=n_steps, trunk_rate=TRUNK_RATE)
    teacher, rng = Teacher(RelationNetwork(base_directory()), lesson), Random(SEED)
    for _ in range(N_PASSES):
        drawn = rng.sample(list(rows), len(rows))
        for i in range(0, len(drawn), BATCH):
            teacher.teach(drawn[i : i + BATCH])
    return teacher.network.eval()


def folds_of(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows in N_FOLDS parts of like size, all of one sentence in one part."""
    names = sorted({row.name for row in rows})
    Random(SEED).shuffle(names)
    fold = {name: i % N_FOLDS for i, name in enumerate(names)}
    return [[row for row in rows if fold[row.name] == k] for k in range(N_FOLDS)]


def macro_f1(said: Sequence[int], wanted: Sequence[int]) -> float:
    """The mean F1 over the roots that occur."""
    table = [
        (sum(a == b == root for a, b in zip(said, wanted, strict=True)), said.count(root) + wanted.count(root))
        for root in sorted(set(wanted))
    ]
    return sum(2 * both / all_of for both, all_of in table) / len(table)


def interval(rows: Sequence[Row], said: Sequence[int]) -> tuple[float, float]:
    """The 95 % interval of macro-F1 when sentences are drawn anew."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        by_name[row.name].append(i)
    groups, rng, drawn = list(by_name.values()), Random(1), []
    for _ in range(N_DRAWS):
        some = [i for group in rng.choices(groups, k=len(groups)) for i in group]
        drawn.append(macro_f1([said[i] for i in some], [rows[i].root for i in some]))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


@torch.no_grad()
def said_by(network: RelationNetwork, rows: Sequence[Row]) -> list[int]:
    """The root that the network gives each row."""
    return [int(scores_of(network, [row]).argmax()) for row in rows]


def cross_validate(rows: Sequence[Row], own: Sequence[Row], work: Path) -> None:
    """Prints what the recipe reaches on rows that it has not seen, and writes it to the work folder."""
    order: list[Row] = []
    said: list[int] = []
    folds = folds_of(rows)
    for k, held_out in enumerate(folds):
        network = trained([*(row for j, fold in enumerate(folds) if j != k for row in fold), *own])
        order, said = order + held_out, said + said_by(network, held_out)
        LOG.info("fold %d: macro-F1 so far %.3f", k, macro_f1(said, [row.root for row in order]))
    wanted = [row.root for row in order]
    low, high = interval(order, said)
    accuracy = sum(a == b for a, b in zip(said, wanted, strict=True)) / len(said)
    macro = macro_f1(said, wanted)
    print(f"{len(said)} rows: accuracy {accuracy:.3f}, macro-F1 {macro:.3f} ({low:.3f}-{high:.3f})")
    result = {"rows": len(said), "accuracy": accuracy, "macro_f1": macro, "interval": [low, high]}
    (work / "relation_folds.json").write_text(json.dumps(result) + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--folds", action="store_true", help="cross-validate and ship nothing")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    pieces_of = speller_from_file(base_directory() / "tokenizer.json")
    rows = rows_of(read_plover(options.corpora / "plover_relations" / "PLV_train.tsv"), pieces_of)
    own = rows_of(read_relations(OWN / "relations.jsonl"), pieces_of)
    if options.folds:
        cross_validate(rows, own, options.work)
        return
    folder = options.work / "relations"
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(trained([*rows, *own]).state_dict(), folder / "weights.pt")


if __name__ == "__main__":
    main()
