"""Our labels on the texts of others, kept as offsets, never with the text: acts and targets of statements, voices.

A line of `acts_real.jsonl` is one statement: corpus, document, the hash of its text, spans, act, names of its targets.
A line of `articles_real.jsonl` is one article with all statements that were found in it, the writer's voice, and the
cues of what was found and is no statement.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from standoff.spans import Span, hull
from standoff.values.document import canonical_text
from training.corpora.polnear import read_polnear
from training.examples import Codes, Example, Labelled

_AROUND = 220
"""Characters of context kept on either side of a statement, up to the end of a sentence."""
_READ_CHARS = 6000


def read_labelled(path: Path, corpora: Path) -> list[Example]:
    """One example for each labelled statement: its surroundings, cut at the ends of sentences.

    Raises: ValueError when a text is not the one that was labelled.
    """
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    texts = _texts(corpora, {item["corpus"] for item in items})
    return [_example(f"{path.stem}:{i}", item, texts[item["corpus"], item["doc"]]) for i, item in enumerate(items)]


def read_labelled_articles(path: Path, corpora: Path) -> list[Example]:
    """One example for each labelled article: acts and targets of its statements, the writer's voice elsewhere.

    Raises: ValueError when a text is not the one that was labelled.
    """
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    texts = _texts(corpora, {item["corpus"] for item in items})
    return [_article(f"{path.stem}:{i}", item, texts[item["corpus"], item["doc"]]) for i, item in enumerate(items)]


def _article(name: str, item: Mapping[str, Any], text: str) -> Example:
    _check(name, item, text)
    statements = tuple(
        Labelled(
            source=Span(*s["source"]) if s["source"] else None,
            cue=Span(*s["cue"]),
            content=tuple(Span(*part) for part in s["content"]),
            targets=tuple(Span(*part) for part in s["targets"]),
            act=s["act"],
            has_roles=False,
        )
        for s in item["statements"]
    )
    voices = tuple((Span(start, end), label) for start, end, label in item["voice"])
    refused = tuple(Span(*cue) for cue in item["refused"])
    seen = [*(part for s in statements for part in s.content), *(span for span, _ in voices), *refused]
    end = max(span.end for span in seen)
    codes = Codes(voices=voices)
    return Example(name=name, text=text[:end], convention="gold", acts=statements, codes=codes, refused=refused)


def _check(name: str, item: Mapping[str, Any], text: str) -> None:
    if hashlib.sha256(text.encode()).hexdigest() != item["sha256"]:
        raise ValueError(f"{name}: the text of {item['doc']} is not the one that was labelled")


def _example(name: str, item: Mapping[str, Any], text: str) -> Example:
    _check(name, item, text)
    parts = [Span(*part) for part in (item["source"], item["cue"], *item["content"]) if part]
    start, end = _surroundings(text, hull(parts))
    moved = lambda part: Span(part[0] - start, part[1] - start)  # noqa: E731
    statement = Labelled(
        source=moved(item["source"]) if item["source"] else None,
        cue=moved(item["cue"]),
        content=tuple(moved(part) for part in item["content"]),
        act=item["act"],
        has_roles=False,
    )
    return Example(name=name, text=text[start:end], convention="gold", acts=(statement,))


def _surroundings(text: str, statement: Span) -> Span:
    """The statement with what stands around it, from the beginning of a sentence or line to the end of one."""
    left = max(0, statement.start - _AROUND)
    starts = [i + len(mark) for mark in ("\n", ". ", "” ") if (i := text.find(mark, left, statement.start)) >= 0]
    ends = [i + 1 for mark in ("\n", ". ") if (i := text.find(mark, statement.end)) >= 0]
    start = 0 if left == 0 else min(starts, default=statement.start)
    return Span(start, min(ends, default=len(text)))


def _texts(corpora: Path, wanted: Iterable[str]) -> dict[tuple[str, str], str]:
    """The texts of the corpora by corpus and document."""
    readers = {"wikinews": _wikinews, "state_department": _state_department, "polnear": _polnear}
    return {(corpus, name): text for corpus in sorted(wanted) for name, text in readers[corpus](corpora).items()}


def _wikinews(corpora: Path) -> dict[str, str]:
    csv.field_size_limit(10**9)
    found = {}
    for path in sorted((corpora / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            found |= {row["url"]: canonical_text(row["text"])[:_READ_CHARS] for row in csv.DictReader(lines)}
    return found


def _state_department(corpora: Path) -> dict[str, str]:
    found = {}
    for path in sorted((corpora / "state_department").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                item = json.loads(line)
                text = item.get("text") or item.get("article") or ""
                found[item.get("id") or item.get("url") or ""] = canonical_text(text)[:_READ_CHARS]
    return found


def _polnear(corpora: Path) -> dict[str, str]:
    return {example.name: example.text for example in read_polnear(corpora / "polnear" / "train")}
