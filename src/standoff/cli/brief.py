"""`standoff brief` and `standoff demo`: how each text says it knows, and what it says who said.

On the terminal, as JSON, or as one page of HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Unpack

import click

from standoff.cli.intake import Intake, ReadingSettings, json_option, options, reading_options
from standoff.cli.selecting import SelectionSettings, Since, selection_from_settings, selection_options
from standoff.cli.streams import Output, print_data, progress
from standoff.errors import UsageError
from standoff.export import json_text, record_from_statement
from standoff.export.atomic import whole_file
from standoff.read import ReadOptions
from standoff.report import ALL, N_SHOWN, Brief, Screen, Selection, brief_json, screen_from_brief
from standoff.values import Document

EXAMPLES = Path(__file__).parent.with_name("examples")
"""The articles that `standoff demo` reads; they come with the program."""

N_SHOWN_DEMO = 10  # five articles of ten statements each can be scrolled through in one go


_all_option = click.option(
    "--all", "show_all", is_flag=True, help="Show every statement, not only the first of each text."
)


_page_options = options(
    click.option(
        "--html", type=click.Path(path_type=Path), metavar="FILE", help="Also write the brief as one HTML page."
    ),
    click.option(
        "--full-text",
        is_flag=True,
        help="Put whole articles into that page, not only the sentences that carry a statement and their neighbours.",
    ),
)


_records_option = click.option(
    "--no-records",
    is_flag=True,
    help="Take no source for a primary record, and so hold none against another (docs/verify.md).",
)


class Asked(ReadingSettings, SelectionSettings):
    """All that `standoff brief` takes to read and to choose."""

    no_records: bool


@click.command(
    epilog="\b\nExamples:\n  standoff brief article.txt\n  standoff brief articles/ --all | less"
    "\n  standoff brief articles/ --html brief.html"
    "\n  standoff brief articles/ transcripts/"
    "\n  standoff brief articles/ --issue sanctions --actor Lavrov --min-basis reported"
)
@reading_options
@_all_option
@json_option
@_page_options
@selection_options
@_records_option
@click.pass_context
def brief(
    context: click.Context, *, show_all: bool, as_json: bool, html: Path | None, full_text: bool, **asked: Unpack[Asked]
) -> None:
    """Show how each text says it knows, what it says who said, and how the texts stand to one another.

    SOURCES are files (.txt .md .html .json .jsonl .csv), folders, or - for text on standard input. Where transcripts or
    statements are among them, what the others tell is held against these (docs/verify.md).
    """
    if full_text and html is None:
        raise UsageError("--full-text: says what goes into the page of --html; give --html FILE too")
    selection = selection_from_settings(asked)
    # The file is opened before anything is read, so that a wrong name is told at once.
    with progress("documents read") as tick, whole_file(html) if html else nullcontext() as file:
        intake = Intake.from_settings(asked, tick)
        dated = Since(intake, selection.since)
        made = _brief_from_documents(dated, asked, selection)
        dated.close()
        if file:
            _write_page(made, file, is_full=full_text)
    intake.n_statements = sum(document.n_statements for document in made.documents)
    _show(made, as_json=as_json, n_shown=None if show_all else N_SHOWN)
    intake.close(context)


@click.command(
    short_help="Do the main job on five bundled example articles.",
    epilog="\b\nExamples:\n  standoff demo\n  standoff demo --json",
)
@_all_option
@json_option
def demo(*, show_all: bool, as_json: bool) -> None:
    """Do the main job on five example articles that come with the program."""
    sources = sorted(str(path) for path in EXAMPLES.glob("*.txt"))
    with progress("example articles read") as tick:
        intake = Intake(sources, ReadOptions(), tick)
        # Where the program is installed says nothing to anybody, and differs from machine to machine.
        named = (replace(document, path=f"examples/{Path(document.path).name}") for document in intake)
        made = _brief_from_documents(named)
    _show(made, as_json=as_json, n_shown=None if show_all else N_SHOWN_DEMO)


def _brief_from_documents(
    documents: Iterable[Document], asked: Asked | None = None, selection: Selection = ALL
) -> Brief:
    from standoff import pipeline  # noqa: PLC0415 - loads the model's libraries, which --help can do without

    if asked is None:
        return pipeline.brief(documents, pipeline.Options())
    how = pipeline.Options(
        workers=asked["workers"],
        actors=asked["actors"],
        codebook=asked["codebook"],
        finds_records=not asked["no_records"],
    )
    return pipeline.brief(documents, how, selection)


def _write_page(made: Brief, file: BinaryIO, *, is_full: bool) -> None:
    """Writes the brief as a page.

    Raises: click.ClickException when no document came, so that an earlier page is not replaced by an empty one.
    """
    # Here, not above: no other command needs the templates.
    from standoff.report.page import PageOptions, page_from_brief  # noqa: PLC0415

    if not made.documents:
        raise click.ClickException("no document could be read, so no page was written; check the sources")
    file.write(page_from_brief(made, PageOptions(is_full=is_full)).encode())


def _show(made: Brief, *, as_json: bool, n_shown: int | None) -> None:
    """Prints the brief as JSON, or for people."""
    if as_json:
        print_data(json_text(brief_json(made, record_from_statement)) + "\n")
        return
    output = Output()
    output.print_screen(screen_from_brief(made, Screen(width=output.width, encoding=output.encoding, n_shown=n_shown)))
