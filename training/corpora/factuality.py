"""How certain single words are presented, from -3 (did not happen) to 3 (happened): tokens with numbers."""

from __future__ import annotations

import json
from pathlib import Path

from standoff.spans import Span
from training.examples import Codes, Example


def read_factuality(path: Path) -> list[Example]:
    """One example for each sentence; the tokens are joined as print has them, so far as that is plain."""
    return [
        _example(f"{path.stem}:{i}", json.loads(line))
        for i, line in enumerate(path.read_text(encoding="utf-8").split("\n"))
        if line.strip()
    ]


def _example(name: str, item: dict[str, object]) -> Example:
    tokens = str(item["text"]).split(" ")
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    values = []
    for target in item["targets"]:  # type: ignore[attr-defined]
        word = target["span1"][0]
        values.append((Span(starts[word], starts[word] + len(tokens[word])), float(target["label"])))
    return Example(name=name, text=" ".join(tokens), convention="gold", codes=Codes(factuality=tuple(values)))
