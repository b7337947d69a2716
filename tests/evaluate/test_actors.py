"""Whether a source went to the right actor: names, guesses, and the errors that are listed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from standoff.evaluate import evaluate_gold, read_gold
from standoff.evaluate.actors import (
    WrongActor,
    actor_counts,
    is_right,
    is_same_name,
    plain_name,
    whole_counts,
)
from standoff.evaluate.confusions import worst
from standoff.evaluate.found import Found
from standoff.evaluate.marked import marked
from standoff.values import UNNAMED, Actor, Resolution, Step


def actor(name):
    return Actor(actor_id=f"new:{name}", name=name, kind="person")


@pytest.fixture
def found(data, statement):
    """Makes one found statement from gold actors and resolved ones."""
    document = read_gold(data / "dev_own.jsonl")[0]
    gold = replace(
        document.statements[0],
        actor="unresolved",
        actor_also=(),
        on_behalf_of=None,
        on_behalf_also=(),
        target_actors=(),
    )

    def made(wanted, named):
        said = statement(document.text, marked(gold), basis=gold.basis)
        return Found(
            statement=said,
            resolution=Resolution(statement_id=said.statement_id, **named),
            gold=replace(gold, **wanted),
        )

    return made


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Russia", "russia", True),
        ("The Élysée", "Elysee", True),
        ("North Atlantic Treaty Organization", "NATO", True),
        ("Ministry of Foreign Affairs", "MFA", True),
        ("Sergei Lavrov", "Sergey Lavrov", True),
        ("Sergey V. Lavrov", "Sergey Lavrov", True),
        ("Lavrov", "Sergey Lavrov", False),
        ("Maria Lavrova", "Sergey Lavrov", False),
        ("United States", "US", False),
        ("Republic of North Macedonia", "Ruritania North Macedonia", False),
        ("", "", True),
    ],
)
def test_names_of_one_actor(one, other, is_same):
    assert is_same_name(plain_name(one), plain_name(other)) == is_same
    assert is_same_name(plain_name(other), plain_name(one)) == is_same


@pytest.mark.parametrize(
    ("wanted", "named", "right"),
    [
        ("Ana Oda", actor("Ana Oda"), True),
        ("Ana Oda", None, False),
        ("Ana Oda", UNNAMED, False),
        ("unnamed", UNNAMED, True),
        ("unnamed", None, True),
        ("unnamed", actor("Ana Oda"), False),
        ("unresolved", None, True),
        ("unresolved", UNNAMED, False),
        ("unresolved", actor("Ana Oda"), False),
    ],
)
def test_nobody_is_right_only_where_nobody_is_named(found, wanted, named, right):
    one = found({"actor": wanted}, {"actor": named})
    assert is_right(one) == right
    counts = actor_counts([one])
    known = wanted == "Ana Oda"
    assert (counts["actor.gold"], counts["guessed.gold"]) == (int(known), int(not known))
    assert (counts["actor.right"], counts["guessed.right"]) == (int(known and right), int(not known and not right))


def test_any_of_a_joint_source_is_right_and_each_of_the_others_is_asked_for(found):
    wanted = {"actor": "Ana Oda", "actor_also": ("Bo Lind", "Cy Rao")}
    one = found(wanted, {"actor": actor("Cy Rao"), "co_actors": (actor("Di Oz"),)})
    assert is_right(one)
    counts = actor_counts([one])
    assert (counts["co_actors.right"], counts["co_actors.gold"]) == (1, 2)


def test_those_spoken_for(found):
    wanted = {"on_behalf_of": "France", "on_behalf_also": ("Germany",)}
    counts = [actor_counts([found(wanted, {"on_behalf_of": x and actor(x)})]) for x in ("Germany", "Italy", None)]
    assert [c["on_behalf_of.right"] for c in counts] == [1, 0, 0]
    assert [c["on_behalf_of.gold"] for c in counts] == [1, 1, 1]


def test_targets_count_once_each_and_nobody_is_none(found):
    named = tuple(map(actor, ("Russia", "Russia", "Belarus", "unnamed")))
    counts = actor_counts([found({"target_actors": ("Russia", "Ukraine", "unresolved")}, {"target_actors": named})])
    assert [counts[f"target.{key}"] for key in ("right", "predicted", "gold")] == [1, 2, 2]


def test_end_to_end_needs_the_basis_too(found):
    right = found({"actor": "Ana Oda"}, {"actor": actor("Ana Oda")})
    other = "withheld" if right.gold.basis != "withheld" else "quoted"
    wrong = replace(right, gold=replace(right.gold, basis=other))
    counts = whole_counts([right, wrong], 5, 4)
    assert [counts[f"e2e.{key}"] for key in ("right", "predicted", "gold")] == [1, 5, 4]


def test_the_errors_listed_name_place_words_actors_and_reason(data, perfect):
    path = data / "dev_own.jsonl"
    documents = read_gold(path)
    predict = perfect(documents)

    def misled(document):
        analysis = predict(document)
        step = Step(field="actor", by="rule", detail="the nearest name")
        who = [replace(r, actor=actor("Di Oz"), co_actors=(), steps=(step,)) for r in analysis.resolutions]
        return replace(analysis, resolutions=tuple(who))

    report = evaluate_gold([path], misled, n_errors=7)
    assert len(report.misses) == 7
    assert all("Di Oz found (the nearest name)" in line for line in report.misses)
    assert report.misses[0].split(",")[0] in {d.name for d in documents}
    assert report.value("actor.accuracy") == 0.0
    assert report.value("actor.guessed") == 1.0
    assert evaluate_gold([path], misled).misses == ()
    assert json.dumps(report.misses)


def test_the_most_frequent_confusions_come_first():
    def error(wanted, sentence):
        return WrongActor(document="a", sentence=sentence, source="he", wanted=wanted, named="nobody", reason="r")

    errors = [error("x", 0), error("y", 1), error("z", 2), error("y", 3)]
    assert [e.sentence for e in worst(errors, 3)] == [1, 3, 0]
    assert str(errors[0]) == 'a, sentence 0, "he": x wanted, nobody found (r)'
    assert worst(errors, 0) == ()
