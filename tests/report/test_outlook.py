"""What may come: whose it is, how likely, and that nothing is there twice."""

from __future__ import annotations

import pytest
from handmade import coded_by_hand, voiced_by_hand

from standoff.report import brief_from_analyses
from standoff.report.fitting import Pen, pen_for
from standoff.report.matter import matter_from_analyses
from standoff.report.outlook_lines import outlook_lines
from standoff.report.sheet import Sheet
from standoff.values import Actor, Analysis

ARDEN = Actor(actor_id="new:ilse-arden", name="Ilse Arden", kind="person")

TEXT = (
    "Arden warned of war. She said talks would likely fail. Arden promised grain next year. Arden promised calm. "
    "Arden refused to predict a vote. Brek will say that victory is likely. Rain is likely to stop. It may snow. "
    "An envoy threatened new tariffs."
)
LINES = [
    "Arden|warned of|war|reported",
    "She|said|talks would likely fail|reported",
    "Arden|promised|grain next year|quoted",
    "Arden|promised|calm|reported",
    "Arden|refused to predict|a vote|withheld",
    "Brek|will say|victory is likely|predicted",
    "An envoy|threatened|new tariffs|reported",
]
CODES = [
    "warn|||future",
    "assert|||future|55-80",
    "commit|||future",
    "commit",
    "predict",
    "assert|||actual|55-80",
    "threaten|||future",
]
VOICE = {"Rain is likely": "forecast|55-80", "It may snow": "speculation"}


@pytest.fixture(scope="module")
def analysis(resolved_of) -> Analysis:
    who = {"Arden": {"actor": ARDEN}, "She": {"actor": ARDEN}}
    return voiced_by_hand(coded_by_hand(resolved_of(TEXT, LINES, who, {ARDEN: ["Arden"]}), CODES), VOICE)


def drawn(analysis: Analysis, pen: Pen | None = None) -> list[str]:
    sheet = Sheet(width=80, pen=pen or Pen())
    return [line.plain for line in outlook_lines(matter_from_analyses([analysis]).outlook, sheet)]


def test_the_block_in_words(analysis: Analysis) -> None:
    assert drawn(analysis) == [
        " What may come",
        " 2r  Arden       says      55–80 %  talks would likely fail",
        " 3q  Arden       commit             grain next year",
        " 1r  Arden       warn               war",
        " 9r  An envoy    threaten           new tariffs",
        "  7  the writer  expects   55–80 %  Rain is likely to stop.",
        " 6p  the writer  expects            Brek will say that victory is likely",
    ]
    assert any("55-80 %" in line for line in drawn(analysis, pen_for("ascii")))


def test_a_forecast_stands_once_for_its_sentence(analysis: Analysis) -> None:
    also_labelled = voiced_by_hand(analysis, VOICE | {"Brek will say": "forecast"})
    assert sum("Brek will say" in line for line in drawn(also_labelled)) == 1


def test_what_nobody_coded_is_empty(analysis_of) -> None:
    brief = brief_from_analyses([analysis_of("Brek will say no.", ["Brek|will say|no|predicted"])])
    assert (brief.matter.outlook, brief.matter.norms, brief.matter.effects, brief.matter.positions) == ((), (), (), ())


def test_what_has_no_room_is_counted(resolved_of) -> None:
    text = " ".join(["Arden warned of war."] * 12)
    analysis = resolved_of(text, ["Arden|warned of|war|reported"] * 12, {"Arden": {"actor": ARDEN}}, {})
    shown = drawn(coded_by_hand(analysis, ["warn"] * 12))
    assert shown[-1] == " … 4 more forecasts and warnings: --all shows every one"
    assert len(shown) == 1 + 8 + 1
