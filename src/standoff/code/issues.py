"""Which issues a statement is about: the codebook's terms, helped by the vector of its sentence.

Words decide. A term in the content counts most, one in the rest of the sentence little; the vector only tips the
balance, or speaks alone where no word does and the sentence is far nearer to one issue than to all others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from standoff.code.categories import (
    CONVINCES,
    Placed,
    by_owner,
    placed_terms,
    score_together,
    spans_of,
    strongest,
    terms_of,
    words_said,
)
from standoff.spans import Span
from standoff.values.codebook import Codebook
from standoff.values.coding import Found
from standoff.values.statement import Step

MAX_ISSUES = 4
"""More than these, and the statement is about the situation as a whole."""

# A term beside the content convinces only with another, or where the content is empty or begins by pointing back.
_BESIDE = 0.4
_POINTED_AT = 0.75
_POINTING = re.compile(r"[\s\"“”'‘’]*(?:it|they|this|that|these|those|such)\b", re.IGNORECASE)

# Likeness is the excess of a sentence's cosine over its mean over all issues (likeness.py). Of 987 sentences of our
# training articles and two posts, 5 % of all pairs with an issue lie above 0.14 and 1 % above 0.20; of the twelve
# sentences above 0.30 seven were about that issue, and four lay above 0.34.
_LIKE = (0.10, 0.30)
_LIKE_WEIGHT = 0.5
_LIKE_ALONE = 0.34


def find_issues(
    text: str,
    content: Sequence[Span],
    around: Span,
    codebook: Codebook,
    likeness: Mapping[str, float] | None = None,
) -> tuple[Found, ...]:
    """The issues of a statement, at most four, the best first; `around` is its sentence.

    The score is 1 - (1-w1)(1-w2)...(1-v): w the weight of each term, in full in the content, 0.4 of it beside it, or
    0.75 when the content is empty, or names no issue and begins by pointing back ("they were illegal"); v grows from
    0 to 0.5 with the likeness of the sentence (`issue_likeness`) from 0.10 to 0.30. An issue is found from 0.5 on.
    `spans` is empty only when the vector alone spoke.
    """
    placed = placed_terms(text, content, around, terms_of(codebook, "issues"))
    factor = _POINTED_AT if _points_back(text, content, placed) else _BESIDE
    likeness = likeness or {}
    found = [_found(key, of_one, factor, likeness.get(key, 0.0)) for key, of_one in by_owner(placed).items()]
    kept = [one for one in found if one.score >= CONVINCES]
    order = {issue.key: i for i, issue in enumerate(codebook.issues)}
    kept.sort(key=lambda one: (-one.score, order[one.key]))
    return tuple(kept[:MAX_ISSUES]) or _by_likeness(likeness)


def issue_step(text: str, found: Found) -> Step:
    """Why a statement is about an issue: the words that speak for it, or that its sentence is like the issue's texts.

    >>> issue_step("a truce", Found(key="ceasefire", spans=(Span(2, 7),), score=0.7)).detail
    'ceasefire: "truce"'
    """
    if not found.spans:
        detail = f"{found.key}: no word of it; the sentence is like its definition and examples"
        return Step(field="issues", by="vector", detail=detail, score=found.score)
    return Step(field="issues", by="codebook", detail=f"{found.key}: {words_said(text, found)}", score=found.score)


def _found(key: str, placed: Sequence[Placed], factor: float, likeness: float) -> Found:
    weights = [*strongest(placed, factor), _LIKE_WEIGHT * _share(likeness)]
    return Found(key=key, spans=spans_of(placed), score=round(score_together(weights), 4))


def _share(likeness: float) -> float:
    """Where the likeness lies between none and full, 0-1."""
    least, most = _LIKE
    return min(max((likeness - least) / (most - least), 0.0), 1.0)


def _by_likeness(likeness: Mapping[str, float]) -> tuple[Found, ...]:
    """The one issue that the sentence is very like; none where there is no such."""
    best = max(likeness, key=lambda key: likeness[key], default=None)
    if best is None or likeness[best] < _LIKE_ALONE:
        return ()
    return (Found(key=best, spans=(), score=CONVINCES),)


def _points_back(text: str, content: Sequence[Span], placed: Sequence[Placed]) -> bool:
    """Whether what is said lies beside the content, all the more when there is none ("declined to comment")."""
    if not content:
        return True
    if any(p.in_content and p.match.term.weight >= CONVINCES for p in placed):
        return False
    return _POINTING.match(text, content[0].start, content[0].end) is not None
