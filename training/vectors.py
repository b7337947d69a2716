"""The sentence vector: read off the trained trunk so that it comes near the base model's own.

A linear map from the states at four depths, averaged over a sentence, onto the vector that the base model gives the
sentence alone; solved exactly (ridge regression) after training, so that it costs the tags nothing.
"""

from __future__ import annotations

import logging
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from standoff.encode.vocabulary import BEGIN, END, speller_from_file
from training.base import base_directory, plain_trunk
from training.losses import Network
from training.model import WIDTH, Trunk
from training.recipe import read_corpora
from training.tensors import LabelledWindow, batch_tensors, labelled_windows

DEPTHS = (0, 2, 4, 6)
N_ARTICLES, N_CHECKED, RIDGE = 160, 20, 0.1
LOG = logging.getLogger("training")


class SentenceVector(nn.Module):
    """States at DEPTHS to parts of a sentence vector, piece by piece; their sum is the vector but for its length."""

    def __init__(self) -> None:
        super().__init__()
        self.map = nn.Linear(len(DEPTHS) * WIDTH, WIDTH)

    def forward(self, depths: list[Tensor]) -> Tensor:
        """`(..., WIDTH)` from states `(..., WIDTH)` at every depth."""
        return self.map(torch.cat([depths[d] for d in DEPTHS], dim=-1))


@torch.no_grad()
def fitted_vector(network: Network, corpora: Path) -> SentenceVector:
    """The map, solved on sentences of all corpora; logs how near it comes on articles kept back."""
    base = base_directory()
    pieces_of = speller_from_file(base / "tokenizer.json")
    read = read_corpora(corpora, 1.0)
    articles = Random(5).sample([*read.polnear, *read.gold, *read.gold, *read.treebanks], N_ARTICLES)
    teacher = plain_trunk(base)
    fold = [_pairs(network.trunk, teacher, labelled_windows(e, pieces_of)) for e in articles]
    ours, theirs = (torch.cat(column) for column in zip(*fold[N_CHECKED:], strict=True))
    design = torch.cat([ours, torch.ones(len(ours), 1)], dim=1).double()
    solved = torch.linalg.solve(design.T @ design + RIDGE * torch.eye(design.shape[1]), design.T @ theirs.double())
    vector = SentenceVector()
    vector.map.weight.copy_(solved[:-1].T)
    vector.map.bias.copy_(solved[-1])
    kept, wanted = (torch.cat(column) for column in zip(*fold[:N_CHECKED], strict=True))
    near = F.cosine_similarity(vector.map(kept), wanted)
    LOG.info("sentence vectors: cosine to the base model's %.3f on %d sentences kept back", near.mean(), len(near))
    print(f"sentence vectors: cosine to the base model's {near.mean():.3f} on {len(near)} sentences kept back")
    return vector.eval()


def _pairs(trunk: Trunk, teacher: Trunk, windows: list[LabelledWindow]) -> tuple[Tensor, Tensor]:
    """For each sentence our mean states at DEPTHS and the teacher's unit vector."""
    ours, theirs = [], []
    for window in windows:
        seen, sentences = window.input, window.sentences
        if not sentences:
            continue
        depths = trunk.depths(*batch_tensors([window]).inputs)
        states = torch.cat([depths[d] for d in DEPTHS], dim=-1)[0]
        ends = [int(seen.first_pieces[s.end - 1] + seen.n_pieces_of[s.end - 1]) for s in sentences]
        ranges = [(int(seen.first_pieces[s.start]), end) for s, end in zip(sentences, ends, strict=True)]
        rows = [torch.tensor([BEGIN, *seen.pieces[a:b].tolist(), END]) for a, b in ranges]
        pieces = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
        nothing = torch.zeros_like(pieces)
        alone = teacher(pieces, nothing, nothing, nothing, torch.zeros(len(rows), dtype=torch.long))
        there = (pieces != 0)[..., None]
        ours += [states[a:b].mean(0) for a, b in ranges]
        theirs.append(F.normalize((alone * there).sum(1) / there.sum(1), dim=1))
    return torch.stack(ours), torch.cat(theirs)
