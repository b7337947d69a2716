"""Whom a document names: every actor once, with all places where it is named, its offices and an id that lasts."""

from __future__ import annotations

from resolved import Article, article

from standoff.values import Appearance


def named_in(made: Article) -> dict[str, list[str]]:
    """The names of the actors in order, each with the words that name it."""
    text = made.document.text
    return {one.actor.name: [span.of(text) for span in one.spans] for one in made.resolved().appearances}


def appearance(marked: str, name: str, date: str | None = None) -> Appearance:
    """The one appearance of the actor with that name."""
    (found,) = (one for one in article(marked, date).resolved().appearances if one.actor.name == name)
    return found


def test_every_name_of_one_actor_is_one_row() -> None:
    made = article(
        "Russian Foreign Minister {p:Sergey Lavrov} left {l:Moscow}. {p:Lavrov} met the {o:Kremlin}'s envoy. "
        "{p:Sergei Lavrov} was in the {l:U.S.}."
    )
    assert named_in(made) == {
        "Russia": ["Russian", "Moscow", "Kremlin"],
        "Sergey Lavrov": ["Sergey Lavrov", "Lavrov", "Sergei Lavrov"],
        "United States": ["U.S."],
    }


def test_two_people_with_one_surname_stay_two() -> None:
    made = article("{p:Anna Weiss} met {p:Karl Weiss}. {p:Weiss} left. {p:Anna Weiss} stayed.")
    assert named_in(made) == {"Anna Weiss": ["Anna Weiss", "Anna Weiss"], "Karl Weiss": ["Karl Weiss"]}


def test_look_alikes_stay_apart() -> None:
    made = article("{p:Sergey Lavrov} met {p:Sergey L\u0430vrov}.")
    assert named_in(made) == {"Sergey Lavrov": ["Sergey Lavrov"], "Sergey L\u0430vrov": ["Sergey L\u0430vrov"]}


def test_known_actor_has_its_id_and_country() -> None:
    actor = appearance("{p:Sergey Lavrov} left.", "Sergey Lavrov").actor
    assert (actor.actor_id, actor.kind, actor.country) == ("person:sergey-lavrov", "person", "RUS")


def test_new_actor_in_full_has_the_same_id_in_all_documents() -> None:
    one, other = (appearance(f"{{p:Anna Weiss}} {verb}.", "Anna Weiss").actor for verb in ("left", "stayed"))
    assert one == other
    assert one.actor_id.startswith("new:")


def test_new_surname_alone_is_another_one_in_another_document() -> None:
    one, other = (appearance(f"{{p:Weiss}} {verb}.", "Weiss").actor for verb in ("left", "stayed"))
    assert one.actor_id != other.actor_id


def test_offices_are_those_of_the_day() -> None:
    text = "Foreign Minister {p:Sergey Lavrov} left."
    assert appearance(text, "Sergey Lavrov", "2014-03-01").offices == ("foreign minister of Russia",)
    assert appearance("{p:Barack Obama} left.", "Barack Obama", "2019-03-01").offices == ()


def test_offices_are_those_of_the_text_where_no_day_tells() -> None:
    assert appearance("Foreign Minister {p:Sergey Lavrov} left.", "Sergey Lavrov").offices == ("foreign minister",)
    assert appearance("President {p:Anna Weiss} left.", "Anna Weiss", "2022-03-01").offices == ("president",)


def test_acronym_and_full_name_are_one() -> None:
    made = article("The {o:Highland Resistance Army} (HRA) left. The {o:HRA} came back.")
    assert named_in(made) == {"Highland Resistance Army": ["Highland Resistance Army", "HRA"]}


def test_adjective_and_its_invented_state_are_one() -> None:
    made = article("{source:{l:Zelmenia}} said no. The {n:Zelmenian} army left.")
    assert named_in(made) == {"Zelmenia": ["Zelmenia", "Zelmenian"]}


def test_invented_place_where_nobody_speaks_is_no_actor() -> None:
    assert named_in(article("They met in {l:Zelmenia}.")) == {}


def test_unsure_name_that_nobody_knows_is_left_alone() -> None:
    made = article("Then {x:Oda} left.")
    assert named_in(made) == {}
