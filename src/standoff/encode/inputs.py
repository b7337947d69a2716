"""A window as the arrays that the network takes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import numpy as np

from standoff.encode.vocabulary import BEGIN, END
from standoff.encode.words import N_PLACES, N_QUOTES, N_SHAPES, Ints, Words
from standoff.values.reading import Window


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WindowInput:
    """One window, special pieces included: `pieces`, `shapes`, `quotes`, `places` `(n_pieces,)`;
    `first_pieces` `(n_words,)` the column of each word's first piece, `n_pieces_of` how many it has.
    """

    pieces: Ints
    shapes: Ints
    quotes: Ints
    places: Ints
    first_pieces: Ints
    n_pieces_of: Ints


def window_input(words: Words, window: Window) -> WindowInput:
    """The arrays of one window, between a beginning and an ending piece."""
    rows = slice(window.start, window.end)
    spelled = words.pieces[rows]
    counts = np.array([len(p) for p in spelled], dtype=np.int32)
    pieces = np.fromiter(chain((BEGIN,), chain.from_iterable(spelled), (END,)), dtype=np.int32)

    def spread(feature: Ints, outside: int) -> Ints:
        out = np.full(len(pieces), outside, dtype=np.int32)
        out[1:-1] = np.repeat(feature[rows], counts)
        return out

    return WindowInput(
        pieces=pieces,
        shapes=spread(words.shapes, N_SHAPES),
        quotes=spread(words.quotes, N_QUOTES),
        places=spread(words.places, N_PLACES),
        first_pieces=(np.cumsum(counts) - counts + 1).astype(np.int32),
        n_pieces_of=counts,
    )
