"""The check of the shipped files: it finds each sort of fault in a small world, and none in what is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from standoff.knowledge.check import knowledge_faults


def test_shipped_files_are_sound() -> None:
    faults = knowledge_faults()
    assert not faults, "\n".join(faults)


def test_small_world_is_sound(folder: Path) -> None:
    assert knowledge_faults(folder) == ()


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("countries", "RUS,Ruritania,,,,,,list,2026-11-22", "line 8, code: 'RUS' repeats countries.csv, line 4"),
        ("countries", "RUR,Russia,,,,,,list,2026-11-22", "line 8, name: 'Russia' repeats"),
        ("countries", "RUR,Ruritania,,,,,,,2026-11-22", "line 8, source: '' is empty"),
        ("organisations", "x,X,club,,,,,,,list,2026", "line 7, kind: 'club' is unknown; allowed are government"),
        ("organisations", "x,X,bloc,,,XXX,,,,list,2026", "line 7, country: 'XXX'"),
        ("organisations", "x,X,bloc,,,,y,,,list,2026", "line 7, parent: 'y'"),
        ("organisations", "x,NATO,organisation,,,,,,,list,2026", "line 7, name: 'NATO' repeats"),
        ("organisations", "x,X,bloc,,,,,2014-13,,list,2026", "line 7, since: '2014-13' is no date"),
        ("organisations", "x,X,bloc,Y |Z,,,,,,list,2026", "line 7, others: 'Y |Z' has spaces"),
        ("organisations", "x,X,bloc,Y||Z,,,,,,list,2026", "line 7, others: 'Y||Z' has spaces"),
        ("memberships", "nato,XXX,,,member,list,2026", "line 7, member: 'XXX'"),
        ("memberships", "natto,USA,,,member,list,2026", "line 7, organisation: 'natto'"),
        ("memberships", "un,USA,,,guest,list,2026", "line 7, as: 'guest'"),
        ("offices", "x.y,USA,barista,,list,2026", "line 7, role: 'barista'"),
        ("offices", "x.y,XXX,envoy,,list,2026", "line 7, body: 'XXX'"),
        ("holders", "x.y,Jane Doe,,,,,list,2026", "line 9, office: 'x.y'"),
        ("holders", "nato.head,Jane Doe,,2030,2029,,list,2026", "line 9, until: '2029' is before since"),
        ("holders", "nato.head,Jane Doe,,2030,,perhaps,list,2026", "line 9, acting: 'perhaps'"),
        (
            "holders",
            "nato.head,Sergei Lavrov,,2030,,,list,2026",
            "line 4, person: 'Sergey Lavrov' is the person of",
        ),
        ("holders", "nato.head,Sergéy Lavrov,,2030,,,list,2026", "line 9, person: 'Sergéy Lavrov' is"),
        ("holders", "nato.head,,,2030,,,list,2026", "line 9, person: ''"),
        ("holders", "nato.head,Jane Doe,,2020,2021,,list,2026", "line 9, since: '2020' overlaps the term of Jens"),
    ],
)
def test_each_fault_is_told_with_its_place(folder: Path, table: str, row: str, said: str) -> None:
    path = folder / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    faults = knowledge_faults(folder)
    assert any(f"{table}.csv, {said}" in fault for fault in faults), faults


def test_acting_holder_may_stand_beside_another(folder: Path) -> None:
    path = folder / "holders.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "nato.head,Jane Doe,,2020,2021,yes,list,2026\n", encoding="utf-8")
    assert knowledge_faults(folder) == ()


def test_columns_in_another_order(folder: Path) -> None:
    (folder / "roles.csv").write_text("titles,role\n", encoding="utf-8")
    assert "roles.csv, line 1, header: 'titles,role'; the columns here are role,titles" in knowledge_faults(folder)[0]


def test_unknown_column_and_missing_table(folder: Path) -> None:
    (folder / "roles.csv").write_text("role,titles,colour\n", encoding="utf-8")
    assert "colour: unknown column" in knowledge_faults(folder)[0]
    (folder / "roles.csv").unlink()
    assert "no roles.csv" in knowledge_faults(folder)[0]
