"""The documents that a command works on: the options that say how to read them, and what became of each input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypedDict

import click

from standoff.cli.streams import counted, tell
from standoff.knowledge import knowledge
from standoff.knowledge.codebook import codebook
from standoff.read import ReadOptions, Skipped, iter_documents
from standoff.values import Document

Command = Callable[..., Any]

MEGABYTE = 1_000_000


class ReadingSettings(TypedDict):
    """What `reading_options` adds to a command."""

    sources: Sequence[str]
    encoding: str | None
    max_size: int
    workers: int
    actors: tuple[str, ...]
    codebook: str | None


def options(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """One decorator that adds several options, in the order given."""

    def add(command: Command) -> Command:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return add


reading_options = options(
    click.argument("sources", nargs=-1, required=True),
    click.option("--encoding", metavar="NAME", help="Encoding of text files, when it is neither UTF-8 nor marked."),
    click.option(
        "--max-size",
        type=click.IntRange(min=1),
        default=20,
        metavar="MB",
        help="Skip a document larger than this many megabytes.",
    ),
    click.option(
        "--workers",
        type=click.IntRange(min=1),
        default=1,
        metavar="N",
        help="Analyse in this many processes side by side; the result is the same.",
    ),
    click.option(
        "--actors",
        multiple=True,
        metavar="FILE.csv",
        help="Your own people and bodies over the known ones (docs/actors_file.md); may be given several times.",
    ),
    click.option(
        "--codebook",
        metavar="FILE.yaml",
        help="Your own issues and norms in place of the shipped ones (docs/codebook_file.md).",
    ),
)

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON on standard output, nothing else there.")


def check_own_files(settings: ReadingSettings) -> None:
    """Reads the user's files on who is who and on issues once, so that a wrong one is told before any document is read.

    Raises: UsageError at the first thing that is wrong in one.
    """
    if settings["actors"]:
        knowledge([Path(name) for name in settings["actors"]])
    if settings["codebook"]:
        codebook(Path(settings["codebook"]))


class Intake:
    """The documents of some sources, in order; an input that gives none is told on standard error and counted.

    `n_documents` and `n_skipped` count as the documents are taken; the command adds to `n_statements`.
    """

    def __init__(self, sources: Sequence[str], read_options: ReadOptions, tick: Callable[[], None]) -> None:
        self.n_documents = 0
        self.n_skipped = 0
        self.n_statements = 0
        self._found = iter_documents(sources, stdin=sys.stdin.buffer, options=read_options)
        self._tick = tick

    @classmethod
    def from_settings(cls, settings: ReadingSettings, tick: Callable[[], None]) -> Intake:
        """The intake that a command's options ask for; `tick` is called for each document.

        Raises: UsageError when the encoding is unknown, or a file of actors or a codebook is wrong.
        """
        check_own_files(settings)
        read_options = ReadOptions(encoding=settings["encoding"], max_bytes=settings["max_size"] * MEGABYTE)
        return cls(settings["sources"], read_options, tick)

    def __iter__(self) -> Iterator[Document]:
        for found in self._found:
            if isinstance(found, Skipped):
                self.n_skipped += 1
                tell(f"skipped {found.path}: {found.detail} [{found.reason}]")
            else:
                self.n_documents += 1
                self._tick()
                yield found

    def close(self, context: click.Context) -> None:
        """Tells the counts, and leaves with 1 when an input failed."""
        skipped = f"; {counted(self.n_skipped, 'input')} skipped" if self.n_skipped else ""
        tell(f"{counted(self.n_documents, 'document')}, {counted(self.n_statements, 'statement')}{skipped}")
        context.exit(1 if self.n_skipped else 0)
