"""What the heads of coding learn from: voices, causes and factuality, from examples to losses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from standoff.encode.labels import CAUSE_TAGS
from standoff.encode.words import Words
from standoff.spans import Span
from standoff.values.reading import Window
from standoff.values.voice import VOICES
from training.examples import Example
from training.model import WordHeads, sentence_voice

# Weights that bring the terms to one size at the start; not tuned further.
VOICE_WEIGHT, CAUSE_WEIGHT, FACT_WEIGHT = 0.5, 0.15, 0.3
_CAUSE = {tag: i for i, tag in enumerate(CAUSE_TAGS)}


@dataclass(frozen=True, slots=True, eq=False)
class CodeLabels:
    """What is known of one window; words are counted from its start. `causes` `(n_words,)` tags or None."""

    voices: tuple[tuple[Span, int], ...]
    causes: np.ndarray | None
    factuality: tuple[tuple[int, float], ...]


def code_labels(example: Example, words: Words, window: Window) -> CodeLabels:
    """The labels of one window; a sentence's voice belongs to the window where it is read fresh from end to end."""
    codes = example.codes

    def local(span: Span) -> Span | None:
        found = words.range(span)
        inside = window.fresh <= found.start < found.end <= window.end
        return Span(found.start - window.start, found.end - window.start) if inside else None

    voices = [(local(span), VOICES.index(label)) for span, label in codes.voices]
    facts = [(local(span), value) for span, value in codes.factuality]
    return CodeLabels(
        voices=tuple((span, label) for span, label in voices if span),
        causes=None if codes.causes is None else _cause_tags(example, words, window),
        factuality=tuple((span.start, value) for span, value in facts if span),
    )


def _cause_tags(example: Example, words: Words, window: Window) -> np.ndarray:
    tags = np.zeros(window.end - window.start, dtype=np.int64)
    # A signal may lie inside an effect: what is shorter is written last.
    for part, span in sorted(example.codes.causes or (), key=lambda c: c[1].start - c[1].end):
        found = words.range(span)
        start, end = max(found.start, window.start) - window.start, min(found.end, window.end) - window.start
        if start >= end:
            continue
        tags[start:end] = _CAUSE[f"I-{part}"]
        tags[start], tags[end - 1] = _CAUSE[f"B-{part}"], _CAUSE[f"E-{part}"]
        if end - start == 1:
            tags[start] = _CAUSE[f"S-{part}"]
    return _sound(tags)


def _sound(tags: np.ndarray) -> np.ndarray:
    """The tags with every run cut in two by another one begun and ended anew."""
    kinds = np.where(tags > 0, (tags - 1) // 4, -1)
    cuts = [0, *(np.flatnonzero(np.diff(kinds)) + 1).tolist(), len(tags)]
    for start, end in pairwise(cuts):
        if kinds[start] < 0 or start == end:
            continue
        first = 1 + 4 * kinds[start]
        tags[start:end] = first + 1
        tags[start], tags[end - 1] = first, first + 2
        if end - start == 1:
            tags[start] = first + 3
    return tags


def code_losses(heads: WordHeads, words: Tensor, labels: Sequence[CodeLabels]) -> dict[str, Tensor]:
    """The weighted terms of one batch; `words` `(n_windows, n_words, width)`."""
    terms = {}
    voices = [(i, span, label) for i, own in enumerate(labels) for span, label in own.voices]
    if voices:
        found = torch.stack([sentence_voice(heads.voice(words[i, s.start : s.end])) for i, s, _ in voices])
        terms["voice"] = VOICE_WEIGHT * F.cross_entropy(found.float(), torch.tensor([v for *_, v in voices]))
    told = [(i, own.causes) for i, own in enumerate(labels) if own.causes is not None]
    if told:
        found = torch.cat([heads.cause(words[i, : len(tags)]) for i, tags in told]).float()
        wanted = torch.from_numpy(np.concatenate([tags for _, tags in told]))
        terms["causes"] = CAUSE_WEIGHT * F.cross_entropy(found, wanted, reduction="sum") / len(told)
    facts = [(i, word, value) for i, own in enumerate(labels) for word, value in own.factuality]
    if facts:
        found = torch.stack([heads.fact(words[i, word])[0] for i, word, _ in facts]).float()
        terms["factuality"] = FACT_WEIGHT * F.smooth_l1_loss(found, torch.tensor([v for *_, v in facts]))
    return terms
