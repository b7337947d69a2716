"""Articles annotated by our own guidelines: one JSON object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from standoff.spans import Span
from training.corpora.gold_actors import links_from_statements, names_from_statements
from training.examples import Codes, Example, Labelled


def read_gold(path: Path) -> list[Example]:
    """The documents of a gold file, with every statement, its basis and its act, and the author's voice."""
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [
        Example(
            name=document["doc"],
            text=document["text"],
            convention="gold",
            statements=tuple(_labelled(s) for s in document["statements"]),
            names=names_from_statements(document["text"], document["statements"]),
            links=links_from_statements(document["text"], document["statements"]),
            codes=Codes(voices=tuple((Span(v["start"], v["end"]), v["label"]) for v in document.get("voice", ()))),
        )
        for document in documents
    ]


def _labelled(statement: dict[str, Any]) -> Labelled:
    return Labelled(
        source=_span(statement["source"]),
        cue=_span(statement["cue"]),
        content=tuple(Span(c["start"], c["end"]) for c in statement["content"]),
        addressee=_span(statement["addressee"]),
        targets=tuple(Span(t["start"], t["end"]) for t in statement["targets"]),
        basis=statement["basis"],
        quote=statement["quote"],
        act=statement["act"],
    )


def _span(value: dict[str, int] | None) -> Span | None:
    return None if value is None else Span(value["start"], value["end"])
