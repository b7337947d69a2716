"""The record has the documented keys in the documented order, and its texts are exact slices."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from standoff import __version__
from standoff.export import COLUMNS, record_from_statement
from standoff.values import Analysis

DOCUMENTED = Path(__file__).parents[2] / "docs" / "record.md"


def test_keys_are_those_of_the_documentation_in_that_order(analysis: Analysis) -> None:
    table = DOCUMENTED.read_text(encoding="utf-8").split("## The statement record")[1].split("\n## ")[0]
    first_cells = re.findall(r"^\| (`.*?) \|", table, flags=re.MULTILINE)
    documented = [key for cell in first_cells for key in re.findall(r"`(\w+)`", cell)]
    for statement in analysis.statements:
        assert list(record_from_statement(analysis, statement)) == list(COLUMNS) == documented


def test_values(analysis: Analysis) -> None:
    record = record_from_statement(analysis, analysis.statements[0])
    assert record["schema"] == "standoff/1"
    assert record["source"] == {"start": 0, "end": 4, "text": "Borg"}
    assert record["content"] == [{"start": 21, "end": 38, "text": '"We never fired,"'}]
    assert record["sentence"]["index"] == 0
    assert record["confidence"] == 0.8765
    assert record["steps"] == [
        {"field": "basis", "by": "marks", "detail": "all of it in quotation marks", "score": 0.1235}
    ]
    assert (record["standoff"], record["model"]) == (__version__, "feedc0de")


def test_unknown_is_null_and_lists_are_empty(analysis: Analysis) -> None:
    record = record_from_statement(analysis, analysis.statements[1])
    empty = {"content", "targets", "co_actors", "target_actors", "issues", "norms", "steps"}
    assert {key for key, value in record.items() if value == []} == empty
    for key in ("source", "addressee", "act", "plover", "polarity", "modality", "certainty", "actor", "on_behalf_of"):
        assert record[key] is None


def test_every_span_is_an_exact_slice(analysis: Analysis) -> None:
    def spans(value: Any) -> list[dict[str, Any]]:
        if isinstance(value, list):
            return [span for item in value for span in spans(item)]
        return [value] if isinstance(value, dict) and "start" in value else []

    text = analysis.document.text
    for statement in analysis.statements:
        found = [span for value in record_from_statement(analysis, statement).values() for span in spans(value)]
        assert len(found) >= 2
        assert all(text[span["start"] : span["end"]] == span["text"] for span in found)
