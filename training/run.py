"""Trains the network by a recipe, in stages that can be stopped and taken up again.

    python -m training.run --stage main   [--corpora ../shared/corpora] [--work training/work] [--minutes 110]
    python -m training.run --stage finish
    python -m training.run --stage who
    python -m training.run --stage code
    python -m training.run --stage news
    python -m training.run --stage names

Each stage has a folder of its own in the work folder; its checkpoint holds all that is needed to go on. Everything
seen is logged to `train.log` there.
"""

from __future__ import annotations

import argparse
import logging
import math
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import torch

from standoff.encode.vocabulary import speller_from_file
from training.base import base_directory, load_base, plain_trunk
from training.losses import Network, losses
from training.recipe import STAGES, STARTS_FROM, Corpora, Recipe, pass_examples, read_corpora
from training.tensors import BatchTensors, LabelledWindow, Pieces, batch_tensors, labelled_windows

LOG = logging.getLogger("training")
LOG_EVERY, SAVE_EVERY = 50, 250
AVERAGE_EVERY = 4  # steps; averaging costs as much as a tenth of a step, and loses nothing by being rarer


class Trainer:
    """Network, averaged weights and optimiser, with the step they are at."""

    def __init__(self, recipe: Recipe, n_steps: int, base: Path) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe, self.n_steps, self.step = recipe, n_steps, 0
        self.network = Network()
        load_base(self.network.trunk, base)
        self.average = {k: v.clone() for k, v in self.network.state_dict().items()}
        self.teacher = plain_trunk(base)
        for name, parameter in self.network.named_parameters():
            parameter.requires_grad_(name.startswith(recipe.only or ""))
        heads = [p for name, p in self.network.named_parameters() if not name.startswith("trunk.")]
        groups = [
            {"params": list(self.network.trunk.parameters()), "rate": recipe.trunk_rate},
            {"params": heads, "rate": recipe.head_rate},
        ]
        self.optimiser = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01, fused=True)

    def learn(self, batch: BatchTensors) -> dict[str, float]:
        """One step on one batch; returns the terms of its loss."""
        done = self.step / self.n_steps
        scale = min(1.0, done / self.recipe.warm_up) * max(0.0, 1 - done)
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * max(scale, 1e-3)
        is_taught = self.step % self.recipe.vector_every == 0 and not self.recipe.only
        teacher = self.teacher if is_taught else None
        with torch.autocast("cpu", dtype=torch.bfloat16):
            terms = losses(self.network, batch, teacher, self.recipe.who_weight)
        total = torch.stack([term.float() for term in terms.values()]).sum()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            keep = min(self.recipe.average, self.step / (self.step + 10)) ** AVERAGE_EVERY
            for key, value in self.network.state_dict().items():
                self.average[key].lerp_(value.to(self.average[key].dtype), 1 - keep)
        return {name: float(term.detach()) for name, term in terms.items()}

    def save(self, path: Path) -> None:
        """Writes all that is needed to go on, whole or not at all."""
        state = {
            "step": self.step,
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "random": torch.get_rng_state(),
        }
        torch.save(state, path.with_suffix(".tmp"))
        path.with_suffix(".tmp").replace(path)

    def start_from(self, parts: Mapping[Path, float]) -> None:
        """Takes other stages' weights to begin with; a head that they did not train begins anew."""
        self.network.load_state_dict(blended(parts), strict=False)
        self.average = {k: v.clone() for k, v in self.network.state_dict().items()}

    def load(self, path: Path) -> None:
        """Takes up from a checkpoint."""
        state = torch.load(path, weights_only=True)
        self.step = state["step"]
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"])


def blended(parts: Mapping[Path, float]) -> dict[str, torch.Tensor]:
    """The mean of some stages' weights, each counted as told; what a stage did not train is that of the others."""
    states = {path: torch.load(path, weights_only=True, map_location="cpu") for path in parts}
    keys = dict.fromkeys(key for state in states.values() for key in state)
    mixed = {}
    for key in keys:
        holding = {path: state[key] for path, state in states.items() if key in state}
        total = sum(parts[path] for path in holding)
        mixed[key] = sum((parts[path] / total * value.float() for path, value in holding.items()), torch.zeros(()))
    return mixed


def pass_batches(corpora: Corpora, recipe: Recipe, number: int, pieces_of: Pieces) -> list[list[LabelledWindow]]:
    """The batches of one pass."""
    rng = Random(f"{recipe.seed}:{number}:batches")
    windows = [w for e in pass_examples(corpora, recipe, number) for w in labelled_windows(e, pieces_of)]
    return batches_of(windows, recipe.batch_pieces, rng)


def batches_of(windows: Sequence[LabelledWindow], n_pieces: int, rng: Random) -> list[list[LabelledWindow]]:
    """Batches of about `n_pieces`: windows of like length together, in random order."""
    ordered = list(windows)
    rng.shuffle(ordered)
    ordered.sort(key=lambda w: len(w.input.pieces) // 16)
    batches: list[list[LabelledWindow]] = [[]]
    for window in ordered:
        if (len(batches[-1]) + 1) * len(window.input.pieces) > n_pieces and batches[-1]:
            batches.append([])
        batches[-1].append(window)
    rng.shuffle(batches)
    return batches


def iter_batches(corpora: Corpora, recipe: Recipe, pieces_of: Pieces, first: int) -> Iterator[BatchTensors]:
    """All batches of all passes from step `first` on."""
    step = 0
    for number in range(recipe.n_passes):
        for windows in pass_batches(corpora, recipe, number, pieces_of):
            if step >= first:
                yield batch_tensors(windows, Random(f"{recipe.seed}:{step}"))
            step += 1


def train(recipe: Recipe, corpora_folder: Path, work: Path, minutes: float, start: Mapping[Path, float]) -> bool:
    """Trains until done or out of time, from the weights in `start` or the base model; returns whether it is done."""
    base = base_directory()
    pieces_of = speller_from_file(base / "tokenizer.json")
    corpora = read_corpora(corpora_folder, recipe.share)
    n_steps = recipe.n_passes * len(pass_batches(corpora, recipe, 0, pieces_of))
    trainer = Trainer(recipe, n_steps, base)
    if start:
        trainer.start_from(start)
    checkpoint, began, seen = work / "checkpoint.pt", time.monotonic(), defaultdict(list)
    if checkpoint.exists():
        trainer.load(checkpoint)
    LOG.info("recipe %s; about %d steps; from step %d", recipe, n_steps, trainer.step)
    n_pieces = 0
    for batch in iter_batches(corpora, recipe, pieces_of, trainer.step):
        for name, value in trainer.learn(batch).items():
            if not math.isfinite(value):
                raise FloatingPointError(f"step {trainer.step}: the loss of {name} is {value}")
            seen[name].append(value)
        n_pieces += batch.inputs[0].numel()
        if trainer.step % LOG_EVERY == 0:
            means = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(seen.items()))
            LOG.info(
                "step %d/%d  %s  %.0f pieces/s", trainer.step, n_steps, means, n_pieces / (time.monotonic() - began)
            )
            seen.clear()
        if trainer.step % SAVE_EVERY == 0:
            trainer.save(checkpoint)
            if time.monotonic() - began > 60 * minutes:
                return False
    trainer.save(checkpoint)
    torch.save(trainer.average, work / "weights.pt")
    return True


def main() -> int:
    """The command line; 0 when training is done, 3 when it must be run again to go on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--minutes", type=float, default=110.0, help="stop after about so long; run again to go on")
    parser.add_argument("--stage", choices=sorted(STAGES), default="main", help="smoke: does the recipe still work?")
    options = parser.parse_args()
    work = options.work / options.stage
    work.mkdir(parents=True, exist_ok=True)
    handlers = [logging.FileHandler(work / "train.log"), logging.StreamHandler()]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
    before = STARTS_FROM.get(options.stage, {})
    start = {options.work / stage / "weights.pt": share for stage, share in before.items()}
    done = train(STAGES[options.stage], options.corpora, work, options.minutes, start)
    return 0 if done else 3


if __name__ == "__main__":
    raise SystemExit(main())
