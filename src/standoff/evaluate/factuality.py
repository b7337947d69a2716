"""How surely what a predicate tells is presented as so, measured on the corpora of unified factuality.

Each row is a sentence, its tokens joined by spaces, with predicates marked in it; each predicate has a value from
-3 (surely not so) to 3 (surely so), 0 for what is left open. The predicates are given, as in the published figures.

Source: UDS-IH2 (Rudinger, White and Van Durme, Neural models of factuality, NAACL 2018), MEANTIME and others in the
form and on the scale of Stanovsky et al. (Integrating deep linguistic features in factuality prediction over unified
datasets, ACL 2017). Measures as there: Pearson's r, and the mean absolute error.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from standoff.errors import GoldError
from standoff.evaluate.figures import Figure, Floats, Report, Sums, figure, ratio
from standoff.evaluate.gold import parsed_line, read_lines
from standoff.evaluate.scores import corpus_sha256
from standoff.spans import Span
from standoff.values import Document, Reading, canonical_text

Weigh = Callable[[Document, Sequence[Span]], Sequence[float]]
"""`(document, spans)` to a value for each span in order, from -3 to 3."""

GREATEST = 3.0
"""The value of what is presented as surely so; its negative is that of what is surely not so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One sentence: its text, where its predicates stand, and the value of each."""

    text: str
    predicates: tuple[Span, ...]
    values: tuple[float, ...]


def evaluate_factuality(path: Path | str, weigh: Weigh) -> Report:
    """How near `weigh` comes to the values of the predicates in a file. Intervals draw whole sentences.

    Raises: UsageError when the file cannot be opened, GoldError at the first row that is none of a factuality corpus.
    """
    path = Path(path)
    sentences = read_factuality(path)
    said = [weigh(Document.from_text(s.text, path=f"{path.name} {i}"), s.predicates) for i, s in enumerate(sentences)]
    sums = Sums([_moments(s, values) for s, values in zip(sentences, said, strict=True)])
    n_predicates = sum(len(s.values) for s in sentences)
    return Report(
        corpus=f"factuality {path.resolve().parent.name}/{path.name}",
        sha256=corpus_sha256([path]),
        n_documents=len(sentences),
        n_gold=n_predicates,
        n_predicted=sum(map(len, said)),
        figures=_figures(sums),
        notes=(_note(sums),),
    )


def _moments(sentence: Weighed, said: Sequence[float]) -> dict[str, float]:
    """What a correlation and an error are made of, summed over one sentence: x is said, y is so."""
    x, y = np.array(said, dtype=np.float64), np.array(sentence.values, dtype=np.float64)
    return {
        "n": float(len(y)),
        "x": float(x.sum()),
        "y": float(y.sum()),
        "xx": float(x @ x),
        "yy": float(y @ y),
        "xy": float(x @ y),
        "error": float(np.abs(x - y).sum()),
        "error_of_greatest": float(np.abs(GREATEST - y).sum()),
    }


def _figures(sums: Sums) -> tuple[Figure, ...]:
    """Pearson's r and the mean absolute error."""
    n = sums.of("n")
    error = ratio(sums.of("error"), n)
    return (
        figure("factuality.pearson_r", _correlation(sums), n[0]),
        figure("factuality.mean_absolute_error", error, n[0]),
    )


def _correlation(sums: Sums) -> Floats:
    """Pearson's r of what is said and what is so; 0 where either is the same throughout."""
    n, x, y = sums.of("n"), sums.of("x"), sums.of("y")
    xx, yy, xy = n * sums.of("xx") - x * x, n * sums.of("yy") - y * y, n * sums.of("xy") - x * y
    # What is the same throughout has no spread but for rounding.
    least = 1e-9 * np.maximum(n * n, 1.0)
    spread = np.where((xx > least) & (yy > least), np.sqrt(np.maximum(xx, 0.0) * np.maximum(yy, 0.0)), 0.0)
    return np.clip(ratio(xy, spread), -1.0, 1.0)


def _note(sums: Sums) -> str:
    """What the error of a constant is, to read the error beside: most of what is told is presented as so."""
    error = float(ratio(sums.of("error_of_greatest"), sums.of("n"))[0])
    return f"mean absolute error of calling everything surely so (3): {error:.3f}"


def factuality_at(reading: Reading, spans: Sequence[Span]) -> tuple[float, ...]:
    """What a reading says of each span: the factuality of the first word that overlaps it, 0 where no word does."""
    ends = [word.end for word in reading.words]
    first = [bisect_right(ends, span.start) for span in spans]
    return tuple(
        float(reading.factuality[i]) if i < len(ends) and reading.words[i].start < span.end else 0.0
        for i, span in zip(first, spans, strict=True)
    )


def read_factuality(path: Path) -> tuple[Weighed, ...]:
    """The sentences of a file of unified factuality, in file order.

    Raises: UsageError when the file cannot be opened, GoldError at the first row that is none of a factuality corpus.
    """
    sentences = tuple(_sentence(f"{path}, line {line.number}", parsed_line(path, line)) for line in read_lines(path))
    if not any(sentence.predicates for sentence in sentences):
        raise GoldError(f"{path}, line 1, targets: the file marks no predicate; give one of a factuality corpus")
    return sentences


def _sentence(place: str, raw: object) -> Weighed:
    """The sentence of one row.

    Raises: GoldError naming the key that is missing or wrong.
    """
    if not isinstance(raw, dict):
        raise GoldError(f"{place}, line: {type(raw).__name__} instead of an object; write one sentence a line")
    text, targets = raw.get("text"), raw.get("targets")
    if not isinstance(text, str) or not text or canonical_text(text) != text:
        raise GoldError(f"{place}, text: {text!r} is no clean text; give tokens joined by spaces, none a control")
    if not isinstance(targets, list) or not all(isinstance(target, dict) for target in targets):
        raise GoldError(f"{place}, targets: {targets!r} is no list of objects; each needs span1 and label")
    tokens = _tokens(text)
    return Weighed(
        text=text,
        predicates=tuple(_predicate(f"{place}, targets[{i}]", target, tokens) for i, target in enumerate(targets)),
        values=tuple(_value(f"{place}, targets[{i}]", target) for i, target in enumerate(targets)),
    )


def _tokens(text: str) -> tuple[Span, ...]:
    """The tokens of a text, which single spaces part.

    >>> _tokens("It rained .")
    (Span(start=0, end=2), Span(start=3, end=9), Span(start=10, end=11))
    """
    tokens = text.split(" ")
    starts = accumulate((len(token) + 1 for token in tokens[:-1]), initial=0)
    return tuple(Span(start, start + len(token)) for start, token in zip(starts, tokens, strict=True))


def _predicate(place: str, target: Mapping[str, Any], tokens: Sequence[Span]) -> Span:
    """Where the tokens of a predicate stand.

    Raises: GoldError when `span1` is no range of tokens.
    """
    raw: Any = target.get("span1")
    is_pair = isinstance(raw, list) and len(raw) == 2 and all(type(i) is int for i in raw)
    if not is_pair or not 0 <= raw[0] < raw[1] <= len(tokens):
        raise GoldError(f"{place}.span1: {raw!r} is no range of the {len(tokens)} tokens; write [first, last + 1]")
    return Span(tokens[raw[0]].start, tokens[raw[1] - 1].end)


def _value(place: str, target: Mapping[str, Any]) -> float:
    """The value of a predicate.

    Raises: GoldError when `label` is no number on the scale.
    """
    raw: Any = target.get("label")
    if type(raw) not in (int, float) or not -GREATEST <= raw <= GREATEST:
        raise GoldError(f"{place}.label: {raw!r} is no number from -3 to 3")
    return float(raw)
