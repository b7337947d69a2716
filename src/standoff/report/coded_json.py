"""The outlook, the norms, the consequences and the acts of each actor as JSON (docs/record.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standoff.report.effects import Effect
from standoff.report.norms_invoked import Norm
from standoff.report.outlook import Prospect
from standoff.report.own_voice import NO_EVIDENCE, OwnVoice
from standoff.report.positions import Position
from standoff.report.span_json import Json, actor_json, sentence_json, span_json
from standoff.values import Document

_DECIMALS = 4  # as in the records


def acts_json(positions: Sequence[Position]) -> Mapping[str, list[Json]]:
    """By the id of each actor, what it does about which issue; those for several sides in one list."""
    by_actor: dict[str, list[Json]] = {}
    for position in positions:
        by_actor.setdefault(position.speaker.actor_id, []).extend(
            {
                "issue": stand.issue,
                "act": deed.act,
                "withheld": deed.is_withheld,
                "on_behalf_of": position.side.actor_id if position.side else None,
                "statement_ids": [point.statement.statement_id for point in deed.points],
            }
            for stand in position.stands
            for deed in stand.deeds
        )
    return by_actor


def outlook_json(prospects: Sequence[Prospect]) -> list[Json]:
    """What may come; `by` says whether a source or the author says so."""
    return [
        {
            "doc_id": prospect.place.document.doc_id,
            "sentence": sentence_json(prospect.place.sentence, prospect.place.document.text),
            "words": [span_json(span, prospect.place.document.text) for span in prospect.spans],
            "by": "author" if prospect.is_of_author else "source",
            "act": prospect.act,
            "actors": [actor_json(actor) for actor in prospect.speakers],
            "basis": prospect.place.basis,
            "certainty": list(prospect.certainty) if prospect.certainty else None,
            "score": round(prospect.score, _DECIMALS),
            "statement_ids": list(prospect.statement_ids),
        }
        for prospect in prospects
    ]


def norms_json(norms: Sequence[Norm]) -> list[Json]:
    """The norms, and by whom each is invoked; `actor` null: the text does not settle it."""
    return [
        {
            "norm": norm.key,
            "n": len(norm.points),
            "invoked_by": [
                {
                    "actor": actor_json(invoker.actor) if invoker.actor else None,
                    "statement_ids": [point.statement.statement_id for point in invoker.points],
                }
                for invoker in norm.invokers
            ],
            "statement_ids": [point.statement.statement_id for point in norm.points],
        }
        for norm in norms
    ]


def effects_json(effects: Sequence[Effect]) -> list[Json]:
    """The consequences with the exact words of cause and effect, and who says so."""
    return [_effect_json(effect) for effect in effects]


def _effect_json(effect: Effect) -> Json:
    consequence, text = effect.consequence, effect.place.document.text
    return {
        "doc_id": effect.place.document.doc_id,
        "sentence": sentence_json(effect.place.sentence, text),
        "cause": span_json(consequence.cause, text),
        "effect": span_json(consequence.effect, text),
        "signal": span_json(consequence.signal, text) if consequence.signal else None,
        "by": "author" if effect.is_of_author else "source",
        "actors": [actor_json(actor) for actor in effect.speakers],
        "basis": effect.place.basis,
        "score": round(consequence.score, _DECIMALS),
        "statement_ids": [consequence.statement_id] if consequence.statement_id else [],
    }


def voice_json(voice: OwnVoice, document: Document) -> list[Json]:
    """The writer's own sentences in text order; one without a label has null for all that the label brings."""
    labelled = [
        {
            "doc_id": document.doc_id,
            "sentence": sentence_json(one.sentence, document.text),
            "label": one.label,
            "is_evidence": one.label not in NO_EVIDENCE,
            "certainty": list(one.certainty) if one.certainty else None,
            "score": round(one.score, _DECIMALS),
        }
        for one in voice.labelled
    ]
    unknown = dict.fromkeys(("label", "is_evidence", "certainty", "score"))
    bare = [
        {"doc_id": document.doc_id, "sentence": sentence_json(one, document.text), **unknown}
        for one in voice.unlabelled
    ]
    return sorted([*labelled, *bare], key=_index)


def _index(item: Json) -> int:
    index: int = item["sentence"]["index"]
    return index
