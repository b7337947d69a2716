"""Whom a statement is about: the actors that the encoder marked or that the content speaks of, without its source."""

from __future__ import annotations

from resolved import who_is


def targets(marked: str, date: str | None = None) -> list[str]:
    """The names of the actors whom the statement is about."""
    return [actor.name for actor in who_is(marked, date).target_actors]


def test_accused_state() -> None:
    marked = "{source:{l:Kyiv}} {cue:accused} {target:{l:Moscow}} of {content:shelling the port}."
    assert targets(marked) == ["Russia"]


def test_subject_of_the_content() -> None:
    marked = "{source:{p:Otto Brandt}} {cue:said} {content:{target:{l:Russia}} had lied about the port}."
    assert targets(marked) == ["Russia"]


def test_pronoun_as_target() -> None:
    marked = "{p:Karl Adler} left. {source:{p:Otto Brandt}} {cue:accused} {target:{him>Karl Adler}} of {content:lying}."
    assert targets(marked) == ["Karl Adler"]


def test_two_targets_each_once() -> None:
    marked = (
        "{source:{p:Otto Brandt}} {cue:accused} {target:{l:Russia} and {l:China}} of {content:lying, "
        "and {l:Moscow} of {target:{n:Russian}} games}."
    )
    assert sorted(targets(marked)) == ["China", "Russia"]


def test_source_is_no_target_of_its_own() -> None:
    marked = "{source:{l:Moscow}} {cue:said} {content:{target:{l:Russia}} had not lied}."
    assert targets(marked) == []


def test_nobody_is_no_target() -> None:
    marked = "{source:{l:Moscow}} {cue:accused} {target:everyone} of {content:lying}."
    assert targets(marked) == []


def test_whom_it_is_told() -> None:
    found = who_is("{source:{l:Moscow}} {cue:told} {addressee:{p:Otto Brandt}} {content:to leave}.")
    assert [actor.name for actor in found.addressee_actors] == ["Otto Brandt"]
