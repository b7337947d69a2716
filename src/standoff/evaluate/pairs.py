"""Minimal pairs: texts that differ in one small thing, which changes the basis (or the act) of what is said.

What they test is that the words that decide are read, not that such words are about. An item is right when the
statement whose content overlaps the item's content best carries the item's label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standoff.errors import GoldError
from standoff.evaluate.counts import Counts
from standoff.evaluate.faults import CATEGORIES
from standoff.evaluate.figures import Figure, Report, Sums, figure, ratio
from standoff.evaluate.gold import parsed_line, read_lines
from standoff.evaluate.scores import Predict, corpus_sha256
from standoff.evaluate.spans import overlap
from standoff.spans import Span
from standoff.values import Document, Statement

_KEYS: Mapping[str, type] = {"id": int, "text": str, "content": str, "pair": list, "teaches": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class PairItem:
    """One text of a minimal pair; `label` is its basis or act, `partners` the items one change away."""

    item_id: int
    text: str
    content: Span
    label: str
    partners: tuple[int, ...]
    teaches: str


def evaluate_pairs(path: Path | str, predict: Predict) -> Report:
    """How often the basis is right on minimal pairs, by label and by pair; every wrong item is listed.

    The act is measured instead where the file labels it. Intervals draw whole groups of items that are linked by pairs.

    Raises: UsageError when the file cannot be opened, GoldError when it is not valid.
    """
    path = Path(path)
    field = file_field(path)
    items = read_pairs(path, field)
    said = {item.item_id: _said(item, predict, field) for item in items}
    by_id = {item.item_id: item for item in items}
    groups = [[by_id[i] for i in group] for group in pair_groups(items)]
    return Report(
        corpus=f"pairs {path.name}",
        sha256=corpus_sha256([path]),
        n_documents=len(items),
        n_gold=len(items),
        n_predicted=sum(label is not None for label in said.values()),
        figures=_figures(Sums([_group_counts(group, by_id, said) for group in groups]), field),
        misses=tuple(_miss(item, said[item.item_id]) for item in items if said[item.item_id] != item.label),
    )


def _figures(sums: Sums, field: str) -> tuple[Figure, ...]:
    """Accuracy over items and over pairs, and the recall of each label that the file has."""
    labels = [label for label in CATEGORIES[field] if sums.of(f"item.{label}.gold")[0] > 0]
    names = {"item": f"{field}.accuracy", "pair": "pair.accuracy"}
    names |= {f"item.{label}": f"{field}.{label}.recall" for label in labels}
    shares = {name: (sums.of(f"{key}.right"), sums.of(f"{key}.gold")) for key, name in names.items()}
    return tuple(figure(name, ratio(part, whole), whole[0]) for name, (part, whole) in shares.items())


def _said(item: PairItem, predict: Predict, field: str) -> str | None:
    """The label of the statement whose content overlaps the item's best, the first of equals.

    None without such a statement, and for the act of one that was not coded.
    """
    analysis = predict(Document.from_text(item.text, path=f"pair item {item.item_id}"))
    best = max(analysis.statements, key=lambda s: overlap(s.content, [item.content]), default=None)
    if best is None or not _touches(best, item):
        return None
    if field == "basis":
        return best.basis
    coding = analysis.coding(best)
    return coding.act if coding else None


def _touches(statement: Statement, item: PairItem) -> bool:
    return any(span.overlaps(item.content) for span in statement.content)


def _group_counts(group: Sequence[PairItem], by_id: Mapping[int, PairItem], said: Mapping[int, str | None]) -> Counts:
    """Counts of right items, by label too, and of pairs of unlike labels with both items right."""
    counts: Counts = Counter()
    for item in group:
        is_right = said[item.item_id] == item.label
        for key in ("item", f"item.{item.label}"):
            counts[f"{key}.right"] += is_right
            counts[f"{key}.gold"] += 1
        later = (by_id[i] for i in item.partners if i > item.item_id)
        for partner in (other for other in later if other.label != item.label):
            counts["pair.right"] += is_right and said[partner.item_id] == partner.label
            counts["pair.gold"] += 1
    return counts


def _miss(item: PairItem, said: str | None) -> str:
    """One line on a wrong item."""
    return f"item {item.item_id}: {item.label} wanted, {said or 'nothing'} found ({item.teaches}): {item.text}"


def read_pairs(path: Path, field: str) -> tuple[PairItem, ...]:
    """The items of a file of minimal pairs whose label is `field`, "basis" or "act", in file order.

    Raises: UsageError when the file cannot be opened, GoldError at the first thing that is wrong in it.
    """
    items: dict[int, PairItem] = {}
    for line in read_lines(path):
        item = _item(f"{path}, line {line.number}", parsed_line(path, line), field)
        if item.item_id in items:
            raise GoldError(f"{path}, line {line.number}, id: {item.item_id} is taken by an earlier line")
        items[item.item_id] = item
    for item in items.values():
        for i in item.partners:
            if i not in items or item.item_id not in items[i].partners:
                raise GoldError(f"{path}, item {item.item_id}, pair: {i} is no item that names this one too")
    return tuple(items.values())


def file_field(path: Path) -> str:
    """The field that a file of minimal pairs labels, by its first item: "act" or "basis"; "basis" for an empty file.

    Raises: UsageError when the file cannot be opened, GoldError when its first line is not JSON.
    """
    first = next(read_lines(path), None)
    raw = parsed_line(path, first) if first else None
    return pair_field(raw) if isinstance(raw, dict) else "basis"


def pair_field(raw: Mapping[str, Any]) -> str:
    """The field that an item labels: "act" where it has one, else "basis"."""
    return "act" if "act" in raw else "basis"


def _item(place: str, raw: object, field: str) -> PairItem:
    """The item of one line.

    Raises: GoldError when it is not valid.
    """
    if not isinstance(raw, dict):
        raise GoldError(f"{place}, line: {type(raw).__name__} instead of an object; write one item a line")
    missing = [key for key in (*_KEYS, field) if key not in raw]
    if missing:
        raise GoldError(f"{place}, {missing[0]}: missing; an item needs {', '.join((*_KEYS, field))}")
    for key, kind in _KEYS.items():
        if not isinstance(raw[key], kind):
            raise GoldError(f"{place}, {key}: {raw[key]!r} is not of type {kind.__name__}")
    if not all(isinstance(i, int) for i in raw["pair"]):
        raise GoldError(f"{place}, pair: {raw['pair']!r} is not a list of ids")
    if raw[field] not in CATEGORIES[field]:
        allowed = ", ".join(CATEGORIES[field])
        raise GoldError(f"{place}, {field}: {raw[field]!r} is not in the codebook; allowed: {allowed}")
    if not raw["content"] or raw["text"].count(raw["content"]) != 1:
        raise GoldError(f"{place}, content: {raw['content']!r} has to stand in the text exactly once")
    start = raw["text"].index(raw["content"])
    return PairItem(
        item_id=raw["id"],
        text=raw["text"],
        content=Span(start, start + len(raw["content"])),
        label=raw[field],
        partners=tuple(raw["pair"]),
        teaches=raw["teaches"],
    )


def pair_groups(items: Sequence[PairItem]) -> tuple[tuple[int, ...], ...]:
    """The ids of items that are linked by pairs, directly or through others, in file order.

    A group stays on one side of any split.
    """
    partners = {item.item_id: item.partners for item in items}
    groups: list[tuple[int, ...]] = []
    seen: set[int] = set()
    for first in partners:
        if first not in seen:
            group, todo = {first}, [first]
            while todo:
                new = [i for i in partners[todo.pop()] if i not in group]
                group.update(new)
                todo.extend(new)
            seen |= group
            groups.append(tuple(i for i in partners if i in group))
    return tuple(groups)
