"""Roots of marked relations: reading the benchmark's rows, and what counts."""

from __future__ import annotations

import pytest

from standoff.errors import GoldError, UsageError
from standoff.evaluate import evaluate_relations
from standoff.values.relation import RelationCoding

HEADER = "\tsentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_root"
ROWS = [
    "0\t1\tOsk met Tarn.\t<s>Osk</s> met <t>Tarn</t>.\tOsk\tTarn\tCONSULT",
    "1\t1\tOsk met Tarn.\t<t>Osk</t> met <s>Tarn</s>.\tTarn\tOsk\tCONSULT",
    "2\t2\tOsk hit Vel.\t<s>Osk</s> hit <t>Vel</t>.\tOsk\tVel\tASSAULT",
    "3\t3\tOsk fed Vel.\t<s>Osk</s> fed <t>Vel</t>.\tOsk\tVel\tAID",
]


@pytest.fixture
def benchmark(tmp_path):
    path = tmp_path / "made.tsv"

    def write(*rows, header=HEADER):
        path.write_bytes("\r\n".join([header, *rows, ""]).encode())
        return path

    return write


def giving(*roots):
    """Codes each row with the root in its place, whatever it says."""
    return lambda lines: [root and RelationCoding(plover=root) for _, root in zip(lines[1:], roots, strict=True)]


def test_accuracy_and_f1_by_root_and_over_all(benchmark):
    report = evaluate_relations(benchmark(*ROWS), giving("CONSULT", "AID", "ASSAULT", None))
    assert (report.n_documents, report.n_gold, report.n_predicted) == (3, 4, 3)
    assert report.value("root.accuracy") == pytest.approx(2 / 4)
    assert report.value("root.CONSULT.f1") == pytest.approx(2 / 3)
    assert report.value("root.ASSAULT.f1") == 1.0
    assert report.value("root.AID.f1") == 0.0
    assert report.value("root.macro_f1") == pytest.approx((2 / 3 + 1 + 0) / 3)
    assert not [figure for figure in report.figures if "REJECT" in figure.name]


def test_intervals_draw_sentences(benchmark):
    report = evaluate_relations(benchmark(*ROWS), giving("CONSULT", "CONSULT", "AID", "AID"))
    (accuracy,) = (figure for figure in report.figures if figure.name == "root.accuracy")
    assert accuracy.low < accuracy.value < accuracy.high
    one = evaluate_relations(benchmark(*ROWS[:2]), giving("CONSULT", "AID"))
    assert one.figures[0].low is None
    assert any("sentences" in note for note in one.notes)
    assert any("0.821" in note for note in one.notes)


def test_the_lines_are_handed_over_as_they_stand(benchmark):
    def code(lines):
        assert lines == [HEADER, *ROWS[:1]]
        return [None]

    assert evaluate_relations(benchmark(ROWS[0], ""), code).n_predicted == 0


def test_a_row_without_a_root_of_plover_is_named(benchmark):
    with pytest.raises(GoldError, match="row 3, gold_root: 'CONCEDE' is not one of ACCUSE"):
        evaluate_relations(benchmark(ROWS[0], ROWS[1].replace("CONSULT", "CONCEDE")), giving("AID", "AID"))
    with pytest.raises(GoldError, match="row 2: 3 cells"):
        evaluate_relations(benchmark("1\t2\t3"), giving("AID"))


def test_a_file_of_something_else_is_refused(benchmark, tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        evaluate_relations(tmp_path / "none.tsv", giving())
    with pytest.raises(UsageError, match="no row"):
        evaluate_relations(benchmark(), giving())
    with pytest.raises(UsageError, match="gold_root"):
        evaluate_relations(benchmark("1\t2", header="id\tsentence"), giving("AID"))
