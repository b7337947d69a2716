"""Treebanks in CoNLL-U, for where sentences end: UD English EWT and GUM."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.examples import Example


def read_conllu(path: Path) -> list[Example]:
    """The documents of a treebank file as running text with the offsets at which sentences end."""
    return [_example(name, sentences) for name, sentences in _documents(path)]


def _documents(path: Path) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    """Each document's name and its sentences, with whether a paragraph begins there."""
    name, sentences, is_new = path.stem, [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.removeprefix("# ").partition(" = ")
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences = value or path.stem, []
        elif line.startswith("# newpar"):
            is_new = True
        elif key == "text" and line.startswith("#"):
            sentences.append((value.strip(), is_new))
            is_new = False
    if sentences:
        yield name, sentences


def _example(name: str, sentences: list[tuple[str, bool]]) -> Example:
    text, ends = "", []
    for sentence, is_new in sentences:
        text += ("\n\n" if is_new else " ") * bool(text) + sentence
        ends.append(len(text))
    return Example(name=name, text=text, convention="gold", statements=None, sentence_ends=tuple(ends))
