"""The whole story on one screen: a document is read once, its statements are taken from the reading.

document -> encode -> Reading -> extract -> Statements -> resolve -> Resolutions -> code -> Codings
         -> Analysis -> compare -> Comparison -> report -> Brief
                     -> verify against records -> Checks -> report -> Verification, and in the Brief
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from standoff.code import (
    Categories,
    code_relation,
    code_statements,
    find_issues,
    made_prototypes,
    shipped_prototypes,
)
from standoff.compare import compare as compare_analyses
from standoff.encode.encoder import Convention, Encoder, encoder_from_name
from standoff.encode.vectors import halved, vectors_of
from standoff.extract import find_disclaimers, statements_from_reading
from standoff.extract.confidence import shipped_calibration
from standoff.knowledge import Knowledge, knowledge
from standoff.knowledge.codebook import codebook
from standoff.read import primary_record, turns_in_record
from standoff.report import ALL, Against, Brief, Selection, Verification, brief_from_analyses, with_basis
from standoff.resolve import resolve_statements, resolve_turns
from standoff.spans import Span
from standoff.values import Analysis, Document, Relation, RelationCoding, Sentence
from standoff.values.comparison import Comparison
from standoff.values.spoken import SpokenRecord
from standoff.verify import RecordIndex, check_statements, left_out, statements_on_record

# Documents handed to a worker at once: enough to hide the hand-over, few enough to keep memory flat.
_CHUNK = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read: `convention` of the annotation, `encoder` by name ("hashing" is the fake that tests use),
    `workers` processes side by side, `actors` the user's own files on who is who, `codebook` the user's own issues and
    norms; `finds_records` whether a brief holds its coverage against the primary records among its documents.
    """

    convention: Convention = "gold"
    encoder: str = "onnx"
    workers: int = 1
    actors: tuple[str, ...] = ()
    codebook: str | None = None
    finds_records: bool = True


DEFAULT = Options()


def analyse(document: Document, options: Options = DEFAULT) -> Analysis:
    """What one document holds: its sentences, its statements in order, its disclaimers.

    Raises: ModelError when the weights are absent, UsageError for an unknown encoder, a wrong file of actors or a wrong
    codebook.
    """
    encoder = _encoder(options.encoder)
    reading = encoder.read(document, options.convention)
    statements = statements_from_reading(document, reading, shipped_calibration())
    reading = encoder.with_acts(document, reading, statements)
    resolved = resolve_statements(document, reading, statements, _known(options.actors))
    coded = code_statements(document, reading, statements, _categories(options.codebook, options.encoder))
    return Analysis(
        document=document,
        sentences=tuple(Sentence(index=i, span=span) for i, span in enumerate(reading.sentences)),
        statements=statements,
        disclaimers=find_disclaimers(document.text, reading.sentences),
        resolutions=resolved.resolutions,
        appearances=resolved.appearances,
        codings=coded.codings,
        voice=coded.voice,
        consequences=coded.consequences,
        sentence_vectors=halved(reading.sentence_vectors),
        statement_vectors=halved(vectors_of(reading, (s.content for s in statements))),
        model=encoder.name,
    )


def analyse_all(documents: Iterable[Document], options: Options = DEFAULT) -> Iterator[Analysis]:
    """The analysis of each document, in order and as it is done; the same for any number of workers."""
    if options.workers <= 1:
        yield from (analyse(document, options) for document in documents)
        return
    # Spawned, not forked: a forked copy of a loaded session is not safe.
    with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as pool:
        for chunk in _chunks(documents, _CHUNK * options.workers):
            jobs = [pool.submit(analyse, document, options) for document in chunk]
            yield from (job.result() for job in jobs)


def compare(analyses: Sequence[Analysis], options: Options = DEFAULT) -> Comparison:
    """What some documents have to do with one another: copies, stories, meetings, claims, clashes, networks.

    Raises: UsageError for a wrong file of actors.
    """
    return _compared(analyses, options)


def brief(documents: Iterable[Document], options: Options = DEFAULT, selection: Selection = ALL) -> Brief:
    """The brief on some documents: how each says it knows, its statements, and what they have to do with one another.

    Raises: as `analyse`, and UsageError when the selection asks for an actor whom nobody, or more than one, is.
    """
    by = _categories(options.codebook, options.encoder).codebook
    names = {issue.key: issue.name for issue in by.issues} | {norm.key: norm.name for norm in by.norms}
    analyses = tuple(analyse_all(documents, options))
    against = hold_against(analyses, options) if options.finds_records else None
    strong = [with_basis(one, selection.min_basis) for one in analyses]
    comparison = _compared(strong, options, against.on_record if against else ())
    return brief_from_analyses(analyses, names, comparison, selection, against)


def _compared(analyses: Sequence[Analysis], options: Options, on_record: Container[str] = ()) -> Comparison:
    return compare_analyses(analyses, _known(options.actors), _encoder(options.encoder).judge, on_record)


def hold_against(analyses: Sequence[Analysis], options: Options = DEFAULT) -> Against | None:
    """What of some documents is coverage, held against those that are primary records; `None` where there is no such
    pair.

    Raises: as `analyse`.
    """
    known = _known(options.actors)
    # A text that says of itself that it infers what was said is no record of it.
    read = [None if one.disclaimers else primary_record(one.document, known) for one in analyses]
    records = {n: resolve_turns(record, known) for n, record in enumerate(read, start=1) if record}
    articles = {n: analysis for n, analysis in enumerate(analyses, start=1) if n not in records}
    if not records or not articles:
        return None
    own = (statements_on_record(analyses[n - 1], record) for n, record in records.items())
    return Against(
        verification=_verification(tuple(articles.values()), tuple(records.values()), options),
        articles=tuple(articles),
        records=tuple(records),
        on_record=frozenset().union(*own),
    )


def verify(documents: Iterable[Document], records: Iterable[Document], options: Options = DEFAULT) -> Verification:
    """Each statement of the documents held against the records, and what the records hold that the documents leave out.

    Raises: as `analyse`.
    """
    known = _known(options.actors)
    analyses = tuple(analyse_all(documents, options))
    spoken = tuple(resolve_turns(turns_in_record(record, known), known) for record in records)
    return _verification(analyses, spoken, options)


def _verification(analyses: tuple[Analysis, ...], records: tuple[SpokenRecord, ...], options: Options) -> Verification:
    by = _categories(options.codebook, options.encoder).codebook
    checks = check_statements(analyses, RecordIndex(records))
    taken_up = [issue.key for analysis in analyses for coding in analysis.codings for issue in coding.issues]

    def issues_of(text: str, span: Span) -> list[str]:
        return [found.key for found in find_issues(text, [span], span, by)]

    return Verification(
        analyses=analyses,
        records=records,
        checks=checks,
        left_out=left_out(records, checks, issues_of, taken_up),
        names={issue.key: issue.name for issue in by.issues},
    )


def code_relations(relations: Iterable[Relation], options: Options = DEFAULT) -> Iterator[RelationCoding]:
    """What the marked source does to the marked target, for each relation in order."""
    encoder = _encoder(options.encoder)
    for relation in relations:
        roots = encoder.relate(relation.text, relation.source, relation.target)
        yield code_relation(relation, roots, analyse(Document.from_text(relation.text, path=relation.row_id), options))


@lru_cache(maxsize=2)
def _encoder(name: str) -> Encoder:
    """The encoder of that name, loaded once a process."""
    return encoder_from_name(name)


@lru_cache(maxsize=2)
def _known(actors: tuple[str, ...]) -> Knowledge:
    """The shipped knowledge with the user's files, read once a process."""
    return knowledge([Path(path) for path in actors])


@lru_cache(maxsize=2)
def _categories(path: str | None, encoder: str) -> Categories:
    """The shipped codebook, or the user's, with the vectors of its issues; made once a process."""
    book, reader = codebook(Path(path) if path else None), _encoder(encoder)
    prototypes = shipped_prototypes(book, reader.name) or made_prototypes(book, reader)
    return Categories(codebook=book, prototypes=prototypes)


def _chunks(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    chunk: list[Document] = []
    for document in documents:
        chunk.append(document)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
