"""Networks of the base model that read single sentences, and how they are trained: what acts and relations share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from training.base import plain_trunk
from training.model import N_LAYERS, WIDTH

Network = TypeVar("Network", bound="SentenceNetwork")
Row = TypeVar("Row")
Item = TypeVar("Item")
WARM_UP, SMOOTHING = 0.06, 0.05


class SentenceNetwork(nn.Module):
    """The base model, free to learn, with nothing but its word pieces to read; of its layers those of `layers`."""

    def __init__(self, base: Path, layers: Sequence[int] = range(N_LAYERS)) -> None:
        super().__init__()
        self.trunk = plain_trunk(base).requires_grad_(True)
        self.trunk.layers = nn.ModuleList(self.trunk.layers[i] for i in layers)

    def states(self, pieces: Tensor) -> tuple[Tensor, Tensor]:
        """The states `(n, t, WIDTH)` of word pieces `(n, t)`, 0 for padding, and their means `(n, WIDTH)`."""
        nothing = torch.zeros_like(pieces)
        states = self.trunk(pieces, nothing, nothing, nothing, torch.zeros_like(pieces[:, 0]))
        there = (pieces != 0).to(states.dtype)[..., None]
        return states, (states * there).sum(1) / there.sum(1)


def classifier(n_features: int, n_classes: int) -> nn.Sequential:
    """A classifier over `n_features` times the width of the base model."""
    return nn.Sequential(
        nn.Dropout(0.1), nn.Linear(n_features * WIDTH, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, n_classes)
    )


def smoothed(classes: Sequence[int], n_classes: int) -> Tensor:
    """Shares `(n, n_classes)` of almost 1 for the right class, and a little for each other."""
    return F.one_hot(torch.tensor(classes), n_classes) * (1 - SMOOTHING) + SMOOTHING / n_classes


def padded(rows: Iterable[list[int]]) -> Tensor:
    """Word pieces `(n, longest)`, 0 behind the shorter ones."""
    return nn.utils.rnn.pad_sequence([torch.tensor(pieces) for pieces in rows], batch_first=True)


def batches_of(rows: Sequence[Item], length: Callable[[Item], int], size: int, rng: Random) -> list[list[Item]]:
    """Batches of rows of like length, in random order."""
    drawn = rng.sample(list(rows), len(rows))
    near = 20 * size
    ordered = [row for i in range(0, len(drawn), near) for row in sorted(drawn[i : i + near], key=length)]
    batches = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    rng.shuffle(batches)
    return batches


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson(Generic[Network, Row]):
    """What is to be learned: the scores of a batch and the shares wanted of each class, both `(n, n_classes)`,
    in `n_steps` at rates of trunk and head.
    """

    scores: Callable[[Network, list[Row]], Tensor]
    wanted: Callable[[list[Row]], Tensor]
    n_steps: int
    trunk_rate: float
    head_rate: float = 1e-3


class Teacher(Generic[Network, Row]):
    """Teaches a network batch by batch, at a rate that rises for WARM_UP of the steps and then falls to nothing."""

    def __init__(self, network: Network, lesson: Lesson[Network, Row]) -> None:
        self.network, self.lesson, self.step = network.train(), lesson, 0
        heads = [p for name, p in network.named_parameters() if not name.startswith("trunk.")]
        groups = [
            {"params": list(network.trunk.parameters()), "rate": lesson.trunk_rate},
            {"params": heads, "rate": lesson.head_rate},
        ]
        self.optimiser = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01, fused=True)

    def teach(self, batch: list[Row]) -> None:
        """One step."""
        done = self.step / self.lesson.n_steps
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * min(1.0, done / WARM_UP + 1e-3) * (1 - done)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self.lesson.scores(self.network, batch)
        F.cross_entropy(scores.float(), self.lesson.wanted(batch)).backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
