"""The names that the knowledge has, in a text: the longest at each capitalised word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.knowledge import Knowledge, Naming
from standoff.resolve.named import Named, may_be_name, namings_of
from standoff.spans import Span
from standoff.values.mention import MentionKind

# The longest known names, in words as the encoder counts them ("U.S." is four).
_LONGEST = 14
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+$")


def known_names(text: str, words: Sequence[Span], known: Knowledge) -> list[Named]:
    """The longest known name that begins at each capitalised word."""
    names: list[Named] = []
    skip_to = 0
    for i, word in enumerate(words):
        if word.start < skip_to or not (text[word.start].isupper() or text[word.start].isdigit()):
            continue
        has_article = text[word.start : word.start + 4] == "The "
        for end in _ends(text, words, i):
            span = Span(word.start, end)
            if has_article:
                span = _without_article(text, span, known)
            namings = namings_of(known, span.of(text))
            if namings and may_be_name(text, span):
                names.append(Named(span, _kind(namings, known), namings))
                skip_to = end
                break
    return names


def _without_article(text: str, span: Span, known: Knowledge) -> Span:
    """A name without its "The", unless the article is part of it ("The Hague")."""
    return Span(span.start + 4, span.end) if namings_of(known, text[span.start + 4 : span.end]) else span


def _ends(text: str, words: Sequence[Span], first: int) -> list[int]:
    """Where a name that begins with that word may end, the farthest first: on a capital, a digit or a full stop."""
    ends = []
    for j in range(first, min(len(words), first + _LONGEST)):
        start, end = words[j]
        if j > first and text[words[j - 1].end : start].count("\n"):
            break
        head = text[start]
        if head == "." and not _ABBREVIATED.search(text, words[first].start, end):
            continue
        if (
            head.isupper()
            or head.isdigit()
            or head == "."
            or (j > first and text[start - 1] in "'’-")
            or text[start:end].islower()
        ):
            ends.append(end)
        if head in ',;:()"“”?!':
            break
    return ends[::-1]


def _kind(namings: Sequence[Naming], known: Knowledge) -> MentionKind:
    hows = {naming.how for naming in namings}
    if hows <= {"demonym", "people"}:
        return "nationality"
    actor = known.actor(namings[0].actor_id)
    if actor is not None and actor.kind == "person":
        return "person"
    return "place" if actor is not None and actor.kind == "government" else "organisation"
