"""Measures speed and memory and sets them beside their targets.

    python -m benchmarks.speed [--articles DIR] [--n 300] [--repeats 3] [--json]

Each part runs in a process of its own with one thread. What the figures mean is told in README.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.articles import write_articles

# Every library that numpy may multiply with reads one of these, and only when it is loaded.
_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
# Memory is flat when ten times the articles take no more than this much more of it.
_FLAT = 1.1


@dataclass(frozen=True, kw_only=True)
class Row:
    """One figure: what it is, what was measured, the most it may be; `None` where it only informs."""

    name: str
    measured: float
    target: float | None = None

    @property
    def is_met(self) -> bool | None:
        """Whether the target holds; `None` without one."""
        return None if self.target is None else self.measured <= self.target


def rows_from_parts(timing: Mapping[str, float], small_mb: float, large_mb: float) -> tuple[Row, ...]:
    """The table."""
    return (
        Row(name="extract over the encoder's own time", measured=timing["extract_over_graphs"], target=1.4),
        Row(name="extract over the first graph's own time", measured=timing["extract_over_trunk"]),
        Row(name="resolving over the rest of extract", measured=timing["resolving_over_the_rest"], target=0.15),
        Row(name="coding over the rest of extract", measured=timing["coding_over_the_rest"], target=0.2),
        Row(name="pieces encoded for each piece of text", measured=timing["pieces_over_text_pieces"], target=1.25),
        Row(name="articles a second", measured=timing["articles_per_s"]),
        Row(name="articles a second, plain float32 products", measured=timing["products_per_s"]),
        Row(name="extract over plain float32 products", measured=timing["extract_over_products"]),
        Row(name="knowledge ready, ms", measured=timing["knowledge_ms"], target=50.0),
        Row(name="peak memory, MB", measured=small_mb, target=700.0),
        Row(name="peak memory on ten times the articles, MB", measured=large_mb, target=700.0),
        Row(name="the second over the first", measured=large_mb / small_mb, target=_FLAT),
    )


def part(module: str, *arguments: str) -> dict[str, float]:
    """What one part of the benchmark prints, run in a fresh process with one thread.

    Raises: subprocess.CalledProcessError when it fails; its own message is on standard error.
    """
    command = [sys.executable, "-m", module, *arguments]
    env = {**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    ran = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own modules
    measured: dict[str, float] = json.loads(ran.stdout)
    return measured


def measure(articles: Path | None, n_articles: int, n_repeats: int) -> tuple[Row, ...]:
    """All figures, on the files in `articles` or on variations of the bundled examples."""
    with tempfile.TemporaryDirectory() as scratch:
        small, large = Path(scratch) / "small", Path(scratch) / "large"
        for folder, n in ((small, n_articles), (large, 10 * n_articles)):
            folder.mkdir()
            write_articles(folder, n)
        timing = part("benchmarks.timing", str(articles or small), "--repeats", str(n_repeats))
        timing["knowledge_ms"] = min(part("benchmarks.knowing")["knowledge_ms"] for _ in range(5))
        small_mb, large_mb = (part("benchmarks.memory", str(folder))["peak_mb"] for folder in (small, large))
    return rows_from_parts(timing, small_mb, large_mb)


def table(rows: Sequence[Row]) -> str:
    """The rows as plain text."""
    lines = [f"{'':44}{'measured':>10}{'target':>10}"]
    for row in rows:
        target = "" if row.target is None else f"≤ {row.target:g}"
        verdict = {True: "  met", False: "  MISSED", None: ""}[row.is_met]
        lines.append(f"{row.name:44}{row.measured:>10.2f}{target:>10}{verdict}")
    return "\n".join(lines)


def main() -> int:
    """The command line; 0 when every target is met, 1 when not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, help="a folder of text files to time in place of the varied examples")
    parser.add_argument("--n", type=int, default=300, help="how many varied examples; memory is also read at ten times")
    parser.add_argument("--repeats", type=int, default=3, help="turns on each batch of articles")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    rows = measure(options.articles, options.n, options.repeats)
    as_json = [asdict(row) | {"is_met": row.is_met} for row in rows]
    print(json.dumps(as_json, indent=1) if options.json else table(rows))
    return int(any(row.is_met is False for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())
