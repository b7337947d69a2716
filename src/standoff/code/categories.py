"""What speaks for a category of the codebook: its terms in a statement, and how far they convince together.

A term in the content convinces by its weight w, so that terms w1, w2 ... together convince by 1 - (1-w1)(1-w2)...,
each term once, however often it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from standoff.code.terms import Match, Terms
from standoff.spans import Span, merge_spans
from standoff.values.codebook import Codebook, Term
from standoff.values.coding import Found

CONVINCES = 0.5
"""The score from which a category is found: one plain term in the content reaches it, one hint does not."""


class Placed(NamedTuple):
    """A term found, and whether it stands in the content or only beside it."""

    match: Match
    in_content: bool


def placed_terms(text: str, content: Sequence[Span], around: Span, terms: Terms) -> tuple[Placed, ...]:
    """The terms in the content and in the sentence around it, in text order.

    A term that stands partly in the content ("denied | any role in hacking") stands in it.
    """
    found = _found(terms, text, merge_spans([around, *content]))
    return tuple(Placed(match, _is_in(match.spans, content)) for match in found)


# The statements of a sentence come one after the other, and mostly say nothing outside it.
@lru_cache(maxsize=8)
def _found(terms: Terms, text: str, regions: tuple[Span, ...]) -> tuple[Match, ...]:
    return terms.find(text, regions)


def score_together(weights: Iterable[float]) -> float:
    """How far several weights convince together, 0-1.

    >>> round(score_together([0.4, 0.4]), 2), score_together([])
    (0.64, 0.0)
    """
    doubt = 1.0
    for weight in weights:
        doubt *= 1 - weight
    return 1 - doubt


def strongest(placed: Iterable[Placed], factor: float) -> tuple[float, ...]:
    """The weights that count: as written in the content, times `factor` beside it; the best one of each term, and of
    the terms that are the same words of the text.
    """
    weights: dict[tuple[Span, ...], tuple[float, Term]] = {}
    for match, in_content in placed:
        weight = match.term.weight * (1.0 if in_content else factor)
        if weight > weights.get(match.spans, (0.0,))[0]:
            weights[match.spans] = (weight, match.term)
    best: dict[Term, float] = {}
    for weight, term in weights.values():
        best[term] = max(weight, best.get(term, 0.0))
    return tuple(best.values())


def spans_of(placed: Sequence[Placed]) -> tuple[Span, ...]:
    """The words of the terms in the content, or of those beside it when it holds none."""
    inside = [p for p in placed if p.in_content]
    return merge_spans(span for p in inside or placed for span in p.match.spans)


def by_owner(placed: Iterable[Placed]) -> dict[str, list[Placed]]:
    """The terms found by the category that they speak for."""
    owners: dict[str, list[Placed]] = {}
    for one in placed:
        owners.setdefault(one.match.owner, []).append(one)
    return owners


def words_said(text: str, found: Found) -> str:
    """The words that speak for a category, quoted, for a step.

    >>> words_said("a truce at sea", Found(key="ceasefire", spans=(Span(2, 7),), score=0.7))
    '"truce"'
    """
    return ", ".join(f'"{" ".join(span.of(text).split())}"' for span in found.spans)


@lru_cache(maxsize=4)
def terms_of(codebook: Codebook, kind: Literal["issues", "norms"]) -> Terms:
    """The terms of all issues or norms, ready to be found; made once for a codebook."""
    categories = codebook.issues if kind == "issues" else codebook.norms
    pairs = [(category.key, term) for category in categories for term in category.terms]
    return Terms(pairs, codebook.ignored)


def _is_in(spans: Sequence[Span], content: Sequence[Span]) -> bool:
    return any(span.overlaps(part) for span in spans for part in content)
