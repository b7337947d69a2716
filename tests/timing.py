"""How time grows with length: linear work takes about twice as long for twice the text, quadratic work four times."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

# Shorter runs than this are noise on a busy machine; they count as this long.
_FLOOR_S = 0.02


def growth(work: Callable[[str], object], piece: str, n_pieces: int) -> float:
    """Time on `2 * n_pieces` pieces over time on `n_pieces`; the lowest of eight tries, as the machine may be busy."""
    ratios = []
    for _ in range(8):
        short, long = _seconds(work, piece * n_pieces), _seconds(work, piece * (2 * n_pieces))
        ratios.append(max(long, _FLOOR_S) / max(short, _FLOOR_S))
        if ratios[-1] <= 2.5:
            break
    return min(ratios)


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.disable()  # what thousands of tests left behind would be looked through in the longer run
    try:
        began = time.process_time()
        work(text)
        return time.process_time() - began
    finally:
        gc.enable()
