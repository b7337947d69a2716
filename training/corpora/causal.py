"""The Causal News Corpus: sentences with cause, effect and signal marked, and sentences that hold none."""

from __future__ import annotations

import ast
import csv
import re
from pathlib import Path

from standoff.encode.labels import CausePart
from standoff.spans import Span
from training.examples import Codes, Example

_TAG = re.compile(r"</?(ARG0|ARG1|SIG\d)>")
_PARTS: dict[str, CausePart] = {"ARG0": "cause", "ARG1": "effect"}


def read_causal(path: Path) -> list[Example]:
    """One example for each sentence of a grouped file; of several relations in one sentence the first."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [_example(row) for row in rows]


def _example(row: dict[str, str]) -> Example:
    marked = ast.literal_eval(row["causal_text_w_pairs"] or "[]")
    text, parts = _parts(marked[0]) if marked else (row["text"], [])
    return Example(name=row["index"], text=text, convention="gold", codes=Codes(causes=tuple(parts)))


def _parts(marked: str) -> tuple[str, list[tuple[CausePart, Span]]]:
    """The text without tags, and the parts that they mark."""
    pieces, opened, found, at, n = [], {}, [], 0, 0
    for tag in _TAG.finditer(marked):
        pieces.append(marked[at : tag.start()])
        n, at = n + len(pieces[-1]), tag.end()
        if not tag[0].startswith("</"):
            opened[tag[1]] = n
        elif tag[1] in opened:
            found.append((_PARTS.get(tag[1], "signal"), Span(opened.pop(tag[1]), n)))
    return "".join([*pieces, marked[at:]]), [(part, span) for part, span in found if span.start < span.end]
