"""`standoff annotate`: work on annotation files."""

from __future__ import annotations

from pathlib import Path

import click

from standoff.cli.streams import counted, print_lines, tell
from standoff.evaluate import check_gold


@click.group(epilog="\b\nExample:\n  standoff annotate check my_articles.jsonl")
def annotate() -> None:
    """Work on annotation files."""


@annotate.command(epilog="\b\nExample:\n  standoff annotate check my_articles.jsonl")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def check(context: click.Context, file: Path) -> None:
    """Check the annotations in FILE: offsets, categories, and sentences that nothing accounts for."""
    problems = check_gold(file)
    print_lines(map(str, problems))
    n_errors = sum(problem.level == "error" for problem in problems)
    tell(f"{file}: {counted(n_errors, 'error')}, {counted(len(problems) - n_errors, 'warning')}")
    context.exit(1 if n_errors else 0)
