"""Turns of records: labels told from other lines in capitals, exact spans, and what is no record of anybody's words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.knowledge import knowledge
from standoff.read.turns import turns_in_record
from standoff.values import Document
from standoff.values.spoken import SpokenRecord

BRIEFING = """Ana Weiss, Foreign Minister of Ostvar

Tor Lund, Department Spokesperson

2:06 p.m. EST

MR LUND: Good afternoon. (Laughter.) We have one announcement.

It is short.

QUESTION (via interpreter): Will you sign: yes or no?

FOREIGN MINISTER WEISS: Not today. But I can say this: we will meet again.

VESSEL TYPE: tanker

SENIOR STATE DEPARTMENT OFFICIAL ONE: No comment (inaudible) today.

(The briefing was concluded at 3:05 p.m.)

###
"""


def read(text: str, title: str | None = None) -> SpokenRecord:
    document = Document.from_text(text)
    return turns_in_record(Document(doc_id="d", path="-", text=document.text, title=title), knowledge())


def words(record: SpokenRecord) -> list[tuple[str, str, list[str]]]:
    return [(t.who, t.role, [p.of(record.document.text) for p in t.pieces]) for t in record.turns]


def test_labelled_transcript():
    record = read(BRIEFING)
    assert record.form == "transcript"
    assert words(record) == [
        ("MR LUND", "speaker", ["Good afternoon.", "We have one announcement.\n\nIt is short."]),
        ("QUESTION", "question", ["Will you sign: yes or no?"]),
        (
            "FOREIGN MINISTER WEISS",
            "speaker",
            ["Not today. But I can say this: we will meet again.\n\nVESSEL TYPE: tanker"],
        ),
        ("SENIOR STATE DEPARTMENT OFFICIAL ONE", "unnamed", ["No comment (inaudible) today."]),
    ]
    assert record.people == ("Ana Weiss, Foreign Minister of Ostvar", "Tor Lund, Department Spokesperson")
    assert [t.label.of(record.document.text) for t in record.turns if t.label][1] == "QUESTION (via interpreter)"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("SECRETARY BLINKEN", "speaker"),
        ("MR. PRICE", "speaker"),
        ("THE PRESIDENT", "speaker"),
        ("FOREIGN MINISTER ÇAVUŞOĞLU", "speaker"),
        ("Deputy Secretary of State Sherman", "speaker"),
        ("Mr. Gonzalez", "speaker"),
        ("Moderator", "host"),
        ("INTERPRETER", "interpreter"),
        ("Climate", None),
        ("Law Enforcement Cooperation/Criminalization", None),
        ("And also to Prime Minister", None),
        ("VESSEL REGISTRATION IDENTIFICATION", None),
        ("Security Management", None),
    ],
)
def test_what_is_a_label(line, role):
    record = read(f"MS HOLM: We begin now.\n\n{line}: And this is said.\n")
    found = {turn.who: turn.role for turn in record.turns}
    assert found.pop("MS HOLM") == "speaker"
    assert found == ({line: role} if role else {})


def test_questions_of_the_white_house_style():
    record = read("MS. HOLM:  Welcome to the room.\n\nQ    Will you go?\n\nMS. HOLM:  No.\n")
    assert [t.who for t in record.turns] == ["MS. HOLM", "Q", "MS. HOLM"]


def test_text_that_is_attributed():
    text = "Office of the Spokesperson\n\nThe below is attributable to Spokesperson Tor Lund:\n\nThey met today.\n"
    record = read(text)
    assert (record.form, words(record)) == ("attributed", [("Spokesperson Tor Lund", "speaker", ["They met today."])])


def test_joint_text_ends_where_it_says():
    released = "This was released by the Governments of Japan and Canada."
    text = f"{released}\n\nBegin text:\n\nWe agree.\n\nEnd text\n\nContact us."
    assert words(read(text))[0][2] == ["We agree."]


@pytest.mark.parametrize(
    ("text", "title", "who"),
    [
        ("Ana Weiss, Foreign Minister\n\nWe mourn with you.", None, "Ana Weiss, Foreign Minister"),
        ("We condemn it.", "Statement by President Weiss on the Attack", "President Weiss"),
        ("We condemn it.", "Remarks by Minister Weiss at the Forum", "Minister Weiss"),
    ],
)
def test_one_speaker(text, title, who):
    record = read(text, title)
    assert record.form == "statement"
    assert words(record)[0][0] == who
    assert words(record)[0][2][0].startswith("We ")


@pytest.mark.parametrize(
    "text",
    [
        "Office of the Spokesperson\n\nThe delegation will travel to Riga.",
        "Ana Weiss, Foreign Minister\n\nTor Lund, Department Spokesperson\n\nThey met and both spoke.",
        "QUESTION: Is anybody there?\n\nMODERATOR: No.",
        "",
    ],
)
def test_nobody_can_be_told(text):
    record = read(text)
    assert (record.form, record.turns) == ("none", ())
    assert record.fault


@given(
    st.lists(
        st.sampled_from(["MR LUND: ", "Q  ", "(Applause.)", "a", "\n", ":", "(", " ", "###", "We go."]), max_size=30
    )
)
def test_pieces_lie_in_order_and_hold_no_label(parts):
    text = "".join(parts)
    record = read(text)
    spans = [piece for turn in record.turns for piece in turn.pieces]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    labels = [turn.label for turn in record.turns if turn.label]
    assert not [1 for label in labels for span in spans if label.overlaps(span)]
