"""What each speaker does about each issue: every coded statement in its place, and what the screen makes of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from handmade import coded_by_hand

from standoff.report.coded import coded_statements
from standoff.report.fitting import Pen
from standoff.report.position_lines import position_lines
from standoff.report.positions import Position, positions_from_coded
from standoff.report.sheet import Sheet
from standoff.values import UNNAMED, Actor, Analysis

VELDIA = Actor(actor_id="gov:VEL", name="Veldia", kind="government")
MOROVIA = Actor(actor_id="gov:MOR", name="Morovia", kind="government")
ARDEN = Actor(actor_id="new:ilse-arden", name="Ilse Arden", kind="person")
BREK = Actor(actor_id="new:tomas-brek", name="Tomas Brek", kind="person")
SHORT = Actor(actor_id="new:arden:doc", name="Arden", kind="person")

TEXT = (
    "Arden demanded a pullout. She accused Morovia of lies. Arden spoke of ships. Brek denied the lies. "
    "Brek would not deny the raid. Arden and Brek agreed on mail. An aide warned of war. Somebody said hm."
)
LINES = [
    "Arden|demanded|a pullout|quoted",
    "She|accused|lies|inferred",
    "Arden|spoke of|ships|reported",
    "Brek|denied|the lies|reported",
    "Brek|would not deny|the raid|withheld",
    "Arden and Brek|agreed on|mail|reported",
    "An aide|warned of|war|reported",
    "Somebody|said|hm|reported",
]
CODES = [
    "demand|border",
    "accuse|border,propaganda",
    "assert",
    "deny|propaganda",
    "deny|border",
    "agree|mail_service",
    "warn|border",
    "accuse|border",
]
OF_ARDEN = {"actor": ARDEN, "on_behalf_of": VELDIA}
WHO = {
    "Arden": OF_ARDEN,
    "She": {**OF_ARDEN, "target_actors": (MOROVIA, UNNAMED)},
    "Brek": {"actor": BREK, "on_behalf_of": MOROVIA},
    "Arden and Brek": {**OF_ARDEN, "co_actors": (BREK,)},
    "An aide": {"actor": UNNAMED, "on_behalf_of": MOROVIA},
}


@pytest.fixture(scope="module")
def analysis(resolved_of) -> Analysis:
    return coded_by_hand(resolved_of(TEXT, LINES, WHO, {ARDEN: ["Arden"]}), CODES)


def positions(*analyses: Analysis) -> tuple[Position, ...]:
    return positions_from_coded(coded_statements(analyses, {}))


def drawn(found: Sequence[Position], **sheet: object) -> list[str]:
    options = {"width": 80, "pen": Pen()} | sheet
    return [line.plain for line in position_lines(found, Sheet(**options))]  # type: ignore[arg-type]


def test_speakers_by_side_and_issues_in_one_order(analysis: Analysis) -> None:
    found = positions(analysis)
    assert [(p.side, p.speaker, p.n) for p in found] == [
        (MOROVIA, BREK, 3), (MOROVIA, UNNAMED, 1), (VELDIA, ARDEN, 4)
    ]  # fmt: skip
    assert [stand.issue for stand in found[2].stands] == ["border", "mail_service", "propaganda", None]
    assert [stand.issue for stand in found[0].stands] == ["border", "mail_service", "propaganda"]


def test_a_statement_on_two_issues_counts_for_each(analysis: Analysis) -> None:
    border, _, propaganda, _ = positions(analysis)[2].stands
    assert [(deed.act, len(deed.points)) for deed in border.deeds] == [("accuse", 1), ("demand", 1)]
    assert [(deed.act, len(deed.points)) for deed in propaganda.deeds] == [("accuse", 1)]


def test_what_was_not_done_is_counted_apart(analysis: Analysis) -> None:
    (deed,) = positions(analysis)[0].stands[0].deeds
    assert (deed.act, deed.is_withheld) == ("deny", True)


def test_the_table(analysis: Analysis) -> None:
    assert drawn(positions(analysis)) == [
        " What each says and does, by issue (5w = sentence 5, withheld)",
        " Morovia · Tomas Brek 3",
        "   border        5w  not deny          the raid",
        "   mail service  6r  agree             mail",
        "   propaganda    4r  deny              the lies",
        " Morovia · unnamed 1",
        "   border        7r  warn              war",
        " Veldia · Ilse Arden 4",
        "   border        1q  demand            a pullout",
        "                 2i  accuse → Morovia  lies",
        "   mail service  6r  agree             mail",
        "   propaganda    accuse 1 (2i)",
    ]


def test_the_whole_table_has_mere_sayings_too(analysis: Analysis) -> None:
    assert "   other matters  3r  says              ships" in drawn(positions(analysis), is_whole=True)


def test_what_has_no_room_is_counted(resolved_of) -> None:
    bodies = [Actor(actor_id=f"org:o{i}", name=f"Org{i}", kind="organisation") for i in range(7)]
    text = " ".join(f"Org{i} said no." for i in range(7))
    who = {body.name: {"actor": body} for body in bodies}
    analysis = resolved_of(text, [f"Org{i}|said|no|reported" for i in range(7)], who, {})
    shown = drawn(positions(coded_by_hand(analysis, ["reject|mail"] * 7)))
    assert shown[-1] == " … 3 more speakers: --all shows every one"
    assert sum(line.startswith(" Org") for line in shown) == 4


def test_the_same_words_are_quoted_once_and_places_cut(resolved_of) -> None:
    text = " ".join(["Brek rejected talks."] * 8)
    lines = ["Brek|rejected|talks|reported"] * 8
    analysis = resolved_of(text, lines, {"Brek": WHO["Brek"]}, {})
    found = positions(coded_by_hand(analysis, ["reject|talks"] * 8))
    assert drawn(found)[2:] == ["   talks  reject 8 (1r 2r 3r 4r 5r …)", "          1r  reject  talks"]
    assert "   talks  reject 8 (1r 2r 3r 4r 5r 6r 7r 8r)" in drawn(found, is_whole=True)


def test_nobody_known_and_nothing_coded_draw_nothing(resolved_of, analysis_of) -> None:
    assert drawn(positions(analysis_of("Brek said no.", ["Brek|said|no|reported"]))) == []
    unknown = resolved_of("Brek said no.", ["Brek|said|no|reported"], {}, {})
    assert drawn(positions(coded_by_hand(unknown, ["deny|talks"]))) == []


def test_one_who_turned_out_to_be_another_is_one(resolved_of) -> None:
    full = coded_by_hand(resolved_of("Arden left.", ["Arden|left||reported"], {"Arden": OF_ARDEN}, {}), ["reject|mail"])
    of_short = {"Arden": {"actor": SHORT, "on_behalf_of": VELDIA}}
    short = coded_by_hand(resolved_of("Arden stayed.", ["Arden|stayed||reported"], of_short, {}), ["agree|mail"])
    (position,) = positions_from_coded(coded_statements([full, short], {SHORT.actor_id: ARDEN}))
    assert (position.speaker, position.n) == (ARDEN, 2)
    (line,) = drawn([position], is_numbered=True)[2:]
    assert line == "   mail  reject 1 (1:1r), agree 1 (2:1r)"


def test_the_names_of_the_codebook_are_shown(analysis: Analysis) -> None:
    shown = drawn(positions(analysis), names={"border": "Closed borders", "mail_service": ""})
    assert "   Closed borders  7r  warn              war" in shown
    assert "   mail service    6r  agree             mail" in shown
