"""Sentences written for one act each: one JSON object a line, the parts of the statement given as its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from standoff.spans import Span
from training.examples import Example, Labelled


def read_acts(path: Path) -> list[Example]:
    """One example for each line; its spans are the first place where the words stand."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [_example(f"{path.stem}:{i}", json.loads(line)) for i, line in enumerate(lines) if line.strip()]


def _example(name: str, item: dict[str, Any]) -> Example:
    text = item["text"]
    content = _span(text, item["content"])
    if content is None:
        raise ValueError(f"{name}: the content does not stand in the text: {item['content']!r}")
    source, target = _span(text, item["source"]), _span(text, item["target"])
    statement = Labelled(
        source=source,
        cue=_cue(text, item["cue"], content),
        content=(content,),
        targets=None if target is None else (target,),
        act=item["act"],
        has_roles=False,
    )
    return Example(name=name, text=text, convention="gold", acts=(statement,))


def _cue(text: str, words: str | None, content: Span) -> Span | None:
    """The cue; where its words stand several times, the place nearest to the content and outside it."""
    if not words:
        return None
    places = [Span(i, i + len(words)) for i in range(len(text)) if text.startswith(words, i)]
    outside = [p for p in places if not p.overlaps(content)] or places
    return min(outside, key=lambda p: max(content.start - p.end, p.start - content.end), default=None)


def _span(text: str, words: str | None) -> Span | None:
    at = text.find(words) if words else -1
    return Span(at, at + len(words)) if words and at >= 0 else None
