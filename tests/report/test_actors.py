"""The list of actors: counted once, in the words of the texts, joined only where nobody else fits."""

from __future__ import annotations

import json

import pytest

from standoff.report import actor_list, actors_json, of_kinds
from standoff.values import UNNAMED, Actor, Analysis

RUSSIA = Actor(actor_id="gov:RUS", name="Russia", kind="government", country="RUS")
USA = Actor(actor_id="gov:USA", name="United States", kind="government", country="USA")
UK = Actor(actor_id="gov:GBR", name="United Kingdom", kind="government", country="GBR")
LAVROV = Actor(actor_id="person:sergey-lavrov", name="Sergey Lavrov", kind="person", country="RUS")

TEXT = (
    "Sergey Lavrov said no. The Russian foreign minister said more. He said less. Lavrov\nsaid that the West lies. "
    "Officials said nothing. officials said little. A diplomat said much. It was said so."
)
LINES = [
    "Sergey Lavrov|said|no|reported", "The Russian foreign minister|said|more|reported", "He|said|less|reported",
    "Officials|said|nothing|reported", "officials|said|little|reported", "A diplomat|said|much|reported",
    "|said|so|hearsay",
]  # fmt: skip
BY_LAVROV = {"actor": LAVROV, "on_behalf_of": RUSSIA}
WHO = {
    "Sergey Lavrov": {**BY_LAVROV, "target_actors": (USA,)},
    "The Russian foreign minister": BY_LAVROV,
    "He": BY_LAVROV,
    "A diplomat": {"actor": UNNAMED, "on_behalf_of": RUSSIA},
}
NAMES = {LAVROV: ["Sergey Lavrov", "Lavrov"], RUSSIA: ["Russian"]}


@pytest.fixture(scope="module")
def analysis(resolved_of) -> Analysis:
    return resolved_of(TEXT, LINES, WHO, NAMES, offices={LAVROV: ["foreign minister"]})


def test_an_actor_is_one_line_with_all_its_words(analysis: Analysis) -> None:
    lavrov, russia_or_usa, _ = actor_list([analysis]).lines
    assert lavrov.actor == LAVROV
    assert lavrov.names == (("Lavrov", 1), ("Sergey Lavrov", 1))
    assert lavrov.descriptions == (("The Russian foreign minister", 1),)
    assert lavrov.n_mentions == 3
    assert len(lavrov.source_ids) == 3
    assert lavrov.offices == ("foreign minister",)
    assert lavrov.on_behalf_of == RUSSIA
    assert russia_or_usa.actor == USA
    assert len(russia_or_usa.target_ids) == 1


def test_nothing_is_lost(analysis: Analysis) -> None:
    listed = actor_list([analysis])
    assert listed.unresolved == (("Officials", 2),)
    assert listed.unnamed == (("A diplomat", 1),)
    assert listed.n_without_source == 1
    n_sources = sum(len(line.source_ids) for line in listed.lines)
    assert n_sources + 2 + 1 + 1 == listed.n_statements == len(LINES)
    russia = next(line for line in listed.lines if line.actor == RUSSIA)
    assert (russia.n_spoken_for, len(russia.source_ids)) == (4, 0)


def test_the_same_id_in_two_documents_is_one_actor(analysis: Analysis, resolved_of) -> None:
    other = resolved_of("Lavrov said yes.", ["Lavrov|said|yes|quoted"], {"Lavrov": BY_LAVROV}, {LAVROV: ["Lavrov"]})
    lavrov = actor_list([analysis, other]).lines[0]
    assert (len(lavrov.doc_ids), len(lavrov.source_ids), lavrov.names[0]) == (2, 4, ("Lavrov", 2))


def test_no_documents_make_an_empty_list() -> None:
    listed = actor_list([])
    assert (listed.lines, listed.n_documents, listed.n_statements) == ((), 0, 0)


def test_kinds_filter_the_lines_and_nothing_else(analysis: Analysis) -> None:
    listed = actor_list([analysis])
    assert [line.actor for line in of_kinds(listed, ["person"]).lines] == [LAVROV]
    assert of_kinds(listed, []) == listed
    assert of_kinds(listed, ["bloc"]).unresolved == listed.unresolved


def test_json_names_every_statement(analysis: Analysis) -> None:
    data = json.loads(json.dumps(actors_json(actor_list([analysis])), allow_nan=False))
    assert data["schema"] == "standoff-actors/1"
    assert data["documents"] == [{"doc_id": analysis.document.doc_id, "path": "article.txt"}]
    lavrov = data["actors"][0]
    assert lavrov["n_as_source"] == len(lavrov["statement_ids"]) == 3
    assert (lavrov["n_mentions"], lavrov["on_behalf_of"], lavrov["looks_like"]) == (3, "gov:RUS", [])
    assert data["unresolved"] == [{"text": "Officials", "n": 2}]


# --- a surname in one document, a full name in another ----------------------------------------------------------------


def person(name: str, doc: str = "") -> Actor:
    return Actor(actor_id=f"new:{name.lower().replace(' ', '-')}{doc}", name=name, kind="person")


STEVEN, JOHN = person("Steven Warren"), person("John Warren")


def said(resolved_of, name: str, actor: Actor, behalf: Actor | None = None, rest: str = "") -> Analysis:
    text = f"{name} said no.{rest}"
    return resolved_of(
        text, [f"{name}|said|no|reported"], {name: {"actor": actor, "on_behalf_of": behalf}}, {actor: [name]}, path=text
    )


def short(doc: str) -> Actor:
    return person("Warren", f":{doc}")


def test_a_surname_is_joined_to_the_one_full_name(resolved_of) -> None:
    listed = actor_list([said(resolved_of, "Warren", short("a")), said(resolved_of, "Steven Warren", STEVEN, USA)])
    (line,) = (line for line in listed.lines if line.actor.kind == "person")
    assert line.actor == STEVEN
    assert line.names == (("Steven Warren", 1), ("Warren", 1))
    assert len(line.source_ids) == len(line.doc_ids) == 2
    (joined,) = line.joined
    assert joined.actor == short("a")
    assert "only full name" in joined.reason
    assert listed.same == {short("a").actor_id: STEVEN}


@pytest.mark.parametrize("behalf", [None, USA])
def test_two_full_names_keep_a_surname_apart(resolved_of, behalf: Actor | None) -> None:
    analyses = [
        said(resolved_of, "Warren", short("a"), behalf),
        said(resolved_of, "Steven Warren", STEVEN, USA),
        said(resolved_of, "John Warren", JOHN),
    ]
    assert not actor_list(analyses).same


def test_different_states_keep_a_surname_apart(resolved_of) -> None:
    analyses = [said(resolved_of, "Warren", short("a"), UK), said(resolved_of, "Steven Warren", STEVEN, USA)]
    assert not actor_list(analyses).same


def test_surnames_that_contradict_one_another_are_not_joined(resolved_of) -> None:
    analyses = [
        said(resolved_of, "Warren", short("a"), UK),
        said(resolved_of, "Warren", short("b"), USA, " Rain fell."),
        said(resolved_of, "Steven Warren", STEVEN),
    ]
    assert not actor_list(analyses).same


def test_a_surname_beside_the_full_name_in_one_text_was_kept_apart_there(resolved_of) -> None:
    names = {STEVEN: ["Steven Warren"], short("a"): ["Mr Warren"]}
    assert not actor_list([resolved_of("Steven Warren met Mr Warren.", [], {}, names)]).same


def test_known_people_take_their_surname_too(resolved_of) -> None:
    bare = Actor(actor_id="new:lavrov:a", name="Lavrov", kind="person")
    listed = actor_list([said(resolved_of, "Lavrov", bare, RUSSIA), said(resolved_of, "Sergey Lavrov", LAVROV, RUSSIA)])
    assert listed.same == {"new:lavrov:a": LAVROV}


# --- names that look alike --------------------------------------------------------------------------------------------


def test_a_name_with_a_foreign_letter_is_flagged_and_not_joined(resolved_of) -> None:
    false_name = "L\u0430vrov"
    false = Actor(actor_id="new:l-vrov:a", name=false_name, kind="person")
    listed = actor_list([said(resolved_of, false_name, false), said(resolved_of, "Sergey Lavrov", LAVROV, RUSSIA)])
    assert not listed.same
    flags = {line.actor.name: line.lookalikes for line in listed.lines}
    assert flags[false_name] == ((false_name, "Lavrov", "mixes scripts"),)
    assert flags["Sergey Lavrov"] == ()
