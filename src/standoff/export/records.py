"""The statement record: the one place where all that is known of a statement is joined (docs/record.md).

Fields that no step fills yet are `None`, or an empty list where the record has a list: unknown is never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from standoff import __version__
from standoff.spans import Span
from standoff.values import Actor, Analysis, Coding, Resolution, Sentence, Statement, Step

Record = dict[str, Any]

SCHEMA = "standoff/1"

_SPAN = 'STRUCT("start" BIGINT, "end" BIGINT, "text" VARCHAR)'
_ACTOR = 'STRUCT("id" VARCHAR, "name" VARCHAR, "kind" VARCHAR, "country" VARCHAR)'

COLUMNS: Mapping[str, str] = {
    "schema": "VARCHAR",
    "statement_id": "VARCHAR",
    "doc_id": "VARCHAR",
    "path": "VARCHAR",
    "title": "VARCHAR",
    "publisher": "VARCHAR",
    "published": "VARCHAR",
    "author": "VARCHAR",
    "sentence": 'STRUCT("start" BIGINT, "end" BIGINT, "text" VARCHAR, "index" BIGINT)',
    "source": _SPAN,
    "cue": _SPAN,
    "content": f"{_SPAN}[]",
    "addressee": _SPAN,
    "targets": f"{_SPAN}[]",
    "parent_id": "VARCHAR",
    "quote": "VARCHAR",
    "basis": "VARCHAR",
    "basis_cue": _SPAN,
    "channel": "VARCHAR",
    "act": "VARCHAR",
    "plover": "VARCHAR",
    "polarity": "VARCHAR",
    "modality": "VARCHAR",
    "certainty": "DOUBLE[]",
    "actor": _ACTOR,
    "co_actors": f"{_ACTOR}[]",
    "on_behalf_of": _ACTOR,
    "target_actors": f"{_ACTOR}[]",
    "issues": "VARCHAR[]",
    "norms": "VARCHAR[]",
    "confidence": "DOUBLE",
    "steps": 'STRUCT("field" VARCHAR, "by" VARCHAR, "detail" VARCHAR, "score" DOUBLE)[]',
    "standoff": "VARCHAR",
    "model": "VARCHAR",
}
"""The keys of a record in their order, each with the type that its column has in Parquet."""

# Four decimals hold all that a calibrated probability says, and hide the last bits that differ between processors.
_DECIMALS = 4
# The codes that stand behind the actors.
_LISTS = ("issues", "norms")


def record_from_statement(analysis: Analysis, statement: Statement) -> Record:
    """The record of one statement: the keys of `COLUMNS` in that order."""
    document, text = analysis.document, analysis.document.text
    resolution, coding = analysis.resolution(statement), analysis.coding(statement)
    codes = _codes(coding)
    return {
        "schema": SCHEMA,
        "statement_id": statement.statement_id,
        "doc_id": document.doc_id,
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "author": document.author,
        "sentence": _sentence(statement.sentence, text),
        **_spans(statement, text),
        "parent_id": statement.parent_id,
        "quote": statement.quote,
        "basis": statement.basis,
        "basis_cue": _span(statement.basis_cue, text),
        "channel": statement.channel,
        **{key: value for key, value in codes.items() if key not in _LISTS},
        **_actors(resolution),
        **{key: codes[key] for key in _LISTS},
        "confidence": round(statement.confidence, _DECIMALS),
        "steps": [_step(step) for step in (*statement.steps, *resolution.steps, *(coding.steps if coding else ()))],
        "standoff": __version__,
        "model": analysis.model,
    }


def _spans(statement: Statement, text: str) -> Record:
    return {
        "source": _span(statement.source, text),
        "cue": _span(statement.cue, text),
        "content": [_span(piece, text) for piece in statement.content],
        "addressee": _span(statement.addressee, text),
        "targets": [_span(target, text) for target in statement.targets],
    }


def _codes(coding: Coding | None) -> Record:
    """The codes; `None`, or an empty list, where nothing was coded."""
    if coding is None:
        return {**dict.fromkeys(("act", "plover", "polarity", "modality", "certainty")), "issues": [], "norms": []}
    return {
        "act": coding.act,
        "plover": coding.event.plover if coding.event else None,
        "polarity": coding.polarity,
        "modality": coding.modality,
        "certainty": list(coding.certainty) if coding.certainty else None,
        "issues": [issue.key for issue in coding.issues],
        "norms": [norm.key for norm in coding.norms],
    }


def _actors(resolution: Resolution) -> Record:
    return {
        "actor": _actor(resolution.actor),
        "co_actors": [_actor(actor) for actor in resolution.co_actors],
        "on_behalf_of": _actor(resolution.on_behalf_of),
        "target_actors": [_actor(actor) for actor in resolution.target_actors],
    }


def _actor(actor: Actor | None) -> Record | None:
    """Its four keys; None when unresolved."""
    if actor is None:
        return None
    return {"id": actor.actor_id, "name": actor.name, "kind": actor.kind, "country": actor.country}


def _span(span: Span | None, text: str) -> Record | None:
    return {"start": span.start, "end": span.end, "text": span.of(text)} if span else None


def _sentence(sentence: Sentence, text: str) -> Record:
    span = sentence.span
    return {"start": span.start, "end": span.end, "text": span.of(text), "index": sentence.index}


def _step(step: Step) -> Record:
    score = None if step.score is None else round(step.score, _DECIMALS)
    return {"field": step.field, "by": step.by, "detail": step.detail, "score": score}
