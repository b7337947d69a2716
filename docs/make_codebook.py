"""Writes docs/default_codebook.md from src/standoff/knowledge/data/codebook.yaml: python docs/make_codebook.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from standoff.knowledge.codebook import codebook
from standoff.values.codebook import Codebook, Issue, Norm

HEAD = """\
# The default issues and norms

Made from `src/standoff/knowledge/data/codebook.yaml` by `python docs/make_codebook.py`; a test fails when the two
differ.

These issues and norms come with the program. `standoff codebook show KEY` shows one with its terms, weights and
examples; how to write your own: [codebook_file.md](codebook_file.md).
"""


def codebook_page() -> str:
    """The whole page."""
    book = codebook()
    return "\n".join([HEAD, *_issues(book), "", *_norms(book), ""])


def _issues(book: Codebook) -> Iterator[str]:
    yield f"## Issues ({len(book.issues)})"
    for issue in book.issues:
        yield from ("", f"### `{issue.key}`: {issue.name}", "", issue.definition, "")
        yield from _rules(issue)


def _rules(issue: Issue) -> Iterator[str]:
    rules = {"Includes": issue.include, "Not": issue.exclude, "For instance": " · ".join(issue.examples)}
    yield from (f"- {label}: {text}" for label, text in rules.items() if text)
    yield f"- Terms: {len(issue.terms)}"


def _norms(book: Codebook) -> Iterator[str]:
    yield from (f"## Norms ({len(book.norms)})", "", "| norm | name | found by |", "| --- | --- | --- |")
    yield from map(_norm_row, book.norms)


def _norm_row(norm: Norm) -> str:
    terms = " · ".join(term.text for term in norm.terms).replace("|", "\\|").replace("*", "\\*").replace("<", "\\<")
    return f"| `{norm.key}` | {norm.name} | {terms} |"


if __name__ == "__main__":
    Path(__file__).with_name("default_codebook.md").write_text(codebook_page(), encoding="utf-8")
