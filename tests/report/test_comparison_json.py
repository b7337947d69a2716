"""The comparison as JSON: every item names statements and documents that are there, and every span is its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from gold_story import NAMES, story_analyses, story_comparison

from standoff.report import Screen, brief_from_analyses, brief_json, screen_from_brief
from standoff.report.compared.cells import cells_from_brief
from standoff.report.page import page_from_brief
from standoff.values.comparison import Comparison


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
    ties = [i for one in data["divergences"] for i in (*one["conflict"], *one["congruence"])]
    assert ties
    named += ties
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


def test_a_text_given_twice_is_a_copy_by_its_number() -> None:
    first = story_analyses()[0]
    later = replace(first, document=replace(first.document, publisher="Another", published="2999-01-01"))
    earlier = replace(first, document=replace(first.document, published="1999-01-01"))
    other = story_analyses()[1]
    brief = brief_from_analyses([later, other, earlier, earlier], NAMES, Comparison())
    copies = brief_json(brief, lambda *_: {})["copies"]
    assert [(one["original_number"], one["copy_number"], one["is_dated"]) for one in copies] == [
        (3, 1, True),
        (3, 4, False),
    ]
    assert {(one["original"], one["copy"], one["kind"]) for one in copies} == {
        (first.document.doc_id, first.document.doc_id, "same")
    }
    shown = [line.plain.strip() for line in screen_from_brief(brief, Screen(width=120))]
    assert "Document 1 is the same text as document 3" in shown
    assert "Document 4 is the same text as document 3; which came first their dates do not tell" in shown
    assert "is the same text as" in page_from_brief(brief)


def test_an_id_means_the_statement_of_the_first_of_two_same_texts() -> None:
    first = story_analyses()[0]
    cells = cells_from_brief(brief_from_analyses([first, story_analyses()[1], first], NAMES, Comparison()))
    for statement in first.statements:
        key = statement.statement_id
        assert cells.by_id[key].n_document == 1
        assert (cells.at(1, key).anchor, cells.at(3, key).anchor) == (f"s-{key}", f"s-{key}-3")
