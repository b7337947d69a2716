"""How surely a predicate is presented as so: reading the rows, the measures, and what a reading says."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.errors import GoldError, UsageError
from standoff.evaluate import evaluate_factuality, factuality_at, raise_floors, report_lines
from standoff.evaluate.factuality import read_factuality
from standoff.spans import Span

ROWS = [
    {
        "text": "Oda left before it rained .",
        "targets": [{"span1": [1, 2], "label": 3.0}, {"span1": [4, 5], "label": 1}],
    },
    {"text": "Lind failed to come .", "targets": [{"span1": [3, 4], "label": -2.5}]},
    {"text": "Nothing here .", "targets": []},
]


def written(folder, rows):
    path = folder / "made" / "test.jsonl"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return path


def saying(**values):
    return lambda document, spans: [values[span.of(document.text)] for span in spans]


def test_rows_are_read_by_their_tokens(tmp_path):
    first, second, third = read_factuality(written(tmp_path, ROWS))
    assert [span.of(first.text) for span in first.predicates] == ["left", "rained"]
    assert (first.values, second.values, third.values) == ((3.0, 1.0), (-2.5,), ())


def test_right_values_are_perfect(tmp_path):
    report = evaluate_factuality(written(tmp_path, ROWS), saying(left=3, rained=1, come=-2.5))
    assert report.corpus == "factuality made/test.jsonl"
    assert (report.n_documents, report.n_gold, report.n_predicted) == (3, 3, 3)
    assert report.value("factuality.pearson_r") == pytest.approx(1.0)
    assert report.value("factuality.mean_absolute_error") == 0.0
    assert "surely so (3): 2.500" in report_lines(report)[-1]


def test_a_constant_correlates_with_nothing(tmp_path):
    report = evaluate_factuality(written(tmp_path, ROWS), lambda _, spans: [0.1 for _ in spans])
    assert report.value("factuality.pearson_r") == 0.0
    assert report.value("factuality.mean_absolute_error") == pytest.approx((2.9 + 0.9 + 2.6) / 3)


def test_an_error_above_one_makes_a_ceiling_that_holds(tmp_path):
    report = evaluate_factuality(written(tmp_path, ROWS), lambda _, spans: [0.0 for _ in spans])
    floors = {floor.figure: floor.value for floor in raise_floors(report, ())}
    assert floors["factuality.mean_absolute_error"] >= report.value("factuality.mean_absolute_error") > 1.0


values = st.floats(-3, 3).map(lambda x: round(x, 2))


@given(st.lists(st.tuples(values, values), min_size=3, max_size=20))
def test_the_measures_are_those_of_numpy(tmp_path_factory, pairs):
    rows = [{"text": f"it was w{i}", "targets": [{"span1": [2, 3], "label": so}]} for i, (_, so) in enumerate(pairs)]
    said = {f"w{i}": one for i, (one, _) in enumerate(pairs)}
    report = evaluate_factuality(written(tmp_path_factory.mktemp("rows"), rows), saying(**said))
    x, y = np.array(pairs).T
    assert report.value("factuality.mean_absolute_error") == pytest.approx(np.abs(x - y).mean())
    if x.std() > 0.01 and y.std() > 0.01:
        assert report.value("factuality.pearson_r") == pytest.approx(np.corrcoef(x, y)[0, 1], abs=1e-6)


@dataclass
class Read:
    """A reading, as far as factuality goes."""

    words: tuple[Span, ...]
    factuality: np.ndarray


def test_a_span_has_the_value_of_the_first_word_that_overlaps_it():
    read = Read((Span(0, 3), Span(4, 6), Span(6, 9)), np.array([0.5, -1.0, 2.0], dtype=np.float32))
    spans = [Span(0, 9), Span(4, 9), Span(5, 6), Span(6, 9), Span(3, 4), Span(9, 12)]
    assert factuality_at(read, spans) == (0.5, -1.0, -1.0, 2.0, 0.0, 0.0)
    assert factuality_at(Read((), np.zeros(0)), spans[:1]) == (0.0,)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ([], "line"),
        ({"targets": []}, "text"),
        ({"text": "It\rrained", "targets": []}, "text"),
        ({"text": "It rained"}, "targets"),
        ({"text": "It rained", "targets": [1]}, "targets"),
        ({"text": "It rained", "targets": []}, "no predicate"),
        ({"text": "It rained", "targets": [{"span1": [1, 3], "label": 0}]}, r"targets\[0\].span1"),
        ({"text": "It rained", "targets": [{"span1": [1], "label": 0}]}, r"targets\[0\].span1"),
        ({"text": "It rained", "targets": [{"span1": [1, 2], "label": 3.5}]}, r"targets\[0\].label"),
        ({"text": "It rained", "targets": [{"span1": [1, 2], "label": None}]}, r"targets\[0\].label"),
        ({"text": "It rained", "targets": [{"span1": [1, 2], "label": float("nan")}]}, r"targets\[0\].label"),
    ],
)
def test_a_row_that_is_wrong_is_a_gold_error(tmp_path, row, key):
    with pytest.raises(GoldError, match=key):
        read_factuality(written(tmp_path, [row]))


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.jsonl"):
        read_factuality(tmp_path / "nowhere.jsonl")
