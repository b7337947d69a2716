"""The screen of the list of actors: at every width, deaf to what names contain, and with nothing left out."""

from __future__ import annotations

import pytest

from standoff.report import actor_list, screen_from_actors
from standoff.values import Actor, Analysis

LAVROV = Actor(actor_id="person:sergey-lavrov", name="Sergey Lavrov", kind="person", country="RUS")
EVIL = Actor(actor_id="new:evil", name="[red]Evil\x1b[2J\u202e\u200f[/red] " + "日本" * 3_000, kind="organisation")
FALSE = Actor(actor_id="new:l-vrov", name="L\u0430vrov", kind="person")
SHORT = Actor(actor_id="new:lavrov:b", name="Lavrov", kind="person")


@pytest.fixture(scope="module")
def analyses(resolved_of) -> list[Analysis]:
    first = resolved_of(
        "Lavrov said no. Evil said no. L\u0430vrov left. Guys said no. They said no. It was said.",
        [
            "Lavrov|said||reported",
            "Evil|said||reported",
            "Guys|said||reported",
            "They|said||reported",
            "|said||hearsay",
        ],
        {"Lavrov": {"actor": LAVROV}, "Evil": {"actor": EVIL}},
        {LAVROV: ["Lavrov"], EVIL: ["Evil"], FALSE: ["L\u0430vrov"]},
        offices={LAVROV: ["foreign minister"]},
    )
    other = resolved_of("Lavrov smiled.", [], {}, {SHORT: ["Lavrov"]}, path="b\x1b[2J.txt")
    return [first, other]


def shown(analyses: list[Analysis], width: int, encoding: str = "utf-8") -> list[str]:
    return [line.plain for line in screen_from_actors(actor_list(analyses), width=width, encoding=encoding)]


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_lines_fit_and_are_inert(analyses: list[Analysis], width: int, encoding: str) -> None:
    for line in screen_from_actors(actor_list(analyses), width=width, encoding=encoding):
        assert line.cell_len <= width, line.plain
        assert not {"\x1b", "\u202e", "\u200f", "\n"} & set(line.plain)
        assert encoding != "ascii" or line.plain.isascii()


def test_wide_screens_have_one_line_an_actor(analyses: list[Analysis]) -> None:
    lines = shown(analyses, 200)
    assert lines[0].split() == "actor kind country texts named source target [office] as written".split()
    lavrov = next(line for line in lines if line.startswith(" Sergey Lavrov"))
    assert lavrov.split() == "Sergey Lavrov person RUS 2 2 1 0 [foreign minister] Lavrov 2".split()
    assert any("[red]Evil" in line for line in lines)


@pytest.mark.parametrize("width", [40, 200])
def test_what_was_joined_flagged_and_left_open_is_told(analyses: list[Analysis], width: int) -> None:
    told = " ".join(" ".join(shown(analyses, width)).split())
    assert "'L\u0430vrov' looks like 'Lavrov' but mixes scripts" in told
    assert "is taken for Sergey Lavrov: the only full name with this surname in all documents" in told
    assert "2 sources unresolved: 'Guys' 1, 'They' 1" in told
    assert "1 statement has no words for a source" in told


def test_an_empty_list_says_so() -> None:
    assert shown([], 40) == [" No actor was found."]
