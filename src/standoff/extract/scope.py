"""Hedges that reach over several verbs: what hangs on a guessed, expected or rumoured verb is no better founded.

"He likely accused Kyiv of stalling, arguing that ..." guesses both: participles and coordinated verbs with the same
source stand on the basis of the verb they follow, unless they bring words of their own that decide otherwise. A bare
participle after a plain report is as plain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standoff.extract.lexicon import compiled, read_lexicon
from standoff.spans import Span
from standoff.values.statement import Basis, Statement, Step

_REACHING: tuple[Basis, ...] = ("inferred", "predicted", "hearsay")
_STEADFAST: tuple[Basis, ...] = ("withheld",)
_PLAIN: tuple[Basis, ...] = ("reported", "quoted")
_HEDGE = compiled(tuple(word for words in read_lexicon("hedges").values() for word in words))
_PARTICIPLE = re.compile(r"\w+ing\b")
# A new clause or a contrast ends the hedge's reach; so does a tense or an auxiliary that the verb has of its own.
_ENDS = re.compile(r"[.;:!?”\"]|\b(?:but|while|whereas|although|though|because|who|which)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:is|are|was|were|has|had|did|does|do|will|would|may|might|can|could|not|never)\b", re.I)


def with_shared_basis(text: str, statements: Sequence[Statement]) -> list[Statement]:
    """The statements in the same order, those under an earlier verb's hedge with its basis; `steps` says why."""
    settled = {s.statement_id: s for s in statements}
    by_cue = sorted((s for s in statements if s.cue and s.source), key=lambda s: (s.cue, s.statement_id))
    last: dict[Span | None, Statement] = {}
    for statement in by_cue:
        governor = last.get(statement.source)
        if governor and (_reaches(text, governor, statement) or _is_plain_participle(text, governor, statement)):
            settled[statement.statement_id] = _under(governor, statement)
        last[statement.source] = settled[statement.statement_id]
    return [settled[s.statement_id] for s in statements]


def _reaches(text: str, governor: Statement, statement: Statement) -> bool:
    """Whether the governor's hedge reaches the statement's cue, which comes later and has the same source."""
    if governor.basis not in _REACHING or statement.basis in (governor.basis, *_STEADFAST) or statement.cue is None:
        return False
    has_own = _OWN.search(text, *statement.cue) or _HEDGE.search(text, *statement.cue)
    is_near = governor.sentence.index == statement.sentence.index and not has_own
    return is_near and not _is_cut_off(text, governor, statement)


def _is_plain_participle(text: str, governor: Statement, statement: Statement) -> bool:
    """Whether a bare participle follows a plain report with no hedge in between, and so has none to share."""
    if statement.basis not in _REACHING or governor.basis not in _PLAIN or not (governor.cue and statement.cue):
        return False
    is_bare = _PARTICIPLE.fullmatch(statement.cue.of(text)) and not _HEDGE.search(text, *statement.cue)
    is_near = governor.sentence.index == statement.sentence.index and not _is_cut_off(text, governor, statement)
    return bool(is_bare and is_near and not _HEDGE.search(text, governor.cue.start, statement.cue.end))


def _is_cut_off(text: str, governor: Statement, statement: Statement) -> bool:
    """Whether a new clause or a contrast stands between the two verbs, outside what the first one says."""
    if governor.cue is None or statement.cue is None or governor.cue.end > statement.cue.start:
        return True
    gap = Span(governor.cue.end, statement.cue.start)
    said = [c for c in governor.content if c.overlaps(gap)]
    at = gap.start
    for piece in sorted(said):
        if piece.covers(statement.cue) or _ENDS.search(text, at, max(at, piece.start)):
            return True
        at = max(at, piece.end)
    return bool(_ENDS.search(text, at, max(at, gap.end)))


def _under(governor: Statement, statement: Statement) -> Statement:
    if governor.basis == "hearsay" and statement.quote == "direct":
        return statement
    basis: Basis = "reported" if governor.basis in _PLAIN else governor.basis
    step = Step(field="basis", by="rule", detail=f"hangs on the verb before it ({governor.basis})")
    return replace(statement, basis=basis, basis_cue=governor.basis_cue, steps=(*statement.steps, step))
