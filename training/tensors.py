"""Examples to tensors: windows with the tags of their words and the anchors in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np
import torch
from torch import Tensor

from standoff.encode.inputs import WindowInput, window_input
from standoff.encode.labels import ANCHOR_TAGS, CONVENTIONS, NAME_TAGS, ROLE_TAGS, TARGET_TAGS
from standoff.encode.windows import windows_from_words
from standoff.encode.words import Words, words_from_text
from standoff.spans import Span
from standoff.values.coding import ACTS
from standoff.values.reading import Window
from standoff.values.statement import BASES, QUOTES
from training.codes import CodeLabels, code_labels
from training.examples import Example, Labelled
from training.mentions import LinkLabels, allowed_names, link_labels

IGNORED = -100
_ANCHOR = {tag: i for i, tag in enumerate(ANCHOR_TAGS)}
_ROLE = {tag: i for i, tag in enumerate(ROLE_TAGS)}
_TARGET = {tag: i for i, tag in enumerate(TARGET_TAGS)}

Pieces = Callable[[str], tuple[int, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class AnchorLabels:
    """One marked statement inside a window: its anchor's words and the tags of all words as seen from it."""

    words: Span
    is_null: bool
    roles: np.ndarray
    targets: np.ndarray
    basis: int
    quote: int
    act: int


@dataclass(frozen=True, slots=True, eq=False)
class LabelledWindow:
    """A window's input with its labels; tags are IGNORED where nothing is known."""

    name: str
    input: WindowInput
    convention: int
    anchor_tags: np.ndarray
    sentence_ends: np.ndarray
    sentences: tuple[Span, ...]
    anchors: tuple[AnchorLabels, ...]
    names: np.ndarray | None
    links: tuple[LinkLabels, ...]
    codes: CodeLabels


@dataclass(frozen=True, slots=True, eq=False)
class _Labels:
    """A whole document's labels: each statement with its anchor, the tags of words, where sentences end, and names."""

    marked: list[tuple[tuple[Span, bool], Labelled]]
    tags: np.ndarray
    ends: np.ndarray
    names: np.ndarray | None


def labelled_windows(example: Example, pieces_of: Pieces) -> list[LabelledWindow]:
    """The windows of an example; a statement belongs to the window where its anchor is read fresh."""
    words = words_from_text(example.text, pieces_of)
    every = (*(example.statements or ()), *example.acts)
    marked = [(anchor, s) for s in every if (anchor := _anchor(words, s)) is not None]
    ends = np.full(len(words), IGNORED)
    if example.sentence_ends is not None:
        ends[:] = 0
        ends[[max(0, words.range(Span(e - 1, e)).end - 1) for e in example.sentence_ends]] = 1
    tags = _anchor_tags(words, marked)
    if example.statements is None:
        tags[tags == 0] = IGNORED
        for span in example.refused:
            found = words.range(span)
            tags[found.start : found.end] = 0
    labels = _Labels(marked, tags, ends, allowed_names(example.names, words))
    return [_labelled_window(example, words, window, labels) for window in windows_from_words(words)]


def _anchor(words: Words, statement: Labelled) -> tuple[Span, bool] | None:
    """The words of the statement's cue, or the first word of its content; None when it has neither."""
    if statement.cue is not None:
        found = words.range(statement.cue)
        return (found, False) if found.start < found.end else None
    if not statement.content:
        return None
    first = words.range(statement.content[0])
    return (Span(first.start, first.start + 1), True) if first.start < first.end else None


def _anchor_tags(words: Words, marked: Sequence[tuple[tuple[Span, bool], Labelled]]) -> np.ndarray:
    tags = np.zeros(len(words), dtype=np.int64)
    for (span, is_null), _ in sorted(marked, key=lambda m: m[0][1]):
        if tags[span.start : span.end].any():
            continue
        if is_null:
            tags[span.start] = _ANCHOR["N"]
        else:
            _write(tags, span, [_ANCHOR[t] for t in "BIES"])
    return tags


def _write(tags: np.ndarray, span: Span, bies: Sequence[int]) -> None:
    begin, inside, end, single = bies
    if span.end - span.start == 1:
        tags[span.start] = single
    elif span.end > span.start:
        tags[span.start : span.end] = inside
        tags[span.start], tags[span.end - 1] = begin, end


def _labelled_window(example: Example, words: Words, window: Window, labels: _Labels) -> LabelledWindow:
    local = labels.tags[window.start : window.end].copy()
    local[: window.fresh - window.start] = IGNORED
    seen: set[tuple[Span, bool]] = set()
    anchors = []
    for key, statement in labels.marked:
        span, is_null = key
        if key in seen or not (window.fresh <= span.start and span.end <= window.end):
            continue
        seen.add(key)
        anchors.append(_anchor_labels(words, window, span, is_null, statement))
    return LabelledWindow(
        name=example.name,
        input=window_input(words, window),
        convention=CONVENTIONS.index(example.convention),
        anchor_tags=local,
        sentence_ends=labels.ends[window.start : window.end],
        sentences=_sentences(words, window),
        anchors=tuple(anchors),
        names=None if labels.names is None else labels.names[window.start : window.end],
        links=tuple(link_labels(example, words, window)),
        codes=code_labels(example, words, window),
    )


def _sentences(words: Words, window: Window) -> tuple[Span, ...]:
    """Word ranges of the sentences that lie in the window, told by marks; relative to it."""
    is_new = words.breaks[:-1] | (words.paragraphs[1:] != words.paragraphs[:-1])
    inner = [i for i in range(window.start + 1, window.end) if is_new[i - 1]]
    cuts = [window.start, *inner, window.end]
    return tuple(Span(a - window.start, b - window.start) for a, b in pairwise(cuts))


def _anchor_labels(words: Words, window: Window, span: Span, is_null: bool, statement: Labelled) -> AnchorLabels:
    n_words = window.end - window.start
    owner = np.zeros(n_words, dtype=np.int64)  # which piece of which role a word belongs to
    parts: list[tuple[str, Span]] = [("content", s) for s in statement.content]
    parts += [("addressee", statement.addressee)] if statement.addressee else []
    parts += [("source", statement.source)] if statement.source else []
    names = [""]
    for role, char_span in parts:
        found = _inside(words.range(char_span), window)
        if found is not None:
            names.append(role)
            owner[found.start : found.end] = len(names) - 1
    roles = np.full(n_words, 0 if statement.has_roles else IGNORED, dtype=np.int64)
    for run in _runs(owner):
        if owner[run.start] and statement.has_roles:
            _write(roles, run, [_ROLE[f"{t}-{names[owner[run.start]]}"] for t in "BIES"])
    targets = np.full(n_words, IGNORED if statement.targets is None else 0, dtype=np.int64)
    for target in statement.targets or ():
        found = _inside(words.range(target), window)
        if found is not None:
            _write(targets, found, [_TARGET[t] for t in "BIES"])
    basis = IGNORED if statement.basis is None else BASES.index(statement.basis)
    quote = IGNORED if statement.quote is None else QUOTES.index(statement.quote)
    act = IGNORED if statement.act is None else ACTS.index(statement.act)
    at = Span(span.start - window.start, span.end - window.start)
    return AnchorLabels(at, is_null, roles, targets, basis, quote, act)


def _inside(found: Span, window: Window) -> Span | None:
    start, end = max(found.start, window.start), min(found.end, window.end)
    return Span(start - window.start, end - window.start) if start < end else None


def _runs(values: np.ndarray) -> list[Span]:
    cuts = [0, *(np.flatnonzero(values[1:] != values[:-1]) + 1).tolist(), len(values)]
    return [Span(a, b) for a, b in pairwise(cuts) if a < b]


@dataclass(frozen=True, slots=True, eq=False)
class BatchTensors:
    """A batch of windows; `words` `(n_windows, n_words)` the column of each word's first piece, 0 for padding.

    Anchors are rows of their own: `anchor_window` says in which window each stands.
    """

    inputs: tuple[Tensor, ...]
    words: Tensor
    word_mask: Tensor
    anchor_tags: Tensor
    sentence_ends: Tensor
    anchor_window: Tensor
    anchor_start: Tensor
    anchor_end: Tensor
    anchor_null: Tensor
    roles: Tensor
    targets: Tensor
    basis: Tensor
    quote: Tensor
    act: Tensor
    sentences: tuple[tuple[int, int, int], ...]
    windows: tuple[LabelledWindow, ...]
    names: Tensor | None
    links: LinkTensors | None


@dataclass(frozen=True, slots=True, eq=False)
class LinkTensors:
    """The anaphors of a batch: `window`, `anaphor` `(n,)`; `first`, `last`, `is_right`, `is_there`
    `(n, n_candidates)`, `features` `(n, n_candidates, 4)`.
    """

    window: Tensor
    anaphor: Tensor
    first: Tensor
    last: Tensor
    features: Tensor
    is_right: Tensor
    is_there: Tensor


def batch_tensors(windows: Sequence[LabelledWindow], rng: Random | None = None) -> BatchTensors:
    """The tensors of some windows; with `rng` the borders of some cues are moved, as a reader's would be."""
    pad = lambda rows, fill: torch.from_numpy(_padded(rows, fill))  # noqa: E731
    anchors = [(i, a) for i, w in enumerate(windows) for a in w.anchors]
    spans = [_jittered(a.words, rng) for _, a in anchors]
    width = max(len(w.anchor_tags) for w in windows)
    rows = lambda get, fill: torch.from_numpy(_padded([get(a) for _, a in anchors], fill, width))  # noqa: E731
    return BatchTensors(
        inputs=(
            *(pad([getattr(w.input, k) for w in windows], 0) for k in ("pieces", "shapes", "quotes", "places")),
            torch.tensor([w.convention for w in windows]),
        ),
        words=pad([w.input.first_pieces for w in windows], 0),
        word_mask=pad([np.ones(len(w.anchor_tags), dtype=np.int64) for w in windows], 0),
        anchor_tags=pad([w.anchor_tags for w in windows], IGNORED),
        sentence_ends=pad([w.sentence_ends for w in windows], IGNORED),
        anchor_window=torch.tensor([i for i, _ in anchors], dtype=torch.long),
        anchor_start=torch.tensor([s.start for s in spans], dtype=torch.long),
        anchor_end=torch.tensor([s.end for s in spans], dtype=torch.long),
        anchor_null=torch.tensor([int(a.is_null) for _, a in anchors], dtype=torch.long),
        roles=rows(lambda a: a.roles, IGNORED),
        targets=rows(lambda a: a.targets, IGNORED),
        basis=torch.tensor([a.basis for _, a in anchors], dtype=torch.long),
        quote=torch.tensor([a.quote for _, a in anchors], dtype=torch.long),
        act=torch.tensor([a.act for _, a in anchors], dtype=torch.long),
        sentences=tuple((i, s.start, s.end) for i, w in enumerate(windows) for s in w.sentences),
        windows=tuple(windows),
        names=_names(windows, width),
        links=_links(windows),
    )


def _names(windows: Sequence[LabelledWindow], width: int) -> Tensor | None:
    """Allowed tags `(n_windows, n_words, n_name_tags)`, all True where nothing is known; None when nothing is."""
    if all(w.names is None for w in windows):
        return None
    allowed = np.ones((len(windows), width, len(NAME_TAGS)), dtype=bool)
    for row, window in zip(allowed, windows, strict=True):
        if window.names is not None:
            row[: len(window.names)] = window.names
    return torch.from_numpy(allowed)


def _links(windows: Sequence[LabelledWindow]) -> LinkTensors | None:
    links = [(i, link) for i, w in enumerate(windows) for link in w.links]
    if not links:
        return None
    rows = lambda get: torch.from_numpy(_padded([get(link) for _, link in links], 0))  # noqa: E731
    return LinkTensors(
        window=torch.tensor([i for i, _ in links]),
        anaphor=torch.tensor([link.anaphor for _, link in links]),
        first=rows(lambda link: link.first),
        last=rows(lambda link: link.last),
        features=torch.stack([rows(lambda link, k=k: link.features[:, k]) for k in range(4)], dim=-1),
        is_right=rows(lambda link: link.is_right).bool(),
        is_there=rows(lambda link: np.ones_like(link.first)).bool(),
    )


def _jittered(span: Span, rng: Random | None) -> Span:
    if rng is None or span.end - span.start < 2 or rng.random() > 0.15:
        return span
    return Span(span.start + 1, span.end) if rng.random() < 0.5 else Span(span.start, span.end - 1)


def _padded(rows: Sequence[np.ndarray], fill: int, width: int = 0) -> np.ndarray:
    width = max([width, *(len(row) for row in rows)])
    out = np.full((len(rows), width), fill, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out
