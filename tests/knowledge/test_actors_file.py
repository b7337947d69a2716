"""The user's own file: what it adds, what it overrides, and every reason for refusing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from standoff.errors import UsageError
from standoff.knowledge.actors_file import facts_with_file
from standoff.knowledge.lookup import Knowledge

HEADER = "name,kind,country,others,parent,office,since,until\n"
Write = Callable[[str], Path]
Place = tuple[int, str]  # line and key


def extended(world: Knowledge, path: Path) -> Knowledge:
    return Knowledge(facts_with_file(world.facts, path))


def test_new_actors(world: Knowledge, written: Write) -> None:
    mine = extended(
        world,
        written(
            HEADER + "Sanveria,government,,Republic of Sanveria|RS,,,,\n"
            "Jindara Steel,organisation,,JS Group,Sanveria,,2010,\n"
            "Ilona Csatar,person,,Ilona Csatár,Sanveria,foreign minister,2020-05,2024\n"
        ),
    )
    assert [n.actor_id for n in mine.namings("the Republic of Sanveria")] == ["org:sanveria"]
    assert mine.parent("org:jindara-steel") == "org:sanveria"
    assert mine.persons("Csatar") == ("person:ilona-csatar",)
    office = mine.office("org:sanveria", "foreign_minister")
    assert office is not None
    assert [t.person_id for t in mine.terms(office.office_id, date(2024, 12, 1))] == ["person:ilona-csatar"]
    assert world.namings("Sanveria") == ()


def test_known_actor_by_other_name_or_id_is_extended(world: Knowledge, written: Write) -> None:
    mine = extended(
        world,
        written(
            HEADER + "Türkiye,government,,Sublime Porte,,,,\n"
            "org:islamic-state,organisation,SYR,Daesh,,,,2019-03\n"
            "Sergei Lavrov,person,,S. V. Lavrov,,,,\n"
        ),
    )
    assert [n.actor_id for n in mine.namings("Sublime Porte")] == ["gov:TUR"]
    (daesh,) = mine.namings("Daesh")
    assert (daesh.actor_id, daesh.since, daesh.until) == ("org:islamic-state", "2013-04", "2019-03")
    actor = mine.actor("org:islamic-state")
    assert actor is not None
    assert (actor.name, actor.kind, actor.country) == ("Islamic State", "organisation", "SYR")
    assert [n.actor_id for n in mine.namings("S.V. Lavrov")] == ["person:sergey-lavrov"]
    assert [n.actor_id for n in mine.namings("S. V. Lavrov")] == ["person:sergey-lavrov"]


def test_new_holder_pushes_the_known_one_back(world: Knowledge, written: Write) -> None:
    mine = extended(
        world,
        written(
            HEADER + "Jane Doe,person,,,,rus.foreign_minister,2026-12-01,\n"
            "John Roe,person,USA,,,secretary of state,2025-01-21,2027\n"
        ),
    )
    lavrov, doe = mine.terms("rus.foreign_minister")
    assert (lavrov.until, doe.since) == ("2026-12-01", "2026-12-01")
    assert [t.person_id for t in mine.terms("usa.foreign_minister", date(2026, 1, 1))] == ["person:john-roe"]
    assert [t.since for t in mine.terms("usa.foreign_minister", date(2028, 1, 1))] == ["2027"]


def test_corrected_dates_take_the_place_of_the_known(world: Knowledge, written: Write) -> None:
    mine = extended(world, written(HEADER + "Jens Stoltenberg,person,,,,nato.head,2014-10-01,2024-10-01\n"))
    assert [t.until for t in mine.terms("nato.head")] == ["2024-10-01"]


def test_office_of_its_own(world: Knowledge, written: Write) -> None:
    mine = extended(world, written(HEADER + "Jane Doe,person,NOR,,,Arctic ambassador-at-large,2020,\n"))
    (office,) = mine.offices("Arctic Ambassador at Large")
    assert (office.office_id, office.body_id) == ("nor.arctic_ambassador_at_large", "gov:NOR")


def test_only_needed_columns(world: Knowledge, written: Write) -> None:
    mine = extended(world, written("kind,name\npeople,Kurds\n"))
    assert [n.actor_id for n in mine.namings("Kurds")] == ["org:kurds"]


def test_spreadsheet_with_a_byte_order_mark_and_crlf(world: Knowledge, written: Write) -> None:
    mine = extended(world, written("\ufeffname,kind\r\nKurds,people\r\n\r\n"))
    assert mine.actor("org:kurds") is not None


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("name,kind,colour\nX,person,red\n", (1, "colour"), "unknown column"),
        ("name,country\nX,USA\n", (1, "kind"), "missing column"),
        ("name,name,kind\nX,Y,person\n", (1, "name"), "twice"),
        ("", (1, "name"), "missing column"),
        (HEADER, (1, "name"), "no actor"),
        ("name,kind\nX\n", (2, "row"), "1 cells"),
        (HEADER + ",person,,,,,,\n", (2, "name"), "no name"),
        (HEADER + "X,persona,,,,,,\n", (2, "kind"), "'persona'"),
        (HEADER + "X,unnamed,,,,,,\n", (2, "kind"), "'unnamed'"),
        (HEADER + "X,organisation,Norge,,,,,\n", (2, "country"), "'Norge'"),
        (HEADER + "X,organisation,,,,,2014-13,\n", (2, "since"), "'2014-13'"),
        (HEADER + "X,organisation,,,,,,18.3.2014\n", (2, "until"), "'18.3.2014'"),
        (HEADER + "X,organisation,,,,,2014,2013-12\n", (2, "until"), "before since"),
        (HEADER + "X,organisation,,,Narnia,,,\n", (2, "parent"), "'Narnia' is unknown"),
        (HEADER + "X,organisation,,,,foreign minister,,\n", (2, "office"), "holds no office"),
        (HEADER + "X Y,person,,,,foreign minister,,\n", (2, "office"), "parent or country"),
        (HEADER + "X Y,person,NOR,,,,2014,\n", (2, "since"), "name the office"),
        (HEADER + "gov:RUS,organisation,,,,,,\n", (2, "kind"), "gov:RUS"),
        (HEADER + "X,organisation,,,,,,\nthe X,organisation,,,,,,\n", (3, "name"), "repeats line 2"),
        (HEADER + "Turkey,government,,,,,,\nTürkiye,government,,,,,,\n", (3, "name"), "gov:TUR"),
        (HEADER + "X,organisation,,,,,,\nX,bloc,,,,,,\n", (3, "kind"), "'organisation' on line 2"),
        (HEADER + "A B,person,NOR,,,king,2010,\nA B,person,NOR,,,king,2010,2012\n", (3, "name"), "repeats line 2"),
        (HEADER + "A B,person,NOR,,,king,2010,\nC D,person,NOR,,,king,2012,\n", (3, "office"), "'A B' on line 2"),
        ('name,kind\n"X,person\n', (2, "row"), "not CSV"),
    ],
)
def test_refusals_name_file_line_and_key(world: Knowledge, written: Write, text: str, place: Place, said: str) -> None:
    path = written(text)
    with pytest.raises(UsageError) as error:
        facts_with_file(world.facts, path)
    message = str(error.value)
    assert message.startswith(f"{path}, line {place[0]}, {place[1]}: ")
    assert said in message
    assert "\n" not in message


def test_one_office_shared_by_role_or_one_after_the_other(world: Knowledge, written: Write) -> None:
    text = HEADER + "A B,person,NOR,,,special envoy,2010,\nC D,person,NOR,,,special envoy,2012,\n"
    assert len(extended(world, written(text)).terms("nor.envoy", date(2013, 1, 1))) == 2
    text = HEADER + "A B,person,NOR,,,king,2010,2012\nC D,person,NOR,,,king,2012,\n"
    assert len(extended(world, written(text)).terms("nor.head_of_state", date(2013, 1, 1))) == 1


def test_files_that_cannot_be_read(world: Knowledge, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        facts_with_file(world.facts, tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("name,kind\nErdoğan,person\n".encode("iso-8859-9"))
    with pytest.raises(UsageError, match="not UTF-8"):
        facts_with_file(world.facts, tmp_path / "latin.csv")


def test_the_example_of_the_page_is_read(world: Knowledge, written: Write) -> None:
    page = (Path(__file__).parents[2] / "docs" / "actors_file.md").read_text(encoding="utf-8")
    example = page.split("```csv\n")[1].split("```")[0]
    assert extended(world, written(example)).actor("org:fairwater-institute") is not None
