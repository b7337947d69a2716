"""A sheet of statements: the draw, its rows, its marks and what they say."""

from __future__ import annotations

from collections import Counter

import pytest

from standoff.errors import UsageError
from standoff.evaluate.sample import (
    COLUMNS,
    FIELDS,
    drawn,
    has_marks,
    rows_from_sheet,
    score_lines,
    scores_from_marks,
    scores_json,
    sheet_row,
    wilson,
)

RIGHT = [f"{field}_right" for field in FIELDS]


def span(text):
    return {"start": 0, "end": len(text), "text": text}


RECORD = {
    "statement_id": "0a1b",
    "path": "a.txt",
    "sentence": span("“No,” Oda said,\n“never.”"),
    "source": span("Oda"),
    "cue": span("said"),
    "content": [span("“No,”"), span("“never.”")],
    "targets": [span("the islanders")],
    "basis": "quoted",
    "actor": {"id": "new:oda", "name": "Oda Lind", "kind": "person", "country": None},
    "co_actors": [],
    "target_actors": [],
    "act": None,
    "issues": ["borders", "islands"],
}


def sheet(*rows, delimiter=","):
    """A sheet of marks only; each row the marks in the order of the fields."""
    return "\n".join(delimiter.join(cells) for cells in (RIGHT, *rows)) + "\n"


def test_the_same_seed_draws_the_same_in_the_order_of_the_stream():
    first, again, other = (drawn(range(500), 40, seed) for seed in (3, 3, 4))
    assert first == again == sorted(first)
    assert first != other
    assert len(set(first)) == 40


def test_fewer_than_asked_for_are_all_drawn():
    assert drawn("abc", 10, seed=1) == ["a", "b", "c"]
    assert drawn([], 10, seed=1) == []


def test_each_is_equally_likely():
    counts = Counter(item for seed in range(3000) for item in drawn(range(12), 3, seed))
    # 750 expected of each; the spread of a binomial count is 24.
    assert all(650 < counts[item] < 850 for item in range(12))


def test_a_row_has_a_cell_for_each_column_and_no_mark():
    cells = dict(zip(COLUMNS, sheet_row(RECORD), strict=True))
    assert cells["sentence"] == "“No,” Oda said, “never.”"
    assert cells["content"] == "“No,” ... “never.”"
    assert (cells["actor"], cells["target"], cells["issues"]) == ("Oda Lind", "the islanders", "borders; islands")
    assert cells["act"] == ""
    assert not any(cells[column] for column in RIGHT)
    assert set(RIGHT) | set(FIELDS) < set(COLUMNS)


def test_a_row_of_nothing_known():
    empty = {**RECORD, "source": None, "cue": None, "content": [], "actor": None, "targets": [], "issues": []}
    cells = dict(zip(COLUMNS, sheet_row(empty), strict=True))
    assert not any(cells[key] for key in ("source", "cue", "content", "actor", "target", "issues"))


def test_resolved_targets_stand_before_their_words():
    named = {**RECORD, "target_actors": [{"name": "Orvia"}, {"name": "Tal"}]}
    assert dict(zip(COLUMNS, sheet_row(named), strict=True))["target"] == "Orvia; Tal"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_marks_are_counted_by_field(delimiter):
    text = "\ufeff" + sheet([*"y n 1 0 right wrong".split(), ""], "Yes NO y n y n".split(), delimiter=delimiter)
    scores = {score.field: score for score in scores_from_marks(rows_from_sheet(text))}
    assert (scores["content"].n_right, scores["content"].n_marked) == (2, 2)
    assert (scores["source"].precision, scores["source"].low) == (0.0, 0.0)
    assert (scores["issues"].precision, scores["issues"].n_unmarked) == (None, 2)


def test_another_mark_names_line_and_column():
    with pytest.raises(UsageError, match=r"line 3, basis_right: 'perhaps'.*write one of y, yes"):
        scores_from_marks(rows_from_sheet(sheet(["y"] * 7, ["y", "y", "perhaps", "", "", "", ""])))


def test_a_sheet_without_marks_columns_is_none():
    with pytest.raises(UsageError, match="line 1, content_right: missing"):
        rows_from_sheet("path,content\na,b\n")
    with pytest.raises(UsageError, match="line 2: not CSV"):
        rows_from_sheet(sheet(['"y'] * 7))


def test_marks_are_noticed():
    assert has_marks(rows_from_sheet(sheet([""] * 6 + ["n"])))
    assert not has_marks(rows_from_sheet(sheet([" "] * 7)))


@pytest.mark.parametrize(
    ("n_right", "n", "low", "high"),
    [(0, 10, 0.0, 0.2775), (8, 10, 0.4902, 0.9433), (10, 10, 0.7225, 1.0), (90, 100, 0.8256, 0.9448)],
)
def test_the_interval_is_wilsons(n_right, n, low, high):
    assert wilson(n_right, n) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_scores_are_told_in_lines_and_as_json():
    scores = scores_from_marks(rows_from_sheet(sheet(["y"] * 6 + [""], ["n"] * 6 + [""])))
    lines = score_lines(scores)
    assert lines[0] == "content: 0.500 (0.095 to 0.905), 1 of 2 right"
    assert lines[-1] == "issues: nothing marked, 2 unmarked"
    data = scores_json(scores)
    assert data["schema"] == "standoff-sample/1"
    assert [field["field"] for field in data["fields"]] == list(FIELDS)
