"""Whom a statement is about: the actors that the encoder marked or that the content speaks of, without its source."""

from __future__ import annotations

from resolved import article, who_is

from standoff.knowledge import knowledge
from standoff.resolve import candidates_of_statements
from standoff.resolve.targets import Candidate, Weights, chosen_targets
from standoff.spans import Span
from standoff.values import Actor


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


def candidates(marked: str) -> list[str]:
    """The names of the actors whom the first statement may be about, in the order of the alphabet."""
    one = article(marked)
    found = candidates_of_statements(one.document, one.reading, one.statements, knowledge())
    return sorted(candidate.actor.name for candidate in found[0])


def test_who_blame_each_other_are_each_the_target_of_the_other() -> None:
    both = "{source:{l:Russia} and {l:Ukraine}}"
    assert candidates(f"{both} {{cue:blamed each other}} for {{content:the fire}}.") == ["Russia", "Ukraine"]
    assert candidates(f"{both} {{cue:traded}} {{content:accusations over the fire}}.") == ["Russia", "Ukraine"]
    assert candidates(f"{both} {{cue:said}} {{content:the fire was out}}.") == []


def test_a_mark_is_as_long_as_the_longest_that_begins_there() -> None:
    marked = (
        "{source:{l:Norway}} {cue:accused} {1target:{target:{n:Russian} growers} and traders} of {content:lying, "
        "{1cue:said} to {1content:have burnt the port}}."
    )
    assert candidates(marked) == ["Russian growers and traders"]


WEIGHTS = Weights({"near": 4.0, "always": -2.0}, threshold=0.3, threshold_undirected=0.6)


def _candidates(act: str, *near: float) -> list[Candidate]:
    names = ("Ostvar", "Belmere", "Tarn")
    return [
        Candidate(
            Actor(actor_id=f"new:{n}", name=n, kind="government"), Span(i, i + 1), {"near": how, f"act {act}": 0.9}
        )
        for i, (n, how) in enumerate(zip(names, near, strict=False))
    ]


def test_what_only_announces_needs_a_surer_target() -> None:
    assert [t.actor.name for t in chosen_targets(_candidates("accuse", 0.4), WEIGHTS)] == ["Ostvar"]
    assert chosen_targets(_candidates("announce", 0.4), WEIGHTS) == ()


def test_beside_a_likely_target_one_much_less_likely_is_none() -> None:
    assert [t.actor.name for t in chosen_targets(_candidates("accuse", 0.35, 1.0), WEIGHTS)] == ["Belmere"]
    assert [t.actor.name for t in chosen_targets(_candidates("accuse", 0.35, 0.4), WEIGHTS)] == ["Ostvar", "Belmere"]
    assert chosen_targets((), WEIGHTS) == ()
