"""Pairs of statements as the program finds them, with what people say they are to each other; and the first look.

    python -m training.couples --corpora ../shared/corpora --work training/work

Writes the pairs for `training.couple_model` and the weights of the first look beside the code that uses it. Run with
the weights of the trunk that ship, since the pairs carry the codes that the program gives.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from standoff.compare.alike import Alike, alike_from_said
from standoff.compare.couples import FEATURES, couple
from standoff.compare.judged import WEIGHTS, look_row
from standoff.compare.said import Said, said_in
from standoff.encode.onnx import OnnxEncoder
from standoff.evaluate.found import found_statements
from standoff.evaluate.gold import GoldDocument, GoldStatement, read_gold
from standoff.pipeline import analyse
from standoff.spans import Span
from standoff.values import Analysis, Document
from training.calibrate import fitted
from training.corpora import read_polnear
from training.recipe import OWN

LABELS = ("same", "clash", "neither")
LEAST_WORTH = 0.08
"""The odds of the first look from which a pair is read. Of the pairs kept back, all claims and 18 of 19 clashes that
come out at the end have them, and a quarter of the pairs that 0.03 would read."""
_UNLIKE = 0.12


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as the network reads it, what it is (a place in LABELS), and the day or event that it is from; `is_real`
    where it was labelled by itself, of what the program had found, not by a proposition of an annotated event.
    """

    couple: Mapping[str, Any]
    look: Sequence[float]
    label: int
    origin: str
    is_real: bool


class Article(NamedTuple):
    """An article to be read for pairs, and its date."""

    name: str
    text: str
    day: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a statement of an event claims: the name of a proposition, whether it denies it, and for whom it is said."""

    name: str
    is_denied: bool
    side: str


def event_rows(path: Path) -> Iterator[Row]:
    """The pairs within each event of our own (`train_events.jsonl`), but for most that have nothing in common."""
    days = {document["doc"]: document["meta"]["date"] for document in _items(path)}
    gold = {document.name: document for document in read_gold(path)}
    events = json.loads(path.with_suffix(".propositions.json").read_text(encoding="utf-8"))
    for event, told_of in events.items():
        analyses, told = [], {}
        for name, propositions in told_of["articles"].items():
            analysis = _analysed(gold[name].text, name, days[name])
            analyses.append(analysis)
            told |= _propositions(analysis, gold[name], propositions)
        alike = alike_from_said(said_in(analyses))
        for i, j, label in _event_pairs(alike.said, told, {frozenset(pair) for pair in told_of["clashes"]}):
            row = _row(alike, (i, j), label, event)
            if label != LABELS.index("neither") or row.look[1] >= _UNLIKE or row.look[3] > 0:
                yield row


def _items(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _propositions(analysis: Analysis, gold: GoldDocument, names: Sequence[str]) -> dict[str, Proposition]:
    found = {}
    for i, j in found_statements(analysis.statements, gold.statements):
        if names[j] != "-":
            side = _side(gold.statements[j])
            found[analysis.statements[i].statement_id] = Proposition(names[j].lstrip("!"), names[j][0] == "!", side)
    return found


def _side(statement: GoldStatement) -> str:
    return statement.on_behalf_of or statement.actor or ""


def _event_pairs(
    said: Sequence[Said], told: Mapping[str, Proposition], against: set[frozenset[str]]
) -> Iterator[tuple[int, int, int]]:
    known = [i for i, one in enumerate(said) if one.statement_id in told]
    for i, j in combinations(known, 2):
        one, other = said[i], said[j]
        if other.statement_id != one.parent_id and one.statement_id != other.parent_id:
            yield i, j, LABELS.index(_relation(told[one.statement_id], told[other.statement_id], against))


def _relation(one: Proposition, other: Proposition, against: set[frozenset[str]]) -> str:
    """What two statements are to each other: who says the same cannot collide with itself."""
    if one.name == other.name and one.is_denied == other.is_denied:
        return "same"
    signed = frozenset("!" * p.is_denied + p.name for p in (one, other))
    is_clash = one.name == other.name or signed in against
    return "clash" if is_clash and one.side != other.side else "neither"


def read_rows(path: Path, stories: Mapping[str, Sequence[Article]]) -> Iterator[Row]:
    """The labelled pairs of a file (`pairs_*.jsonl`), each between two articles of one story or day."""
    items: dict[str, list[Any]] = defaultdict(list)
    for item in _items(path):
        items[item["day"]].append(item)
    for story, some in items.items():
        analyses = [_analysed(article.text, article.name, article.day) for article in stories[story]]
        alike = alike_from_said(said_in(analyses))
        at = _places(analyses, alike)
        for item in some:
            i, j = (at.get(_key(half["doc"], half["cue"], half["content"])) for half in item["halves"])
            if i is not None and j is not None:
                yield _row(alike, (min(i, j), max(i, j)), LABELS.index(item["label"]), story, is_real=True)


def polnear_days(corpora: Path) -> Mapping[str, Sequence[Article]]:
    """PolNeAR's training articles by their day, which is part of their names."""
    days: dict[str, list[Article]] = defaultdict(list)
    for example in read_polnear(corpora / "polnear" / "train"):
        if found := re.search(r"_(\d{4}-\d\d-\d\d)_", example.name):
            days[found[1]].append(Article(example.name, example.text, found[1]))
    return days


def own_stories(path: Path) -> Mapping[str, Sequence[Article]]:
    """Our own articles without annotation (`pairs_own_texts.jsonl`) by the event that they tell of."""
    events: dict[str, list[Article]] = defaultdict(list)
    for item in _items(path):
        events[item["event"]].append(Article(item["doc"], item["text"], item["date"]))
    return events


def _places(analyses: Sequence[Analysis], alike: Alike) -> dict[str, int]:
    spans = {s.statement_id: (a.document.path, s.cue, s.content) for a in analyses for s in a.statements}
    return {_key(*spans[one.statement_id]): i for i, one in enumerate(alike.said)}


def _key(doc: str, cue: Sequence[int] | Span | None, content: Sequence[Sequence[int] | Span]) -> str:
    return f"{doc}|{list(cue) if cue else None}|{[list(part) for part in content]}"


def _analysed(text: str, name: str, day: str) -> Analysis:
    return analyse(replace(Document.from_text(text, path=name), published=day))


def _row(alike: Alike, pair: tuple[int, int], label: int, origin: str, *, is_real: bool = False) -> Row:
    i, j = pair
    one, other = alike.said[i], alike.said[j]
    look = look_row(one, other, float(alike.scores(i, np.array([j]))[0]))
    known = couple(one, other, tuple(look[1 : 1 + len(FEATURES)]))
    return Row(couple=asdict(known), look=look, label=label, origin=origin, is_real=is_real)


def fit_look(rows: Sequence[Row]) -> dict[str, list[float]]:
    """The weights of the first look for each question."""
    look = np.array([row.look[1:] for row in rows])
    labels = np.array([row.label for row in rows])
    found = {name: fitted(look, (labels == i).astype(float)) for i, name in enumerate(LABELS[:2])}
    return {name: [round(float(weight), 4) for weight in weights] for name, weights in found.items()}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    options = parser.parse_args()
    rows = [
        *event_rows(OWN / "train_events.jsonl"),
        *read_rows(OWN / "pairs_real.jsonl", polnear_days(options.corpora)),
        *read_rows(OWN / "pairs_own.jsonl", own_stories(OWN / "pairs_own_texts.jsonl")),
    ]
    weights = {"model": OnnxEncoder.shipped().name, "least": LEAST_WORTH, **fit_look(rows)}
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    path = options.work / "couples" / "rows.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(row)) + "\n" for row in rows)
    counts = {name: sum(row.label == i for row in rows) for i, name in enumerate(LABELS)}
    print(f"{len(rows)} pairs: {counts}")


if __name__ == "__main__":
    main()
