"""The comparison as JSON: every item names statements and documents that are there, and every span is its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from gold_story import NAMES, story_analyses, story_comparison

from standoff.report import brief_from_analyses, brief_json


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    analyses = story_analyses()
    brief = brief_from_analyses(analyses, NAMES, story_comparison(analyses))
    return brief_json(brief, lambda _, statement: {"statement_id": statement.statement_id})


def values_of(data: Any, wanted: str) -> Iterator[Any]:
    """All values that stand under a key, however deep."""
    if isinstance(data, dict):
        yield from (value for key, value in data.items() if key == wanted)
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from values_of(item, wanted)


def test_every_list_is_filled_and_can_be_written(data: dict[str, Any]) -> None:
    for name in ("copies", "stories", "meetings", "claims", "clashes", "convergences", "silences", "divergences"):
        assert data[name], name
    assert data["n_clashes_withheld"] == 7
    json.dumps(data, allow_nan=False)


def test_every_statement_and_document_that_is_named_is_there(data: dict[str, Any]) -> None:
    statements = {one["statement_id"] for one in data["statements"]}
    documents = {one["doc_id"] for one in data["documents"]}
    named = [i for ids in values_of(data, "statement_ids") for i in ids] + list(values_of(data, "title_statement_id"))
    assert len(named) > 300
    assert set(named) <= statements
    told = [*values_of(data["copies"], "original"), *values_of(data["copies"], "copy"), *values_of(data, "doc_id")]
    assert {one for one in told if isinstance(one, str)} <= documents


def test_spans_are_slices_of_their_documents(data: dict[str, Any]) -> None:
    texts = {a.document.doc_id: a.document.text for a in story_analyses()}
    proofs = [proof for meeting in data["meetings"] for some in values_of(meeting, "evidence") for proof in some]
    assert proofs
    for proof in proofs:
        span = proof["span"]
        assert texts[proof["doc_id"]][span["start"] : span["end"]] == span["text"]
    for copy in data["copies"]:
        for shared in copy["shared"]:
            for side in ("original", "copy"):
                span = shared[side]
                assert texts[copy[side]][span["start"] : span["end"]] == span["text"]
