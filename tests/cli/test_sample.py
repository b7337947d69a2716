"""`standoff sample`, with the encoder that is a fake."""

from __future__ import annotations

import csv
import dataclasses
import json
import sys
from types import SimpleNamespace

import pytest

from standoff import pipeline as real
from standoff.cli import run
from standoff.evaluate.sample import COLUMNS

ARTICLE = (
    "The minister met reporters in Valletta on Friday after a long day of talks about the border and the harbour.\n\n"
    "Borg said that the talks had failed because nobody wanted to give way on the question of the islands.\n\n"
    "Lind said that the islands belong to Orvia. Tal accused Orvia of breaking the treaty of the straits.\n\n"
    "“=1+1 is what they offer,” Oda said. The delegations left the city in the evening without a word.\n"
)


@pytest.fixture(autouse=True)
def pipeline(monkeypatch):
    def options(**given):
        return real.Options(**given, encoder="hashing")

    fake = SimpleNamespace(Options=options, analyse_all=real.analyse_all)
    monkeypatch.setitem(sys.modules, "standoff.pipeline", fake)
    monkeypatch.setattr("standoff.pipeline", fake, raising=False)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def marked(path, marks):
    """Writes the marks, by column, into every row of a sheet."""
    rows = [row | marks for row in rows_of(path)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def test_a_sheet_holds_statements_of_the_texts(article, tmp_path, capsys):
    out = tmp_path / "sheet.csv"
    assert run(["sample", article, "-n", "3", "-o", str(out)]) == 0
    rows = rows_of(out)
    assert tuple(rows[0]) == COLUMNS
    assert 1 <= len(rows) <= 3
    assert all(row["path"] == article and not row["basis_right"] for row in rows)
    assert f"{out}: {len(rows)} statement" in capsys.readouterr().err


def test_the_seed_settles_the_draw(article, tmp_path):
    sheets = []
    for name, seed in (("a", "5"), ("b", "5")):
        out = tmp_path / f"{name}.csv"
        assert run(["sample", article, "-n", "2", "--seed", seed, "-o", str(out)]) == 0
        sheets.append(out.read_bytes())
    assert sheets[0] == sheets[1]


def test_no_cell_is_one_that_a_spreadsheet_runs(article, tmp_path, monkeypatch):
    row = tuple(f"={column}" for column in COLUMNS)
    monkeypatch.setattr(sys.modules["standoff.cli.sample"], "sheet_row", lambda _: row)
    out = tmp_path / "sheet.csv"
    assert run(["sample", article, "-o", str(out)]) == 0
    assert all(cell.startswith("'=") for found in rows_of(out) for cell in found.values())


def test_a_marked_sheet_is_scored(article, tmp_path, capfdbinary):
    out = tmp_path / "sheet.csv"
    run(["sample", article, "-o", str(out)])
    n = marked(out, {"basis_right": "y", "act_right": "wrong"})
    capfdbinary.readouterr()
    assert run(["sample", "--score", str(out), "--json"]) == 0
    fields = {f["field"]: f for f in json.loads(capfdbinary.readouterr().out)["fields"]}
    assert (fields["basis"]["precision"], fields["basis"]["n_marked"]) == (1.0, n)
    assert fields["act"]["n_right"] == 0
    assert fields["actor"]["n_unmarked"] == n
    assert run(["sample", "--score", str(out)]) == 0
    assert b"basis: 1.000" in capfdbinary.readouterr().out


def test_marks_are_not_overwritten(article, tmp_path, capsys):
    out = tmp_path / "sheet.csv"
    run(["sample", article, "-o", str(out)])
    assert run(["sample", article, "-o", str(out)]) == 0
    marked(out, {"basis_right": "y"})
    before = out.read_bytes()
    assert run(["sample", article, "-o", str(out)]) == 2
    assert out.read_bytes() == before
    assert "holds marks" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.txt"], "no file for the sheet"),
        (["-o", "sheet.csv"], "nothing to draw from"),
        (["a.txt", "-o", "sheet.txt"], "end the name in .csv"),
        (["a.txt", "-o", "sheet.csv", "--json"], "--json shows what --score finds"),
        (["a.txt", "--score", "sheet.csv"], "leave out SOURCES"),
        (["--score", "nowhere.csv"], "nowhere.csv: cannot be read"),
    ],
)
def test_what_does_not_go_together_is_told_in_one_line(arguments, told, capsys):
    assert run(["sample", *arguments]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert "Traceback" not in err


def test_a_wrong_mark_names_file_line_and_column(article, tmp_path, capsys):
    out = tmp_path / "sheet.csv"
    run(["sample", article, "-o", str(out)])
    marked(out, {"actor_right": "maybe"})
    capsys.readouterr()
    assert run(["sample", "--score", str(out)]) == 2
    assert f"{out}, line 2, actor_right: 'maybe'" in capsys.readouterr().err


def test_no_statement_leaves_no_sheet(tmp_path, monkeypatch, capsys):
    text = tmp_path / "article.txt"
    text.write_text(ARTICLE, encoding="utf-8")

    def nothing(documents, options):
        yield from (dataclasses.replace(real.analyse(d, options), statements=()) for d in documents)

    monkeypatch.setattr(sys.modules["standoff.pipeline"], "analyse_all", nothing)
    assert run(["sample", str(text), "-o", str(tmp_path / "sheet.csv")]) == 1
    assert not (tmp_path / "sheet.csv").exists()
    assert "no statement was found" in capsys.readouterr().err
