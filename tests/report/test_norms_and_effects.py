"""Norms and consequences: who says so, where, and in whose exact words."""

from __future__ import annotations

import pytest
from handmade import coded_by_hand, linked_by_hand

from standoff.report.effect_lines import effect_lines
from standoff.report.fitting import Pen
from standoff.report.matter import Matter, matter_from_analyses
from standoff.report.norm_lines import norm_lines
from standoff.report.sheet import Sheet
from standoff.values import UNNAMED, Actor

ARDEN = Actor(actor_id="new:ilse-arden", name="Ilse Arden", kind="person")
VELDIA = Actor(actor_id="gov:VEL", name="Veldia", kind="government")

TEXT = (
    "Arden cited the charter. Veldia cited the charter. Arden said raids led to hunger. An aide cited the charter. "
    "They cited the charter. Drought led to flight. Arden would not say that tariffs led to strikes."
)
LINES = [
    "Arden|cited|the charter|quoted",
    "Veldia|cited|the charter|reported",
    "Arden|said|raids led to hunger|reported",
    "An aide|cited|the charter|reported",
    "They|cited|the charter|inferred",
    "Arden|would not say|tariffs led to strikes|withheld",
]
CODES = ["assert||un_charter", "assert||un_charter", "assert||un_charter,law_of_war", "assert||un_charter",
         "assert||un_charter", "assert||un_charter"]  # fmt: skip
WHO = {"Arden": {"actor": ARDEN}, "Veldia": {"actor": VELDIA}, "An aide": {"actor": UNNAMED}}
LINKS = ["Drought|led to|flight", "raids|led to|hunger", "tariffs|led to|strikes"]


@pytest.fixture(scope="module")
def matter(resolved_of) -> Matter:
    analysis = coded_by_hand(resolved_of(TEXT, LINES, WHO, {}), CODES)
    return matter_from_analyses([linked_by_hand(analysis, LINKS)])


def test_norms_by_whom_how_often_and_where(matter: Matter) -> None:
    assert [(norm.key, len(norm.points)) for norm in matter.norms] == [("un_charter", 5), ("law_of_war", 1)]
    assert [line.plain for line in norm_lines(matter.norms, Sheet(width=120, pen=Pen()))] == [
        " Norms invoked",
        " un charter 5 — Ilse Arden 2 (1q 3r) · Veldia 1 (2r) · unnamed 1 (4r) · unresolved 1 (5i)",
        " law of war 1 — Ilse Arden 1 (3r)",
    ]


def test_consequences_of_sources_before_the_writers_and_none_withheld(matter: Matter) -> None:
    assert [line.plain for line in effect_lines(matter.effects, Sheet(width=60, pen=Pen()))] == [
        " What is said to lead to what",
        " 3r  Arden       raids → hunger",
        "  6  the writer  Drought → flight",
    ]


def test_a_long_cause_leaves_room_for_the_effect(resolved_of) -> None:
    text = f"{'Very ' * 30}long drought led to flight."
    analysis = linked_by_hand(resolved_of(text, [], {}, {}), [f"{'Very ' * 30}long drought|led to|flight"])
    (_, line) = effect_lines(matter_from_analyses([analysis]).effects, Sheet(width=60, pen=Pen()))
    assert line.plain.endswith("… → flight")
    assert line.cell_len <= 60
