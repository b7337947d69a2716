"""`standoff codebook`: what a codebook says, and what is wrong with one of the user's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from standoff.cli.intake import json_option
from standoff.cli.streams import counted, print_data, print_lines, tell
from standoff.errors import UsageError
from standoff.export import json_text
from standoff.knowledge.codebook import Checked, check_codebook, codebook, fault_line
from standoff.values.codebook import Codebook, Issue, Norm, Term

Category = Issue | Norm


@click.group(name="codebook", epilog="\b\nExample:\n  standoff codebook check mine.yaml")
def codebook_commands() -> None:
    """Look at the codebook of issues and norms, or check one of your own (docs/codebook_file.md)."""


@codebook_commands.command(epilog="\b\nExamples:\n  standoff codebook check mine.yaml")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_context
def check(context: click.Context, *, file: Path, as_json: bool) -> None:
    """Say what is wrong with a codebook: every fault with file, line, key and what is allowed.

    Leaves with 1 when there is a fault; a warning is none.
    """
    checked = check_codebook(file)
    if as_json:
        print_data(json_text(_check_json(file, checked)) + "\n")
    else:
        marks = ["warning: " if fault.is_warning else "" for fault in checked.faults]
        print_lines(mark + fault_line(file, fault) for mark, fault in zip(marks, checked.faults, strict=True))
    tell(f"{file}: {_verdict(checked)}")
    context.exit(0 if checked.is_sound else 1)


@codebook_commands.command(epilog="\b\nExamples:\n  standoff codebook show\n  standoff codebook show sanctions")
@click.argument("key", required=False)
@click.option(
    "--codebook",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE.yaml",
    help="Your own codebook, not the one that comes with the program.",
)
@json_option
def show(*, key: str | None, path: Path | None, as_json: bool) -> None:
    """Show the issues and norms of the codebook in use, or one of them with its rules, terms and examples."""
    book = codebook(path)
    chosen = _chosen(book, key)
    if as_json:
        print_data(json_text(_book_json(book, chosen)) + "\n")
    elif key is not None:
        print_lines(line for category in chosen for line in _details(category))
    else:
        print_lines(_overview(book))


def _verdict(checked: Checked) -> str:
    if not checked.is_sound:
        return counted(sum(not fault.is_warning for fault in checked.faults), "fault")
    book = checked.codebook
    return f"sound; {counted(len(book.issues), 'issue')}, {counted(len(book.norms), 'norm')}"


def _chosen(book: Codebook, key: str | None) -> Sequence[Category]:
    """The categories of that key, an issue before a norm; all without one.

    Raises: UsageError when there is none.
    """
    every: tuple[Category, ...] = (*book.issues, *book.norms)
    chosen = [category for category in every if key in (None, category.key)]
    if not chosen:
        raise UsageError(f"{key!r} is no issue or norm of {book.name!r}; standoff codebook show lists them")
    return chosen


def _overview(book: Codebook) -> Iterator[str]:
    yield f"{book.name}{f', version {book.version}' if book.version else ''}"
    for title, categories in (("Issues", book.issues), ("Norms", book.norms)):
        yield from ("", f"{title} ({len(categories)}):")
        yield from (f"  {category.key}: {category.name}" for category in categories)


def _details(category: Category) -> Iterator[str]:
    yield f"{category.key}: {category.name}"
    for label, text in _texts(category).items():
        if text:
            yield from ("", f"{label.capitalize()}: {text}")
    yield from ("", f"Terms ({len(category.terms)}):", *(f"  {_term_line(term)}" for term in category.terms))
    if isinstance(category, Issue) and category.examples:
        yield from ("", "Examples:", *(f"  {example}" for example in category.examples))


def _texts(category: Category) -> dict[str, str]:
    texts = {"definition": category.definition}
    if isinstance(category, Issue):
        texts |= {"include": category.include, "exclude": category.exclude}
    return texts


def _term_line(term: Term) -> str:
    unless = f" (not with {', '.join(term.not_with)})" if term.not_with else ""
    return f"{term.weight:.2f} {term.text}{unless}"


def _check_json(file: Path, checked: Checked) -> Mapping[str, object]:
    faults = [
        {"line": f.line, "key": f.key, "detail": f.detail, "level": "warning" if f.is_warning else "fault"}
        for f in checked.faults
    ]
    return {
        "schema": "standoff-codebook-check/1",
        "path": str(file),
        "sound": checked.is_sound,
        "issues": len(checked.codebook.issues),
        "norms": len(checked.codebook.norms),
        "sha256": checked.codebook.sha256,
        "faults": faults,
    }


def _book_json(book: Codebook, chosen: Sequence[Category]) -> Mapping[str, object]:
    return {
        "schema": "standoff-codebook/1",
        "name": book.name,
        "version": book.version,
        "sha256": book.sha256,
        "issues": [_category_json(c) for c in chosen if isinstance(c, Issue)],
        "norms": [_category_json(c) for c in chosen if isinstance(c, Norm)],
    }


def _category_json(category: Category) -> Mapping[str, object]:
    terms = [{"term": t.text, "weight": t.weight, "not_with": list(t.not_with)} for t in category.terms]
    examples = {"examples": list(category.examples)} if isinstance(category, Issue) else {}
    return {"key": category.key, "name": category.name, **_texts(category), "terms": terms, **examples}
