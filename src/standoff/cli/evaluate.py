"""`standoff evaluate`: accuracy on annotated corpora, and the floors that it must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import click

from standoff.cli.intake import json_option, options
from standoff.cli.streams import print_data, print_lines, progress, tell
from standoff.code.relations import relations_from_lines
from standoff.evaluate import (
    CodeLines,
    Compare,
    FindNames,
    Predict,
    Report,
    Weigh,
    evaluate_entities,
    evaluate_factuality,
    evaluate_gap,
    evaluate_gold,
    evaluate_pairs,
    evaluate_polnear,
    evaluate_relations,
    evaluate_story,
    factuality_at,
    floors_broken,
    floors_path,
    raise_floors,
    read_floors,
    report_json,
    report_lines,
    write_floors,
)
from standoff.export import json_text
from standoff.knowledge import knowledge
from standoff.read.front import front_page
from standoff.resolve import mentions_in_text
from standoff.spans import Span
from standoff.values import Analysis, Document, Mention
from standoff.values.relation import Relation, RelationCoding

if TYPE_CHECKING:
    from standoff.encode.encoder import Encoder

Tick = Callable[[], None]
"""Called for each document taken up."""


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


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate gold training/data/dev_own.jsonl --errors 20")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Also list N sources given to the wrong actor and N statements given the wrong act, frequent errors first.",
)
@_measuring_options
@click.pass_context
def gold(context: click.Context, *, files: Sequence[Path], errors: int, **settings: Unpack[MeasuringSettings]) -> None:
    """Measure on gold FILES: articles annotated by our codebook, one a line."""

    def score(tick: Tick) -> Report:
        analyse = _analysing("gold", tick)
        return evaluate_gold(files, lambda document: analyse(as_read(document)), n_errors=errors)

    _measure(context, settings, score)


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate polnear polnear/dev")
@click.argument("directory", type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def polnear(context: click.Context, *, directory: Path, **settings: Unpack[MeasuringSettings]) -> None:
    """Measure on a compartment of PolNeAR: DIRECTORY/text and DIRECTORY/attributions."""
    _measure(context, settings, lambda tick: evaluate_polnear(directory, _analysing("polnear", tick)))


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate pairs training/data/basis_pairs.jsonl")
@click.argument("file", type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def pairs(context: click.Context, *, file: Path, **settings: Unpack[MeasuringSettings]) -> None:
    """Measure the basis on the minimal pairs in FILE, or the act where it labels that; list each wrong item."""
    _measure(context, settings, lambda tick: evaluate_pairs(file, _analysing("gold", tick)))


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate gap gap-coreference/gap-validation.tsv")
@click.argument("file", type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def gap(context: click.Context, *, file: Path, **settings: Unpack[MeasuringSettings]) -> None:
    """Measure on GAP's FILE.tsv whom a pronoun stands for, the two names given; beside published figures."""
    _measure(context, settings, lambda tick: evaluate_gap(file, _comparing(tick)))


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate entities re3d/CENTCOM")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def entities(context: click.Context, *, paths: Sequence[Path], **settings: Unpack[MeasuringSettings]) -> None:
    """Measure names and their kinds on PATHS: files of CrossNER politics, folders of re3d.

    The names are those that resolving works with: what the encoder finds and what the knowledge has.
    """
    _measure(context, settings, lambda tick: evaluate_entities(paths, _finding(tick)))


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate factuality UDS_IH2/test.jsonl")
@click.argument("file", type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def factuality(context: click.Context, *, file: Path, **settings: Unpack[MeasuringSettings]) -> None:
    """Measure on a unified factuality corpus' FILE.jsonl how surely predicates are presented as so, -3 to 3."""
    _measure(context, settings, lambda tick: evaluate_factuality(file, _weighing(tick)))


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate relations PLV_test.tsv")
@click.argument("file", type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def relations(context: click.Context, *, file: Path, **settings: Unpack[MeasuringSettings]) -> None:
    """Measure PLOVER roots on FILE.tsv: marked sentences as `standoff code` reads them, with a column gold_root."""
    _measure(context, settings, lambda tick: evaluate_relations(file, _coding(tick)))


@evaluate.command(epilog="\b\nExample:\n  standoff evaluate story training/data/story.jsonl")
@click.argument("file", type=click.Path(path_type=Path))
@_measuring_options
@click.pass_context
def story(context: click.Context, *, file: Path, **settings: Unpack[MeasuringSettings]) -> None:
    """Measure comparing on gold FILE.jsonl, whose documents tell one story: FILE.compare.json beside it says what holds
    across them.

    Once on the gold statements and once on those that the program finds.
    """

    def score(tick: Tick) -> Report:
        from standoff.cli.marked import marking  # noqa: PLC0415 - as the pipeline
        from standoff.compare import compare  # noqa: PLC0415 - as the pipeline

        predict = _analysing("gold", tick)
        known = knowledge()
        return evaluate_story(
            (file, file.with_suffix(".compare.json")),
            lambda document: predict(as_read(document)),
            marking(_encoder(), as_read),
            lambda analyses: compare(analyses, known, _encoder().judge),
        )

    _measure(context, settings, score)


def _measure(context: click.Context, settings: MeasuringSettings, score: Callable[[Tick], Report]) -> None:
    """Prints the report, moves the floors if asked to, and leaves with 1 when one does not hold."""
    if settings["lower"] and not settings["update_floors"]:
        raise click.UsageError("--lower changes nothing alone; give it with --update-floors")
    floors = read_floors(settings["floors"])
    with progress("documents measured") as tick:
        report = score(tick)
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


def as_read(document: Document) -> Document:
    """The document with what its text shows of itself, as `extract` gets it from a file."""
    page = front_page(document.text)
    return replace(
        document,
        title=page.title,
        publisher=page.publisher,
        published=page.published,
        author=page.author,
        front=page.pieces,
    )


def _analysing(convention: Literal["gold", "polnear"], tick: Tick) -> Predict:
    """The program itself, as a function from a document to its analysis."""
    from standoff import pipeline  # noqa: PLC0415 - loads the model's libraries, which --help can do without

    reading = pipeline.Options(convention=convention)

    def predict(document: Document) -> Analysis:
        tick()
        return pipeline.analyse(document, reading)

    return predict


def _comparing(tick: Tick) -> Compare:
    """The encoder, as a function that weighs what a pronoun may stand for."""
    encoder = _encoder()

    def compare(document: Document, anaphor: Span, candidates: Sequence[Span]) -> tuple[float, ...]:
        tick()
        return encoder.compare(document, anaphor, candidates)

    return compare


def _finding(tick: Tick) -> FindNames:
    """The encoder, as a function from a document to the names in it."""
    encoder = _encoder()

    def find(document: Document) -> Sequence[Mention]:
        tick()
        return mentions_in_text(document, encoder.read(document, "gold"), knowledge())

    return find


def _weighing(tick: Tick) -> Weigh:
    """The encoder, as a function that tells how surely what stands at some spans is presented as so."""
    encoder = _encoder()

    def weigh(document: Document, spans: Sequence[Span]) -> tuple[float, ...]:
        tick()
        return factuality_at(encoder.read(document, "gold"), spans)

    return weigh


def _coding(tick: Tick) -> CodeLines:
    """The program itself, as a function from the lines of a file to the coding of each row."""
    from standoff import pipeline  # noqa: PLC0415 - as above

    def code(lines: Sequence[str]) -> Iterator[RelationCoding | None]:
        rows = list(relations_from_lines(lines))
        codings = pipeline.code_relations((row for row in rows if isinstance(row, Relation)), pipeline.Options())
        for row in rows:
            tick()
            yield next(codings) if isinstance(row, Relation) else None

    return code


def _encoder() -> Encoder:
    """The encoder that comes with the program."""
    from standoff.encode import encoder  # noqa: PLC0415 - as the pipeline

    return encoder.encoder_from_name("onnx")
