"""Against the record in a brief: on the screen, as data, on the page, and of what was asked for only."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hostile import payloads
from verify.records import BRIEFING, CHANGED, LUNDS, brief_against

from standoff.report import Brief, Screen, Selection, brief_json, screen_from_brief, verification_json
from standoff.report.page import page_from_brief, page_values

TRUE = "We do not seek a quarrel with anybody."


def lines_of(brief: Brief, **screen: object) -> str:
    return "\n".join(line.plain for line in screen_from_brief(brief, Screen(**screen)))


def section_of(brief: Brief, **screen: object) -> str:
    return lines_of(brief, **screen).partition("Against the record")[2]


def test_the_screen_has_the_gravest_first_with_difference_place_and_article():
    shown = section_of(brief_against(TRUE, CHANGED, LUNDS))
    assert "taken as a record: 2 “Briefing” (transcript, 3 turns)" in shown
    assert "1 altered " in shown
    assert "spliced" not in shown  # none is, so none is counted
    found = re.findall(r"^ (misattributed|altered|verbatim): Ana Weiss · (\d:1q) in “-”", shown, re.MULTILINE)
    assert found == [("misattributed", "4:1q"), ("altered", "3:1q"), ("verbatim", "1:1q")]
    assert "→ a negation was changed: the record has “not” there" in shown
    assert "record: Ana Weiss in “Briefing”, 2024-05-02, turn 3 of 3" in shown
    assert "What the records hold and the coverage leaves out" in shown
    assert "Trade: sentences: 2" in shown


def test_long_lists_are_cut_and_told_of():
    brief = brief_against(*[CHANGED] * 9)
    assert section_of(brief).count("altered: Ana") == 6
    assert "3 more checks: --all shows every one" in section_of(brief)
    assert section_of(brief, n_shown=None).count("altered: Ana") == 9


@pytest.mark.parametrize("width", [40, 80, 140])
def test_the_section_fits_any_width(width):
    assert not [line for line in lines_of(brief_against(CHANGED, LUNDS), width=width).split("\n") if len(line) > width]


def test_without_records_there_is_no_section_and_no_key():
    brief = replace(brief_against(CHANGED), against=None)
    assert "Against the record" not in lines_of(brief)
    assert "gainst the record" not in page_from_brief(brief)
    assert not {"records", "checks", "left_out"} & set(brief_json(brief, lambda *_: {}))


def test_the_data_are_those_of_verify():
    brief = brief_against(CHANGED, LUNDS)
    data, alone = brief_json(brief, lambda *_: {}), verification_json(brief.against.verification)
    assert data["checks"] == alone["checks"]
    assert [check["verdict"] for check in data["checks"]] == ["altered", "misattributed"]
    assert data["left_out"] == alone["left_out"]
    assert data["records"] == [{"path": "briefing.txt", "form": "transcript", "n_turns": 3, "fault": None}]


def test_only_what_was_asked_for_is_shown():
    one = brief_against(CHANGED, LUNDS, selection=Selection(min_basis="quoted"))
    assert len(one.against.verification.checks) == 2
    none = brief_against(CHANGED, LUNDS, selection=Selection(issue="trade"))
    assert none.against.verification.checks == ()
    assert [m.issue for m in none.against.verification.left_out] == ["trade"]
    other = brief_against(CHANGED, selection=Selection(issue="fish"))
    assert other.against.verification.left_out == ()
    weiss = brief_against(CHANGED, selection=Selection(actor="Ana Weiss"))
    assert len(weiss.against.verification.checks) == 1
    assert weiss.against.verification.left_out == ()


def test_the_page_leads_to_the_words_on_both_sides():
    brief = brief_against(TRUE, CHANGED, LUNDS)
    html, part = page_from_brief(brief), page_values(brief).against
    assert [row.finding.verdict for row in part.rows] == ["misattributed", "altered", "verbatim"]
    for row in part.rows:
        assert row.cell.words.strip("“”") in (TRUE, CHANGED, LUNDS)
        assert f'<li id="{row.cell.anchor}">' in html
        for spot in row.finding.spots:
            passage = re.search(rf'<div class="passage" id="{spot.anchor}">(.*?)</div>', html, re.DOTALL)
            said = re.sub(r"<[^>]+>", "", passage[1]).replace("\n", " ")
            assert spot.text[:30] in said
    assert part.missing[0].spots[0].anchor == "d-2-1"


def test_only_cited_sentences_of_the_record_are_on_the_page():
    html = page_from_brief(brief_against(CHANGED))
    assert "closing of the Kestrel Strait" in html
    assert "harvest is over" not in html
    assert "harvest is over" in BRIEFING


@pytest.mark.parametrize("words", payloads())
def test_hostile_words_make_no_element(words):
    def skeleton(html: str) -> list[str]:
        part = html[html.index('<section id="against"') :]
        # The id of a statement is a hash of its text.
        return re.findall(r"<[a-z/][^>]*>", re.sub(r"s-[0-9a-f]{16}", "s-", part[: part.index("</section>")]))

    plain = skeleton(page_from_brief(brief_against(CHANGED, title="said so")))
    assert skeleton(page_from_brief(brief_against(CHANGED, title=words))) == plain
