"""Which documents have so many words in common that one is likely a copy of another, found without comparing all.

The one file that knows datasketch, which is loaded on the first call: it brings SciPy, half a second and 60 MB.
"""

from __future__ import annotations

from typing import Any

from standoff.compare.shingles import Hashes

_N_HASHES = 128
"""The library's own default: the estimate of a Jaccard index is off by 0.09 at most (one over the root)."""


class NearIndex:
    """Documents by their signatures: those whose Jaccard index with a new one is likely to be above a threshold.

    Source: MinHash, Broder (1997); banding, Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3.
    """

    def __init__(self, min_jaccard: float) -> None:
        from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - only comparing pays for it

        self._sketch: Any = MinHash
        self._lsh: Any = MinHashLSH(threshold=min_jaccard, num_perm=_N_HASHES)
        self._signatures: dict[int, Any] = {}

    def candidates(self, name: int, shingles: Hashes) -> tuple[int, ...]:
        """The documents added so far that are likely to be like this one, the earliest first."""
        self._signatures[name] = self._signature(shingles)
        return tuple(sorted(self._lsh.query(self._signatures[name]))) if len(shingles) else ()

    def add(self, name: int) -> None:
        """Puts in a document whose candidates have been asked for."""
        self._lsh.insert(name, self._signatures.pop(name))

    def _signature(self, shingles: Hashes) -> Any:  # noqa: ANN401 - the library ships no types
        signature = self._sketch(num_perm=_N_HASHES, hashfunc=int)
        signature.update_batch((shingles & 0xFFFFFFFF).tolist())
        return signature
