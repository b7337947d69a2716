"""How well the relation of a marked source to a marked target is coded: PLOVER roots on the public benchmark.

The benchmark's rows are tab-separated, `gold_root` is the label that people settled on. A row that could not be coded
counts as missed. Some sentences stand in several rows, one for each pair; so sentences are what intervals draw.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from standoff.errors import GoldError, UsageError
from standoff.evaluate.counts import Counts
from standoff.evaluate.figures import Report, Sums, field_figures
from standoff.evaluate.scores import corpus_sha256
from standoff.values.coding import PLOVERS, Plover
from standoff.values.relation import RelationCoding

CodeLines = Callable[[Sequence[str]], Iterable[RelationCoding | None]]
"""Codes the lines of a file, its header the first: one coding for each row in order, `None` where it has none."""

SETTING = "setting: source and target are marked; intervals draw sentences, which count as documents above"
SEEN = "the shipped weights learned from PLV_train.tsv, which flatters them there; on rows held out: docs/model_card.md"

PUBLISHED: tuple[str, ...] = (
    "published, from the codebook without training, up to 134 passes a sentence (accuracy, macro-F1):",
    "  ZSP on RoBERTa-large, PLV_test.tsv    0.835  0.821",
    "  ZSP on RoBERTa-large, PLV_train.tsv   0.760  0.743",
)
"""What others reach, to set ours beside.

Source: the predictions that the benchmark's own repository keeps (github.com/snowood1/Zero-Shot-PLOVER, ACL 2024).
"""

_SENTENCE = ("marked_sentence", "sentence")
_GOLD = "gold_root"
_TAG = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRelation:
    """One row of the benchmark: its sentence without marks, and its root."""

    sentence: str
    root: Plover


def evaluate_relations(path: Path | str, code: CodeLines) -> Report:
    """How often `code` finds the root of a row: accuracy, macro-F1 over the roots in the file, F1 of each.

    Raises: UsageError when the file cannot be read, GoldError at the first row without a root of PLOVER.
    """
    path = Path(path)
    lines = _lines(path)
    gold = tuple(read_roots(path, lines))
    coded = list(code(lines))
    counts: dict[str, Counts] = {}
    for row, coding in zip(gold, coded, strict=True):
        counts.setdefault(row.sentence, Counter()).update(_counts(row.root, coding.plover if coding else None))
    return Report(
        corpus=f"relations {path.name}",
        sha256=corpus_sha256([path]),
        n_documents=len(counts),
        n_gold=len(gold),
        n_predicted=sum(coding is not None for coding in coded),
        figures=field_figures(Sums(list(counts.values())), "root", PLOVERS),
        notes=(SETTING, SEEN, *PUBLISHED),
    )


def read_roots(path: Path, lines: Sequence[str]) -> Iterator[GoldRelation]:
    """The sentence and root of each row, in order; `path` is only named.

    Raises: UsageError when the header has no such columns, GoldError at the first row without a root of PLOVER.
    """
    header = lines[0].split("\t")
    sentence = next((header.index(name) for name in _SENTENCE if name in header), None)
    if sentence is None or _GOLD not in header:
        raise UsageError(f"{path}, line 1: no columns sentence and {_GOLD}; give a .tsv file of the benchmark")
    root = header.index(_GOLD)
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise GoldError(f"{path}, row {number}: {len(cells)} cells; the header has {len(header)}")
        if cells[root] not in PLOVERS:
            raise GoldError(f"{path}, row {number}, {_GOLD}: {cells[root]!r} is not one of {', '.join(PLOVERS)}")
        yield GoldRelation(sentence=_TAG.sub("", cells[sentence]), root=cast("Plover", cells[root]))


def _lines(path: Path) -> list[str]:
    """The lines of the file that hold something, without their ends.

    Raises: UsageError when it cannot be read or has no row.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as err:
        raise UsageError(f"{path}: cannot be read as UTF-8 rows ({err}); give a .tsv file of the benchmark") from err
    lines = [line.rstrip("\r") for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        raise UsageError(f"{path}: holds no row under its header; give a .tsv file of the benchmark")
    return lines


def _counts(gold: Plover, predicted: Plover | None) -> Counts:
    """Counts of one row, in all and under its roots."""
    counts: Counts = Counter({"root.gold": 1, f"root.{gold}.gold": 1})
    if predicted:
        counts[f"root.{predicted}.predicted"] += 1
    if predicted == gold:
        counts.update(("root.right", f"root.{gold}.right"))
    return counts
