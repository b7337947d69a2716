"""`standoff extract`: the statements as records, into a file or onto standard output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, Unpack

import click

from standoff.cli.intake import Intake, ReadingSettings, reading_options
from standoff.cli.streams import progress, put_records
from standoff.errors import UsageError
from standoff.export import Record, record_from_statement, write_text
from standoff.values import Analysis


@click.command(
    short_help="Write the statements, one record each.",
    epilog="\b\nExamples:\n  standoff extract articles/ -o statements.jsonl"
    "\n  standoff extract page.html -o page.csv --texts texts/\n  standoff extract article.txt | head -3",
)
@reading_options
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    help="Where to write: a name that ends in .jsonl, .csv or .parquet, or - for JSON lines on standard output.",
)
@click.option("--texts", type=click.Path(path_type=Path), metavar="DIR", help="Also write each text as DIR/DOC_ID.txt.")
@click.option(
    "--convention",
    type=click.Choice(["gold", "polnear"]),
    default="gold",
    help="What counts as a statement: our codebook, or (only to compare) that of the PolNeAR corpus.",
)
@click.pass_context
def extract(
    context: click.Context,
    *,
    output: str,
    texts: Path | None,
    convention: Literal["gold", "polnear"],
    **reading: Unpack[ReadingSettings],
) -> None:
    """Write the statements of the texts, one record each (docs/record.md).

    SOURCES are files (.txt .md .html .json .jsonl .csv), folders, or - for text on standard input. All offsets point
    into the texts that --texts writes.
    """
    from standoff import pipeline  # noqa: PLC0415 - loads the model's libraries, which --help can do without

    options = pipeline.Options(
        convention=convention, workers=reading["workers"], actors=reading["actors"], codebook=reading["codebook"]
    )
    with progress("documents read") as tick:
        intake = Intake.from_settings(reading, tick)
        put_records(_records(pipeline.analyse_all(intake, options), intake, texts), output)
    intake.close(context)


def _records(analyses: Iterable[Analysis], intake: Intake, texts: Path | None) -> Iterator[Record]:
    """The records of all statements; each text is written before its records, when `texts` names a folder.

    Raises: click.ClickException when no document came, so that an earlier output is not replaced by an empty one.
    """
    if texts:
        _make_folder(texts)
    for analysis in analyses:
        intake.n_statements += len(analysis.statements)
        if texts:
            write_text(analysis.document.text, texts / f"{analysis.document.doc_id}.txt")
        yield from (record_from_statement(analysis, statement) for statement in analysis.statements)
    if not intake.n_documents:
        raise click.ClickException("no document could be read, so nothing was written; check the sources")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise UsageError(f"--texts {folder}: no folder can be made there ({err.strerror}); name another") from err
