"""Which statements of a record are its own: a speaker's in their own turn, and nobody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.spans import Span
from standoff.values import Actor, Resolution
from standoff.verify import statements_on_record
from verify.records import LUND, WEISS, person, record_analysis, record_of


def is_on_record(words: str, actor: Actor | None, source: str = "") -> bool:
    record = record_of()
    text = record.document.text
    start = text.index(words)
    analysis = record_analysis(record, [Span(start, start + len(words))], actor)
    at = text.index(source)
    (statement,) = analysis.statements
    told = replace(statement, source=Span(at, at + len(source)) if source else None)
    return bool(statements_on_record(replace(analysis, statements=(told,)), record))


OWN = "We do not seek a quarrel with anybody"


def test_what_a_speaker_says_in_their_own_turn_is_on_record():
    assert is_on_record(OWN, WEISS)
    assert is_on_record("The delegation leaves for Brenholt", LUND)


def test_what_a_speaker_tells_of_somebody_else_is_not():
    assert not is_on_record(OWN, LUND)
    assert not is_on_record("the other side keeps its word", person("Ida Senta"))


def test_what_is_asked_is_not():
    assert not is_on_record("the whole treaty will simply fall apart", WEISS)
    assert not is_on_record("the whole treaty will simply fall apart", None, "we")


@pytest.mark.parametrize(("source", "expect"), [("we", True), ("Senta", False), ("", False)])
def test_of_sources_that_nobody_resolved_only_we_is(source, expect):
    assert is_on_record(OWN, None, source) is expect


def test_the_head_of_a_record_says_nothing():
    assert not is_on_record("Foreign Minister of Ostvar", WEISS)


def test_one_of_several_sources_is_enough():
    record = record_of()
    start = record.document.text.index(OWN)
    analysis = record_analysis(record, [Span(start, start + len(OWN))], LUND)
    (statement,) = analysis.statements
    joint = Resolution(statement_id=statement.statement_id, actor=LUND, co_actors=(WEISS,))
    assert statements_on_record(replace(analysis, resolutions=(joint,)), record) == {statement.statement_id}
