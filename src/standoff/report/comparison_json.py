"""What documents have to do with one another, as JSON (docs/record.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from standoff.report.doubles import Double, doubles_in
from standoff.report.span_json import Json, actor_json, span_json
from standoff.spans import Span
from standoff.values import Document
from standoff.values.comparison import (
    Change,
    Claim,
    Comparison,
    Copy,
    Divergence,
    Evidence,
    Meeting,
    Network,
    Participant,
    Side,
    Story,
)

_DECIMALS = 4  # as in the records

Texts = Mapping[str, Document]
"""The documents by their ids."""


def comparison_json(comparison: Comparison, documents: Iterable[Document]) -> Json:
    """The lists of the brief that are about several documents, each with its key; empty where nothing was found."""
    given = tuple(documents)
    texts = {document.doc_id: document for document in given}
    numbers = {document.doc_id: n for n, document in reversed(tuple(enumerate(given, start=1)))}
    copies = [_copy_json(copy, texts, numbers) for copy in comparison.copies]
    return {
        "copies": [*copies, *(_double_json(double) for double in doubles_in(given))],
        "stories": [_story_json(story) for story in comparison.stories],
        "meetings": [_meeting_json(meeting, texts) for meeting in comparison.meetings],
        "claims": [_claim_json(claim) for claim in comparison.claims],
        "clashes": [
            {"kind": clash.kind, **_sides_json(clash.issue, clash.sides, clash.confidence)}
            for clash in comparison.clashes
        ],
        "n_clashes_withheld": comparison.n_withheld,
        "convergences": [_sides_json(one.issue, one.sides, one.confidence) for one in comparison.convergences],
        "silences": [
            {
                "actor": actor_json(silence.actor),
                "about": _side_json(silence.about),
                "issue": silence.issue,
                "n_documents": silence.n_documents,
            }
            for silence in comparison.silences
        ],
        "divergences": [_divergence_json(one) for one in comparison.divergences],
        "changes": [_change_json(change) for change in comparison.changes],
        "networks": [_network_json(network) for network in comparison.networks],
    }


def _copy_json(copy: Copy, texts: Texts, numbers: Mapping[str, int]) -> Json:
    return {
        "original": copy.original,
        "copy": copy.copy,
        "original_number": numbers[copy.original],
        "copy_number": numbers[copy.copy],
        "kind": copy.kind,
        "score": round(copy.score, _DECIMALS),
        "is_dated": copy.is_dated,
        "shared": [
            {
                "original": _words(texts, copy.original, shared.first),
                "copy": _words(texts, copy.copy, shared.second),
                "score": round(shared.score, _DECIMALS),
            }
            for shared in copy.shared
        ],
    }


def _double_json(double: Double) -> Json:
    """A document with the text of another: both have one id, so only the numbers tell them apart."""
    return {
        "original": double.doc_id,
        "copy": double.doc_id,
        "original_number": double.original,
        "copy_number": double.copy,
        "kind": "same",
        "score": 1.0,
        "is_dated": double.is_dated,
        "shared": [],
    }


def _story_json(story: Story) -> Json:
    return {
        "story_id": story.story_id,
        "doc_ids": list(story.doc_ids),
        "actors": [actor_json(actor) for actor in story.actors],
    }


def _meeting_json(meeting: Meeting, texts: Texts) -> Json:
    return {
        "story_id": meeting.story_id,
        "forum": actor_json(meeting.forum) if meeting.forum else None,
        "place": meeting.place,
        "date": meeting.date,
        "participants": [_participant_json(one, texts) for one in meeting.participants],
        "evidence": [_evidence_json(one, texts) for one in meeting.evidence],
        "on_roster": [actor_json(actor) for actor in meeting.on_roster],
    }


def _participant_json(participant: Participant, texts: Texts) -> Json:
    evidence = [_evidence_json(one, texts) for one in participant.evidence]
    return {**actor_json(participant.actor), "evidence": evidence}


def _evidence_json(evidence: Evidence, texts: Texts) -> Json:
    return {
        "doc_id": evidence.doc_id,
        "span": _words(texts, evidence.doc_id, evidence.span),
        "basis": evidence.basis,
    }


def _words(texts: Texts, doc_id: str, span: Span) -> Json:
    return span_json(span, texts[doc_id].text)


def _claim_json(claim: Claim) -> Json:
    return {
        "claim_id": claim.claim_id,
        "title_statement_id": claim.title,
        "statement_ids": list(claim.statement_ids),
        "actors": [actor_json(actor) for actor in claim.actors],
        "issues": list(claim.issues),
        "n_origins": claim.n_origins,
        "score": round(claim.score, _DECIMALS),
    }


def _sides_json(issue: str | None, sides: Iterable[Side], confidence: float) -> Json:
    return {
        "issue": issue,
        "sides": [_side_json(side) for side in sides],
        "confidence": round(confidence, _DECIMALS),
    }


def _side_json(side: Side) -> Json:
    return {"actor": actor_json(side.actor), "statement_ids": list(side.statement_ids)}


def _divergence_json(divergence: Divergence) -> Json:
    return {
        "issue": divergence.issue,
        "actors": [actor_json(actor) for actor in divergence.sides],
        "score": round(divergence.score, _DECIMALS),
        "n_statements": divergence.n_statements,
        "conflict": list(divergence.conflict),
        "congruence": list(divergence.congruence),
    }


def _change_json(change: Change) -> Json:
    return {
        "actor": actor_json(change.actor),
        "issue": change.issue,
        "before": list(change.before),
        "after": list(change.after),
        "confidence": round(change.confidence, _DECIMALS),
    }


def _network_json(network: Network) -> Json:
    return {
        "name": network.name,
        "nodes": [
            {
                "node_id": node.node_id,
                "label": node.label,
                "kind": node.kind,
                "bloc": node.bloc,
                "x": round(node.x, _DECIMALS),
                "y": round(node.y, _DECIMALS),
            }
            for node in network.nodes
        ],
        "edges": [
            {
                "source": edge.source,
                "target": edge.target,
                "weight": round(edge.weight, _DECIMALS),
                "act": edge.act,
                "statement_ids": list(edge.statement_ids),
            }
            for edge in network.edges
        ],
    }
