"""Which of several statements is shown first: the one that does more than say so, on the better evidence.

It orders what a screen has room for. It is no judgement on anybody's words.
"""

from __future__ import annotations

from collections.abc import Mapping

from standoff.report.coded import Coded
from standoff.values import BASES, Act, Basis

# What binds, blames or answers comes before what only tells; a mere saying is last.
_TELLING: Mapping[Act, int] = {"announce": 1, "regret": 1, "question": 1, "predict": 1, "assert": 2}

# `BASES` runs from the best evidence to the weakest.
_EVIDENCE: Mapping[Basis, int] = {basis: i for i, basis in enumerate(BASES)}

_Rank = tuple[bool, int, int, float, int, int]


def strength_rank(coded: Coded) -> _Rank:
    """A key for sorting, the strongest first; equal ones in the order of the texts."""
    statement, coding = coded.statement, coded.coding
    return (
        coded.is_withheld,
        _TELLING.get(coding.act, 0),
        _EVIDENCE[statement.basis],
        -coding.act_score,
        coded.place.n_document,
        (statement.cue or coded.place.sentence.span).start,
    )
