"""Whom a pronoun stands for, measured on GAP (Webster et al. 2018): Wikipedia snippets with a pronoun and two names.

The setting is *gold-two-mention*: both names are given, and which of them the pronoun stands for, or neither, is asked.
Finding the names is no part of it, which makes it easier than what most published figures are for.

Source: the measure of GAP's own scorer (github.com/google-research-datasets/gap-coreference): each name of each snippet
is one yes-or-no question, F1 over the names; the bias is F1 on feminine pronouns over F1 on masculine ones.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from standoff.errors import GoldError, UsageError
from standoff.evaluate.counts import Counts
from standoff.evaluate.figures import Figure, Report, Sums, f1, figure, prf_figures, ratio
from standoff.evaluate.scores import corpus_sha256
from standoff.spans import Span
from standoff.values import Document

Gender = Literal["feminine", "masculine"]
Compare = Callable[[Document, Span, Sequence[Span]], tuple[float, ...]]
"""`(document, pronoun, names)` to a probability for each name in order, and a last one for neither."""

_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("she", "her", "hers"), "feminine"),
    **dict.fromkeys(("he", "him", "his"), "masculine"),
}
_NAMES = ("A", "B")
_COLUMNS = ("ID", "Text", "Pronoun", *(key for name in _NAMES for key in (name, f"{name}-coref")))
_ANSWERS = {"TRUE": True, "FALSE": False}

SETTING = "setting: gold-two-mention (both names are given; which one, or neither, is asked)"

PUBLISHED: tuple[str, ...] = (
    "published on the test set, finding the names as well (F1 overall, masculine, feminine; bias):",
    "  Parallelism (Webster et al. 2018)              66.9  69.4  64.4  0.93",
    "  Parallelism, knowing the page (the same)       70.6  72.3  68.8  0.95",
    "  end to end on BERT-large (Joshi et al. 2019)   85.0",
)
"""What others reach, to set ours beside.

Sources: the two heuristics of Webster, Recasens, Axelrod and Baldridge (Mind the GAP, TACL 6, 2018) as the corpus'
own page gives them as its benchmarks, the second one looking at the title of the Wikipedia page (Parallelism+URL);
Joshi, Levy, Weld and Zettlemoyer (BERT for Coreference Resolution, EMNLP-IJCNLP 2019), overall F1.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """One row of GAP: a pronoun, the two names A and B, and for each whether the pronoun stands for it."""

    name: str
    text: str
    pronoun: Span
    gender: Gender
    names: tuple[Span, ...]
    is_meant: tuple[bool, ...]


def evaluate_gap(path: Path | str, compare: Compare) -> Report:
    """How often `compare` finds the name that a pronoun stands for, overall and by the pronoun's gender.

    A name is predicted when it is the likeliest of A, B and neither. Intervals draw whole snippets.

    Raises: UsageError when the file cannot be read, GoldError at the first row that is not GAP's.
    """
    path = Path(path)
    snippets = read_gap(path)
    counted = [_counts(snippet, _named(snippet, compare)) for snippet in snippets]
    sums = Sums(counted)
    return Report(
        corpus=f"gap {path.name}",
        sha256=corpus_sha256([path]),
        n_documents=len(snippets),
        n_gold=sum(counts["pronoun.gold"] for counts in counted),
        n_predicted=sum(counts["pronoun.predicted"] for counts in counted),
        figures=_figures(sums),
        notes=(SETTING, *PUBLISHED),
    )


def _figures(sums: Sums) -> tuple[Figure, ...]:
    """Precision, recall and F1, overall and by gender, and the bias."""
    names = ("pronoun", "pronoun.masculine", "pronoun.feminine")
    scored = [figure for name in names for figure in prf_figures(sums, name)]
    bias = ratio(f1(sums, "pronoun.feminine"), f1(sums, "pronoun.masculine"))
    return (*scored, figure("pronoun.bias", bias, sums.of("pronoun.gold")[0]))


def _named(snippet: Snippet, compare: Compare) -> int:
    """The place of the likeliest of the names, their number where neither is likeliest; the first of equals."""
    shares = compare(Document.from_text(snippet.text, path=snippet.name), snippet.pronoun, snippet.names)
    return max(range(len(shares)), key=lambda i: shares[i])


def _counts(snippet: Snippet, named: int) -> Counts:
    """Counts of one snippet's names, overall and under its pronoun's gender."""
    counts: Counts = Counter()
    for key in ("pronoun", f"pronoun.{snippet.gender}"):
        counts[f"{key}.predicted"] += named < len(snippet.names)
        counts[f"{key}.gold"] += sum(snippet.is_meant)
        counts[f"{key}.right"] += named < len(snippet.names) and snippet.is_meant[named]
    return counts


def read_gap(path: Path) -> tuple[Snippet, ...]:
    """The rows of one of GAP's tab-separated files, in file order.

    Raises: UsageError when the file cannot be read or is empty, GoldError at the first row that is not GAP's.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError, csv.Error) as err:
        raise UsageError(f"{path}: cannot be read as UTF-8 rows ({err}); give a .tsv file of GAP") from err
    if not rows:
        raise UsageError(f"{path}: holds no row under its header; give a .tsv file of GAP")
    return tuple(_snippet(f"{path}, line {number}", row) for number, row in enumerate(rows, 2))


def _snippet(place: str, row: dict[str, str]) -> Snippet:
    """The snippet of one row.

    Raises: GoldError naming the column that is missing or wrong.
    """
    missing = [key for key in _COLUMNS if not row.get(key)]
    if missing:
        raise GoldError(f"{place}, {missing[0]}: missing; a row of GAP needs {', '.join(_COLUMNS)} and the offsets")
    gender = _GENDERS.get(row["Pronoun"].lower())
    if gender is None:
        raise GoldError(f"{place}, Pronoun: {row['Pronoun']!r} is not one of {', '.join(_GENDERS)}")
    return Snippet(
        name=row["ID"],
        text=row["Text"],
        pronoun=_span(place, row, "Pronoun"),
        gender=gender,
        names=tuple(_span(place, row, name) for name in _NAMES),
        is_meant=tuple(_answer(place, row, f"{name}-coref") for name in _NAMES),
    )


def _span(place: str, row: dict[str, str], key: str) -> Span:
    """Where the words of one column stand in the text.

    Raises: GoldError when they do not stand at the offset given.
    """
    offset = row.get(f"{key}-offset") or ""
    start = int(offset) if offset.isdecimal() else -1
    span = Span(start, start + len(row[key]))
    if start < 0 or span.of(row["Text"]) != row[key]:
        raise GoldError(f"{place}, {key}-offset: {offset!r} is not where {row[key]!r} stands in the text")
    return span


def _answer(place: str, row: dict[str, str], key: str) -> bool:
    if row[key] not in _ANSWERS:
        raise GoldError(f"{place}, {key}: {row[key]!r} is neither TRUE nor FALSE")
    return _ANSWERS[row[key]]
