"""A relation: a sentence with a source and a target, and what the one does to the other."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.spans import Span
from standoff.values.coding import Act, Plover
from standoff.values.statement import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A row to be coded: its id as given, the sentence without marks, and where source and target stand in it."""

    row_id: str
    text: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationCoding:
    """The codes of one relation: PLOVER's root and mode, and a CAMEO code.

    `mode` and `cameo` are `None` where the root has none that fits, `act` where nothing is said or written;
    `confidence` is the probability of the root, 0-1; `steps` say why.
    """

    plover: Plover
    mode: str | None = None
    cameo: str | None = None
    act: Act | None = None
    confidence: float = 0.0
    steps: tuple[Step, ...] = ()
