"""`standoff verify --json`: the checks as plain data (docs/verify.md)."""

from __future__ import annotations

from typing import Any

from standoff.report.verification import Checked, Verification
from standoff.spans import Span
from standoff.values.actor import Actor
from standoff.values.check import LeftOut, Place

SCHEMA = "standoff-verify/1"
_DECIMALS = 4


def verification_json(verification: Verification) -> dict[str, Any]:
    """One object: `records` with what was told of their speakers, `counts`, `checks` and `left_out`."""
    return {
        "schema": SCHEMA,
        "records": [
            {"path": r.document.path, "form": r.form, "n_turns": len(r.turns), "fault": r.fault}
            for r in verification.records
        ],
        "counts": dict(verification.counts()),
        "checks": [_check(verification, one) for one in verification.checked()],
        "left_out": [_left_out(verification, one) for one in verification.left_out],
    }


def _check(verification: Verification, one: Checked) -> dict[str, Any]:
    text, check = one.analysis.document.text, one.check
    places = [_place(verification, place) for place in check.places]
    return {
        "path": one.analysis.document.path,
        "statement_id": check.statement_id,
        "parent_id": one.statement.parent_id,
        "source": _span(text, one.statement.source) if one.statement.source else None,
        "content": [_span(text, span) for span in one.statement.content],
        "verdict": check.verdict,
        "reason": check.reason,
        "record": places[0] if places else None,
        "further_places": places[1:],
        "differences": [
            {"kind": d.kind, "said": d.said, "recorded": d.recorded, "marked": d.is_marked} for d in check.differences
        ],
        "score": round(check.score, _DECIMALS),
        "same_occasion": check.is_same_occasion,
    }


def _left_out(verification: Verification, one: LeftOut) -> dict[str, Any]:
    return {
        "issue": one.issue,
        "n_sentences": one.n_sentences,
        "examples": [_place(verification, place) for place in one.places],
    }


def _place(verification: Verification, place: Place) -> dict[str, Any]:
    record = verification.records[place.record]
    turn = record.turns[place.turn]
    return {
        "path": record.document.path,
        "published": record.document.published,
        "speaker": turn.who,
        "actors": [_actor(actor) for actor in place.actors],
        "turn": place.turn,
        **_span(record.document.text, place.span),
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {"id": actor.actor_id, "name": actor.name, "kind": actor.kind, "country": actor.country}


def _span(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
