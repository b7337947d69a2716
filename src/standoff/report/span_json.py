"""Spans, sentences and actors as JSON (docs/record.md)."""

from __future__ import annotations

from typing import Any

from standoff.spans import Span
from standoff.values import Actor, Sentence

Json = dict[str, Any]


def span_json(span: Span, text: str) -> Json:
    """The span with its words."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def sentence_json(sentence: Sentence, text: str) -> Json:
    """The sentence's span with its index, counted from 0."""
    return {**span_json(sentence.span, text), "index": sentence.index}


def actor_json(actor: Actor) -> Json:
    """The four keys by which an actor is known."""
    return {"id": actor.actor_id, "name": actor.name, "kind": actor.kind, "country": actor.country}
