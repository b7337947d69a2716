"""Sentences with a marked source and target and what the first does to the second, by PLOVER's roots."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from standoff.spans import Span
from standoff.values.coding import Plover

_TAG = re.compile(r"</?([st])>")


@dataclass(frozen=True, slots=True)
class MarkedRelation:
    """A sentence, where source and target stand in it, and the root; rows of one sentence have one name."""

    name: str
    text: str
    source: Span
    target: Span
    root: Plover


def read_plover(path: Path) -> list[MarkedRelation]:
    """The rows of a tab-separated file of marked sentences with the column `gold_root`."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [relation for row in rows if (relation := _from_row(row)) is not None]


def read_relations(path: Path) -> list[MarkedRelation]:
    """Our own sentences: one JSON object a line with text, source, target and plover."""
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [
        MarkedRelation(f"{path.stem}:{i}", item["text"], *(_find(item["text"], item[k]) for k in ("source", "target")),
                       item["plover"])
        for i, item in enumerate(items)
    ]  # fmt: skip


def _from_row(row: Mapping[str, str]) -> MarkedRelation | None:
    """The relation of a row: by its `<s>` and `<t>` tags, and where one is missing by the first place of the words;
    `None` where they do not stand in the sentence.
    """
    parts, places, at, n = [], {}, 0, 0
    for tag in _TAG.finditer(row["marked_sentence"]):
        parts.append(row["marked_sentence"][at : tag.start()])
        n, at = n + len(parts[-1]), tag.end()
        places[tag[0]] = n
    text = "".join([*parts, row["marked_sentence"][at:]])
    spans = []
    for tag, words in (("s", row["source"]), ("t", row["target"])):
        if f"<{tag}>" in places and f"</{tag}>" in places:
            spans.append(Span(places[f"<{tag}>"], places[f"</{tag}>"]))
        elif words and words in text:
            spans.append(_find(text, words))
    if len(spans) < 2:
        return None
    return MarkedRelation(row["sentence_id"], text, *spans, row["gold_root"])  # type: ignore[arg-type]


def _find(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))
