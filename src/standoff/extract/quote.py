"""The quote type of a statement, and whole quotations: what the marks themselves say.

The marks settle all but two questions, which the model answers: whether a quotation that is the whole content is
a sentence of its own (`direct`) or part of the writer's (`mixed`), and whether content without marks is a clause
(`indirect`), a bare topic (`none`) or speech given in full without marks (`direct`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from standoff.marks import Quotation
from standoff.spans import Span
from standoff.values.reading import Floats
from standoff.values.statement import QUOTES, Quote, Step

# A content counts as wholly in marks when no more than this share of its letters lies outside (a stray "that").
_OUTSIDE = 0.02
_ALLOWED: dict[str, tuple[Quote, ...]] = {
    "all": ("direct", "mixed"),
    "part": ("mixed",),
    "none": ("indirect", "none", "direct"),
}


def quote_type(
    text: str, content: Sequence[Span], around: Span | None, found: Sequence[Quotation], scores: Floats
) -> tuple[Quote, Step]:
    """The type, and why; `around` is the cue: marks that enclose it as well belong to somebody else's quotation."""
    share = quoted_share(text, content, around, found)
    coverage = "all" if share > 1 - _OUTSIDE else "part" if share > 0 else "none"
    allowed = _ALLOWED[coverage] if content else ("none",)
    quote = max(allowed, key=lambda q: float(scores[QUOTES.index(q)]))
    detail = f"{share:.0%} of the content's letters in marks"
    by = "marks" if len(allowed) == 1 else "marks, model"
    return quote, Step(field="quote", by=by, detail=detail)


def quoted_share(text: str, content: Sequence[Span], around: Span | None, found: Sequence[Quotation]) -> float:
    """The share of the content's letters and digits that stand in quotation marks of this statement's own."""
    marks = [q.span for q in found if not (around and q.span.covers(around))]
    letters = inside = 0
    for piece in content:
        near = [m for m in marks if m.overlaps(piece)]
        for i in range(piece.start, piece.end):
            if text[i].isalnum():
                letters += 1
                inside += any(m.start <= i < m.end for m in near)
    return inside / letters if letters else 0.0


def whole_quotations(content: Sequence[Span], keep_out: Sequence[Span], found: Sequence[Quotation]) -> tuple[Span, ...]:
    """The content with quotations that it cuts off completed.

    A quotation is completed when at least half of it is content and nothing in `keep_out` (the statement's own cue and
    source) stands in the rest.
    """
    return _joined([_completed(piece, keep_out, found) for piece in content])


def next_quotations(content: Sequence[Span], found: Sequence[Quotation]) -> tuple[Span, ...]:
    """The quotations, paragraph by paragraph, with which one at the end of the content goes on."""
    outer = [q for q in found if q.depth == 1]
    following: list[Span] = []
    for quotation, after in pairwise(outer):
        held = [*content, *following]
        is_held = any(p.overlaps(quotation.span) and p.end >= quotation.span.end - 1 for p in held)
        if quotation.continues and is_held and not any(after.span.overlaps(p) for p in held):
            following.append(after.span)
    return tuple(following)


def inside_one(span: Span, found: Sequence[Quotation]) -> bool:
    """Whether the span stands in quotation marks."""
    return any(q.span.covers(span) for q in found)


def _completed(piece: Span, keep_out: Sequence[Span], found: Sequence[Quotation]) -> Span:
    """The piece, grown to the ends of a quotation that holds one of its ends."""
    for quotation in found:
        span = quotation.span
        if not quotation.is_closed or not span.overlaps(piece) or piece.covers(span):
            continue
        shared = min(piece.end, span.end) - max(piece.start, span.start)
        grown = Span(min(piece.start, span.start), max(piece.end, span.end))
        added = [Span(grown.start, piece.start), Span(piece.end, grown.end)]
        if 2 * shared >= span.end - span.start and not any(a.overlaps(k) for a in added for k in keep_out):
            piece = grown
    return piece


def _joined(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces in order, overlapping ones made one."""
    out: list[Span] = []
    for piece in sorted(pieces):
        if out and piece.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return tuple(out)
