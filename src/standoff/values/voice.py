"""The author's voice: what the writer does in a sentence, or a part of one, that is nobody's statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from standoff.spans import Span
from standoff.values.statement import Sentence

VoiceLabel = Literal["fact", "judgement", "forecast", "speculation", "address", "other"]

VOICES: tuple[VoiceLabel, ...] = ("fact", "judgement", "forecast", "speculation", "address", "other")
"""What the writer does in their own voice (docs/codebook.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One sentence, or what of it lies outside any statement, with what the writer does in it; `score` is 0-1.

    `certainty` is the range of probabilities, 0-1, that its words stand for, `None` when it has no such word.
    """

    sentence: Sentence
    label: VoiceLabel
    score: float
    certainty: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """Something said to cause or lead to something: exact spans of cause and effect.

    `signal` is the word that says so ("because", "led to"), `None` when none does; `statement_id` names the innermost
    statement in whose content it stands, `None` when the author says it; `score` is 0-1.
    """

    sentence: Sentence
    cause: Span
    effect: Span
    signal: Span | None
    statement_id: str | None
    score: float
