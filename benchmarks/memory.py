"""The peak resident memory of one `extract` over a folder, from the files to a file of records.

    python -m benchmarks.memory FOLDER [--encoder hashing]

Started by `benchmarks.speed` in a process of its own; prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from standoff import pipeline
from standoff.export import Record, record_from_statement, write_records
from standoff.read import iter_documents
from standoff.values import Document


def peak_mb(folder: Path, encoder: str) -> float:
    """Megabytes at the highest point of this process, after all articles of the folder are done."""
    with tempfile.TemporaryDirectory() as scratch:
        write_records(_records(folder, encoder), Path(scratch) / "records.jsonl")
    status = Path("/proc/self/status")
    if status.exists():
        # What the system counts for a process that was forked begins with its parent's memory; this does not.
        return int(status.read_text(encoding="ascii").split("VmHWM:")[1].split()[0]) / 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)  # macOS counts bytes, others kilobytes


def _records(folder: Path, encoder: str) -> Iterator[Record]:
    documents = (d for d in iter_documents([str(folder)], stdin=sys.stdin.buffer) if isinstance(d, Document))
    for analysis in pipeline.analyse_all(documents, pipeline.Options(encoder=encoder)):
        yield from (record_from_statement(analysis, statement) for statement in analysis.statements)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--encoder", default="onnx")
    options = parser.parse_args()
    print(json.dumps({"peak_mb": peak_mb(options.folder, options.encoder)}))


if __name__ == "__main__":
    main()
