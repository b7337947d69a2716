"""Times `extract` against the encoder's own time, turn by turn on the same articles, in one thread.

    python -m benchmarks.timing FOLDER [--repeats 3]

Started by `benchmarks.speed`, which sets the number of threads before numpy is loaded; prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, cast

from benchmarks.operations import anchor_operations, product_seconds, trunk_operations
from standoff import pipeline
from standoff.encode.onnx import OnnxEncoder
from standoff.export import json_text, record_from_statement
from standoff.values import Document

# Articles in one turn: long enough for the clock, short enough that both sides of a ratio meet the same machine.
BATCH = 10


@dataclass
class Recorder:
    """Stands in for a session of onnxruntime and keeps what it was fed."""

    session: Any
    feeds: list[dict[str, Any]] = field(default_factory=list)

    def run(self, outputs: list[str] | None, feed: dict[str, Any]) -> Any:  # noqa: ANN401 - as the session has it
        """What the session gives."""
        self.feeds.append(feed)
        return self.session.run(outputs, feed)

    def run_again(self) -> None:
        """Runs the session on all that it was fed."""
        for feed in self.feeds:
            self.session.run(None, feed)


@dataclass
class Stopwatch:
    """Stands in for a function and adds up the seconds that it takes."""

    work: Callable[..., Any]
    total_s: float = 0.0

    def __call__(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as the function has it
        """What the function gives."""
        began = time.perf_counter()
        found = self.work(*arguments, **named)
        self.total_s += time.perf_counter() - began
        return found


@dataclass(frozen=True, kw_only=True)
class Watches:
    """The stopwatches on resolving and on coding."""

    resolving: tuple[Stopwatch, ...]
    coding: tuple[Stopwatch, ...]

    def totals_s(self) -> tuple[float, float]:
        """The seconds that resolving and coding have taken so far."""
        return sum(watch.total_s for watch in self.resolving), sum(watch.total_s for watch in self.coding)


@dataclass(frozen=True, kw_only=True)
class Turn:
    """The seconds of one turn on one batch: all of `extract`, what resolving and coding take of it, the trunk alone,
    both graphs that it reads with, the plain products.
    """

    extract_s: float
    resolve_s: float
    code_s: float
    trunk_s: float
    graphs_s: float
    products_s: float

    @property
    def rest_s(self) -> float:
        """All of `extract` but resolving and coding."""
        return self.extract_s - self.resolve_s - self.code_s


def extract(paths: Sequence[Path], options: pipeline.Options) -> int:
    """Reads files, finds statements, makes records, as `standoff extract` does; returns the length of the output."""
    analyses = pipeline.analyse_all((Document.from_path(path) for path in paths), options)
    return sum(len(json_text(record_from_statement(a, s))) for a in analyses for s in a.statements)


def measure(paths: Sequence[Path], n_repeats: int) -> dict[str, float]:
    """The ratios over all batches, by medians of the turns."""
    options = pipeline.Options()
    encoder = cast("OnnxEncoder", pipeline._encoder(options.encoder))  # the very one that the pipeline uses
    turns: list[Turn] = []
    for batch in _batches(paths):
        trunk, anchors = _recorded(encoder, batch, options)
        n_operations = _operations(trunk.feeds, anchors.feeds)
        watches = _watches(encoder)
        turns += [_turn(batch, options, (trunk, anchors), n_operations, watches) for _ in range(n_repeats)]
    per_second = BATCH / median(t.extract_s for t in turns)
    return {
        "n_articles": len(paths),
        "extract_over_trunk": median(t.rest_s / t.trunk_s for t in turns),
        "extract_over_graphs": median(t.rest_s / t.graphs_s for t in turns),
        "resolving_over_the_rest": median(t.resolve_s / t.rest_s for t in turns),
        "coding_over_the_rest": median(t.code_s / (t.extract_s - t.code_s) for t in turns),
        "pieces_over_text_pieces": pieces_ratio(encoder, paths),
        "articles_per_s": per_second,
        "products_per_s": BATCH / median(t.products_s for t in turns),
        "extract_over_products": median(t.extract_s / t.products_s for t in turns),
    }


def pieces_ratio(encoder: OnnxEncoder, paths: Sequence[Path]) -> float:
    """Pieces encoded for each piece of text, context and special pieces included."""
    readings = [encoder.read(Document.from_path(path), "gold") for path in paths[: 10 * BATCH]]
    return sum(r.n_pieces for r in readings) / sum(r.n_text_pieces for r in readings)


def _batches(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """Whole batches, so that all turns are of one size; of fewer articles than a batch, the one there is."""
    for i in range(0, max(1, len(paths) - BATCH + 1), BATCH):
        yield paths[i : i + BATCH]


def _recorded(encoder: OnnxEncoder, batch: Sequence[Path], options: pipeline.Options) -> tuple[Recorder, Recorder]:
    """What both graphs are fed on the batch; also warms everything up."""
    trunk, anchors = Recorder(encoder._trunk), Recorder(encoder._anchors)
    encoder._trunk, encoder._anchors = trunk, anchors
    extract(batch, options)
    encoder._trunk, encoder._anchors = trunk.session, anchors.session
    return trunk, anchors


def _operations(trunk: Sequence[dict[str, Any]], anchors: Sequence[dict[str, Any]]) -> int:
    first = sum(trunk_operations(feed["pieces"].shape[1]) for feed in trunk)
    return first + sum(anchor_operations(feed["words"].shape[1], len(feed["start"])) for feed in anchors)


def _watches(encoder: OnnxEncoder) -> Watches:
    """Stopwatches on the places where resolving and coding work, each in the encoder and as a step."""

    def watched(place: object, name: str) -> Stopwatch:
        work = getattr(place, name)
        watch = work if isinstance(work, Stopwatch) else Stopwatch(work)
        setattr(place, name, watch)
        return watch

    return Watches(
        resolving=(watched(encoder, "_link"), watched(pipeline, "resolve_statements")),
        coding=(watched(encoder, "with_acts"), watched(pipeline, "code_statements")),
    )


def _turn(
    batch: Sequence[Path],
    options: pipeline.Options,
    graphs: tuple[Recorder, Recorder],
    n_operations: int,
    watches: Watches,
) -> Turn:
    trunk, anchors = graphs
    before = watches.totals_s()
    extract_s = _seconds(lambda: extract(batch, options))
    resolve_s, code_s = (now - then for now, then in zip(watches.totals_s(), before, strict=True))
    trunk_s = _seconds(trunk.run_again)
    graphs_s = trunk_s + _seconds(anchors.run_again)
    products_s = product_seconds(n_operations)
    return Turn(
        extract_s=extract_s,
        resolve_s=resolve_s,
        code_s=code_s,
        trunk_s=trunk_s,
        graphs_s=graphs_s,
        products_s=products_s,
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    print(json.dumps(measure(sorted(options.folder.iterdir()), options.repeats)))


if __name__ == "__main__":
    main()
