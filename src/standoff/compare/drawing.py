"""Where the nodes of a network lie on a drawing of 1 by 1: the same every time, nothing being left to chance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
N_ROUNDS = 150
_MARGIN = 0.04
_GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def lay_out(weights: Matrix) -> Matrix:
    """The places `(n, 2) float64` of the nodes, from the weights `(n, n)` of their ties; 0-1, rounded to 4 digits.

    All nodes push each other away and ties pull them together, by steps that grow smaller; they start like the seeds
    of a sunflower, in their order, since on a circle opposite nodes would hold each other in place, and stop after
    N_ROUNDS.

    Source: Fruchterman and Reingold 1991, "Graph drawing by force-directed placement", with pulls times the root of the
    weight.

    >>> lay_out(np.zeros((1, 1))).tolist(), lay_out(np.zeros((0, 0))).shape
    ([[0.5, 0.5]], (0, 2))
    """
    n = len(weights)
    if n < 2:
        return np.full((n, 2), 0.5)
    angles, radii = _GOLDEN_ANGLE * np.arange(n), 0.4 * np.sqrt((np.arange(n) + 0.5) / n)
    places = 0.5 + radii[:, None] * np.column_stack([np.cos(angles), np.sin(angles)])
    pull = np.sqrt(weights / max(float(weights.max()), 1e-12))
    ideal = 1 / np.sqrt(n)
    for step in np.linspace(0.1, 0.002, N_ROUNDS):
        moves = _moves(places, pull, ideal)
        lengths = np.maximum(np.linalg.norm(moves, axis=1, keepdims=True), 1e-9)
        places += moves / lengths * np.minimum(lengths, step)
    return _fitted(places)


def _moves(places: Matrix, pull: Matrix, ideal: float) -> Matrix:
    apart = places[:, None, :] - places[None, :, :]
    distances = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
    force = (ideal / distances) ** 2 - pull * distances / ideal
    # A weak pull to the middle keeps what has no ties on the page.
    return np.asarray((apart * force[:, :, None]).sum(axis=1) * ideal + 0.1 * (0.5 - places))


def _fitted(places: Matrix) -> Matrix:
    """The places stretched to the page, each axis by itself; rounded, so that all machines agree."""
    low, high = places.min(axis=0), places.max(axis=0)
    spread = np.maximum(high - low, 1e-9)
    fitted = _MARGIN + (1 - 2 * _MARGIN) * (places - low) / spread
    fitted[:, high - low < 1e-6] = 0.5
    return np.asarray(np.round(fitted, 4))
