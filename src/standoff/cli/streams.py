"""Standard output and standard error: bytes for programs, harmless lines for people, progress on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from standoff.export import Record, jsonl_lines, write_records
from standoff.report import inert, legible


def tell(line: str) -> None:
    """One line for people, on standard error; a file's name may hold anything, so it is made harmless first."""
    click.echo(legible(inert(line), sys.stderr.encoding or "ascii"), err=True)


def print_lines(lines: Iterable[str]) -> None:
    """Lines for people, on standard output; they may quote an article, so they are made harmless."""
    for line in lines:
        click.echo(legible(inert(line), sys.stdout.encoding or "ascii"))


class Output(Console):
    """Standard output for people: plain when it is no terminal or NO_COLOR is set."""

    def __init__(self) -> None:
        super().__init__(highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto")

    def on_broken_pipe(self) -> None:
        """Hands the error on, where rich would end the program with 1, which here means a failed input."""
        raise BrokenPipeError

    def print_screen(self, lines: Iterable[Text]) -> None:
        """Prints lines that a report has laid out."""
        for line in lines:
            self.print(line, soft_wrap=True)


def print_data(text: str) -> None:
    """Text for programs, on standard output: in UTF-8 whatever the terminal's encoding, as JSON demands."""
    click.echo(text.encode(), nl=False)


def put_records(records: Iterable[Record], output: str) -> None:
    """The records, where `-o` says: into the file of that name, or as JSON lines on standard output for "-"."""
    if output == "-":
        for line in jsonl_lines(records):
            print_data(line)
    else:
        write_records(records, Path(output))


def counted(n: int, noun: str) -> str:
    """The number with its noun.

    >>> counted(1, "document"), counted(0, "input")
    ('1 document', '0 inputs')
    """
    return f"{n} {noun}{'' if n == 1 else 's'}"


@contextmanager
def progress(label: str) -> Iterator[Callable[[], None]]:
    """A function to call for each document taken up; shows a line on standard error while it lasts, on a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:.0f}"), TimeElapsedColumn())
    # Standard output belongs to the result: it must not be led through this console.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as shown:
        task = shown.add_task(label, total=None)
        yield lambda: shown.advance(task)
