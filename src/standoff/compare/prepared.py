"""What several parts of comparing ask of the same statements, found once: what each says, and which are alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.compare.alike import Pairs, alike_from_said, pairs_of
from standoff.compare.answers import Answer, find_answers
from standoff.compare.said import Said, said_in
from standoff.values import Analysis


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What the statements say, in order of time; the pairs that are alike; and which answers which."""

    said: tuple[Said, ...]
    pairs: Pairs
    answers: tuple[Answer, ...]


def prepare(analyses: Sequence[Analysis]) -> Prepared:
    """What the statements of these documents say, which are alike, and which answers which."""
    said = said_in(analyses)
    alike = alike_from_said(said)
    pairs = pairs_of(alike)
    return Prepared(said=said, pairs=pairs, answers=find_answers(alike, pairs))
