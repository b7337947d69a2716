"""GAP: Wikipedia snippets with one ambiguous pronoun and two names, each marked as what it stands for or not."""

from __future__ import annotations

from pathlib import Path

from standoff.evaluate import gap
from training.examples import Example, Link


def read_gap(path: Path) -> list[Example]:
    """One example a row: its pronoun with the names A and B among antecedents or others."""
    return [_example(snippet) for snippet in gap.read_gap(path)]


def _example(snippet: gap.Snippet) -> Example:
    answers = tuple(zip(snippet.names, snippet.is_meant, strict=True))
    link = Link(
        anaphor=snippet.pronoun,
        antecedents=tuple(span for span, is_meant in answers if is_meant),
        others=tuple(span for span, is_meant in answers if not is_meant),
    )
    return Example(name=snippet.name, text=snippet.text, convention="gold", links=(link,))
