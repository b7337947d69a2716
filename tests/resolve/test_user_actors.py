"""The user's own file of actors decides: new actors, names and offices, and terms in place of known ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from resolved import who_is

from standoff.knowledge import Knowledge, knowledge

ROWS = """\
name,kind,country,others,parent,office,since,until
Republic of Sanveria,government,,Sanveria|Port Sanver,,,,
Sanverian Front,armed_group,,SNF|the Front,Sanveria,,2019-04,
Ilona Csatar,person,,Ilona Csatár,Sanveria,foreign minister,2020-05,2024-02-11
Jane Doe,person,,,Sanveria,foreign minister,2024-02-12,
John Roe,person,USA,,,secretary of state,2026-02-01,
Sergey Lavrov,person,,Uncle Seryozha,,,,
"""


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    path = tmp_path_factory.mktemp("actors") / "mine.csv"
    path.write_text(ROWS, encoding="utf-8")
    return knowledge([Path(path)])


@pytest.mark.parametrize(
    ("marked", "date", "actor", "behalf"),
    [
        ("{source:{l:Port Sanver}} said no.", None, "Republic of Sanveria", None),
        ("{source:The {o:SNF}} said no.", "2021-01-01", "Sanverian Front", "Republic of Sanveria"),
        ("{source:{p:Ilona Csatár}} said no.", "2021-01-01", "Ilona Csatar", "Republic of Sanveria"),
        ("{source:{p:Ilona Csatár}} said no.", "2025-01-01", "Ilona Csatar", None),
        (
            "{source:The foreign minister of {l:Sanveria}} said no.",
            "2021-01-01",
            "Ilona Csatar",
            "Republic of Sanveria",
        ),
        ("{source:The foreign minister of {l:Sanveria}} said no.", "2025-01-01", "Jane Doe", "Republic of Sanveria"),
        ("{source:{p:Uncle Seryozha}} said no.", "2025-01-01", "Sergey Lavrov", "Russia"),
        ("{source:The {n:American} foreign minister} said no.", "2026-06-01", "John Roe", "United States"),
        ("{source:The {n:American} foreign minister} said no.", "2025-06-01", "Marco Rubio", "United States"),
    ],
)
def test_file_decides(mine: Knowledge, marked: str, date: str | None, actor: str, behalf: str | None) -> None:
    found = who_is(marked, date, mine)
    assert (found.actor and found.actor.name) == actor
    assert (found.on_behalf_of and found.on_behalf_of.name) == behalf


def test_without_the_file_nothing_of_it_is_known() -> None:
    found = who_is("{source:{l:Port Sanver}} said no.")
    assert found.actor
    assert found.actor.actor_id == "new:port-sanver"
