"""The noun phrase that names a source or a target, taken apart: its parts, its head, whose it is, what stands behind.

"Ukraine's defence minister" has the head "minister", the owner "Ukraine" and the words "defence minister"; "the
leaders of France and Germany" the head "leaders" with "France and Germany" behind "of". No grammar beyond that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from standoff.resolve.found_names import LETTERS
from standoff.resolve.lexicon import portfolios
from standoff.resolve.named import Named
from standoff.resolve.names import Names
from standoff.spans import Span

_DETERMINERS = frozenset("the a an this that these those both all some any every each neither no".split())
_BEHIND = frozenset(
    "of for from in at with to by on against about over near close familiar who whom which that whose inside within "
    "among between speaking representing including issued there here present briefed involved interviewed based".split()
)
_OWN = frozenset("his her its their my our your".split())
_JOINERS = frozenset(("and", "&", "or", "nor"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without coordination.

    `head` is its last word before anything behind it, `words` all its plain words up to there, both in small
    letters; `named` the names before and in the head; `owner` a possessive pronoun's span; `link` the word that
    opens what stands `behind`.
    """

    span: Span
    determiner: str
    words: tuple[str, ...]
    head: str
    named: tuple[Named, ...]
    last: Named | None
    owner: Span | None
    link: str
    behind: Span | None


def without_brackets(text: str, span: Span) -> Span:
    """The phrase without what stands in brackets at its end, or letters: "the Syrian Democratic Forces (SDF)", "Anna
    Weiss MP".
    """
    surface = span.of(text)
    letters = next((some for some in LETTERS if surface.endswith(some)), "")
    if letters:
        return Span(span.start, span.end - len(letters))
    opened = surface.rfind("(")
    if not surface.endswith(")") or opened <= 0:
        return span
    return Span(span.start, span.start + len(surface[:opened].rstrip()))


def parts_of(names: Names, span: Span) -> list[Span]:
    """The parts of a coordination: "the OSCE, the White House and Ukrainian authorities" has three."""
    words = names.words_in(span)
    text = names.text
    joints = [i for i, w in enumerate(words) if w.of(text).lower() in _JOINERS and not names.touching(w)]
    if not joints or joints[0] == 0 or _is_behind_plural(names, words, joints[0]):
        return [span]
    first_part = " ".join(w.of(text).lower() for w in words[: joints[0]]).removeprefix("the ")
    if first_part in portfolios():
        return [span]  # "Water and Energy Minister Anna Weiss"
    cuts = set(joints)
    if len(words) > joints[-1] + 1:
        commas = [i for i in range(joints[-1]) if words[i].of(text) == "," and not names.touching(words[i])]
        # Commas part a row only before its last joint, and only short pieces: the others open appositions.
        borders = [-1, *commas, joints[-1]]
        if commas and all(b - a < 9 for a, b in pairwise(borders)):
            cuts |= set(commas)
    parts, first = [], 0
    for cut in [*sorted(cuts), len(words)]:
        if cut > first:
            parts.append(Span(words[first].start, words[cut - 1].end))
        first = cut + 1
    return parts


def _is_behind_plural(names: Names, words: Sequence[Span], joint: int) -> bool:
    """Whether the coordination belongs behind a plural: "the foreign ministers of Ruritania and Freedonia"."""
    lower = [w.of(names.text).lower() for w in words]
    opened = [i for i in range(1, joint) if lower[i] in ("of", "from", "between", "for") and lower[i - 1].endswith("s")]
    return bool(opened) and not any(names.touching(words[i]) for i in range(opened[0]))


def phrase_at(names: Names, span: Span) -> Phrase:
    """The phrase that `span` holds."""
    text = names.text
    words = list(names.words_in(span))
    named = names.within(span)
    inside = [any(n.span.overlaps(w) for n in named) for w in words]
    lower = [w.of(text).lower() for w in words]
    first = 0
    while first < len(words) and lower[first] in "\"“”‘'«":
        first += 1
    determiner = lower[first] if first < len(words) and lower[first] in _DETERMINERS else ""
    owner = words[first] if first < len(words) and lower[first] in _OWN else None
    start = first + bool(determiner or owner)
    end = next((i for i in range(start, len(words)) if _opens_behind(lower, inside, i, start)), len(words))
    own = [
        i
        for i in range(start, end)
        if not inside[i] and lower[i] not in ("'s", "’s", "'", "’", "s", ".", '"', "”", "“")
    ]
    own = _with_hyphens(own, lower)
    head_names = tuple(n for n in named if end == len(words) or n.span.start < words[end].start)
    last = head_names[-1] if head_names and end and inside[end - 1] else None
    return Phrase(
        span=span,
        determiner=determiner,
        words=tuple(lower[i] for i in own),
        head=lower[own[-1]] if own else "",
        named=head_names,
        last=last,
        owner=owner,
        link=lower[end] if end < len(words) else "",
        behind=Span(words[end + 1].start, words[-1].end) if end + 1 < len(words) else None,
    )


def _opens_behind(lower: list[str], inside: list[bool], i: int, start: int) -> bool:
    return not inside[i] and (lower[i] in _BEHIND or lower[i] == ",") and i > start


def _with_hyphens(own: list[int], lower: list[str]) -> list[int]:
    return [i for i in own if lower[i] not in "-–—"]
