"""`standoff code`: what the source does to the target, for sentences in which the two are marked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from standoff.cli.streams import counted, progress, put_records, tell
from standoff.code.relations import Fault, relations_from_lines
from standoff.errors import FormatError, UsageError
from standoff.export import Record
from standoff.values.relation import Relation, RelationCoding
from standoff.values.statement import Step

# As in the statement record: all that a probability says, without the last bits that differ between processors.
_DECIMALS = 4


@click.command(
    short_help="Code who does what to whom in marked sentences.",
    epilog="\b\nExamples:\n  standoff code sentences.tsv -o relations.jsonl\n  standoff code sentences.tsv | head -3",
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE.jsonl",
    help="Where to write one JSON object a row, or - for standard output.",
)
@click.pass_context
def code(context: click.Context, *, file: Path, output: str) -> None:
    """Code who does what to whom: the PLOVER root and mode and the CAMEO code of each row (docs/plover.md).

    FILE holds tab-separated rows, or is - for standard input. Its header names the columns id, sentence, source and
    target; others are left alone. Put <s>...</s> around the source and <t>...</t> around the target in the sentence;
    what is not marked is looked up in it. A row that cannot be coded is written with nulls, in its place.
    """
    from standoff import pipeline  # noqa: PLC0415 - loads the model's libraries, which --help can do without

    _check_output(output)
    rows = list(relations_from_file(file))
    if not rows:
        raise click.ClickException(f"{file}: holds no row under its header, so nothing was written; add rows")
    with progress("relations coded") as tick:
        relations = (row for row in rows if isinstance(row, Relation))
        put_records(_records(rows, pipeline.code_relations(relations, pipeline.Options()), tick), output)
    faults = [row for row in rows if isinstance(row, Fault)]
    for fault in faults:
        tell(f"{file}, line {fault.line}: {fault.reason}")
    skipped = f"; {counted(len(faults), 'row')} not coded" if faults else ""
    tell(f"{counted(len(rows) - len(faults), 'relation')}{skipped}")
    context.exit(1 if faults else 0)


def relations_from_file(file: Path) -> Iterator[Relation | Fault]:
    """The rows of a file, "-" for standard input, in order.

    Raises: UsageError when it cannot be read, is not UTF-8 or has no header with the columns.
    """
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        lines = content.decode().split("\n")
    except OSError as err:
        raise UsageError(f"{file}: cannot be read ({err.strerror}); give a tab-separated file") from err
    except UnicodeDecodeError as err:
        raise UsageError(f"{file}: byte {err.start} is not UTF-8; save the file as UTF-8") from err
    try:
        return relations_from_lines(lines)
    except UsageError as err:
        raise UsageError(f"{file}, {err}") from err


def _check_output(output: str) -> None:
    """Refuses a name before the work is done.

    Raises: FormatError when the name does not end in .jsonl.
    """
    suffix = Path(output).suffix
    if output != "-" and suffix.lower() != ".jsonl":
        raise FormatError(f"{output}: unknown format '{suffix}'; end the name in .jsonl, or give -")


def _records(
    rows: Iterable[Relation | Fault], codings: Iterator[RelationCoding], tick: Callable[[], None]
) -> Iterator[Record]:
    """One record a row, in order; the codings are those of the relations among the rows."""
    for row in rows:
        tick()
        if isinstance(row, Fault):
            coded: dict[str, Any] = dict.fromkeys(("plover", "mode", "cameo", "act", "confidence"))
            steps: tuple[Step, ...] = (Step(field="plover", by="row", detail=row.reason),)
        else:
            coding = next(codings)
            coded = {
                "plover": coding.plover,
                "mode": coding.mode,
                "cameo": coding.cameo,
                "act": coding.act,
                "confidence": round(coding.confidence, _DECIMALS),
            }
            steps = coding.steps
        yield {"id": row.row_id, **coded, "steps": [_step(step) for step in steps]}


def _step(step: Step) -> Record:
    return asdict(step) | {"score": None if step.score is None else round(step.score, _DECIMALS)}
