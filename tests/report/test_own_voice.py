"""The writer's own voice: counted by label, greetings apart, and every sentence accounted for."""

from __future__ import annotations

import pytest
from handmade import voiced_by_hand

from standoff.report import document_brief
from standoff.report.fitting import Pen
from standoff.report.voice_lines import voice_lines
from standoff.values import VOICES, Analysis

TEXT = "Hello folks. Rain fell. Peace is vital. Brek said no, alas. Grain may rot."


@pytest.fixture(scope="module")
def analysis(analysis_of) -> Analysis:
    return analysis_of(TEXT, ["Brek|said|no|reported"])


def told(analysis: Analysis) -> str:
    return " ".join(line.plain.strip() for line in voice_lines(document_brief(analysis), 200, Pen()))


def test_labels_are_counted_and_greetings_apart(analysis: Analysis) -> None:
    voice = {"Hello": "address", "Rain": "fact", "Peace": "judgement", "Brek": "judgement"}
    labelled = voiced_by_hand(analysis, voice)
    assert told(labelled).endswith(
        "The writer's own words: 1 fact, 2 judgement — no evidence: 1 address (1 of them beside an attribution)."
    )
    brief = document_brief(labelled)
    assert [tally.name for tally in brief.voice.by_label] == list(VOICES)
    assert [s.span.of(TEXT) for s in brief.voice.unlabelled] == ["Grain may rot."]


def test_without_labels_there_is_one_sentence(analysis: Analysis) -> None:
    assert told(analysis) == "Of 5 sentences, 1 attributes something to someone and 4 are the writer's own voice."


def test_nothing_but_greetings(analysis: Analysis) -> None:
    assert told(voiced_by_hand(analysis, {"Hello": "address"})).endswith(
        "The writer's own words: no evidence: 1 address."
    )
