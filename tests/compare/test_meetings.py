"""Meetings: forum, place, date and participants, each with the words that tell it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolved import article

from standoff.compare.meetings import find_meetings
from standoff.compare.stories import find_stories
from standoff.knowledge import knowledge
from standoff.values import Analysis, FrontMatter, Sentence
from standoff.values.comparison import Story


def read(marked: str, date: str | None = None) -> Analysis:
    """The analysis of a text with its names and statements written into it; `{byline:…}` is its dateline."""
    made = article(marked, date)
    found = made.resolved()
    front = tuple(FrontMatter(kind="dateline", span=piece.span) for piece in made.document.front)
    return Analysis(
        document=replace(made.document, front=front),
        sentences=tuple(Sentence(index=i, span=span) for i, span in enumerate(made.reading.sentences)),
        statements=made.statements,
        disclaimers=(),
        resolutions=found.resolutions,
        appearances=found.appearances,
    )


def meetings(*analyses: Analysis):
    story = Story(story_id="one", doc_ids=tuple(a.document.doc_id for a in analyses), actors=())
    return find_meetings(analyses, [story], knowledge())


def meeting(*analyses: Analysis):
    (found,) = meetings(*analyses)
    return found


def names(participants):
    return {p.actor.name for p in participants}


@pytest.mark.parametrize(
    ("text", "forum", "place"),
    [
        ("Envoys left the {o:OSCE} meeting in {l:Kesh}.", "OSCE", "Kesh"),
        ("A meeting of the {o:OSCE} in {l:Kesh} ended.", "OSCE", "Kesh"),
        ("The foreign ministers of the {o:OSCE} countries met in Port Anselm.", "OSCE", "Port Anselm"),
        ("{o:NATO} leaders gathered in {l:Vilnius}, Lithuania, on Monday.", "NATO", "Vilnius, Lithuania"),
        ("The {l:Malta} meeting of the {o:OSCE} was tense.", "OSCE", "Malta"),
        ("The {o:OSCE} Ministerial Council in {l:Skopje} agreed on little.", "OSCE Ministerial Council", "Skopje"),
        (
            "It was told at the Ministerial Council of the Nine Rivers Organisation in Kesh.",
            "Ministerial Council of the Nine Rivers Organisation",
            "Kesh",
        ),
    ],
)
def test_forum_and_place_as_texts_put_them(text, forum, place):
    found = meeting(read(text))
    assert (found.forum.name, found.place) == (forum, place)


@pytest.mark.parametrize(
    "text",
    [
        "The {o:OSCE} said nothing.",
        "Ostvar will take it to the {o:UN Security Council} in July.",
        "At a news conference in {l:Kesh} nobody spoke.",
        "Envoys spoke of meetings to come.",
        "The deal meets the demands of the {o:OSCE}.",
        "In {l:Kesh} the {o:Russian Armed Forces} are gathering in number.",
    ],
)
def test_what_is_no_meeting(text):
    assert meetings(read(text)) == ()


def test_the_place_comes_from_the_document_that_names_it():
    one = read("{p:Antony Blinken} and {p:Sergey Lavrov} clashed at the {o:OSCE} meeting.")
    other = read("At the {o:OSCE} meeting in {l:Malta}, {p:Sergey Lavrov} spoke of the war.")
    found = meeting(one, other)
    assert (found.forum.name, found.place) == ("OSCE", "Malta")
    assert names(found.participants) == {"Antony Blinken", "Sergey Lavrov"}
    texts = {a.document.doc_id: a.document.text for a in (one, other)}
    assert {e.span.of(texts[e.doc_id]) for e in found.evidence} == {"OSCE meeting", "OSCE meeting in Malta"}
    assert all(e.basis is None for e in found.evidence)


@pytest.mark.parametrize(
    ("words", "published", "date"),
    [
        ("on 5 December", "2024-12-06", "2024-12-05"),
        ("on December 5-6, 2024,", None, "2024-12-05/2024-12-06"),
        ("from 30 November to 1 December 2023", None, "2023-11-30/2023-12-01"),
        ("in December 2024", None, "2024-12"),
        ("on 11 and 12 June", None, "--06-11/--06-12"),
        ("on Thursday", "2024-12-06", "2024-12-05"),
        ("for a two-day session from Thursday", "2024-12-06", "2024-12-05/2024-12-06"),
        ("on 5 December 2300 years late", None, "--12-05"),
        ("on 5 December 20245 strong", None, "--12-05"),
        ("in December, 1200 strong, on 6 December", None, "--12-06"),
        ("at last", "2024-12-06", "2024-12-06"),
        ("at last", None, None),
    ],
)
def test_dates(words, published, date):
    assert meeting(read(f"{{o:OSCE}} ministers met in Kesh {words}.", published)).date == date


def test_a_weekday_is_seen_from_the_dateline_without_a_year():
    text = "{byline:KESH, June 12} - A two-day meeting of the {o:OSCE} in Kesh opened on Thursday. It ended on Friday."
    assert meeting(read(text)).date == "--06-11/--06-12"


def test_a_meeting_of_long_ago_is_another_one():
    text = "{o:OSCE} ministers met in Stockholm in December 2021. The {o:OSCE} meeting in {l:Malta} was no better."
    assert meeting(read(text, "2024-12-09")).place == "Malta"


def test_two_datelines_tell_the_place_and_one_does_not():
    texts = [f"{{byline:KESH, June 1{n}}} - The {{o:OSCE}} meeting heard {{p:Sergey Lavrov}} speak." for n in (1, 2)]
    assert meeting(read(texts[0])).place is None
    assert meeting(*map(read, texts)).place == "Kesh"


def test_who_stayed_away_did_not_take_part():
    text = "{p:Sergey Lavrov} attended the {o:OSCE} meeting in Kesh. {p:Antony Blinken} boycotted the {o:OSCE} meeting."
    assert names(meeting(read(text)).participants) == {"Sergey Lavrov"}


def test_a_plan_puts_nobody_there_and_a_report_does():
    said = "{source:{p:Sergey Lavrov}} {cue:told} {content:the meeting in Kesh that sanctions hurt all}."
    found = meeting(read(f"The {{o:OSCE}} meeting in Kesh began. {said}"))
    assert names(found.participants) == {"Sergey Lavrov"}
    assert {e.basis for p in found.participants for e in p.evidence} <= {None, "reported"}


def test_those_of_the_same_rank_count_and_spokespersons_do_not():
    text = (
        "Foreign Minister {p:Sergey Lavrov} addressed the {o:OSCE} meeting in Kesh. "
        "Secretary of State {source:{p:Antony Blinken}} {cue:said} {content:that talks were near}. "
        "{2source:Spokeswoman {p:Maria Dorn}} {2cue:said} {2content:that nothing was signed}."
    )
    assert names(meeting(read(text, "2022-12-01")).participants) == {"Sergey Lavrov", "Antony Blinken"}


@pytest.mark.parametrize(
    "sentence",
    [
        "{p:Antony Blinken} was told of the {o:OSCE} meeting in Kesh.",
        "{p:Antony Blinken} gave an interview before the {o:OSCE} meeting in Kesh, and ministers arrived.",
        "{p:Antony Blinken}'s envoy attended the {o:OSCE} meeting in Kesh.",
        "Envoys attended the {o:OSCE} meeting in Kesh, which {p:Antony Blinken} had called for.",
        "{p:Antony Blinken} held that the {o:OSCE} meeting in Kesh was a show.",
        "{p:Antony Blinken} reached Tavenna during the {o:OSCE} meeting in Kesh.",
        "{source:Envoys} {cue:said} {content:{p:Antony Blinken} was glum} as they left the {o:OSCE} meeting in Kesh.",
        "In Oslo Secretary of State {source:{p:Antony Blinken}} {cue:said} {content:the {o:OSCE} meeting would do}.",
    ],
)
def test_who_is_named_beside_a_meeting_is_not_there(sentence):
    text = f"Foreign Minister {{p:Sergey Lavrov}} attended the {{o:OSCE}} meeting in Kesh. {sentence}"
    assert names(meeting(read(text)).participants) == {"Sergey Lavrov"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The {o:OSCE} meeting in Kesh between {p:Antony Blinken} and {p:Sergey Lavrov} was short.",
        "The meeting between {p:Antony Blinken} and {p:Sergey Lavrov} at the {o:OSCE} conference in Kesh was short.",
        "{p:Antony Blinken} and {p:Sergey Lavrov} clashed at the {o:OSCE} meeting in Kesh.",
        "{p:Antony Blinken}'s exchanges with {p:Sergey Lavrov} at the {o:OSCE} meeting in Kesh broke off.",
        "At the {o:OSCE} meeting in Kesh two spoke: {p:Antony Blinken} and {p:Sergey Lavrov}.",
    ],
)
def test_who_stands_with_the_words_for_being_there_is(sentence):
    assert names(meeting(read(sentence)).participants) == {"Sergey Lavrov", "Antony Blinken"}


def test_the_roster_is_that_of_the_day():
    assert len(meeting(read("{o:NATO} leaders met in Kesh on 1 July 2022.")).on_roster) == 30
    assert len(meeting(read("{o:NATO} leaders met in Kesh on 1 July 2024.")).on_roster) == 32
    assert meeting(read("{o:NATO} leaders met in Kesh.")).on_roster == ()


def test_without_a_forum_it_takes_two_persons():
    text = "{p:Sergey Lavrov} and {p:Antony Blinken} held talks in Geneva."
    found = meeting(read(text))
    assert (found.forum, found.place) == (None, "Geneva")
    assert meetings(read("{p:Sergey Lavrov} held talks in Geneva.")) == ()


def test_each_story_has_its_own_meeting():
    analyses = [read("The {o:OSCE} meeting in Kesh was tense."), read("A {o:NATO} summit opened in Tavenna.")]
    found = find_meetings(analyses, find_stories(analyses), knowledge())
    assert [(m.forum.name, m.place) for m in found] == [("OSCE", "Kesh"), ("NATO", "Tavenna")]


def test_many_words_for_one_day_are_weighed_together():
    """Of many mentions of two days, the day that is named most wins."""
    days = [f"{{o:OSCE}} ministers met in Kesh on {1 + n % 3 % 2} December 2024." for n in range(400)]
    found = meeting(read(" ".join(days), "2024-12-06"))
    assert found.date == "2024-12-01"
