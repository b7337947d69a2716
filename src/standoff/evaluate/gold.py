"""Gold files: documents that people have annotated, one JSON object a line (training/data/README.md).

Reads them into frozen values. What a file has to hold is told in `faults`, what merely looks odd in `oddities`.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, cast

from standoff.errors import GoldError, UsageError
from standoff.evaluate.faults import Fault, document_faults
from standoff.spans import Span
from standoff.values import Basis, Quote

NO_DOCUMENT = "the file holds no document; write one JSON object a line"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One attribution as a person marked it.

    `sentence` counts from 0; `actor` is a canonical name, "unnamed" or "unresolved"; `actor_also` are the further
    actors of a joint source, `on_behalf_also` likewise.
    """

    sentence: int
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    addressee: Span | None
    targets: tuple[Span, ...]
    basis: Basis
    quote: Quote
    act: str
    actor: str
    actor_also: tuple[str, ...]
    on_behalf_of: str | None
    on_behalf_also: tuple[str, ...]
    target_actors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldVoice:
    """A sentence that is the author's own voice, and what the author does in it."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """One annotated text; `voice` is None where the file does not label the author's voice."""

    name: str
    text: str
    statements: tuple[GoldStatement, ...]
    voice: tuple[GoldVoice, ...] | None


class Line(NamedTuple):
    """One line of a JSON Lines file: its number from 1, and its text."""

    number: int
    text: str


def read_gold(path: Path) -> tuple[GoldDocument, ...]:
    """The documents of a gold file, in file order.

    Raises: UsageError when the file cannot be opened, GoldError at the first thing that is wrong in it.
    """
    documents: dict[str, GoldDocument] = {}
    for line in read_lines(path):
        document = _sound_document(path, line)
        if (taken := name_taken(document.name, documents)) is not None:
            raise GoldError(f"{path}, line {line.number}, {taken.key}: {taken.detail}")
        documents[document.name] = document
    if not documents:
        raise GoldError(f"{path}, line 1, doc: {NO_DOCUMENT}")
    return tuple(documents.values())


def _sound_document(path: Path, line: Line) -> GoldDocument:
    """The document of one line.

    Raises: GoldError at its first fault.
    """
    raw = parsed_line(path, line)
    for fault in document_faults(raw):
        raise GoldError(f"{path}, line {line.number}, {fault.key}: {fault.detail}")
    return document_from_json(cast("Mapping[str, Any]", raw))


def name_taken(name: str, names: Container[str]) -> Fault | None:
    """The fault of a document whose name an earlier one has, None when the name is free."""
    return Fault("doc", f"an earlier line has the name {name!r} too; names must differ") if name in names else None


def read_lines(path: Path) -> Iterator[Line]:
    """The lines of a file that are not blank.

    Raises: UsageError when the file cannot be opened or is not UTF-8.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as err:
        raise UsageError(f"{path}: cannot be read ({err.strerror}); give the path of a JSON Lines file") from err
    except UnicodeDecodeError as err:
        raise UsageError(f"{path}: byte {err.start} is not UTF-8; save the file as UTF-8") from err
    # Not splitlines(): article texts may hold U+2028 and its like, which JSON leaves unescaped.
    return (Line(i, line) for i, line in enumerate(text.split("\n"), 1) if line.strip())


def parsed_line(path: Path, line: Line) -> object:
    """The JSON value of one line.

    Raises: GoldError when it is not JSON.
    """
    try:
        parsed: object = json.loads(line.text)
    except (json.JSONDecodeError, RecursionError) as err:
        raise GoldError(f"{path}, line {line.number}, line: not JSON ({err}); write one object a line") from err
    return parsed


def document_from_json(raw: Mapping[str, Any]) -> GoldDocument:
    """The document that a sound JSON object stands for; `document_faults` tells whether it is sound."""
    voice = raw.get("voice")
    return GoldDocument(
        name=raw["doc"],
        text=raw["text"],
        statements=tuple(_statement(s) for s in raw["statements"]),
        voice=None if voice is None else tuple(GoldVoice(span=_span(v), label=v["label"]) for v in voice),
    )


def _statement(raw: Mapping[str, Any]) -> GoldStatement:
    """The statement that a sound JSON object stands for."""
    return GoldStatement(
        sentence=raw["sentence"],
        source=_span_or_none(raw["source"]),
        cue=_span_or_none(raw["cue"]),
        content=_spans(raw["content"]),
        addressee=_span_or_none(raw.get("addressee")),
        targets=_spans(raw.get("targets", ())),
        basis=raw["basis"],
        quote=raw["quote"],
        act=raw["act"],
        actor=raw.get("actor") or "unresolved",
        actor_also=tuple(raw.get("actor_also", ())),
        on_behalf_of=raw.get("on_behalf_of"),
        on_behalf_also=tuple(raw.get("on_behalf_also", ())),
        target_actors=tuple(raw.get("target_actors", ())),
    )


def _span(raw: Mapping[str, int]) -> Span:
    return Span(raw["start"], raw["end"])


def _span_or_none(raw: Mapping[str, int] | None) -> Span | None:
    return None if raw is None else _span(raw)


def _spans(raw: Sequence[Mapping[str, int]]) -> tuple[Span, ...]:
    return tuple(_span(x) for x in raw)
