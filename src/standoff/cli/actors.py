"""`standoff actors`: whom a set of documents names, for people, as data, or as a file to edit and hand back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

import click

from standoff.cli.intake import Intake, ReadingSettings, json_option, reading_options
from standoff.cli.streams import Output, counted, print_data, progress, tell
from standoff.export import check_table_path, json_text, write_table
from standoff.report import (
    ACTOR_COLUMNS,
    ActorList,
    actor_list,
    actor_rows,
    actors_json,
    of_kinds,
    screen_from_actors,
)
from standoff.values import ACTOR_KINDS, ActorKind

_KINDS = [kind for kind in ACTOR_KINDS if kind != "unnamed"]


@click.command(
    short_help="List whom the texts name.",
    epilog="\b\nExamples:\n  standoff actors articles/\n  standoff actors articles/ --kind person --json"
    "\n  standoff actors articles/ -o actors.csv\n  standoff brief articles/ --actors actors.csv",
)
@reading_options
@click.option(
    "--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Only this kind; may be given several times."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="Also write the actors as a file to edit and hand back with --actors.",
)
@json_option
@click.pass_context
def actors(
    context: click.Context,
    *,
    kinds: Sequence[ActorKind],
    output: Path | None,
    as_json: bool,
    **reading: Unpack[ReadingSettings],
) -> None:
    """List whom the texts name: who it is, in how many texts, how often, as source and as target, and in which words.

    SOURCES are files (.txt .md .html .json .jsonl .csv), folders, or - for text on standard input.
    """
    from standoff import pipeline  # noqa: PLC0415 - loads the model's libraries, which --help can do without

    if output is not None:
        check_table_path(output)
    options = pipeline.Options(workers=reading["workers"], actors=reading["actors"], codebook=reading["codebook"])
    with progress("documents read") as tick:
        intake = Intake.from_settings(reading, tick)
        listed = of_kinds(actor_list(pipeline.analyse_all(intake, options)), kinds)
    intake.n_statements = listed.n_statements
    _show(listed, as_json=as_json)
    if output is not None:
        _write(listed, output)
    intake.close(context)


def _show(listed: ActorList, *, as_json: bool) -> None:
    if as_json:
        print_data(json_text(actors_json(listed)) + "\n")
    else:
        shown = Output()
        shown.print_screen(screen_from_actors(listed, width=shown.width, encoding=shown.encoding))


def _write(listed: ActorList, output: Path) -> None:
    """Writes the file and tells who is not in it; an earlier file is not replaced by one without anybody."""
    made = actor_rows(listed)
    if not made.rows:
        tell(f"{output}: not written, since no actor was found")
        return
    n = write_table(output, ACTOR_COLUMNS, made.rows)
    tell(f"{output}: {counted(n, 'actor')}")
    for reason, n_left in Counter(left.reason for left in made.left_out).items():
        tell(f"{output}: {counted(n_left, 'actor')} left out: {reason}")
