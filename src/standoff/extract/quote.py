"""The quote type of a statement, and whole quotations: what the marks themselves say.

The marks settle all but two questions, which the model answers: whether a quotation that is the whole content is
a sentence of its own (`direct`) or part of the writer's (`mixed`), and whether content without marks is a clause
(`indirect`), a bare topic (`none`) or speech given in full without marks (`direct`).
"""

from __future__ import annotations

from collections.abc import Sequence

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
    """The content with quotations that it cuts off completed, and those that go on in the next paragraph added.

    A quotation is completed when at least half of it is content and nothing in `keep_out` (cue, source, other
    statements' cues) stands in the rest.
    """
    pieces = [_completed(piece, keep_out, found) for piece in content]
    outer = [q for q in found if q.depth == 1]
    for i, quotation in enumerate(outer):
        goes_on = quotation.continues and i + 1 < len(outer)
        if goes_on and any(p.overlaps(quotation.span) and p.end >= quotation.span.end - 1 for p in pieces):
            following = outer[i + 1].span
            if not any(following.overlaps(p) for p in pieces) and not any(following.overlaps(k) for k in keep_out):
                pieces.append(following)
    return _joined(pieces)


def _completed(piece: Span, keep_out: Sequence[Span], found: Sequence[Quotation]) -> Span:
    """The piece, grown to the ends of a quotation that holds one of its ends."""
    for quotation in found:
        span = quotation.span
        if not quotation.is_closed or not span.overlaps(piece) or piece.covers(span):
            continue
        if span.covers(piece) and (piece.start - span.start > 1 or span.end - piece.end > 1):
            shared = piece.end - piece.start
        elif span.covers(piece):
            shared = span.end - span.start
        else:
            shared = min(piece.end, span.end) - max(piece.start, span.start)
        grown = Span(min(piece.start, span.start), max(piece.end, span.end))
        added = [Span(grown.start, piece.start), Span(piece.end, grown.end)]
        is_free = not any(a.overlaps(k) for a in added for k in keep_out)
        if 2 * shared >= span.end - span.start and is_free:
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
