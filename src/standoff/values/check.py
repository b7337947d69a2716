"""A check: one statement of an article held against the records, with the verdict and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from standoff.spans import Span
from standoff.values.actor import Actor

Verdict = Literal["verbatim", "altered", "spliced", "misattributed", "paraphrased", "not_found", "out_of_scope"]

VERDICTS: tuple[Verdict, ...] = (
    "verbatim",
    "altered",
    "spliced",
    "misattributed",
    "paraphrased",
    "not_found",
    "out_of_scope",
)

DifferenceKind = Literal[
    "negation",
    "number",
    "name",
    "modal",
    "tense",
    "word_order",
    "left_out",
    "added",
    "bracketed",
    "word",
    "capitals",
    "punctuation",
]
"""What differs, the gravest first; one change may have several kinds: a dropped "not" is `negation` and `left_out`."""

DIFFERENCE_KINDS: tuple[DifferenceKind, ...] = (
    "negation",
    "number",
    "name",
    "modal",
    "tense",
    "word_order",
    "left_out",
    "added",
    "bracketed",
    "word",
    "capitals",
    "punctuation",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where the words differ: `said` by the article, `recorded` by the record, either may be empty.

    `is_marked` tells that the article shows by an ellipsis that words are left out.
    """

    kind: DifferenceKind
    said: str
    recorded: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record has the words: its number among the records, the turn, the span, and who speaks there."""

    record: int
    turn: int
    span: Span
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One statement against the records: `score` 0-1 is the share of its words, or of their weight, that is there.

    `places` are the words that the verdict rests on, in the order of the statement; `reason` says why in a sentence;
    `is_same_occasion` is false where the record is of another day than the article tells of, `None` without a place.
    """

    statement_id: str
    doc_id: str
    verdict: Verdict
    score: float
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    reason: str = ""
    is_same_occasion: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An issue that the records speak of and no checked statement does: how many sentences, and the first few."""

    issue: str
    n_sentences: int
    places: tuple[Place, ...]
