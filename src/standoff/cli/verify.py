"""`standoff verify`: each attributed statement held against transcripts, read-outs and statements."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Unpack

import click

from standoff.cli.intake import MEGABYTE, Intake, ReadingSettings, json_option, reading_options
from standoff.cli.streams import Output, print_data, progress, tell
from standoff.errors import UsageError
from standoff.export import json_text
from standoff.export.atomic import whole_file
from standoff.read import ReadOptions, Skipped, iter_documents
from standoff.report import N_SHOWN, Screen, screen_from_verification, verification_json
from standoff.values import Document


class _Records:
    """The documents of the records; what gives none is told on standard error and counted."""

    def __init__(self, sources: tuple[str, ...], options: ReadOptions) -> None:
        self.n_skipped = 0
        self.n_read = 0
        self._found = iter_documents(sources, stdin=sys.stdin.buffer, options=options)

    def __iter__(self) -> Iterator[Document]:
        for found in self._found:
            if isinstance(found, Skipped):
                self.n_skipped += 1
                tell(f"skipped {found.path}: {found.detail} [{found.reason}]")
            else:
                self.n_read += 1
                yield found


@click.command(
    epilog="\b\nExamples:\n  standoff verify article.txt --against transcript.txt"
    "\n  standoff verify articles/ --against records/ --html checks.html"
)
@reading_options
@click.option(
    "--against",
    multiple=True,
    required=True,
    metavar="RECORDS",
    help="Transcripts, read-outs and statements: files or folders; may be given several times.",
)
@click.option("--all", "show_all", is_flag=True, help="Show every statement, also those out of scope.")
@json_option
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Also write the checks as one HTML page.")
@click.pass_context
def verify(
    context: click.Context,
    *,
    against: tuple[str, ...],
    show_all: bool,
    as_json: bool,
    html: Path | None,
    **asked: Unpack[ReadingSettings],
) -> None:
    """Hold each attributed statement against the record: is it there, word for word, altered, or another's?

    SOURCES are the articles, in any form that `standoff brief` reads; so are the RECORDS.
    """
    if "-" in against:
        raise UsageError("--against -: standard input is read for articles only; name a file or a folder of records")
    # Here, not above: loads the model's libraries, which --help can do without.
    from standoff import pipeline  # noqa: PLC0415

    how = pipeline.Options(workers=asked["workers"], actors=asked["actors"], codebook=asked["codebook"])
    with progress("documents read") as tick, whole_file(html) if html else nullcontext() as file:
        intake = Intake.from_settings(asked, tick)
        records = _Records(against, ReadOptions(encoding=asked["encoding"], max_bytes=asked["max_size"] * MEGABYTE))
        made = pipeline.verify(intake, records, how)
        if not records.n_read:
            raise UsageError(f"--against {' '.join(against)}: no record could be read; see the reasons above")
        if file:
            from standoff.report.page import page_from_verification  # noqa: PLC0415 - the templates

            file.write(page_from_verification(made).encode())
    if as_json:
        print_data(json_text(verification_json(made)) + "\n")
    else:
        output = Output()
        n_shown = None if show_all else N_SHOWN
        output.print_screen(
            screen_from_verification(made, Screen(width=output.width, encoding=output.encoding, n_shown=n_shown))
        )
    intake.n_statements = len(made.checks)
    intake.n_skipped += records.n_skipped
    intake.close(context)
