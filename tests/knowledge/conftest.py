"""A small world: one folder with every table, a few rows each, that a test can change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from standoff.knowledge.lookup import Knowledge
from standoff.knowledge.shipped import read_facts

TABLES = {
    "countries": """\
code,name,others,demonyms,people,capital,metonyms,source,checked
NLD,Netherlands,Holland,Dutch,Dutchmen,Amsterdam,The Hague,list,2026-11-22
NOR,Norway,,Norwegian,Norwegians,Oslo,,list,2026-11-22
RUS,Russia,Russian Federation,Russian,Russians,Moscow,Kremlin,list,2026-11-22
SYR,Syria,,Syrian,Syrians,Damascus,,list,2026-11-22
TUR,Turkey,Türkiye,Turkish,Turks,Ankara,,list,2026-11-22
USA,United States,US|U.S.|USA|America,American|US,Americans,"Washington|Washington, D.C.",White House,list,2026-11-22
""",
    "organisations": """\
id,name,kind,others,metonyms,country,parent,since,until,source,checked
nato,NATO,organisation,North Atlantic Treaty Organization,Brussels,,,,,list,2026-11-22
who,World Health Organization,organisation,WHO,,,un,,,list,2026-11-22
un,United Nations,organisation,UN|world body,,,,,,list,2026-11-22
us-department-of-state,United States Department of State,organisation,State Department,,USA,USA,,,list,2026-11-22
islamic-state,Islamic State,armed_group,ISIS|IS,,,,2013-04,,list,2026-11-22
""",
    "memberships": """\
organisation,member,since,until,as,source,checked
nato,NOR,,,member,list,2026-11-22
nato,USA,,,member,list,2026-11-22
un,RUS,,,permanent,list,2026-11-22
un,NOR,2021-01-01,2022-12-31,elected,list,2026-11-22
un,SYR,,,observer,list,2026-11-22
""",
    "roles": """\
role,titles
head_of_state,president|king
foreign_minister,foreign minister|top diplomat
head_of_organisation,secretary general|president
envoy,special envoy
""",
    "offices": """\
office,body,role,titles,source,checked
rus.head_of_state,RUS,head_of_state,,list,2026-11-22
rus.foreign_minister,RUS,foreign_minister,,list,2026-11-22
syr.head_of_state,SYR,head_of_state,,list,2026-11-22
usa.foreign_minister,USA,foreign_minister,secretary of state|us secretary of state,list,2026-11-22
nato.head,nato,head_of_organisation,,list,2026-11-22
""",
    "holders": """\
office,person,others,since,until,acting,source,checked
rus.head_of_state,Dmitry Medvedev,,2008-05-07,2012-05-07,,list,2026-11-22
rus.head_of_state,Vladimir Putin,,2012-05-07,,,list,2026-11-22
rus.foreign_minister,Sergey Lavrov,Sergei Lavrov,,,,list,2026-11-22
syr.head_of_state,Bashar al-Assad,,,2024-12-08,,list,2026-11-22
usa.foreign_minister,Antony Blinken,,2021-01-26,2025-01,,list,2026-11-22
usa.foreign_minister,Marco Rubio,,2025-01-21,,,list,2026-11-22
nato.head,Jens Stoltenberg,,2014-10-01,2024,,list,2026-11-22
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "world"
    path.mkdir()
    for name, text in TABLES.items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def world(folder: Path) -> Knowledge:
    return Knowledge(read_facts(folder))


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a user's file with this text."""

    def write(text: str) -> Path:
        path = tmp_path / "mine.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write
