"""Which norms a statement appeals to: their names in its content, or beside it where the sentence says "citing"."""

from __future__ import annotations

import re
from collections.abc import Sequence

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

# What makes a norm beside the content part of what is said: "Citing the UN Charter, she called ...". A few words may
# lie between ("invoking its right to", "citing Article 4 of").
_APPEAL = re.compile(
    r"\b(?:citing|cited|cites|invok(?:e|es|ed|ing)|quot(?:ing|ed)|referring to|with reference to|appeal(?:ing|ed)? to"
    r"|recall(?:ing|ed)|in (?:line|accordance|conformity|keeping|compliance) with|on the basis of|based on|pursuant to"
    r"|under|as required by|in (?:breach|violation|defiance) of|contrary to|in the name of|accused? .{0,40} of"
    r"|violat(?:es|ed|ing)|breach(?:es|ed|ing))"
    r"(?:\s[\w’'-]+){0,5}?[\s\"“'‘]*$",
    re.IGNORECASE,
)
_MAX_APPEAL_CHARS = 90


def find_norms(text: str, content: Sequence[Span], around: Span, codebook: Codebook) -> tuple[Found, ...]:
    """The norms that a statement appeals to, the best first; `around` is its sentence.

    A norm outside the content counts only behind words of appeal. The score is 1 - (1-w1)(1-w2)... over the terms
    that name it; a norm is found from 0.5 on.
    """
    placed = placed_terms(text, content, around, terms_of(codebook, "norms"))
    part = [p for p in placed if p.in_content or _is_appealed_to(text, around, p)]
    found = [
        Found(key=key, spans=spans_of(of_one), score=round(score_together(strongest(of_one, 1.0)), 4))
        for key, of_one in by_owner(part).items()
    ]
    order = {norm.key: i for i, norm in enumerate(codebook.norms)}
    kept = [one for one in found if one.score >= CONVINCES]
    return tuple(sorted(kept, key=lambda one: (-one.score, order[one.key])))


def norm_step(text: str, found: Found) -> Step:
    """Why a statement appeals to a norm: the words that name it.

    >>> norm_step("the UN Charter", Found(key="un_charter", spans=(Span(4, 14),), score=0.7)).detail
    'un_charter: "UN Charter"'
    """
    return Step(field="norms", by="codebook", detail=f"{found.key}: {words_said(text, found)}", score=found.score)


def _is_appealed_to(text: str, around: Span, placed: Placed) -> bool:
    start = placed.match.spans[0].start
    return _APPEAL.search(text[max(around.start, start - _MAX_APPEAL_CHARS) : start]) is not None
