"""Consequences: what is said to cause or lead to what, and by whom.

The network marks words of causes, of effects and of the signals between them; a sentence in which both a cause and an
effect stand out, and a word that says that one leads to the other, tells one consequence. Which of the two comes first
in time is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from standoff.code.lexicon import read_patterns
from standoff.encode.labels import CAUSE_PARTS, CausePart
from standoff.spans import Span, strip_span
from standoff.values import Consequence, Reading, Sentence, Statement
from standoff.values.reading import Floats

LEAST_SCORE = 0.5
"""Below this mean probability of its words a part does not stand out."""

_MARKS = " \t\n\u00a0,;:.–—-"
# One word alone names somebody or something; what leads to what is at least a phrase.
_LEAST_WORDS = 2
_N_LETTERS = len("BIES")


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of words of one part, with the mean probability that they are of it."""

    part: CausePart
    words: Span
    score: float


def find_consequences(text: str, reading: Reading, statements: Sequence[Statement]) -> tuple[Consequence, ...]:
    """The consequences in text order, at most one a sentence."""
    starts = [word.start for word in reading.words]
    found = []
    for index, span in enumerate(reading.sentences):
        first, last = np.searchsorted(starts, [span.start, span.end]).tolist()
        parts = list(_parts(reading.causes[first:last], first))
        best = {p: max((x for x in parts if x.part == p), key=lambda x: x.score, default=None) for p in CAUSE_PARTS}
        cause, effect, signal = (best[p] for p in CAUSE_PARTS)
        if cause is None or effect is None or min(_n_words(cause), _n_words(effect)) < _LEAST_WORDS:
            continue
        score = float(np.sqrt(cause.score * effect.score))
        whole = [_chars(text, reading, part) for part in (cause, effect)]
        word = _causal_word(text, span, whole)
        if score < LEAST_SCORE or word is None:
            continue
        found.append(
            Consequence(
                sentence=Sentence(index=index, span=span),
                cause=whole[0],
                effect=whole[1],
                signal=_chars(text, reading, signal) if signal else word,
                statement_id=_who(whole, statements),
                score=score,
            )
        )
    return tuple(found)


def _causal_word(text: str, sentence: Span, parts: Sequence[Span]) -> Span | None:
    """The first word that says that one thing leads to another, and is no part of either."""
    found = (Span(*match.span()) for match in read_patterns("causes")["cause"].finditer(text, *sentence))
    return next((word for word in found if not any(part.covers(word) for part in parts)), None)


def _parts(causes: Floats, first: int) -> Iterator[_Part]:
    """The runs of words that stand out as one part; `causes` are the sentence's rows, `first` its first word."""
    if not len(causes):
        return
    odds = np.exp(causes)
    # How probable each word is to be of a part at all: where the part begins and ends is told by the run.
    by_part = np.stack([odds[:, 1 + i * _N_LETTERS : 1 + (i + 1) * _N_LETTERS].sum(1) for i in range(len(CAUSE_PARTS))])
    best = np.concatenate([odds[:, :1].T, by_part]).argmax(axis=0)
    cuts = [0, *(np.flatnonzero(np.diff(best)) + 1).tolist(), len(best)]
    for start, end in pairwise(cuts):
        if best[start]:
            score = float(by_part[best[start] - 1, start:end].mean())
            if score >= LEAST_SCORE:
                yield _Part(CAUSE_PARTS[best[start] - 1], Span(first + start, first + end), score)


def _n_words(part: _Part) -> int:
    return part.words.end - part.words.start


def _chars(text: str, reading: Reading, part: _Part) -> Span:
    """The characters of a part, without marks at its edges."""
    words = reading.words[part.words.start : part.words.end]
    return strip_span(text, Span(words[0].start, words[-1].end), _MARKS)


def _who(parts: Sequence[Span], statements: Sequence[Statement]) -> str | None:
    """The innermost statement whose content holds both parts; `None`: the writer says it."""
    holding = [s for s in statements if all(any(c.covers(part) for c in s.content) for part in parts)]
    innermost = min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)
    return innermost.statement_id if innermost else None
