"""How the text says it knows: the basis of a statement, and the words that decide it.

The model reads the hedge's scope; marks and the guidelines' order settle what they can. Words in marks make a plain
report `quoted`, without marks nothing is. The words that decide are looked for in the cue first, then beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from standoff.extract.lexicon import compiled, read_lexicon
from standoff.spans import Span, strip_span
from standoff.values.reading import Floats
from standoff.values.statement import BASES, Basis, Quote, Step

_NOT_QUOTED: tuple[Basis, ...] = tuple(b for b in BASES if b != "quoted")
_NOT_PLAIN: tuple[Basis, ...] = ("quoted", "inferred", "predicted", "withheld")


_YIELDS_TO: dict[Basis, tuple[Basis, ...]] = {
    "predicted": ("reported", "standing", "inferred"),
    "inferred": ("reported", "standing"),
    "hearsay": ("reported", "standing"),
}
"""Which bases a hedge inside the cue overrules, the hedges in the order in which the first that fits is taken."""


def choose_basis(scores: Floats, quote: Quote, cue: str = "") -> tuple[Basis, Step]:
    """The basis that the marks allow and the model finds most likely; `scores` `(7,)` log-probabilities.

    Words wholly in marks under a plain report are `quoted`, also under "reportedly"; without marks nothing is.
    A hedge inside the words of the cue has them in its scope: they cannot be plain.
    """
    allowed: Sequence[Basis] = BASES
    if quote == "direct":
        allowed = _NOT_PLAIN
    elif quote != "mixed":
        allowed = _NOT_QUOTED
    basis = max(allowed, key=lambda b: float(scores[BASES.index(b)]))
    for hedged, pattern in _hedges().items():
        if basis in _YIELDS_TO[hedged] and pattern.search(cue):
            return hedged, Step(field="basis", by="rule", detail=f"a hedge inside the cue: {cue}")
    score = float(scores[BASES.index(basis)])
    by = "model" if len(allowed) == len(BASES) else "marks, model"
    return basis, Step(field="basis", by=by, detail=f"log-probability {score:.2f}, quote {quote}", score=score)


def find_basis_cue(text: str, basis: Basis, cue: Span | None, sentence: Span, taken: Sequence[Span]) -> Span | None:
    """The words that decide the basis, in the cue or else nearest to it; None when no single word does.

    `taken` are the content and the source: words there decide nothing.
    """
    if basis in ("quoted", "reported"):
        return None
    pattern = _patterns()[basis]
    match = pattern.search(text, *cue) if cue else None
    if match:
        return strip_span(text, Span(*match.span()))
    around = cue or (taken[0] if taken else sentence)
    found = [strip_span(text, Span(*m.span())) for m in pattern.finditer(text, *sentence)]
    free = [s for s in found if not any(s.overlaps(t) for t in taken)]
    return min(free, key=lambda s: abs(s.start - around.start), default=None)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """For each basis the pattern of the words that decide it."""
    return {basis: compiled(words) for basis, words in read_lexicon("basis").items()}


@lru_cache(maxsize=1)
def _hedges() -> dict[Basis, re.Pattern[str]]:
    """For some bases the pattern of the hedges that a plainer one cannot hold inside its cue."""
    words = read_lexicon("hedges")
    return {basis: compiled(words[basis]) for basis in _YIELDS_TO}
