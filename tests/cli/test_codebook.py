"""`standoff codebook`: exit codes, what is printed for people, and what for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standoff.cli import run
from standoff.knowledge.codebook import DEFAULT


def test_a_sound_codebook(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codebook", "check", str(DEFAULT)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "sound; " in err


def test_faults_are_listed_and_leave_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("format: 1\nissues:\n  a: {name: A}\n", encoding="utf-8")
    assert run(["codebook", "check", str(path)]) == 1
    out, err = capsys.readouterr()
    assert [line.partition(", ")[2][:6] for line in out.splitlines()] == ["line 1", "line 3", "line 3"]
    assert "3 faults" in err
    assert run(["codebook", "check", "--json", str(path)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["sound"], len(told["faults"]), told["faults"][0]["key"]) == (False, 3, "file")


def test_a_missing_file_is_a_wrong_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codebook", "check", "nowhere.yaml"]) == 2
    assert "nowhere.yaml: cannot be read" in capsys.readouterr().err


def test_show_lists_all_or_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codebook", "show"]) == 0
    assert "sanctions: Sanctions" in capsys.readouterr().out
    assert run(["codebook", "show", "sanctions"]) == 0
    assert "0.70 sanction*" in capsys.readouterr().out
    assert run(["codebook", "show", "un_charter", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["issues"], [norm["key"] for norm in shown["norms"]]) == ([], ["un_charter"])


def test_show_of_an_unknown_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codebook", "show", "sanktions"]) == 2
    assert "'sanktions' is no issue or norm" in capsys.readouterr().err


def test_show_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "format: 1\nname: Mine\nversion: 2\nissues:\n"
        "  cod: {name: Cod, definition: D, terms: [{term: cod, not_with: [cape]}]}\n",
        encoding="utf-8",
    )
    assert run(["codebook", "show", "--codebook", str(path)]) == 0
    assert "Mine, version 2" in capsys.readouterr().out
    assert run(["codebook", "show", "cod", "--codebook", str(path)]) == 0
    assert "0.70 cod (not with cape)" in capsys.readouterr().out
