"""Which statements of a record are its own: what a speaker says in their own turn, not what they tell of others."""

from __future__ import annotations

from bisect import bisect_right

from standoff.values.actor import UNNAMED
from standoff.values.analysis import Analysis
from standoff.values.spoken import SpokenRecord, Turn
from standoff.values.statement import Statement
from standoff.verify.voices import is_voice

_SELF = frozenset(("i", "we", "my", "our", "me", "us"))


def statements_on_record(analysis: Analysis, record: SpokenRecord) -> frozenset[str]:
    """The ids of the record's statements whose source speaks in the turn that they stand in.

    Those of who asks and hosts are none, and neither is what a speaker reports of somebody else.
    """
    found = set()
    for statement in analysis.statements:
        turn = _turn_of(statement, record)
        if turn is not None and _is_own(analysis, statement, turn):
            found.add(statement.statement_id)
    return frozenset(found)


def _turn_of(statement: Statement, record: SpokenRecord) -> Turn | None:
    """The turn of a named speaker in which the statement's words stand."""
    at = statement.content[0].start if statement.content else statement.sentence.span.start
    starts = [turn.pieces[0].start for turn in record.turns]
    i = bisect_right(starts, at) - 1
    if i < 0 or not record.turns[i].actors or UNNAMED in record.turns[i].actors:
        return None
    return record.turns[i]


def _is_own(analysis: Analysis, statement: Statement, turn: Turn) -> bool:
    """Whether the statement is the speaker's, by its actors, or by an "I" or "we" that nobody resolved."""
    resolution = analysis.resolution(statement)
    actors = [actor for actor in (resolution.actor, *resolution.co_actors) if actor is not None]
    if actors:
        return any(is_voice(turn, actor) for actor in actors)
    source = statement.source
    return source is not None and source.of(analysis.document.text).lower() in _SELF
