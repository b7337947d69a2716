"""The multiply-adds of the network, counted from its dimensions, and the same number as plain matrix products.

Counted are the products of matrices alone; sums, norms, look-ups and activations are a few in a hundred more.
For a window of `t` pieces (two special ones included) the trunk takes, in each of its layers, `t (4 W² + 2 W I)` for
the linear parts and `2 t² W` for attention, and `t (128 W + 128 · 6 + W + W²)` for the heads of words. The second
graph takes, for each anchor in a window of `u` words, `2 u W V` for its view, `u (4 V² + 4 V²) + 2 u² V` in each of
its layers, and `u (2 V · 13 + 5 V)` for its tags; what it does once an anchor is too little to count.
"""

from __future__ import annotations

import time

import numpy as np

# The dimensions of training/model.py; a test holds the two together.
WIDTH, N_LAYERS, INNER = 384, 6, 1536
VIEW, N_VIEW_LAYERS = 128, 2

_PRODUCT = (256, WIDTH, INNER)
_PER_PRODUCT = _PRODUCT[0] * _PRODUCT[1] * _PRODUCT[2]


def trunk_operations(n_pieces: int) -> int:
    """Multiply-adds of the first graph on one window of so many pieces."""
    linear = n_pieces * (4 * WIDTH * WIDTH + 2 * WIDTH * INNER)
    attention = 2 * n_pieces * n_pieces * WIDTH
    heads = n_pieces * (128 * WIDTH + 128 * 6 + WIDTH + WIDTH * WIDTH)
    return N_LAYERS * (linear + attention) + heads


def anchor_operations(n_words: int, n_anchors: int) -> int:
    """Multiply-adds of the second graph on one window of so many words, seen from each of its anchors."""
    view = 2 * n_words * WIDTH * VIEW
    layers = N_VIEW_LAYERS * (8 * n_words * VIEW * VIEW + 2 * n_words * n_words * VIEW)
    tags = n_words * (2 * VIEW * 13 + 5 * VIEW)
    return n_anchors * (view + layers + tags)


def product_seconds(n_operations: int) -> float:
    """How long numpy takes for as many multiply-adds in float32 products of 256 × 384 by 384 × 1536."""
    chance = np.random.default_rng(7)
    left = chance.random(_PRODUCT[:2], dtype=np.float32)
    right = chance.random(_PRODUCT[1:], dtype=np.float32)
    out = np.empty((_PRODUCT[0], _PRODUCT[2]), dtype=np.float32)
    n_products = max(1, round(n_operations / _PER_PRODUCT))
    began = time.perf_counter()
    for _ in range(n_products):
        np.matmul(left, right, out=out)
    return (time.perf_counter() - began) * n_operations / (n_products * _PER_PRODUCT)
