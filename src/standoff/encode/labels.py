"""What the model's output columns mean: the one place that training and reading share."""

from __future__ import annotations

from typing import Literal

from standoff.values.mention import MENTION_KINDS

CausePart = Literal["cause", "effect", "signal"]

CAUSE_PARTS: tuple[CausePart, ...] = ("cause", "effect", "signal")

Role = Literal["source", "content", "addressee"]

ROLES: tuple[Role, ...] = ("source", "content", "addressee")

# A piece of a span is its beginning, inside, end, or all of it in one word.
ANCHOR_TAGS = ("O", "B", "I", "E", "S", "N")
"""Tags of words for cues; N is the first word of a statement that has no cue."""

ROLE_TAGS = ("O", *(f"{part}-{role}" for role in ROLES for part in "BIES"))
"""Tags of words as seen from one anchor: `(13,)`."""

TARGET_TAGS = ("O", "B", "I", "E", "S")
"""Tags of words for whom or what the statement is about or against; they may lie inside the content."""

NAME_TAGS = ("O", *(f"{part}-{kind}" for kind in MENTION_KINDS for part in "BIES"))
"""Tags of words for names: `(21,)`."""

CAUSE_TAGS = ("O", *(f"{part}-{of}" for of in CAUSE_PARTS for part in "BIES"))
"""Tags of words for what is said to lead to what: `(13,)`."""

CONVENTIONS = ("gold", "polnear")
"""How spans are annotated: by our guidelines, or flat as the PolNeAR corpus does."""
