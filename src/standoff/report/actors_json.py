"""Actors as JSON: the list of `standoff actors --json`, and the `actors` of the brief (docs/record.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from standoff.report.actor_lines import ActorLine, ActorList
from standoff.report.span_json import Json, actor_json
from standoff.report.tally import Tally

SCHEMA = "standoff-actors/1"


def actors_json(listed: ActorList) -> Json:
    """The whole list as one JSON object."""
    return {
        "schema": SCHEMA,
        "n_documents": listed.n_documents,
        "n_statements": listed.n_statements,
        "documents": [{"doc_id": doc_id, "path": path} for doc_id, path in listed.paths.items()],
        "actors": [_line_json(line) for line in listed.lines],
        "unresolved": _forms(listed.unresolved),
        "unnamed": _forms(listed.unnamed),
        "n_without_source": listed.n_without_source,
    }


def brief_actors_json(listed: ActorList, acts: Mapping[str, list[Json]]) -> list[Json]:
    """The actors of a brief; `statement_ids` are those of which each is a source, `acts` what each does, by its id."""
    return [
        {
            **actor_json(line.actor),
            "forms": _forms(line.forms),
            "offices": list(line.offices),
            "n_documents": len(line.doc_ids),
            "n_statements": len(line.source_ids),
            "on_behalf_of": line.on_behalf_of.actor_id if line.on_behalf_of else None,
            "statement_ids": list(line.source_ids),
            "target_statement_ids": list(line.target_ids),
            "acts": acts.get(line.actor.actor_id, []),
            "joined": _joined(line),
        }
        for line in listed.lines
    ]


def _line_json(line: ActorLine) -> Json:
    return {
        **actor_json(line.actor),
        "forms": _forms(line.forms),
        "offices": list(line.offices),
        "n_documents": len(line.doc_ids),
        "n_mentions": line.n_mentions,
        "n_as_source": len(line.source_ids),
        "n_as_target": len(line.target_ids),
        "n_spoken_for": line.n_spoken_for,
        "on_behalf_of": line.on_behalf_of.actor_id if line.on_behalf_of else None,
        "doc_ids": list(line.doc_ids),
        "statement_ids": list(line.source_ids),
        "target_statement_ids": list(line.target_ids),
        "joined": _joined(line),
        "looks_like": [{"form": odd.form, "like": odd.like, "reason": odd.reason} for odd in line.lookalikes],
    }


def _joined(line: ActorLine) -> list[Json]:
    """Whom of another document the line took in: the ids that its statements still have."""
    return [
        {"id": joined.actor.actor_id, "name": joined.actor.name, "doc_id": joined.doc_id, "reason": joined.reason}
        for joined in line.joined
    ]


def _forms(forms: Iterable[Tally]) -> list[Json]:
    return [{"text": form.name, "n": form.n} for form in forms]
