"""A record: a primary source as far as it tells who speaks in it, turn by turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from standoff.spans import Span
from standoff.values.actor import Actor
from standoff.values.document import Document

RecordForm = Literal["transcript", "attributed", "statement", "none"]
"""How a record tells its speakers: by labels, by a line "attributable to", as one speaker's text, or not at all."""

TurnRole = Literal["speaker", "question", "host", "interpreter", "unnamed"]
"""What a label says of the one who speaks: only a "speaker" has a name that can be resolved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says in one go: `who` as the record writes it, `pieces` the words without stage directions.

    `label` is the span of the words that tell the speaker, `None` where the title or the author does. `actors` are
    those who speak, several for a joint statement, none while they are not resolved; `bodies` whom they speak for.
    """

    who: str
    role: TurnRole
    label: Span | None
    pieces: tuple[Span, ...]
    actors: tuple[Actor, ...] = ()
    bodies: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenRecord:
    """A record and its turns in text order; `form` "none" and no turns when no speaker can be told: `fault` says why.

    `people` are the lines of its head that name somebody with an office, as written.
    """

    document: Document
    form: RecordForm
    turns: tuple[Turn, ...]
    people: tuple[str, ...] = ()
    fault: str | None = None
