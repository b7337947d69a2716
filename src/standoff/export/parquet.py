"""Parquet, through duckdb: the only file that imports it, and only when a Parquet file is asked for.

The columns' types are given, not guessed from the data, so that a file without any statement has the same schema.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from standoff.errors import MissingExtra

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# duckdb sets aside twice the longest line that it is told of; a mebibyte is what it takes at the least anyway.
_LEAST_LINE_BYTES = 2**20


def write_parquet(lines: Iterable[str], columns: Mapping[str, str], file: BinaryIO) -> int:
    """How many lines of JSON were written to `file` as rows; `columns` are names and duckdb types.

    Raises: MissingExtra when duckdb is not installed.
    """
    connection = _connection()
    with tempfile.TemporaryDirectory(prefix="standoff-") as folder, connection:
        rows, table = Path(folder, "rows.jsonl"), Path(folder, "rows.parquet")
        with rows.open("wb") as scratch:
            sizes = Counter(scratch.write(line.encode()) for line in lines)
        longest = max(_LEAST_LINE_BYTES, max(sizes, default=0) + 1)
        relation = connection.read_json(
            str(rows), columns=dict(columns), format="newline_delimited", maximum_object_size=longest
        )
        relation.write_parquet(str(table), compression="zstd")
        with table.open("rb") as written:
            shutil.copyfileobj(written, file)
    return sizes.total()


def _connection() -> DuckDBPyConnection:
    """An empty database in memory that loads nothing from outside."""
    try:
        import duckdb  # noqa: PLC0415 - an optional library, heavy to load
    except ImportError as err:
        raise MissingExtra("Parquet needs duckdb, which is not installed: pip install 'standoff[parquet]'") from err
    closed: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "threads": 1,
    }
    return duckdb.connect(config=closed)
