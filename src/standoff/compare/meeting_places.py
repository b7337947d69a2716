"""Where a meeting is said to be: capitalised words behind "in" or "at", or before the noun ("the Malta meeting")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from standoff.compare.lexicon import read_patterns
from standoff.knowledge import Knowledge
from standoff.spans import Span
from standoff.values import Actor, Analysis, Sentence

BEHIND, LINE, BEFORE = 3.0, 2.0, 1.0
"""How much a place weighs: behind the words for the meeting, at the head of a report, before the noun."""

_WORD = r"(?!(?:I|The|A|An|It|He|She|They)\b)[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_PLACE = rf"{_WORD}(?:\s+(?:of\s+|de\s+|la\s+|le\s+|am\s+|an\s+der\s+)?{_WORD}){{0,3}}(?:,\s+{_WORD}(?:\s+{_WORD})?)?"
# What may stand between a meeting and its "in": who meets, and when.
_PASSED = (
    r"(?:held|hosted|opened|opening|open|opens|began|beginning|begins?|here|earlier|later|on|this|last|next|week|"
    r"weekend|month|year|today|yesterday|tomorrow|between|with|of|the|and|together|again|face-to-face|"
    rf"{read_patterns('meetings')['delegates']}|{_WORD})"
)
_BEHIND = re.compile(
    rf"(?:\s+{_PASSED}){{0,9}}?\s+(?:in|at)\s+(?:the\s+\w+\s+(?:city|town|island|resort|capital)\s+of\s+)?(?P<place>{_PLACE})"
)
_STATED = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Ff]rom)\s+(?P<place>{_PLACE})")
_BEFORE = re.compile(rf"(?P<place>{_WORD})\s+$")
_NO_PLACE = re.compile(
    r"(?i:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Dec|Nov|Sept?|Oct|Aug|Jan|Feb)\b)"
)


_POSSESSIVE = re.compile(r"['’]s$")
_NOWHERE = frozenset(("person", "organisation", "bloc", "armed_group", "medium"))


class _Naming(Protocol):
    """A span that names an actor."""

    @property
    def span(self) -> Span: ...

    @property
    def actor(self) -> Actor: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words that name a place, and how much they speak for the meeting being there."""

    doc_id: str
    span: Span
    name: str
    weight: float


def place_behind(analysis: Analysis, at: int, sentence: Sentence, named: Sequence[_Naming]) -> Place | None:
    """The place behind a phrase that ends at `at`: "in" or "at" and capitalised words; `None` where there is none."""
    text = analysis.document.text
    match = _BEHIND.match(text, at, sentence.span.end)
    return _place(analysis, _with_country(text, Span(*match.span("place")), named), BEHIND, named) if match else None


def place_before(analysis: Analysis, at: int, named: Sequence[_Naming], known: Knowledge) -> Place | None:
    """The place right before a phrase that begins at `at` ("the Malta meeting"), `None` where there is none.

    It has to be a country or a capital, or to stand elsewhere behind "in".
    """
    text = analysis.document.text
    match = _BEFORE.search(text, max(0, at - 40), at)
    if match is None:
        return None
    word = match["place"]
    is_known = any(n.how in ("name", "capital") and n.actor_id.startswith("gov:") for n in known.namings(word))
    if not is_known and not re.search(rf"\b[iI]n\s+{re.escape(word)}\b", text):
        return None
    return _place(analysis, Span(*match.span("place")), BEFORE, named)


def place_of_line(analysis: Analysis) -> Place | None:
    """The place that a report is written from, by its dateline; `None` where it has none."""
    line = next((piece.span for piece in analysis.document.front if piece.kind == "dateline"), None)
    if line is None:
        return None
    text = analysis.document.text
    match = re.compile(_PLACE).match(text, line.start, line.end)
    if match is None:
        return None
    words = match[0].split(", ")
    kept = ", ".join(word for word in words if not _NO_PLACE.match(word))
    return _place(analysis, Span(match.start(), match.start() + len(kept)), LINE, ())


def places_at(analysis: Analysis, within: Span, named: Sequence[_Naming]) -> tuple[Place, ...]:
    """The places behind "in", "at" or "from" in a stretch of text, in order."""
    text = analysis.document.text
    spans = (Span(*match.span("place")) for match in _STATED.finditer(text, *within))
    found = (_place(analysis, _with_country(text, span, named), BEHIND, named) for span in spans)
    return tuple(place for place in found if place is not None)


def _with_country(text: str, span: Span, named: Sequence[_Naming]) -> Span:
    """The place with what follows behind a comma, where that is a country, or nothing known in commas."""
    town, comma, country = span.of(text).partition(",")
    behind = Span(span.end - len(country.lstrip()), span.end)
    kinds = {n.actor.kind for n in named if n.span.overlaps(behind)}
    if comma and (kinds == {"government"} or (not kinds and text[span.end : span.end + 1] in tuple(",.;)"))):
        return span
    return Span(span.start, span.start + len(town))


def _place(analysis: Analysis, span: Span, weight: float, named: Sequence[_Naming]) -> Place | None:
    """The place of that name; `None` for a month, a person or an organisation."""
    words = span.of(analysis.document.text)
    bare = _POSSESSIVE.sub("", words)
    span, words = Span(span.start, span.start + len(bare)), bare
    over = [n for n in named if n.span.covers(span)]
    if not words or _NO_PLACE.match(words) or any(n.actor.kind in _NOWHERE for n in over):
        return None
    return Place(doc_id=analysis.document.doc_id, span=span, name=_calm(words), weight=weight)


def _calm(name: str) -> str:
    """The name with plain spaces, and without words in capitals alone.

    >>> _calm("TA' QALI,  Malta")
    "Ta' Qali, Malta"
    """
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in name.split())
