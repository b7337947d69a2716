"""What several parts of comparing ask of the same statements, found once: what each says, and what two are together."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from standoff.compare.alike import Pairs, alike_from_said, pairs_of
from standoff.compare.answers import Answer, find_answers
from standoff.compare.judged import Judgements, judge_pairs
from standoff.compare.said import Said, said_in
from standoff.encode.couples import Judge
from standoff.knowledge import Knowledge
from standoff.values import Analysis


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What the statements say, in order of time; which are alike in words; which are one claim or collide, as judged;
    and which answers which.
    """

    said: tuple[Said, ...]
    pairs: Pairs
    judged: Judgements
    answers: tuple[Answer, ...]
    n_documents: int


def prepare(
    analyses: Sequence[Analysis], judge: Judge, on_record: Container[str] = (), known: Knowledge | None = None
) -> Prepared:
    """What the statements of these documents say, and what they are to one another by the network's judgement.

    `on_record` has the ids of the statements that primary records hold; `known` tells which bodies belong to which.
    """
    said = said_in(analyses, on_record, known)
    alike = alike_from_said(said)
    pairs = pairs_of(alike)
    judged = judge_pairs(alike, pairs, judge)
    return Prepared(
        said=said,
        pairs=pairs,
        judged=judged,
        answers=find_answers(said, judged),
        n_documents=len(analyses),
    )
