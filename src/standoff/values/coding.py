"""A coding: what a source does by a statement, on which issue and norm, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from standoff.spans import Span
from standoff.values.statement import Step

Act = Literal[
    "assert", "accuse", "condemn", "deny", "reject", "justify", "acknowledge", "demand", "urge", "propose",
    "commit", "threaten", "warn", "predict", "support", "agree", "regret", "question", "announce",
]  # fmt: skip
Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "future", "conditional", "obligation"]
Plover = Literal[
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
]  # fmt: skip

ACTS: tuple[Act, ...] = (
    *("assert", "accuse", "condemn", "deny", "reject", "justify", "acknowledge", "demand", "urge", "propose"),
    *("commit", "threaten", "warn", "predict", "support", "agree", "regret", "question", "announce"),
)
"""What a source does by saying it (docs/codebook.md)."""

POLARITIES: tuple[Polarity, ...] = ("positive", "negative")

MODALITIES: tuple[Modality, ...] = ("actual", "future", "conditional", "obligation")

PLOVERS: tuple[Plover, ...] = (
    *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT"),
    *("REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"),
)
"""The root codes of the public benchmark; YIELD is CONCEDE and RETREAT of PLOVER 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A place in the codebooks of event data: PLOVER's root and mode, and a CAMEO code ("112").

    `mode` and `cameo` are `None` where the root has none that fits.
    """

    plover: Plover
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A codebook's category found in a statement: its key, the words that speak for it, and its score, 0-1."""

    key: str
    spans: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """The codes of one statement, keyed to it by `statement_id`.

    `act_score` is the probability of the act, 0-1; `event` is `None` where the codebooks of event data have no place
    for it; `certainty` is the range of probabilities, 0-1, that the words in the content stand for on the scale of
    ICD 203, `None` when it has no such word; `issues` and `norms` are in the order of their scores; `steps` say why.
    """

    statement_id: str
    act: Act = "assert"
    act_score: float = 0.0
    event: Event | None = None
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    certainty: tuple[float, float] | None = None
    issues: tuple[Found, ...] = ()
    norms: tuple[Found, ...] = ()
    steps: tuple[Step, ...] = ()
