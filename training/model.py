"""The network: a small transformer with features of case, marks and layout, and heads that hang on it.

`Trunk` turns word pieces into states; `WordHeads` reads each word (cues, sentence ends); `AnchorHead` reads a
window as seen from one anchor (roles, targets, basis); `LinkHead` compares a pronoun with what it may stand for.
Trunk with word heads, anchor head and link head are exported as three graphs.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from standoff.encode.labels import ANCHOR_TAGS, CAUSE_TAGS, CONVENTIONS, NAME_TAGS, ROLE_TAGS, TARGET_TAGS
from standoff.encode.links import N_BUCKETS, N_SENTENCES_APART, N_TIMES
from standoff.encode.words import N_PLACES, N_QUOTES, N_SHAPES
from standoff.values.coding import ACTS
from standoff.values.statement import BASES, QUOTES
from standoff.values.voice import VOICES

WIDTH, N_LAYERS, N_ATTENTION_HEADS, INNER = 384, 6, 12, 1536
N_PIECES, N_POSITIONS = 30522, 512
VIEW = 128  # width of the anchor's view of the window
LINK = 192  # width in which an anaphor and its candidates are compared
FAR = 24  # buckets of distance from the anchor, each way


class Layer(nn.Module):
    """One transformer layer as in BERT: attention, then a wider inner layer, each normalised after its sum."""

    def __init__(self, width: int, n_heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.n_heads = n_heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_inner = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """`states` `(n, t, width)`; `bias` `(n, 1, 1, t)`, 0 where a place may be looked at and very low elsewhere."""
        n, t, width = states.shape
        parts = self.query_key_value(states).view(n, t, 3, self.n_heads, width // self.n_heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        if torch.onnx.is_in_onnx_export():
            weights = query @ key.transpose(2, 3) / math.sqrt(width // self.n_heads) + bias
            mixed = weights.softmax(dim=-1) @ value
        else:
            mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        mixed = self.out(mixed.transpose(1, 2).reshape(n, t, width))
        states = self.norm_attention(states + self.dropout(mixed))
        return self.norm_inner(states + self.dropout(self.down(F.gelu(self.up(states)))))


class Trunk(nn.Module):
    """Word pieces with their features to states `(n_windows, n_pieces, WIDTH)`."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece = nn.Embedding(N_PIECES, WIDTH)
        self.position = nn.Embedding(N_POSITIONS, WIDTH)
        self.shape = nn.Embedding(N_SHAPES + 1, WIDTH)
        self.quote = nn.Embedding(N_QUOTES + 1, WIDTH)
        self.place = nn.Embedding(N_PLACES + 1, WIDTH)
        self.convention = nn.Embedding(len(CONVENTIONS), WIDTH)
        for extra in (self.shape, self.quote, self.place, self.convention):
            nn.init.normal_(extra.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, N_ATTENTION_HEADS, INNER, dropout) for _ in range(N_LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, places: Tensor, convention: Tensor) -> Tensor:
        """All `(n_windows, n_pieces)` but `convention` `(n_windows,)`; piece 0 is padding."""
        return self.depths(pieces, shapes, quotes, places, convention)[-1]

    def depths(
        self, pieces: Tensor, shapes: Tensor, quotes: Tensor, places: Tensor, convention: Tensor
    ) -> list[Tensor]:
        """The states before the first layer and after each one."""
        at = torch.arange(pieces.shape[1], device=pieces.device)[None]
        states = self.piece(pieces) + self.position(at) + self.shape(shapes) + self.quote(quotes)
        states = states + self.place(places) + self.convention(convention)[:, None]
        states = self.dropout(self.norm(states))
        bias = (pieces == 0).to(states.dtype)[:, None, None, :] * -1e4
        depths = [states]
        for layer in self.layers:
            depths.append(layer(depths[-1], bias))
        return depths


class WordHeads(nn.Module):
    """What each word is on its own account: part of a cue or a name, the end of a sentence; its share of a vector."""

    def __init__(self) -> None:
        super().__init__()
        self.anchor = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, len(ANCHOR_TAGS)))
        self.sentence_end = nn.Linear(WIDTH, 1)
        self.name = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, len(NAME_TAGS)))
        self.voice = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, len(VOICES) + 1))
        self.cause = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, len(CAUSE_TAGS)))
        self.fact = nn.Sequential(nn.Linear(WIDTH, 64), nn.GELU(), nn.Linear(64, 1))
        self.vector = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`(..., WIDTH)` to log-probabilities `(..., n_anchor_tags)`, logits `(...)` of a sentence's end and
        log-probabilities `(..., n_name_tags)`.
        """
        names = self.name(states).log_softmax(dim=-1)
        return self.anchor(states).log_softmax(dim=-1), self.sentence_end(states)[..., 0], names


class AnchorHead(nn.Module):
    """A window as seen from one anchor: which words are its source, content, addressee, target; and its basis."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, VIEW)
        self.gate = nn.Linear(WIDTH, VIEW)
        self.anchor = nn.Linear(WIDTH, VIEW)
        self.distance = nn.Embedding(2 * FAR + 1, VIEW)
        self.inside = nn.Embedding(3, VIEW)
        self.norm = nn.LayerNorm(VIEW)
        self.layers = nn.ModuleList(Layer(VIEW, 4, 2 * VIEW, dropout) for _ in range(2))
        self.role = nn.Linear(VIEW + VIEW, len(ROLE_TAGS))
        self.target = nn.Linear(VIEW, len(TARGET_TAGS))
        self.basis = _classifier(len(BASES), dropout)
        self.quote = _classifier(len(QUOTES), dropout)
        self.act = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(3 * WIDTH + 3 * VIEW, 256), nn.GELU(), nn.Dropout(2 * dropout),
            nn.Linear(256, len(ACTS)),
        )  # fmt: skip

    def forward(self, words: Tensor, mask: Tensor, start: Tensor, end: Tensor, null: Tensor) -> tuple[Tensor, ...]:
        """`words` `(n, t, WIDTH)`, `mask` `(n, t)` 1 for a word, `start`, `end`, `null` `(n,)`: the anchor's words
        and whether it is one without cue. One row of `words` and `mask` serves anchors of one window, and what does
        not depend on the anchor is then computed once. Log-probabilities: roles `(n, t, 13)`, targets `(n, t, 5)`,
        basis `(n, 7)`, quote type `(n, 4)`, act `(n, 19)`.
        """
        at = torch.arange(words.shape[1], device=words.device)[None]
        inside = ((at >= start[:, None]) & (at < end[:, None])).to(words.dtype)
        cue = (inside[:, None] @ words)[:, 0] / inside.sum(1, keepdim=True).clamp(min=1)
        distance = (at - start[:, None]) * (at < start[:, None]) + (at - end[:, None] + 1) * (at >= end[:, None])
        kind = inside.long() * (1 + null[:, None])
        plain = self.word(words)
        view = plain + self.gate(words) * torch.tanh(self.anchor(cue))[:, None]
        view = self.norm(view + self.distance(_bucket(distance)) + self.inside(kind))
        bias = (1 - mask.to(words.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            view = layer(view, bias)
        of_view, of_word = self.role.weight.split(VIEW, dim=1)
        roles = (F.linear(view, of_view) + F.linear(plain, of_word, self.role.bias)).log_softmax(dim=-1)
        content = roles[..., 5:9].exp().sum(-1) * mask
        pooled = (view * content[..., None]).sum(1) / content.sum(1, keepdim=True).clamp(min=1)
        at_cue = (view * inside[..., None]).sum(1) / inside.sum(1, keepdim=True).clamp(min=1)
        first = view.gather(1, start[:, None, None].expand(-1, 1, view.shape[2]))[:, 0]
        about = torch.cat([cue, at_cue, first, pooled], dim=-1)
        basis, quote = self.basis(about).log_softmax(dim=-1), self.quote(about).log_softmax(dim=-1)
        source = roles[..., 1:5].exp().sum(-1) * mask
        act = self.act(torch.cat([about, _pooled(words, content), _pooled(words, source)], dim=-1))
        return roles, self.target(view).log_softmax(dim=-1), basis, quote, act.log_softmax(dim=-1)


class LinkHead(nn.Module):
    """What a pronoun or a description stands for: each candidate against the anaphor, and none of them."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.anaphor = nn.Linear(WIDTH, LINK)
        self.candidate = nn.Linear(2 * WIDTH, LINK)
        self.features = nn.ModuleList(nn.Embedding(n, LINK) for n in (N_BUCKETS, N_SENTENCES_APART, 2, N_TIMES))
        for feature in self.features:
            nn.init.normal_(feature.weight, std=0.1)
        self.pair = nn.Sequential(
            nn.LayerNorm(3 * LINK), nn.Dropout(dropout), nn.Linear(3 * LINK, LINK), nn.GELU(), nn.Dropout(dropout),
            nn.Linear(LINK, 1),
        )  # fmt: skip
        self.nobody = nn.Linear(LINK, 1)

    def forward(self, anaphors: Tensor, firsts: Tensor, lasts: Tensor, chosen: Tensor, features: Tensor) -> Tensor:
        """`anaphors` `(a, WIDTH)`; `firsts`, `lasts` `(m, WIDTH)`: the border words of all mentions; `chosen`
        `(a, c)`: which mentions each anaphor is offered; `features` `(a, c, 4)`: distance, sentences apart, whether it
        opens a sentence, how often it came up. Scores `(a, c + 1)`, the last one for nobody.
        """
        anaphor, mention = self.anaphor(anaphors), self.candidate(torch.cat([firsts, lasts], dim=-1))
        candidate = mention[chosen]
        near = anaphor[:, None] + sum(table(features[..., k]) for k, table in enumerate(self.features))
        both = torch.cat([near, candidate, anaphor[:, None] * candidate], dim=-1)
        return torch.cat([self.pair(both)[..., 0], self.nobody(anaphor)], dim=-1)


def sentence_voice(words: Tensor) -> Tensor:
    """The scores `(6,)` of a sentence from those of its words `(n_words, 7)`, whose last column says how much each
    word counts.
    """
    return words[:, -1].softmax(0) @ words[:, :-1]


def _classifier(n_classes: int, dropout: float) -> nn.Module:
    """A classifier over what an anchor and its content look like together."""
    return nn.Sequential(nn.Linear(WIDTH + 3 * VIEW, 128), nn.GELU(), nn.Dropout(dropout), nn.Linear(128, n_classes))


def _pooled(words: Tensor, weights: Tensor) -> Tensor:
    """The mean of words `(n or 1, t, width)` by weights `(n, t)`."""
    return (weights[:, None] @ words)[:, 0] / weights.sum(1, keepdim=True).clamp(min=1)


def _bucket(distance: Tensor) -> Tensor:
    """Signed distances in words to buckets: exact up to 8, then by powers of about 1.25."""
    size = distance.abs()
    far = 8 + (torch.log(size.clamp(min=8).float() / 8) / math.log(1.25)).long()
    return FAR + distance.sign() * torch.where(size < 8, size, far).clamp(max=FAR)
