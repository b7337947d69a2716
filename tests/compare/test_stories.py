"""Stories: which documents are about one occurrence, whatever their order and number."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.compare.stories import find_stories
from standoff.compare.story_pairs import candidates, profiles
from standoff.compare.story_terms import terms_of_text
from standoff.values import Actor, Analysis, Appearance, Document

STORY = Path(__file__).parents[2] / "training" / "data" / "story.jsonl"
CANAL = (
    "Ostvar and Belmere failed on Tuesday to agree on the Kesh canal. Ilka Dorn of Ostvar offered to reopen the locks.",
    "Talks on the Kesh canal ended without a deal. Pavo Lint of Belmere rejected the toll; Ilka Dorn kept the locks.",
    "No barge passed the locks at Kesh since Ilka Dorn and Pavo Lint fell out over the toll, skippers in Belmere say.",
)
QUAKE = (
    "An earthquake of magnitude 6.2 struck Norvik before dawn, killing at least 14 people in Tavenna, its mayor said.",
    "Rescuers in Tavenna searched for survivors after the 6.2 earthquake that shook the Norvik coast and killed 14.",
)


def read(text: str, published: str | None = None, actors: tuple[str, ...] = ()) -> Analysis:
    appearances = tuple(
        Appearance(actor=Actor(actor_id=f"new:{name.lower()}", name=name, kind="government"), spans=())
        for name in actors
    )
    document = replace(Document.from_text(text), published=published)
    return Analysis(document=document, sentences=(), statements=(), disclaimers=(), appearances=appearances)


def groups(analyses):
    texts = {analysis.document.doc_id: analysis.document.text for analysis in analyses}
    return {frozenset(texts[doc_id] for doc_id in story.doc_ids) for story in find_stories(analyses)}


def test_two_occurrences_are_two_stories():
    assert groups([read(text) for text in (*CANAL, *QUAKE)]) == {frozenset(CANAL), frozenset(QUAKE)}


def test_nothing_and_one_document():
    assert find_stories([]) == ()
    (story,) = find_stories([read(CANAL[0])])
    assert len(story.doc_ids) == 1


@settings(max_examples=20, deadline=None)
@given(st.permutations([*CANAL, *QUAKE]))
def test_the_order_of_input_changes_no_story(texts):
    assert groups([read(text) for text in texts]) == {frozenset(CANAL), frozenset(QUAKE)}


def test_like_reports_of_different_months_are_different_stories():
    assert len(find_stories([read(CANAL[0], "2031-05-02"), read(CANAL[1], "2031-05-03")])) == 1
    assert len(find_stories([read(CANAL[0], "2031-05-02"), read(CANAL[1], "2031-09-03")])) == 2


def test_a_story_is_told_in_the_order_of_dates_and_names_whom_most_documents_name():
    late, early = read(CANAL[0], "2031-05-03", ("Ostvar", "Belmere")), read(CANAL[1], "2031-05-02", ("Ostvar",))
    (story,) = find_stories([late, early])
    assert story.doc_ids == (early.document.doc_id, late.document.doc_id)
    assert [actor.name for actor in story.actors] == ["Ostvar"]
    assert story == find_stories([early, late])[0]


def test_the_six_texts_on_one_event_are_one_story():
    lines = STORY.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert len(find_stories([read(text) for text in (*texts, *CANAL)])) == 2


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("5 December, December 5th, Dec. 5", ["12-05"] * 3),
        ("1,400 metres", ["1400", "metre"]),
        ("the countries' parties", ["the", "country", "party"]),
        ("Norvik’s press", ["norvik", "press"]),
        ("May we march in 2031", ["may", "we", "march", "in", "2031"]),
    ],
)
def test_terms(text, terms):
    assert terms_of_text(text) == terms


def test_the_pairs_looked_at_grow_no_faster_than_the_documents():
    def n_pairs(n: int) -> int:
        texts = [f"The harbour of Kesh{i % 50} and its {i % 7} barges waited for number {i} again." for i in range(n)]
        return len(candidates(profiles([read(text) for text in texts])))

    assert n_pairs(400) < 2.5 * n_pairs(200)
