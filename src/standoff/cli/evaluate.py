"""`standoff evaluate`: accuracy on annotated corpora, and the floors that it must hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, TypedDict, Unpack

import click

from standoff.cli.intake import json_option, options
from standoff.cli.streams import print_data, print_lines, progress, tell
from standoff.evaluate import (
    Predict,
    Report,
    evaluate_gold,
    evaluate_pairs,
    evaluate_polnear,
    floors_broken,
    floors_path,
    raise_floors,
    read_floors,
    report_json,
    report_lines,
    write_floors,
)
from standoff.export import json_text
from standoff.values import Document, Statement


class MeasuringSettings(TypedDict):
    """What `_measuring_options` adds to a command."""

    floors: Path | None
    update_floors: bool
    lower: bool
    as_json: bool


_measuring_options = options(
    click.option(
        "--floors",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Hold the figures to the floors in this file, not to those that come with the program.",
    ),
    click.option("--update-floors", is_flag=True, help="Raise the floors of this corpus to what was measured."),
    click.option("--lower", is_flag=True, help="With --update-floors: also lower those that do not hold."),
    json_option,
)


@click.group(
    short_help="Measure accuracy on an annotated corpus.",
    epilog="\b\nExample:\n  standoff evaluate gold training/data/dev_own.jsonl",
)
def evaluate() -> None:
    """Measure accuracy on an annotated corpus, with 95 % intervals, and hold it to its floors."""


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate gold training/data/dev_own.jsonl --json")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def gold(context: click.Context, *, files: Sequence[Path], **settings: Unpack[MeasuringSettings]) -> None:
    """Measure on gold FILES: articles annotated by our codebook, one a line."""
    _measure(context, settings, "gold", lambda predict: evaluate_gold(files, predict))


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate polnear polnear/dev")
@click.argument("directory", type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def polnear(context: click.Context, *, directory: Path, **settings: Unpack[MeasuringSettings]) -> None:
    """Measure on a compartment of PolNeAR: DIRECTORY/text and DIRECTORY/attributions."""
    _measure(context, settings, "polnear", lambda predict: evaluate_polnear(directory, predict))


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate pairs training/data/basis_pairs.jsonl")
@click.argument("file", type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def pairs(context: click.Context, *, file: Path, **settings: Unpack[MeasuringSettings]) -> None:
    """Measure the basis on the minimal pairs in FILE, and list each wrong item."""
    _measure(context, settings, "gold", lambda predict: evaluate_pairs(file, predict))


def _measure(
    context: click.Context,
    settings: MeasuringSettings,
    convention: Literal["gold", "polnear"],
    score: Callable[[Predict], Report],
) -> None:
    """Prints the report, moves the floors if asked to, and leaves with 1 when one does not hold."""
    if settings["lower"] and not settings["update_floors"]:
        raise click.UsageError("--lower changes nothing alone; give it with --update-floors")
    floors = read_floors(settings["floors"])
    report = _report(convention, score)
    if settings["as_json"]:
        print_data(json_text(report_json(report)) + "\n")
    else:
        print_lines(report_lines(report))
    if settings["update_floors"]:
        floors = raise_floors(report, floors, may_lower=settings["lower"])
        write_floors(settings["floors"] or floors_path(), floors)
    broken = floors_broken(report, floors)
    for floor in broken:
        tell(str(floor))
    context.exit(1 if broken else 0)


def _report(convention: Literal["gold", "polnear"], score: Callable[[Predict], Report]) -> Report:
    from standoff import pipeline  # noqa: PLC0415 - loads the model's libraries, which --help can do without

    analysing = pipeline.Options(convention=convention)
    with progress("documents measured") as tick:

        def predict(document: Document) -> Sequence[Statement]:
            tick()
            return pipeline.analyse(document, analysing).statements

        return score(predict)
