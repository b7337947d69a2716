"""Who speaks, and for whom: every statement in one place, the drawn block as short as it is honest."""

from __future__ import annotations

import pytest

from standoff.report import Screen, brief_from_analyses, screen_from_brief
from standoff.report.fitting import Pen, pen_for
from standoff.report.speaker_lines import speaker_lines
from standoff.report.speakers import speakers_from_analyses
from standoff.values import UNNAMED, Actor, Analysis

RUSSIA = Actor(actor_id="gov:RUS", name="Russia", kind="government", country="RUS")
USA = Actor(actor_id="gov:USA", name="United States", kind="government", country="USA")
OSCE = Actor(actor_id="org:osce", name="OSCE", kind="organisation")
LAVROV = Actor(actor_id="person:sergey-lavrov", name="Sergey Lavrov", kind="person", country="RUS")
TILLERSON = Actor(actor_id="person:rex-tillerson", name="Rex Tillerson", kind="person", country="USA")
DOE = Actor(actor_id="new:jo-doe", name="Jo Doe", kind="person")

TEXT = (
    "Lavrov said no. He said never. Moscow said no. A Kremlin aide said no. Tillerson and Lavrov said yes. "
    "Tillerson said more. The OSCE said no. Doe said no. Guys said hm. A diplomat said hm. It was said so."
)
BASES = "inferred inferred standing reported reported reported quoted reported reported reported hearsay".split()
SOURCES = "Lavrov|He|Moscow|A Kremlin aide|Tillerson and Lavrov|Tillerson|The OSCE|Doe|Guys|A diplomat|".split("|")
LINES = [f"{source}|said|{'so' if not source else ''}|{basis}" for source, basis in zip(SOURCES, BASES, strict=True)]
WHO = {
    "Lavrov": {"actor": LAVROV, "on_behalf_of": RUSSIA},
    "He": {"actor": LAVROV, "on_behalf_of": RUSSIA},
    "Moscow": {"actor": RUSSIA},
    "A Kremlin aide": {"actor": UNNAMED, "on_behalf_of": RUSSIA},
    "Tillerson and Lavrov": {"actor": TILLERSON, "co_actors": (LAVROV,), "on_behalf_of": USA},
    "Tillerson": {"actor": TILLERSON, "on_behalf_of": USA},
    "The OSCE": {"actor": OSCE},
    "Doe": {"actor": DOE},
    "A diplomat": {"actor": UNNAMED},
}
NAMES = {LAVROV: ["Lavrov"], RUSSIA: ["Moscow", "Kremlin"], TILLERSON: ["Tillerson"], OSCE: ["OSCE"], DOE: ["Doe"]}


@pytest.fixture(scope="module")
def analysis(resolved_of) -> Analysis:
    return resolved_of(TEXT, LINES, WHO, NAMES)


def drawn(analysis: Analysis, width: int = 200, pen: Pen | None = None) -> list[str]:
    speakers = speakers_from_analyses([analysis])
    return [line.plain for line in speaker_lines(speakers, width, pen or Pen())]


def test_sides_and_speakers(analysis: Analysis) -> None:
    speakers = speakers_from_analyses([analysis])
    assert [(side.actor, side.n) for side in speakers.sides] == [(RUSSIA, 5), (USA, 2), (OSCE, 1), (None, 1)]
    assert [(s.actor, s.n) for s in speakers.sides[0].speakers] == [(LAVROV, 3), (RUSSIA, 1), (UNNAMED, 1)]
    assert (speakers.n_unnamed, speakers.n_unresolved, speakers.n_without_source) == (1, 1, 1)


def test_the_block_in_words(analysis: Analysis) -> None:
    assert drawn(analysis) == [
        " Who speaks, and for whom",
        " Russia 5 — Sergey Lavrov 3 (2 inferred, 1 reported) · Russia 1 (standing) · unnamed 1 (reported)",
        " United States 2 — Rex Tillerson 2 (all reported)",
        " OSCE 1 (quoted)",
        " For nobody known 1 — Jo Doe 1 (reported)",
        " Beside these: 1 unresolved, 1 unnamed, 1 without words for a source.",
    ]


def test_what_has_no_room_is_counted(resolved_of) -> None:
    sides = [Actor(actor_id=f"org:o{i}", name=f"Org{i}", kind="organisation") for i in range(9)]
    text = " ".join(f"Org{i} said no." for i in range(9))
    lines = [f"Org{i}|said||reported" for i in range(9)]
    who = {f"Org{i}": {"actor": side} for i, side in enumerate(sides)}
    shown = drawn(resolved_of(text, lines, who, {side: [side.name] for side in sides}))
    assert shown[-1] == " … for 3 more: 3 statements"
    assert len(shown) == 1 + 6 + 1


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_hostile_names_stay_inert_and_in_the_lines(resolved_of, width: int, encoding: str) -> None:
    evil = Actor(actor_id="new:evil", name="[red]Evil\x1b[2J\u202e[/red] " + "x" * 5_000, kind="organisation")
    pen = pen_for(encoding)
    analysis = resolved_of("Evil said no.", ["Evil|said|no|reported"], {"Evil": {"actor": evil}}, {})
    for line in speaker_lines(speakers_from_analyses([analysis]), width, pen):
        assert line.cell_len <= width
        assert "\x1b" not in line.plain
        assert "\u202e" not in line.plain
        assert encoding != "ascii" or line.plain.isascii()
    assert "[red]Evil" in "".join(drawn(analysis))


def test_sources_that_name_nobody_lead_to_a_name(analysis: Analysis) -> None:
    shown = [line.plain for line in screen_from_brief(brief_from_analyses([analysis]), Screen(width=140))]
    assert any("He → Lavrov " in line for line in shown)
    assert not any("Moscow →" in line or "Guys →" in line or "A diplomat →" in line for line in shown)


def test_a_long_source_keeps_its_words_and_its_name(resolved_of) -> None:
    source = "The weary foreign minister of the Russian Federation"
    analysis = resolved_of(f"{source} said no.", [f"{source}|said|no|reported"], {source: WHO["He"]}, NAMES)
    for width in (60, 80, 140):
        shown = [line.plain for line in screen_from_brief(brief_from_analyses([analysis]), Screen(width=width))]
        assert any("The w" in line and "→ La" in line for line in shown)
        assert all(len(line) <= width for line in shown)
