r"""The paragraphs of a text, told from its line breaks alone.

A line break ends a paragraph, unless the text is hard-wrapped: then only blank lines do. What it is not:
a reader of formats; it sees canonical text only and changes nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise

from standoff.spans import Span, strip_span

# Lines of wrapped plain text end in this range of characters; news paragraphs rarely do, line after line.
_WRAP_CHARS = range(45, 101)
_LINE_END = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_FINAL = tuple(".!?…:;,\"'”’»")
HEADING_CHARS = 140
"""A paragraph up to this long that ends without a mark reads as a heading (longest title in PolNeAR: 131)."""


def paragraph_spans(text: str) -> tuple[Span, ...]:
    r"""The paragraphs in order, without the white space around them.

    >>> [p.of("One.\nTwo.\n\nThree.") for p in paragraph_spans("One.\nTwo.\n\nThree.")]
    ['One.', 'Two.', 'Three.']
    """
    pattern = _BLOCK if _is_wrapped(text) else _LINE_END
    stripped = (strip_span(text, Span(*match.span())) for match in pattern.finditer(text))
    return tuple(span for span in stripped if span.start < span.end)


def is_heading(text: str, paragraph: Span) -> bool:
    """Whether the paragraph looks like a title, byline or crosshead: short, and ending without a mark.

    >>> is_heading("Talks fail in Vienna", Span(0, 20))
    True
    """
    return paragraph.end - paragraph.start <= HEADING_CHARS and text[paragraph.end - 1] not in _FINAL


def _is_wrapped(text: str) -> bool:
    """Whether most lines that are followed by another line directly have the length of wrapped text."""
    inner = [line for line, following in pairwise(text.split("\n")) if line and following]
    if len(inner) < 4 or "\n\n" not in text:
        return False
    wrapped = sum(len(line) in _WRAP_CHARS and not line.rstrip().endswith((".", "”", '"')) for line in inner)
    return wrapped > 0.6 * len(inner)
