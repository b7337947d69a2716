"""What the network is trained on: the sum of its heads' errors, each where something is known."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from standoff.encode.vocabulary import BEGIN, END
from training.codes import code_losses
from training.model import AnchorHead, LinkHead, Trunk, WordHeads
from training.tensors import IGNORED, BatchTensors, LinkTensors

# Weights that bring the terms to one size at the start; not tuned further.
ROLE_WEIGHT, TARGET_WEIGHT, BASIS_WEIGHT, QUOTE_WEIGHT, ACT_WEIGHT = 0.3, 0.6, 1.0, 0.5, 1.0
SENTENCE_WEIGHT, VECTOR_WEIGHT, NAME_WEIGHT, LINK_WEIGHT = 2.0, 2.0, 1.0, 1.5
# A sentence vector is learned from sentences up to this long; longer ones are rare and cost the teacher most.
_TAUGHT_PIECES = 80


class Network(nn.Module):
    """Trunk and heads together."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.trunk = Trunk(dropout)
        self.words = WordHeads()
        self.anchors = AnchorHead(dropout)
        self.links = LinkHead(dropout)


def losses(network: Network, batch: BatchTensors, teacher: Trunk | None, who_weight: float = 1.0) -> dict[str, Tensor]:
    """The weighted terms of the loss on one batch; a term is absent where the batch has nothing to teach.

    `who_weight` multiplies the terms of names and links.
    """
    states = network.trunk(*batch.inputs)
    words = states.gather(1, batch.words[..., None].expand(-1, -1, states.shape[2]))
    tags, ends, names = network.words(words)
    terms: dict[str, Tensor] = {}
    known = batch.anchor_tags != IGNORED
    if known.any():
        n_anchors = (batch.anchor_tags[known] > 0).sum() + 4
        terms["anchor"] = F.nll_loss(tags[known].float(), batch.anchor_tags[known], reduction="sum") / n_anchors
    if (batch.sentence_ends != IGNORED).any():
        there = batch.sentence_ends != IGNORED
        wanted = batch.sentence_ends[there].float()
        terms["sentence"] = SENTENCE_WEIGHT * F.binary_cross_entropy_with_logits(ends[there].float(), wanted)
    if len(batch.anchor_window):
        terms |= _anchor_losses(network.anchors, words, batch)
    if batch.names is not None:
        terms["names"] = who_weight * NAME_WEIGHT * _name_loss(names, batch.names)
    if batch.links is not None:
        terms["links"] = who_weight * LINK_WEIGHT * _link_loss(network.links, words, batch.links)
    terms |= code_losses(network.words, words, [w.codes for w in batch.windows])
    if teacher is not None:
        terms["vector"] = VECTOR_WEIGHT * _vector_loss(network.words, states, batch, teacher)
    return terms


def _anchor_losses(head: AnchorHead, words: Tensor, batch: BatchTensors) -> dict[str, Tensor]:
    at = batch.anchor_window
    roles, targets, basis, quote, act = head(
        words[at], batch.word_mask[at], batch.anchor_start, batch.anchor_end, batch.anchor_null
    )
    terms = {"roles": ROLE_WEIGHT * _summed(roles, batch.roles) / len(at)}
    n_targets = (batch.targets != IGNORED).any(dim=1).sum()
    if n_targets:
        terms["targets"] = TARGET_WEIGHT * _summed(targets, batch.targets) / n_targets
    for name, weight, found, wanted in (
        ("basis", BASIS_WEIGHT, basis, batch.basis),
        ("quote", QUOTE_WEIGHT, quote, batch.quote),
        ("act", ACT_WEIGHT, act, batch.act),
    ):
        if (wanted != IGNORED).any():
            terms[name] = weight * F.nll_loss(found.float(), wanted, ignore_index=IGNORED)
    return terms


def _name_loss(names: Tensor, allowed: Tensor) -> Tensor:
    """How little probability the allowed tags get, per name's word (and a few more, for texts without names)."""
    known = ~allowed.all(dim=-1)
    missed = -names.float().masked_fill(~allowed, -1e4).logsumexp(dim=-1)[known]
    return missed.sum() / ((~allowed[..., 0])[known].sum() + 8)


def _link_loss(head: LinkHead, words: Tensor, links: LinkTensors) -> Tensor:
    """How little probability the right candidates get together, or nobody where there is none."""
    at = links.window[:, None]
    anaphors = words[links.window, links.anaphor]
    firsts, lasts = words[at, links.first].flatten(0, 1), words[at, links.last].flatten(0, 1)
    chosen = torch.arange(links.first.numel()).view_as(links.first)
    scores = head(anaphors, firsts, lasts, chosen, links.features).float()
    there = F.pad(links.is_there, (0, 1), value=True)
    right = torch.cat([links.is_right, ~links.is_right.any(dim=1, keepdim=True)], dim=1)
    scores = scores.masked_fill(~there, -1e4)
    return (scores.logsumexp(dim=1) - scores.masked_fill(~right, -1e4).logsumexp(dim=1)).mean()


def _summed(log_probabilities: Tensor, tags: Tensor) -> Tensor:
    return F.nll_loss(log_probabilities.float().flatten(0, 1), tags.flatten(), ignore_index=IGNORED, reduction="sum")


def _vector_loss(heads: WordHeads, states: Tensor, batch: BatchTensors, teacher: Trunk) -> Tensor:
    """One minus the cosine between our vectors of the batch's sentences and the base model's."""
    pooled, sentences = [], []
    for window, start, end in batch.sentences:
        labelled = batch.windows[window].input
        first = int(labelled.first_pieces[start])
        last = int(labelled.first_pieces[end - 1] + labelled.n_pieces_of[end - 1])
        if last - first <= _TAUGHT_PIECES:
            pooled.append(states[window, first:last].mean(0))
            sentences.append([BEGIN, *labelled.pieces[first:last].tolist(), END])
    if not pooled:
        return states.new_zeros(())
    ours = heads.vector(torch.stack(pooled))
    with torch.no_grad():
        pieces = torch.nn.utils.rnn.pad_sequence([torch.tensor(s) for s in sentences], batch_first=True)
        nothing = torch.zeros_like(pieces)
        theirs = teacher(pieces, nothing, nothing, nothing, torch.zeros(len(pieces), dtype=torch.long))
        there = (pieces != 0)[..., None]
        theirs = (theirs * there).sum(1) / there.sum(1)
    return (1 - F.cosine_similarity(ours.float(), theirs.float(), dim=-1)).mean()
