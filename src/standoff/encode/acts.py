"""What the fifth graph reads: one statement on its own, its cue first, then who speaks, what is said, what went before.

The trunk reads all statements of a window at once, which is fast and mostly enough; of the acts that it is unsure of, a
network of its own decides, which has nothing else to learn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from standoff.encode.vocabulary import BEGIN, END, Speller, words_spelled
from standoff.spans import Span, hull
from standoff.values.reading import Anchor, Floats, Reading
from standoff.values.statement import Statement

MAX_CUE, MAX_SOURCE, MAX_CONTENT, MAX_BEFORE = 10, 12, 40, 12
"""Pieces kept of each part: of a long content the beginning, of what went before the end."""

SURE = 0.7
"""From this probability on the trunk's own act stands, which is so for three statements in five. Of 0.5 to 0.9 a higher
one is right a little more often and slower: the lowest that loses no more than a hundredth on dev_own.
"""

OWN_SHARE = 0.5
"""How much the fifth graph's probabilities count beside the trunk's; of 0.3, 0.5 and 0.7 the best on dev_own and story.
"""

_BEFORE_CHARS = 160


def act_pieces(
    text: str,
    cue: Span | None,
    source: Span | None,
    content: Sequence[Span],
    pieces_of: Speller,
) -> list[int]:
    """The word pieces of one statement, its four parts with a separator behind each."""
    parts = [part for part in (cue, source, *content) if part is not None]
    start = hull(parts).start if parts else 0

    def spelled(words: str) -> list[int]:
        return [piece for word in words_spelled(words) for piece in pieces_of(word)]

    return [
        BEGIN,
        *(spelled(cue.of(text))[:MAX_CUE] if cue else []),
        END,
        *(spelled(source.of(text))[:MAX_SOURCE] if source else []),
        END,
        *[piece for part in content for piece in spelled(part.of(text))][:MAX_CONTENT],
        END,
        *spelled(text[max(0, start - _BEFORE_CHARS) : start])[-MAX_BEFORE:],
        END,
    ]


def is_unsure(act: Floats) -> bool:
    """Whether the act is to be weighed again; `act` are the trunk's log-probabilities `(19,)`."""
    return bool(act.max() < np.log(SURE))


def weighed_acts(act: Floats, own: Floats) -> Floats:
    """The log-probabilities `(19,)` of the trunk and of the fifth graph together."""
    both: Floats = np.log((1 - OWN_SHARE) * np.exp(act) + OWN_SHARE * np.exp(own)).astype(np.float32)
    return both


def padded_pieces(rows: Sequence[Sequence[int]]) -> npt.NDArray[np.int64]:
    """Word pieces `(n, longest)`, 0 behind the shorter ones."""
    pieces = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for row, own in zip(pieces, rows, strict=True):
        row[: len(own)] = own
    return pieces


def anchors_of_statements(reading: Reading, statements: Sequence[Statement]) -> Mapping[str, int]:
    """The place in `reading.anchors` of the anchor at which each statement hangs, by the statement's id: its cue's, or
    for one without cue the nearest one without cue to where its content begins.
    """
    with_cue: dict[Span, int] = {}
    without: dict[int, int] = {}
    for i, anchor in enumerate(reading.anchors):
        start, end = _chars(reading, anchor)
        if anchor.has_cue:
            with_cue[Span(start, end)] = i
        else:
            without[start] = i
    found = {}
    for statement in statements:
        at = with_cue.get(statement.cue) if statement.cue else _nearest(without, statement.content)
        if at is not None:
            found[statement.statement_id] = at
    return found


def _chars(reading: Reading, anchor: Anchor) -> Span:
    return Span(reading.words[anchor.words.start].start, reading.words[anchor.words.end - 1].end)


def _nearest(anchors: Mapping[int, int], content: Sequence[Span]) -> int | None:
    if not anchors or not content:
        return None
    start = content[0].start
    return anchors[min(anchors, key=lambda at: (abs(at - start), at))]
