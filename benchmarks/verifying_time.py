"""How the time of `standoff verify` grows: python -m benchmarks.verifying_time RECORDS.jsonl.

Reads and resolves the records once (told apart), then checks true and changed quotations at several sizes. Statements
are repeated with other words planted until there are enough; a record is taken a second time, under another name, when
the file holds fewer in which speakers can be told than asked for.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace

from benchmarks.planted import built_set
from benchmarks.verifying import analysis_from_item, records_from_file
from standoff.values.spoken import SpokenRecord
from standoff.verify import RecordIndex, check_statements

SIZES = ((500, 1000), (1000, 1000), (2000, 1000), (2000, 500), (2000, 2000))


def enough(records: list[SpokenRecord], n: int) -> list[SpokenRecord]:
    """So many records, repeated from the first where there are fewer."""
    again = [replace(r, document=replace(r.document, path=f"{r.document.path} again")) for r in records]
    return [*records, *again][:n]


def main() -> None:
    """Prints a table of seconds by wall and by processor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records")
    asked = parser.parse_args()
    wall, cpu = time.perf_counter(), time.process_time()
    records = records_from_file(asked.records)
    print(f"reading and resolving {len(records)} records with speakers: ", end="")
    print(f"{time.perf_counter() - wall:.1f} s, {time.process_time() - cpu:.1f} s of processor\n")
    items = [item for seed in (1, 2) for item in built_set(records, [], seed)]
    analyses = [analysis_from_item(item) for item in items]
    print("| records | words | statements | seconds | of processor |\n| ---: | ---: | ---: | ---: | ---: |")
    for n_records, n_statements in SIZES:
        held = enough(records, n_records)
        step = max(1, len(analyses) // n_statements)
        chosen = analyses[::step][:n_statements]
        wall, cpu = time.perf_counter(), time.process_time()
        index = RecordIndex(held)
        n_checks = len(check_statements(chosen, index))
        row = (len(held), len(index.ids), n_checks)
        seconds = (time.perf_counter() - wall, time.process_time() - cpu)
        print(f"| {' | '.join(map(str, row))} | {seconds[0]:.1f} | {seconds[1]:.1f} |", flush=True)


if __name__ == "__main__":
    main()
