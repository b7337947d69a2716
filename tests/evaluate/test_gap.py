"""Pronouns: reading GAP's rows, and F1 over the names by the pronoun's gender."""

from __future__ import annotations

import pytest

from standoff.errors import GoldError, UsageError
from standoff.evaluate import evaluate_gap, report_lines
from standoff.evaluate.gap import read_gap

COLUMNS = "ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL".split()


def row(name, text, pronoun, answers, **changed):
    """One row; the names are Oda and Lind, the pronoun the last one of its kind in the text."""
    values = {"ID": name, "Text": text, "Pronoun": pronoun, "Pronoun-offset": str(text.rindex(f" {pronoun} ") + 1)}
    for key, who, answer in (("A", "Oda", answers[0]), ("B", "Lind", answers[1])):
        values |= {key: who, f"{key}-offset": str(text.index(who)), f"{key}-coref": answer}
    return values | {"URL": "u"} | changed


def written(folder, rows):
    path = folder / "gap-made.tsv"
    lines = ["\t".join(COLUMNS), *("\t".join(r[c] for c in COLUMNS if c in r) for r in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


ROWS = [
    row("one", 'Oda met "Lind" where she lived in peace.', "she", ("TRUE", "FALSE")),
    row("two", "Oda met Lind after her speech was over.", "her", ("FALSE", "TRUE")),
    row("three", "Oda met Lind as he had asked to.", "he", ("TRUE", "FALSE")),
    row("four", "Oda and Lind saw that he was late.", "he", ("FALSE", "FALSE")),
]


def always(*shares):
    return lambda document, anaphor, candidates: shares  # noqa: ARG005


def test_rows_are_read_as_they_stand(tmp_path):
    first = read_gap(written(tmp_path, ROWS))[0]
    assert [span.of(first.text) for span in (first.pronoun, *first.names)] == ["she", "Oda", "Lind"]
    assert (first.gender, first.is_meant) == ("feminine", (True, False))


def test_the_likeliest_of_a_b_and_neither_is_predicted(tmp_path):
    report = evaluate_gap(written(tmp_path, ROWS), always(0.5, 0.2, 0.3))
    assert (report.n_documents, report.n_gold, report.n_predicted) == (4, 3, 4)
    assert report.value("pronoun.precision") == pytest.approx(2 / 4)
    assert report.value("pronoun.recall") == pytest.approx(2 / 3)
    assert report.value("pronoun.f1") == pytest.approx(4 / 7)
    assert report.value("pronoun.feminine.f1") == pytest.approx(1 / 2)
    assert report.value("pronoun.masculine.f1") == pytest.approx(2 / 3)
    assert report.value("pronoun.bias") == pytest.approx(3 / 4)


def test_neither_predicts_nothing_and_the_first_of_equals_wins(tmp_path):
    path = written(tmp_path, ROWS)
    assert evaluate_gap(path, always(0.2, 0.2, 0.6)).n_predicted == 0
    assert evaluate_gap(path, always(0.2, 0.2, 0.6)).value("pronoun.bias") == 0.0
    assert evaluate_gap(path, always(0.4, 0.4, 0.2)).value("pronoun.f1") == pytest.approx(4 / 7)


def test_the_document_and_the_names_are_handed_over(tmp_path):
    def knowing(document, anaphor, candidates):
        assert anaphor.of(document.text) in ("she", "her", "he")
        assert [span.of(document.text) for span in candidates] == ["Oda", "Lind"]
        return {"where": (0.9, 0.1, 0.0), "after": (0.1, 0.9, 0.0), "as": (0.6, 0.0, 0.4)}.get(
            document.text.split()[3], (0.0, 0.1, 0.9)
        )

    report = evaluate_gap(written(tmp_path, ROWS), knowing)
    assert {figure.value for figure in report.figures} == {1.0}


def test_the_report_names_the_setting_and_the_published_figures(tmp_path):
    lines = report_lines(evaluate_gap(written(tmp_path, ROWS), always(1.0, 0.0, 0.0)))
    assert any("gold-two-mention" in line for line in lines)
    assert any("Parallelism" in line and "66.9" in line for line in lines)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"Pronoun-offset": "0"}, "Pronoun-offset"),
        ({"A-offset": "-1"}, "A-offset"),
        ({"B-offset": "x"}, "B-offset"),
        ({"A-coref": "yes"}, "A-coref"),
        ({"B": ""}, "B"),
        ({"Pronoun": "Oda", "Pronoun-offset": "0"}, "Pronoun"),
    ],
)
def test_a_row_that_is_wrong_names_line_and_column(tmp_path, change, key):
    path = written(tmp_path, [ROWS[0], ROWS[1] | change])
    with pytest.raises(GoldError, match=f"line 3, {key}:"):
        read_gap(path)


def test_a_file_of_something_else_is_refused(tmp_path):
    (tmp_path / "empty.tsv").write_text("\n", encoding="utf-8")
    (tmp_path / "other.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")
    (tmp_path / "latin.tsv").write_bytes(b"ID\n\xe9\n")
    for name in ("none.tsv", "empty.tsv", "latin.tsv"):
        with pytest.raises(UsageError, match=name):
            read_gap(tmp_path / name)
    with pytest.raises(GoldError, match="line 2, ID: missing"):
        read_gap(tmp_path / "other.tsv")
