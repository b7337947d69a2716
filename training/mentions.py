"""Names and links of an example as labels of a window's words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from standoff.encode.labels import NAME_TAGS
from standoff.encode.links import Line, line_from_words, pair_features
from standoff.encode.words import Words
from standoff.spans import Span
from standoff.values.mention import MentionKind
from standoff.values.reading import Window
from training.examples import Example, Link, Names

_TAG = {tag: i for i, tag in enumerate(NAME_TAGS)}
# The nearest candidates that an anaphor is offered in training.
N_CANDIDATES = 40


@dataclass(frozen=True, slots=True, eq=False)
class LinkLabels:
    """An anaphor in a window: its word, its candidates' words and distances, and which of them it stands for.

    `anaphor`, `first`, `last` are columns of words, `features` `(n_candidates, 4)`; `is_right` `(n_candidates,)`: all
    False: it stands for none.
    """

    anaphor: int
    first: np.ndarray
    last: np.ndarray
    features: np.ndarray
    is_right: np.ndarray


def allowed_names(names: Names | None, words: Words) -> np.ndarray | None:
    """Which tags each word may have, `(n_words, n_name_tags) bool`; None where the corpus marks no names."""
    if names is None:
        return None
    allowed = np.zeros((len(words), len(NAME_TAGS)), dtype=bool)
    allowed[:, 0] = True
    for kind in names.unmarked:
        allowed[:, _columns(kind)] = True
    for span in names.vague:
        found = words.range(span)
        allowed[found.start : found.end] = True
    for name in names.marked:
        found = words.range(name.span)
        allowed[found.start : found.end] = False
        for kind in name.kinds:
            begin, inside, end, single = _columns(kind)
            if found.end - found.start == 1:
                allowed[found.start, single] = True
            elif found.end > found.start:
                allowed[found.start + 1 : found.end - 1, inside] = True
                allowed[found.start, begin] = allowed[found.end - 1, end] = True
    return allowed


def _columns(kind: MentionKind) -> list[int]:
    return [_TAG[f"{part}-{kind}"] for part in "BIES"]


def link_labels(example: Example, words: Words, window: Window) -> list[LinkLabels]:
    """The links of an example whose anaphor and at least one candidate the window holds."""
    line = line_from_words(example.text, words) if example.links else None
    made = (_labels(link, words, window, line) for link in example.links if line is not None)
    return [labels for labels in made if labels is not None]


def _labels(link: Link, words: Words, window: Window, line: Line) -> LinkLabels | None:
    anaphor = words.range(link.anaphor)
    # The head of an English description is its last word.
    at = anaphor.end - 1
    if not (window.fresh <= at < window.end):
        return None
    right = dict.fromkeys(link.antecedents, True) | dict.fromkeys(link.others, False)
    near = sorted(((_distance(words.range(s), at), words.range(s), ok) for s, ok in right.items()), key=lambda x: x[0])
    kept = [(r, ok) for _, r, ok in near if window.start <= r.start < r.end <= window.end][:N_CANDIDATES]
    if not kept or (link.antecedents and not any(ok for _, ok in kept)):
        return None
    first = np.array([r.start - window.start for r, _ in kept])
    last = np.array([r.end - 1 - window.start for r, _ in kept])
    return LinkLabels(
        anaphor=at - window.start,
        first=first,
        last=last,
        features=pair_features(line, at, first + window.start, last + window.start),
        is_right=np.array([ok for _, ok in kept]),
    )


def _distance(candidate: Span, at: int) -> int:
    return abs(at - candidate.start)
