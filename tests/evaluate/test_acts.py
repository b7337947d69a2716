"""Whether a statement was given the right act: figures, and the errors that are listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.evaluate import evaluate_gold, read_gold
from standoff.values import Step


@pytest.fixture
def path(data):
    return data / "dev_own.jsonl"


def test_one_act_for_all_is_right_for_its_own_statements(path, perfect):
    documents = read_gold(path)
    predict = perfect(documents)

    def say(document):
        analysis = predict(document)
        return replace(analysis, codings=tuple(replace(c, act="assert") for c in analysis.codings))

    report = evaluate_gold([path], say)
    acts = [statement.act for document in documents for statement in document.statements]
    share = acts.count("assert") / len(acts)
    assert report.value("act.accuracy") == pytest.approx(share)
    assert report.value("act.assert.f1") == pytest.approx(2 * share / (1 + share))
    assert report.value("act.macro_f1") == pytest.approx(report.value("act.assert.f1") / len(set(acts)))
    assert report.value("basis.accuracy") == 1.0


def test_a_statement_without_codes_has_the_wrong_act(path, perfect):
    predict = perfect(read_gold(path))
    report = evaluate_gold([path], lambda document: replace(predict(document), codings=()), n_errors=2)
    assert report.value("act.accuracy") == 0.0
    assert len(report.misses) == 2
    assert all("no act found" in line for line in report.misses)


def test_the_errors_listed_name_place_acts_words_and_reason(path, perfect):
    documents = read_gold(path)
    predict = perfect(documents)
    step = Step(field="act", by="rule", detail="the verb")

    def mistaken(document):
        analysis = predict(document)
        codings = tuple(replace(c, act="warn", steps=(step,)) if c.act == "assert" else c for c in analysis.codings)
        return replace(analysis, codings=codings)

    report = evaluate_gold([path], mistaken, n_errors=5)
    first = next(s for d in documents for s in d.statements if s.act == "assert")
    assert len(report.misses) == 5
    assert all("act: assert wanted, warn found" in line and line.endswith("(the verb)") for line in report.misses)
    assert f", sentence {first.sentence}, act" in report.misses[0]
    assert evaluate_gold([path], mistaken).misses == ()
