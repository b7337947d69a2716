"""Files are whole or not there, hold what went in, and do nothing when a spreadsheet opens them."""

from __future__ import annotations

import csv
import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.errors import FormatError, MissingExtra, UsageError
from standoff.export import COLUMNS, FORMATS, record_from_statement, write_records, write_text
from standoff.export.files import csv_row, json_text
from standoff.values import Analysis


@pytest.fixture
def records(analysis: Analysis) -> list[dict[str, Any]]:
    return [record_from_statement(analysis, statement) for statement in analysis.statements]


def test_jsonl_gives_back_what_went_in(records: list[dict[str, Any]], tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    assert write_records(records, path) == 2
    lines = path.read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(line) for line in lines] == records


def test_csv_gives_back_what_went_in(records: list[dict[str, Any]], tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert write_records(records, path) == 2
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(COLUMNS)
    assert json.loads(rows[0]["content"]) == records[0]["content"]
    assert float(rows[0]["confidence"]) == records[0]["confidence"]
    assert rows[1]["source"] == ""
    assert rows[0]["path"] == "'=cmd.txt"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(records: list[dict[str, Any]], start: str) -> None:
    row = csv_row({**records[0], "title": f"{start}1+1", "author": "plain"})
    assert row[list(COLUMNS).index("title")] == f"'{start}1+1"
    assert row[list(COLUMNS).index("author")] == "plain"


def test_parquet_gives_back_what_went_in(records: list[dict[str, Any]], tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "it's.parquet"
    assert write_records(records, path) == 2
    table = duckdb.read_parquet(str(path))
    assert table.columns == list(COLUMNS)
    assert [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()] == records


def test_parquet_of_nothing_has_the_same_columns(records: list[dict[str, Any]], tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    write_records(records, tmp_path / "some.parquet")
    write_records([], tmp_path / "none.parquet")
    some, none = (duckdb.read_parquet(str(tmp_path / f"{name}.parquet")) for name in ("some", "none"))
    assert (none.columns, none.types, len(none.fetchall())) == (some.columns, some.types, 0)


def test_parquet_without_duckdb_names_the_pip_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtra, match=r"pip install 'standoff\[parquet\]'"):
        write_records([], tmp_path / "out.parquet")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", FORMATS)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    records: list[dict[str, Any]], tmp_path: Path, ending: str
) -> None:
    if ending == ".parquet":
        pytest.importorskip("duckdb")
    path = tmp_path / f"out{ending}"
    path.write_bytes(b"old")

    def failing() -> Iterator[dict[str, Any]]:
        yield records[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_records(failing(), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_unknown_ending_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"'\.xlsx'; end the name in \.jsonl, \.csv, \.parquet"):
        write_records([], tmp_path / "out.xlsx")


def test_a_missing_folder_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name a file in a folder that exists"):
        write_records([], tmp_path / "none" / "out.jsonl")
    (tmp_path / "dir.jsonl").mkdir()
    with pytest.raises(UsageError, match="is a folder"):
        write_records([], tmp_path / "dir.jsonl")


@pytest.mark.skipif(os.name != "posix", reason="links and permissions as POSIX has them")
def test_links_and_permissions_are_kept(records: list[dict[str, Any]], tmp_path: Path) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.touch(mode=0o640)
    link.symlink_to(real)
    write_records(records, link)
    assert link.is_symlink()
    assert real.stat().st_size > 0
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no /dev/null here")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_text("gone", Path("/dev/null"))
    assert not Path("/dev/null").is_file()


def test_texts_keep_their_line_ends(tmp_path: Path) -> None:
    write_text("Łódź\n\n“no”", tmp_path / "text.txt")
    assert (tmp_path / "text.txt").read_bytes() == "Łódź\n\n“no”".encode()


@given(st.dictionaries(st.text(), st.text(st.characters()) | st.none() | st.integers() | st.booleans()))
def test_json_is_valid_and_one_line(value: dict[str, Any]) -> None:
    line = json_text(value)
    assert "\n" not in line
    json.loads(line.encode("utf-8"))


def test_json_refuses_what_is_no_json() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text(float("nan"))
