"""What pronouns and descriptions may stand for: which words are offered which candidates, for the third graph.

The graph compares words, not texts; which words are compared is decided here, by a short list of pronouns and of
nouns for people and bodies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from standoff.encode.words import Words
from standoff.spans import Span
from standoff.values.mention import Link, MentionKind
from standoff.values.reading import Floats

Ints = npt.NDArray[np.int64]

N_BUCKETS = 64
N_SENTENCES_APART, N_TIMES = 8, 8
"""Sizes of the features of a pair: sentences between, how often the name came up before."""
_HALF = N_BUCKETS // 2
# Candidates offered to one anaphor: the nearest ones before it; and after it, in "in his speech, Petrov", a few words.
N_CANDIDATES = 32
_REACH_WORDS, _AHEAD_WORDS = 400, 12
# Candidates that a link keeps: enough for an actor named several times near by; not tuned.
_KEPT = 6

PRONOUNS = frozenset("he she him her his hers himself herself they them their theirs themselves it its itself".split())
_DETERMINERS = frozenset("the this that these those both his her its their our a an one another".split())
_HEADS = frozenset(
    "minister ministers president presidents premier chancellor secretary leader leaders diplomat diplomats "
    "envoy ambassador spokesman spokeswoman spokesperson general commander official officials senator "
    "senators lawmaker lawmakers congressman chairman chairwoman director king prince pope chief man woman "
    "men women pair adviser aide counterpart counterparts ministry government administration regime group "
    "groups organisation organization alliance agency country countries nation nations state states embassy "
    "department union bloc company network newspaper paper magazine channel party parties sides side army "
    "military militants rebels separatists council commission committee court body authorities forces "
    "republican democrat billionaire candidate politician judge analyst expert author activist prosecutor "
    "lawyer mayor governor deputy officer soldier journalist reporter correspondent admiral colonel captain "
    "major marshal lieutenant sergeant doctor professor bishop archbishop cardinal".split()
)
# Words that end a noun phrase, so that no description reaches over them.
_NO_PART = frozenset(
    "of in on at by for to from with and or but that which who as is are was were be been has have had will would may "
    "might can could should must do does did not than then if while when because allows allow says said".split()
)
_LONGEST_DESCRIPTION = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """Anaphors and the mentions they are offered, as ranges of words; `chosen` `(n_anaphors, n_candidates)` indices
    into `mentions`, with `is_there` False for padding, and `features` `(n_anaphors, n_candidates, 4)` as of
    `pair_features`.
    """

    anaphors: tuple[Span, ...]
    mentions: tuple[Span, ...]
    chosen: Ints
    features: Ints
    is_there: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Line:
    """A text's words in a row, as features of pairs see them: `tokens` `(n_words,)` one number for each word form in
    small letters, `sentences` `(n_words,)` the index of the sentence that each word stands in.
    """

    tokens: Ints
    sentences: Ints


def line_from_words(text: str, words: Words) -> Line:
    """The line of a text's words; sentences are told by marks and paragraphs alone."""
    forms = [text[a:b].lower() for a, b in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]
    numbers = {form: i for i, form in enumerate(dict.fromkeys(forms))}
    is_new = np.zeros(len(forms), dtype=np.int64)
    is_new[1:] = words.breaks[:-1] | (words.paragraphs[1:] != words.paragraphs[:-1])
    return Line(np.array([numbers[form] for form in forms], dtype=np.int64), np.cumsum(is_new))


def pair_features(line: Line, anaphor: int, firsts: Ints, lasts: Ints) -> Ints:
    """`(n_candidates, 4)`: the bucket of the distance, sentences apart, whether the candidate opens a sentence, and
    how often its last word came up in the words before the anaphor. `anaphor` is the index of its last word.
    """
    before = np.bincount(line.tokens[max(0, anaphor - _REACH_WORDS) : anaphor], minlength=int(line.tokens.max()) + 1)
    apart = np.clip(line.sentences[anaphor] - line.sentences[firsts], -3, 4) + 3
    opens = (firsts == 0) | (line.sentences[firsts] != line.sentences[np.maximum(firsts - 1, 0)])
    times = np.minimum(before[line.tokens[lasts]], N_TIMES - 1)
    features: Ints = np.stack([distance_bucket(anaphor - firsts), apart, opens.astype(np.int64), times], axis=1)
    return features


def distance_bucket(distance: Ints) -> Ints:
    """Signed distances in words (anaphor minus candidate) to buckets below N_BUCKETS: finer the nearer.

    >>> distance_bucket(np.array([0, 1, -1, 10, 2000])).tolist()
    [32, 36, 28, 45, 63]
    """
    size = np.minimum(_HALF - 1, (4 * np.log2(1 + np.abs(distance))).astype(np.int64))
    buckets: Ints = _HALF + np.sign(distance) * size
    return buckets


def find_anaphors(tokens: Sequence[str], names: Sequence[Span]) -> list[Span]:
    """Pronouns and descriptions ("the Russian foreign minister") as ranges of words; none shares a word with a name
    but for one inside a description.
    """
    lower = [token.lower() for token in tokens]
    taken = {i for name in names for i in range(name.start, name.end)}
    found = []
    for i, word in enumerate(lower):
        if i in taken:
            continue
        if word in PRONOUNS:
            found.append(Span(i, i + 1))
        elif word in _HEADS:
            first = _determiner(lower, i)
            if first is not None:
                found.append(Span(first, i + 1))
    return found


def _determiner(lower: Sequence[str], head: int) -> int | None:
    """Where the description with that head begins; None when no determiner opens it."""
    for i in range(head - 1, max(-1, head - _LONGEST_DESCRIPTION), -1):
        if lower[i] in _DETERMINERS:
            return i
        is_abbreviation = lower[i] == "." and len(lower[i - 1]) == 1
        if lower[i] in _HEADS | _NO_PART or not (lower[i][0].isalnum() or lower[i] in "-'’" or is_abbreviation):
            return None
    return None


def offer(line: Line, anaphors: Sequence[Span], names: Sequence[tuple[Span, MentionKind]]) -> Offer:
    """Each anaphor with the candidates it is offered: names that can act or be acted for, and earlier anaphors."""
    mentions = sorted({span for span, kind in names if kind in ("person", "organisation", "place")} | set(anaphors))
    starts = np.array([m.start for m in mentions], dtype=np.int64)
    rows = [_nearest(anaphor, starts) for anaphor in anaphors]
    width = max((len(row) for row in rows), default=0)
    chosen = np.zeros((len(rows), width), dtype=np.int64)
    is_there = np.zeros((len(rows), width), dtype=bool)
    for i, row in enumerate(rows):
        chosen[i, : len(row)], is_there[i, : len(row)] = row, True
    lasts = np.array([m.end - 1 for m in mentions], dtype=np.int64)
    features = np.zeros((len(rows), width, 4), dtype=np.int64)
    for i, anaphor in enumerate(anaphors):
        if width:
            features[i] = pair_features(line, anaphor.end - 1, starts[chosen[i]], lasts[chosen[i]])
    return Offer(tuple(anaphors), tuple(mentions), chosen, features, is_there)


def _nearest(anaphor: Span, starts: Ints) -> list[int]:
    """The indices of the mentions near one anaphor, itself left out."""
    first, here, last = np.searchsorted(
        starts, [anaphor.start - _REACH_WORDS, anaphor.start, anaphor.end - 1 + _AHEAD_WORDS]
    ).tolist()
    return [*range(max(first, here - N_CANDIDATES), here), *range(here + 1, last)]


def links_from_scores(offered: Offer, scores: Floats, spans: Sequence[Span]) -> tuple[Link, ...]:
    """The links in text order; `scores` `(n_anaphors, n_candidates + 1)` as the graph gives them, the last column for
    nobody; `spans` the characters of the document's words.
    """
    if not offered.anaphors:
        return ()
    scores = scores.copy()
    scores[:, :-1][~offered.is_there] = -np.inf
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)

    def chars(words: Span) -> Span:
        return Span(spans[words.start].start, spans[words.end - 1].end)

    links = []
    for i, anaphor in enumerate(offered.anaphors):
        best = [j for j in np.argsort(-odds[i, :-1], kind="stable")[:_KEPT].tolist() if offered.is_there[i, j]]
        links.append(
            Link(
                span=chars(anaphor),
                candidates=tuple(chars(offered.mentions[offered.chosen[i, j]]) for j in best),
                scores=tuple(float(odds[i, j]) for j in best),
                nobody=float(odds[i, -1]),
            )
        )
    return tuple(links)
