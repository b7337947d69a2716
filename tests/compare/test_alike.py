"""Which pairs of statements are asked about: however many stand between two that are alike."""

from __future__ import annotations

import numpy as np
import pytest
from compared import compared

from standoff.compare.alike import LEAST, alike_from_said, pairs_of
from standoff.compare.said import said_in

N_PAIRS = 20


def told(n: int, mark: str, n_own: int) -> str:
    """A statement that shares five rare words with its like, and has words that no other has."""
    shared = " ".join(f"harbour{n}x{i}" for i in range(5))
    own = " ".join(f"{mark}{n}x{i}" for i in range(n_own))
    return f"Ostvar|announce||{shared} {own}"


def padding(n: int) -> list[str]:
    return [f"Tarn|announce||filler{i} brick{i} lamp{i} rope{i} candle{i}" for i in range(n)]


@pytest.mark.parametrize("n_padding", [0, 300, 600])
@pytest.mark.parametrize("n_own", [0, 4])
def test_pairs_survive_what_stands_between_them(n_padding: int, n_own: int) -> None:
    first = compared(*(told(n, "alpha", n_own) for n in range(N_PAIRS)), published="2031-05-01")
    between = [compared(*padding(n_padding), published="2031-05-02")] if n_padding else []
    last = compared(*(told(n, "omega", n_own) for n in range(N_PAIRS)), published="2031-05-03")
    said = said_in([first, *between, last])
    alike = alike_from_said(said)
    found = {(i, j) for i, j, _ in pairs_of(alike)}
    wanted = {(n, len(said) - N_PAIRS + n) for n in range(N_PAIRS)}
    assert all(alike.scores(i, np.array([j]))[0] > LEAST for i, j in wanted)
    assert wanted <= found
