"""PLOVER and CAMEO: every code has one root or a documented none, and acts and words give the codes they should."""

from __future__ import annotations

import runpy
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from labelled import labelled

from standoff.code.event_rows import code_rows, codes_under, event_rules, own_rows
from standoff.code.plover import event_from_act, event_from_root, plover_from_cameo
from standoff.code.topics import Words, topics_in_order
from standoff.errors import UsageError
from standoff.values import ACTS, MODALITIES, PLOVERS, POLARITIES

DOCS = Path(__file__).parents[2] / "docs"

# The codes of CAMEO 1.1b3 by their first two digits: what follows these in each code.
CAMEO = {
    "01": "|0|1|2|3|4|5|6|7|8|9",
    "02": "|0|1|11|12|13|14|2|3|31|32|33|34|4|41|42|43|44|5|51|52|53|54|55|56|6|7|8",
    "03": "|0|1|11|12|13|14|2|3|31|32|33|34|4|41|42|43|44|5|51|52|53|54|55|56|6|7|8|9",
    "04": "|0|1|2|3|4|5|6",
    "05": "|0|1|2|3|4|5|6|7",
    "06": "|0|1|2|3|4",
    "07": "|0|1|2|3|4|5",
    "08": "|0|1|11|12|13|14|2|3|31|32|33|34|4|41|42|5|6|61|62|63|7|71|72|73|74",
    "09": "|0|1|2|3|4",
    "10": "|0|1|11|12|13|14|2|3|31|32|33|34|4|41|42|43|44|5|51|52|53|54|55|56|6|7|8",
    "11": "|0|1|2|21|22|23|24|25|3|4|5|6",
    "12": "|0|1|11|12|2|21|22|23|24|3|31|32|33|34|4|41|42|43|44|45|46|5|6|7|8|9",
    "13": "|0|1|11|12|13|2|21|22|23|24|3|4|5|6|7|8|81|82|83|84|85|9",
    "14": "|0|1|11|12|13|14|2|21|22|23|24|3|31|32|33|34|4|41|42|43|44|5|51|52|53|54",
    "15": "|0|1|2|3|4|5",
    "16": "|0|1|2|21|22|23|3|4|5|6|61|62|63",
    "17": "|0|1|11|12|2|21|22|23|24|3|4|5|6",
    "18": "|0|1|2|21|22|23|3|31|32|33|34|4|5|6",
    "19": "|0|1|2|3|4|5|51|52|6",
    "20": "|0|1|2|3|4|41|42",
}
CODES = [head + tail for head, tails in CAMEO.items() for tail in tails.split("|")]

# The modes of PLOVER 2; those of RETREAT are YIELD's.
MODES = {
    "ACCUSE": "disapprove investigate allege",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "CONSULT": "visit third-party multilateral phone",
    "MOBILIZE": "troops weapons police militia",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "REJECT": "assist change yield meet",
    "REQUEST": "assist change yield meet",
    "SANCTION": "convict expel withdraw discontinue",
    "THREATEN": "restrict arrest relations expel territory violence",
    "YIELD": "withdraw release disarm ceasefire access resign",
}


def test_every_code_of_cameo_has_one_root_or_a_reason_for_none():
    roots = defaultdict(set)
    for row in code_rows():
        roots[row.cameo].add(row.plover)
        assert row.plover in PLOVERS or row.note
    assert sorted(roots) == sorted(CODES)
    assert len(CODES) == 316
    assert all(len(of_code) == 1 for of_code in roots.values())


@pytest.mark.parametrize("code", CODES)
def test_a_code_gives_an_event_with_itself(code):
    event = plover_from_cameo(code)
    assert event is None or event.cameo == code
    assert (event is None) == (own_rows()[code].plover is None)


@pytest.mark.parametrize("code", ["", "00", "1", "21", "0235", "02 ", "ACCUSE"])
def test_a_code_that_is_none_is_refused(code):
    with pytest.raises(UsageError, match="is not in CAMEO"):
        plover_from_cameo(code)


def test_modes_are_those_of_plover_2_and_all_can_be_reached():
    used = defaultdict(set)
    for row in code_rows():
        if row.mode:
            used[row.plover].add(row.mode)
    assert used == {root: set(modes.split()) for root, modes in MODES.items()}


def test_rules_are_there_for_each_act_and_root_and_name_what_there_is():
    assert set(event_rules()) == {*ACTS, *PLOVERS}
    for rule in (rule for rules in event_rules().values() for rule in rules):
        assert rule.plover in PLOVERS if rule.codes else rule.plover is None and rule.why
        assert rule.polarity in (None, *POLARITIES)
        assert rule.modality in (None, *MODALITIES)
        assert all(codes_under((code,)) for code in rule.codes)
        assert all(code in own_rows() for code in rule.codes[:1])


@pytest.mark.parametrize("of", [*ACTS, *PLOVERS])
def test_the_last_rule_for_what_is_said_always_holds(of):
    last = [rule for rule in event_rules()[of] if not rule.is_withheld][-1]
    assert (last.polarity, last.modality, last.topics) == (None, None, ())
    if of in PLOVERS:
        assert last.plover == of


def test_topics_that_tables_name_are_in_the_list_and_none_is_idle():
    rules = [rule for rules in event_rules().values() for rule in rules]
    named = {topic for row in (*code_rows(), *rules) for together in row.topics for topic in together}
    assert named == set(topics_in_order())


def test_a_code_of_an_act_has_the_same_root_unless_it_says_an_intent():
    """Codes 03 say what somebody means to do; whether that backs, helps or offers, the act tells."""
    for rules in (event_rules()[act] for act in ACTS):
        for rule in rules:
            rows = codes_under(rule.codes)
            assert all(row.plover == rule.plover or row.cameo.startswith("03") for row in rows)


@pytest.mark.parametrize("topic", topics_in_order())
def test_no_topic_is_found_in_nothing(topic):
    assert not Words("").has(topic)
    assert not Words("Osk, Tarn and the 2,000 others.").has(topic)


def test_white_space_and_case_do_not_matter():
    assert Words("WITHDRAW\n  its\ttroops").has("deescalation")


# --- acts -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("case", "expect"), labelled("events"))
def test_events_of_acts_and_roots(case: dict[str, Any], expect: list[str | None] | None) -> None:
    settings = dict(case)
    words = settings.pop("words")
    if "root" in settings:
        event = event_from_root(settings["root"], words)
    else:
        event = event_from_act(settings.pop("act"), content_words=words, **settings)
    assert (event and [event.plover, event.mode, event.cameo]) == expect


@pytest.mark.parametrize("root", PLOVERS)
def test_a_root_without_telling_words_has_its_general_code(root):
    event = event_from_root(root, "Osk and Tarn")
    assert event.plover == root
    assert event.cameo is not None
    assert plover_from_cameo(event.cameo).plover == root


@pytest.mark.parametrize("act", ["assert", "justify", "warn", "predict", "regret", "question", "announce"])
@pytest.mark.parametrize("is_withheld", [True, False])
def test_acts_without_a_place_have_no_event(act, is_withheld):
    assert event_from_act(act, content_words="attack aid talks sanctions", is_withheld=is_withheld) is None


@pytest.mark.parametrize("act", ACTS)
def test_what_was_merely_not_said_is_no_event(act):
    assert event_from_act(act, content_words="sidestepped the question of aid", is_withheld=True) is None


def test_the_page_is_up_to_date():
    made = runpy.run_path(str(DOCS / "make_plover.py"))["plover_page"]()
    assert (DOCS / "plover.md").read_text(encoding="utf-8") == made, "run: python docs/make_plover.py"
