"""A name in a text, and what only looks like one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from standoff.knowledge import Knowledge, Naming
from standoff.spans import Span
from standoff.values.mention import MentionKind

_NOT_NAMES = frozenset(
    "I We You He She It They The A An This That In On At But And Or If As So No Yes Mr Mrs Ms".split()
)
# "Pro-Russian" separatists are not Russia's; a "UN-backed" government is not the UN's, nor "West African" of the West.
_STANCES = ("pro-", "anti-", "pro‑", "anti‑")
_DESCRIBES = re.compile(
    r"[-‑](?:backed|funded|brokered|mediated|sponsored|supplied|made|built|flagged|born|held|controlled|occupied|aligned)\b"
)
_QUARTERS = frozenset(("West", "East", "North", "South"))


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: what kind of thing it is, and what the knowledge says it names (nothing when unknown)."""

    span: Span
    kind: MentionKind
    namings: tuple[Naming, ...]


def may_be_name(text: str, span: Span) -> bool:
    """Whether the words there may name anybody: not "The", nor a part of "pro-Russian" or "West African"."""
    surface = span.of(text)
    if surface in _NOT_NAMES or (surface in _QUARTERS and text[span.end : span.end + 2].strip().isupper()):
        return False
    return not text[max(0, span.start - len("anti-")) : span.start].lower().endswith(_STANCES)


def only_describes(text: str, named: Named) -> bool:
    """Whether a name says what sort somebody or something is, and not whose: "ISIL-held", "UN-backed"."""
    return _DESCRIBES.match(text, named.span.end) is not None


@lru_cache(maxsize=16384)
def namings_of(known: Knowledge, surface: str) -> tuple[Naming, ...]:
    """What the words name by the knowledge, asked once for each wording."""
    return known.namings(surface)
