"""`standoff sample`: statements drawn at random into a sheet to be marked, and what a marked sheet says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Unpack

import click

from standoff.cli.intake import Intake, ReadingSettings, json_option, reading_options
from standoff.cli.streams import counted, print_data, print_lines, progress, tell
from standoff.errors import UsageError
from standoff.evaluate.sample import (
    COLUMNS,
    drawn,
    has_marks,
    rows_from_sheet,
    score_lines,
    scores_from_marks,
    scores_json,
    sheet_row,
)
from standoff.export import Record, check_table_path, json_text, record_from_statement, write_table
from standoff.knowledge.rows import Row
from standoff.values import Analysis


class SampleSettings(ReadingSettings):
    """What the options of the command say."""

    n: int
    seed: int
    output: Path | None
    score: Path | None
    as_json: bool


def _sources_may_lack(command: click.Command) -> click.Command:
    """The command with its SOURCES left to its own check, since --score goes without them."""
    for parameter in command.params:
        if parameter.name == "sources":
            parameter.required = False
    return command


@_sources_may_lack
@click.command(
    short_help="Draw statements to mark right or wrong.",
    epilog="\b\nExamples:\n  standoff sample articles/ -n 100 -o sheet.csv\n  standoff sample --score sheet.csv",
)
@reading_options
@click.option("-n", type=click.IntRange(min=1), default=100, metavar="N", help="How many statements to draw.")
@click.option("--seed", type=int, default=0, metavar="N", help="The same number draws the same statements.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE.csv", help="Where to write the sheet to mark."
)
@click.option(
    "--score",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="Tell what a marked sheet shows, instead of drawing one.",
)
@json_option
@click.pass_context
def sample(context: click.Context, **settings: Unpack[SampleSettings]) -> None:
    """Draw statements of the texts at random into a sheet, to be marked right or wrong field by field.

    SOURCES are files (.txt .md .html .json .jsonl .csv), folders, or - for text on standard input. Write y or n (or
    yes, no, 1, 0, right, wrong) into the columns that end in _right; what is left empty is not counted. Handed back
    with --score, the sheet gives the precision of each field on your own texts, with its 95 % interval.
    """
    _check(settings)
    if settings["score"] is not None:
        _show(settings["score"], as_json=settings["as_json"])
    elif settings["output"] is not None:
        _draw(context, settings, settings["output"])


def _check(settings: SampleSettings) -> None:
    """Refuses options that do not go together, before any work is done.

    Raises: click.UsageError, and as `check_table_path`.
    """
    if settings["score"] is not None:
        if settings["sources"] or settings["output"] is not None:
            raise click.UsageError("--score reads a marked sheet and nothing else; leave out SOURCES and -o")
        return
    if settings["as_json"]:
        raise click.UsageError("--json shows what --score finds; give it with --score FILE.csv")
    if not settings["sources"]:
        raise click.UsageError("nothing to draw from; name SOURCES, or give --score FILE.csv")
    if settings["output"] is None:
        raise click.UsageError("no file for the sheet; name one with -o FILE.csv")
    check_table_path(settings["output"])


def _draw(context: click.Context, settings: SampleSettings, output: Path) -> None:
    """Writes the sheet; an earlier one that somebody has marked is not replaced.

    Raises: UsageError when there is one; click.ClickException when no statement was found.
    """
    from standoff import pipeline  # noqa: PLC0415 - loads the model's libraries, which --help can do without

    _check_unmarked(output)
    options = pipeline.Options(workers=settings["workers"], actors=settings["actors"], codebook=settings["codebook"])
    with progress("documents read") as tick:
        intake = Intake.from_settings(settings, tick)
        found = _records(pipeline.analyse_all(intake, options), intake)
        rows = [sheet_row(record) for record in drawn(found, settings["n"], settings["seed"])]
    if not rows:
        raise click.ClickException(f"no statement was found, so {output} was not written; check the sources")
    write_table(output, COLUMNS, rows)
    tell(f"{output}: {counted(len(rows), 'statement')} drawn of {intake.n_statements}")
    intake.close(context)


def _records(analyses: Iterable[Analysis], intake: Intake) -> Iterator[Record]:
    """The records of all statements."""
    for analysis in analyses:
        intake.n_statements += len(analysis.statements)
        yield from (record_from_statement(analysis, statement) for statement in analysis.statements)


def _show(sheet: Path, *, as_json: bool) -> None:
    """Prints what a marked sheet shows.

    Raises: UsageError when it cannot be read, holds no row or another mark; names file, line and column.
    """
    rows = _read(sheet)
    if not rows:
        raise UsageError(f"{sheet}: holds no row under its header; score a sheet that `standoff sample` wrote")
    try:
        scores = scores_from_marks(rows)
    except UsageError as err:
        raise UsageError(f"{sheet}, {err}") from err
    if as_json:
        print_data(json_text(scores_json(scores)) + "\n")
    else:
        print_lines(score_lines(scores))
    tell(f"{sheet}: {counted(len(rows), 'statement')}, {counted(sum(s.n_marked for s in scores), 'mark')}")


def _check_unmarked(output: Path) -> None:
    """Raises: UsageError when `output` is a sheet that somebody has marked; what is no sheet is replaced as ever."""
    if not output.is_file():
        return
    try:
        is_marked = has_marks(_read(output))
    except UsageError:
        is_marked = False
    if is_marked:
        raise UsageError(f"{output}: holds marks, which a new sheet would replace; name another file")


def _read(sheet: Path) -> tuple[Row, ...]:
    """The rows of a sheet.

    Raises: UsageError when it cannot be read or is no sheet; names the file, and the line where one is wrong.
    """
    try:
        return rows_from_sheet(sheet.read_bytes().decode())
    except OSError as err:
        raise UsageError(f"{sheet}: cannot be read ({err.strerror}); give the path of a sheet") from err
    except UnicodeDecodeError as err:
        raise UsageError(f"{sheet}: byte {err.start} is not UTF-8; save the sheet as CSV in UTF-8") from err
    except UsageError as err:
        raise UsageError(f"{sheet}, {err}") from err
