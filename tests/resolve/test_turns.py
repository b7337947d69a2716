"""Who speaks in a record: the head and the date decide, and nobody is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.knowledge import knowledge
from standoff.read.turns import turns_in_record
from standoff.resolve.turns import resolve_turns
from standoff.values import Document

HEAD = "Ilona Csatar, Foreign Minister of Hungary\n\n"


def speakers(text: str, published: str | None = "2021-06-01", title: str | None = None) -> list[list[str]]:
    document = replace(Document.from_text(text), published=published, title=title)
    record = resolve_turns(turns_in_record(document, knowledge()), knowledge())
    return [[a.actor_id for a in turn.actors] for turn in record.turns]


@pytest.mark.parametrize(
    ("label", "published", "actor"),
    [
        ("SECRETARY BLINKEN", "2021-06-01", "person:antony-blinken"),
        ("SECRETARY OF STATE BLINKEN", None, "person:antony-blinken"),
        ("FOREIGN MINISTER LAVROV", "2021-06-01", "person:sergey-lavrov"),
        ("SECRETARY GENERAL STOLTENBERG", "2021-06-01", "person:jens-stoltenberg"),
        ("UKRAINIAN FOREIGN MINISTER KULEBA", "2021-06-01", "person:dmytro-kuleba"),
        ("MINISTER CSATAR", "2021-06-01", "new:ilona-csatar"),
        ("QUESTION", "2021-06-01", "unnamed"),
    ],
)
def test_labels(label, published, actor):
    assert speakers(f"{HEAD}{label}: We will see.\n\nMR ROE: Thanks.", published)[0] == [actor]


def test_form_of_address_alone_names_no_minister_elsewhere():
    # There is a known foreign minister of that name, whom the record does not mention.
    assert speakers("MS CHUNG: Welcome to the call.", "2021-06-01")[0][0].startswith("new:chung")


def test_first_name_comes_from_the_text():
    assert speakers("MS ARNDT: My colleague Rachel Arndt is me.")[0] == ["new:rachel-arndt"]


def test_interpreter_is_nobody():
    assert speakers("MR ROE: Hello.\n\nINTERPRETER: He says hello.")[1] == []


def test_joint_statement_has_several():
    text = "It was released by the Governments of Japan and the United States.\n\nBegin text:\n\nWe agree."
    assert speakers(text) == [["gov:JPN", "gov:USA"]]


def test_one_speaker_by_title():
    assert speakers("We mourn.", "2022-05-01", "Statement by President Biden on the Attack") == [["person:joe-biden"]]


def test_speaker_stands_for_a_state():
    document = replace(Document.from_text("SECRETARY BLINKEN: We go."), published="2021-06-01")
    record = resolve_turns(turns_in_record(document, knowledge()), knowledge())
    assert [b.actor_id for b in record.turns[0].bodies] == ["gov:USA"]
