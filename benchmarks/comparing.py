"""Times the whole comparison of more and more documents, and tells the memory that it took.

    python -m benchmarks.comparing [--sizes 250 500 1000 2000] [--json]

The articles are those of `benchmarks.speed`: made from the bundled examples, with other names and numbers. They are
read by the program itself first, which takes most of the time and is not counted.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.articles import write_articles
from standoff import Document, pipeline
from standoff.values import Analysis

SIZES = (250, 500, 1000, 2000)


def rows_by_size(analyses: Sequence[Analysis], sizes: Sequence[int]) -> list[dict[str, float]]:
    """For each number of documents the processor seconds of comparing them, over n log n of the first, and memory."""
    rows: list[dict[str, float]] = []
    pipeline.compare(analyses[:2])  # loads the libraries
    for size in sizes:
        began = time.process_time()
        comparison = pipeline.compare(analyses[:size])
        seconds = time.process_time() - began
        each = seconds / (size * math.log(size))
        rows.append(
            {
                "documents": size,
                "statements": sum(len(analysis.statements) for analysis in analyses[:size]),
                "seconds": round(seconds, 2),
                "over_n_log_n": round(each / (rows[0]["_each"] if rows else each), 3),
                "claims": len(comparison.claims),
                "clashes": len(comparison.clashes),
                "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
                "_each": each,
            }
        )
    return [{key: value for key, value in row.items() if key != "_each"} for row in rows]


def analyses_of(n: int) -> list[Analysis]:
    """So many made articles, read."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write_articles(Path(folder), n)
        return list(pipeline.analyse_all(Document.from_path(path) for path in paths))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    rows = rows_by_size(analyses_of(max(options.sizes)), options.sizes)
    if options.json:
        print(json.dumps(rows, indent=1))
        return
    print("".join(f"{name:>14}" for name in rows[0]))
    for row in rows:
        print("".join(f"{value:>14g}" for value in row.values()))


if __name__ == "__main__":
    main()
