"""An act is told only where the network is sure enough, and the cue explains it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from handmade import Told, reading_by_hand

from standoff.code.acts import find_act, threshold
from standoff.code.cues import act_of_cue
from standoff.encode.acts import anchors_of_statements
from standoff.extract.confidence import shipped_calibration
from standoff.extract.statements import statements_from_reading
from standoff.spans import Span
from standoff.values import ACTS, Document

TEXT = "Minister Adun denied the report. Talks resume on Friday."


def read(act):
    document = Document.from_text(TEXT, path="x")
    told = Told(cue=Span(14, 20), source=Span(0, 13), content=[Span(21, 31)], act=act)
    reading = reading_by_hand(document, [told])
    return document, reading, statements_from_reading(document, reading, shipped_calibration())


def test_a_sure_act_is_told_and_the_cue_agrees():
    document, reading, (statement,) = read("deny")
    anchor = reading.anchors[anchors_of_statements(reading, [statement])[statement.statement_id]]
    found = find_act(document.text, statement, anchor)
    assert (found.act, round(found.score, 2)) == ("deny", 0.97)
    assert [step.detail for step in found.steps] == ["deny", "denied: the cue's word agrees"]


def test_an_unsure_act_is_assert_and_says_so():
    document, reading, (statement,) = read("accuse")
    flat = np.full(len(ACTS), np.log(0.9 * threshold() / (len(ACTS) - 1)), dtype=np.float32)
    flat[ACTS.index("accuse")] = np.log(0.9 * threshold())
    anchor = replace(reading.anchors[0], act=flat)
    found = find_act(document.text, statement, anchor)
    assert found.act == "assert"
    assert "not sure enough of accuse" in found.steps[1].detail
    assert found.steps[2].detail == "denied: the cue's word alone would be deny"


def test_a_statement_that_no_anchor_knows_is_assert_without_a_score():
    document, _, (statement,) = read("deny")
    assert find_act(document.text, statement, None).score == 0.0


def test_a_statement_without_cue_hangs_on_the_nearest_anchor_without_cue():
    document = Document.from_text("“We leave.” “They stay,” she said.", path="x")
    told = [Told(content=[Span(0, 11)]), Told(cue=Span(29, 33), content=[Span(12, 24)])]
    reading = reading_by_hand(document, told)
    statements = statements_from_reading(document, reading, shipped_calibration())
    at = anchors_of_statements(reading, statements)
    assert [reading.anchors[at[s.statement_id]].has_cue for s in statements] == [False, True]


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("would have likely accused", "accuse"),
        ("criticised", "condemn"),
        ("'s refusal", "reject"),
        ("vowed", "commit"),
        ("begging", "urge"),
        ("said", None),
        ("welcomed and urged", None),
    ],
)
def test_a_cue_names_an_act_or_none(cue, act):
    told = act_of_cue(cue)
    assert (told and told[0]) == act
