"""`standoff code` and `standoff evaluate relations`, with a pipeline that is a fake."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

import pytest

from standoff.cli import run
from standoff.values import Step
from standoff.values.relation import RelationCoding

HEADER = "id\tsentence\tsource\ttarget\n"
GOOD = "a\t<s>Osk</s> met <t>Tarn</t>.\t\t\n"
OTHER = "b\tOsk shelled Vel.\tOsk\tVel\n"
BAD = "c\tOsk met Tarn.\tOsk\tVel\n"
KEYS = ["id", "plover", "mode", "cameo", "act", "confidence", "steps"]


def code_relations(relations, options):
    """Takes everybody who is shelled for assaulted, and all else for a meeting."""
    assert options == "options"
    for relation in relations:
        step = Step(field="plover", by="model", detail=relation.target.of(relation.text), score=0.123456)
        if "shelled" in relation.text:
            mode = "heavy-weapons"
            yield RelationCoding(plover="ASSAULT", mode=mode, cameo="194", confidence=0.876543, steps=(step,))
        else:
            yield RelationCoding(plover="CONSULT", act="announce", confidence=0.5, steps=(step,))


@pytest.fixture(autouse=True)
def pipeline(monkeypatch):
    fake = SimpleNamespace(code_relations=code_relations, Options=lambda: "options")
    monkeypatch.setitem(sys.modules, "standoff.pipeline", fake)
    monkeypatch.setattr("standoff.pipeline", fake, raising=False)


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rows.tsv"

    def write(*lines, header=HEADER):
        path.write_text(header + "".join(lines), encoding="utf-8")
        return str(path)

    return write


def test_each_row_becomes_a_line_in_order(rows, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert run(["code", rows(GOOD, OTHER), "-o", str(out)]) == 0
    first, second = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert list(first) == KEYS
    assert [first[key] for key in KEYS[:-1]] == ["a", "CONSULT", None, None, "announce", 0.5]
    assert [second[key] for key in KEYS[:-1]] == ["b", "ASSAULT", "heavy-weapons", "194", None, 0.8765]
    assert second["steps"] == [{"field": "plover", "by": "model", "detail": "Vel", "score": 0.1235}]
    assert capsys.readouterr() == ("", "2 relations\n")


def test_a_row_that_cannot_be_coded_keeps_its_place_and_leaves_1(rows, capfdbinary):
    path = rows(GOOD, BAD, OTHER)
    assert run(["code", path, "-o", "-"]) == 1
    out, err = capfdbinary.readouterr()
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["id"] for record in records] == ["a", "c", "b"]
    assert [records[1][key] for key in KEYS[1:-1]] == [None] * 5
    assert "'Vel' is not in the sentence" in records[1]["steps"][0]["detail"]
    assert records[2]["plover"] == "ASSAULT"
    told, closing = err.decode().splitlines()
    assert told.startswith(f"{path}, line 3: target 'Vel'")
    assert closing == "2 relations; 1 row not coded"


def test_standard_input_is_a_file_too(monkeypatch, capfdbinary):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO((HEADER + GOOD).encode())))
    assert run(["code", "-"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["plover"] == "CONSULT"


@pytest.mark.parametrize("output", ["out.csv", "out.parquet", "out"])
def test_other_formats_are_refused_before_the_work(rows, output, capsys):
    assert run(["code", rows(BAD), "-o", output]) == 2
    err = capsys.readouterr().err
    assert "end the name in .jsonl" in err
    assert err.count("\n") == 1


def test_what_is_no_such_file_is_told_in_one_line(rows, tmp_path, capsys):
    latin = tmp_path / "latin.tsv"
    latin.write_bytes(HEADER.encode() + b"a\t\xe9\t\t\n")
    for path in (str(tmp_path / "none.tsv"), str(latin), rows(header="id,sentence\n"), str(tmp_path)):
        assert run(["code", path]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert path in err


def test_no_row_leaves_the_old_output(rows, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    out.write_text("old", encoding="utf-8")
    assert run(["code", rows(), "-o", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "old"
    assert "nothing was written" in capsys.readouterr().err


def test_evaluate_relations_prints_figures(rows, tmp_path, capsys):
    floors = tmp_path / "floors.json"
    floors.write_text('{"corpora": []}', encoding="utf-8")
    good, bad = OTHER.rstrip() + "\tASSAULT\n", BAD.rstrip() + "\tAID\n"
    path = rows(good, bad, header=HEADER.rstrip() + "\tgold_root\n")
    assert run(["evaluate", "relations", path, "--floors", str(floors)]) == 0
    out = capsys.readouterr().out
    assert "relations rows.tsv: 2 documents, 2 in gold, 1 predicted" in out
    assert "root.macro_f1" in out
