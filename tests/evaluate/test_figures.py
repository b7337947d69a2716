"""Figures, their intervals, and the report."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from standoff.evaluate.calibration import calibration_error
from standoff.evaluate.counts import field_counts, strict_counts
from standoff.evaluate.figures import Report, Sums, field_figures, prf_figures, report_json, report_lines
from standoff.evaluate.found import found_in
from standoff.evaluate.gold import read_gold
from standoff.evaluate.marked import Marked
from standoff.evaluate.scores import evaluate_gold
from standoff.spans import Span
from standoff.values import BASES, Analysis, Document


def nothing(document):
    return Analysis(document=document, sentences=(), statements=(), disclaimers=())


def test_gold_against_itself_is_perfect(data, perfect):
    path = data / "dev_own.jsonl"
    report = evaluate_gold([path], perfect(read_gold(path)))
    assert {f.name: f.value for f in report.figures if f.value != 1.0} == {
        "actor.guessed": 0.0,
        "confidence.calibration_error": 0.0,
    }
    assert report.n_gold == report.n_predicted == 318


def test_no_prediction_scores_nothing_and_breaks_nothing(data):
    report = evaluate_gold([data / "dev_own.jsonl"], nothing)
    assert {figure.value for figure in report.figures} == {0.0}
    assert report.n_predicted == 0


def test_same_predictions_same_report(data, perfect):
    path = data / "story.jsonl"
    predict = perfect(read_gold(path))
    assert evaluate_gold([path], predict) == evaluate_gold([path], predict)


def test_the_order_of_files_does_not_change_the_corpus(data):
    one, other = data / "dev_own.jsonl", data / "story.jsonl"
    first, second = evaluate_gold([one, other], nothing), evaluate_gold([other, one], nothing)
    assert first.sha256 == second.sha256
    assert first.n_gold == second.n_gold == 562


def test_the_interval_holds_the_value_and_widens_with_disagreement():
    alike = [Counter({"x.right": 8, "x.predicted": 10, "x.gold": 10})] * 20
    mixed = [Counter({"x.right": r, "x.predicted": 10, "x.gold": 10}) for r in (6, 10) * 10]
    for documents, is_wide in ((alike, False), (mixed, True)):
        precision = prf_figures(Sums(documents), "x")[0]
        assert precision.value == pytest.approx(0.8)
        assert precision.low - 1e-9 <= precision.value <= precision.high + 1e-9
        assert (precision.high - precision.low > 0.05) == is_wide


def test_one_document_gives_no_interval():
    only = prf_figures(Sums([Counter({"x.right": 1, "x.predicted": 2, "x.gold": 1})]), "x")
    assert [(f.value, f.low) for f in only] == [(0.5, None), (1.0, None), (pytest.approx(2 / 3), None)]


def test_macro_f1_averages_the_labels_that_the_gold_has():
    counts = Counter({"basis.gold": 3, "basis.right": 2, "basis.quoted.gold": 2, "basis.quoted.right": 2})
    counts.update({"basis.quoted.predicted": 2, "basis.withheld.gold": 1, "basis.hearsay.predicted": 1})
    figures = {f.name: f.value for f in field_figures(Sums([counts] * 3), "basis", BASES)}
    assert figures["basis.accuracy"] == pytest.approx(2 / 3)
    assert figures["basis.macro_f1"] == pytest.approx(0.5)
    assert "basis.hearsay.f1" not in figures


def test_a_field_is_scored_on_the_cue_where_there_is_no_content(data, statement, analysed):
    document = next(d for d in read_gold(data / "dev_own.jsonl") if any(not s.content for s in d.statements))
    bare = next(s for s in document.statements if not s.content)
    predicted = statement(document.text, Marked((), (bare.cue,), ()), basis=bare.basis, quote=bare.quote)
    found = found_in(replace(document, statements=(bare,)), analysed(Document.from_text(document.text), [predicted]))
    assert field_counts(found)["basis.right"] == 1


def test_the_strict_rule_forgives_white_space_alone():
    text = 'She said "no." Then'
    gold = [Marked((Span(0, 3),), (Span(4, 8),), (Span(9, 14),))]
    spaced = [Marked((Span(0, 4),), (Span(4, 8),), (Span(8, 15),))]
    unquoted = [Marked((Span(0, 3),), (Span(4, 8),), (Span(10, 12),))]
    assert strict_counts(text, spaced, gold)["strict.content.right"] == 1
    assert strict_counts(text, unquoted, gold)["strict.content.right"] == 0
    assert strict_counts(text, unquoted, gold)["strict.source.right"] == 1


@pytest.mark.parametrize(("confidence", "error"), [(0.7, 0.0), (1.0, 0.3), (0.0, 0.7)])
def test_calibration_error_of_one_confidence(confidence, error):
    rows = np.array([[confidence, i % 10 < 7] for i in range(100)], dtype=np.float64)
    assert calibration_error(rows) == pytest.approx(error)


def test_report_for_people_and_for_programs(data):
    report = evaluate_gold([data / "dev_own.jsonl"], nothing)
    lines = report_lines(report)
    assert lines[0] == "gold dev_own.jsonl: 9 documents, 318 in gold, 0 predicted"
    assert all("\n" not in line for line in lines)
    again = json.loads(json.dumps(report_json(report)))
    assert again["figures"][0] == {
        "name": "source.exact.precision",
        "value": 0.0,
        "low": 0.0,
        "high": 0.0,
        "n": 0,
    }
    assert isinstance(report, Report)
    with pytest.raises(KeyError):
        report.value("content.exakt.f1")
