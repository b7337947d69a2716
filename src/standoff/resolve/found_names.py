"""The names that the encoder found: made whole, freed of what stands about them, and of one kind in one document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from standoff.knowledge import Knowledge
from standoff.resolve.named import Named, may_be_name, namings_of
from standoff.spans import Span
from standoff.values.mention import Mention, MentionKind

MIN_SCORE = 0.35
"""A name that the encoder is less sure of than this, and nobody knows, is left alone."""
LETTERS = (" MP", " MEP", " MSP", " KC", " QC", " PhD", " CBE", " OBE")
"""Letters behind a person's name that are no part of it."""
# "R-Texas" behind a senator's name.
_PARTY = re.compile(r"[RDI]-\w+\.?")
# A word that ends a person's name is a surname elsewhere too, unless the encoder nearly always sees something else.
_LEAST_PERSON, _FEW = 0.2, 3
_INITIAL_LAST = re.compile(r"\w \w\.$")
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th) $")
# Words of titles that are first names too: "Roman" of a church, "Mohammed" of a group.
_GIVEN_NAMES = frozenset("abbas amal amir badr mohammad mohammed roman".split())
_INITIALS_BEFORE = re.compile(r"(?:\b[A-Z]\.)+$")
_STARTS_WITH_INITIAL = re.compile(r"[A-Z]\.")
# A capital that only begins a sentence: "Underwriters said", "Campaigners doubt it".
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"”’]?\s+|\n\s*|[“\"]\s*)$")
_AGENTS = re.compile(r"[A-Z][a-z]{3,}(?:er|or|ist|ian)s")


def found_names(text: str, mentions: Sequence[Mention], known: Knowledge) -> list[Named]:
    """The names among what the encoder found in a document."""
    sure = [mention for mention in _parted(text, _whole(text, mentions)) if mention.score >= MIN_SCORE]
    made = [(named, mention.score) for mention in sure if (named := _found(text, mention, known)) is not None]
    return _of_one_kind(text, made, known)


def _of_one_kind(text: str, found: Sequence[tuple[Named, float]], known: Knowledge) -> list[Named]:
    """The names with those that are written alike made one kind: the end of a full name is that person's, else the
    kind that the encoder is surest of over all of them, and a surname that only known people have is a person's.
    """
    shares: dict[str, dict[MentionKind, float]] = defaultdict(lambda: defaultdict(float))
    for named, score in found:
        shares[named.span.of(text)][named.kind] += score
    best = {surface: max(kinds, key=lambda k: (kinds[k], k)) for surface, kinds in shares.items()}
    ends = {surface.split()[-1] for surface, kind in best.items() if kind == "person" and " " in surface}
    n_found = Counter(named.span.of(text) for named, _ in found)
    made = []
    for named, _ in found:
        surface = named.span.of(text)
        person_share = shares[surface]["person"] / sum(shares[surface].values())
        is_surname = (surface in ends and (person_share > _LEAST_PERSON or n_found[surface] <= _FEW)) or (
            best[surface] != "nationality" and bool(known.persons(surface))
        )
        kind = named.kind if named.namings else "person" if is_surname else best[surface]
        made.append(replace(named, kind=kind))
    return made


def _parted(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, with a person's name parted from the state that runs into it: "the president of Ruritania Anna
    Weiss".
    """
    places = frozenset(m.span.of(text) for m in mentions if m.kind == "place")
    for mention in mentions:
        first, _, rest = mention.span.of(text).partition(" ")
        if mention.kind == "person" and first in places and " " in rest:
            border = mention.span.start + len(first)
            yield replace(mention, span=Span(mention.span.start, border), kind="place")
            mention = replace(mention, span=Span(border + 1, mention.span.end))  # noqa: PLW2901
        yield mention


def _whole(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those that a hyphen joins made one ("CJTF-OIR"), and those that an initial ends and goes on
    ("Antony J." "Blinken"); and with a number before them: "2nd Battalion".
    """
    made: list[Mention] = []
    for mention in mentions:
        last = made[-1] if made else None
        if last is not None and _runs_on(text, last, mention):
            made[-1] = replace(last, span=Span(last.span.start, mention.span.end))
            continue
        number = _ORDINAL.search(text, max(0, mention.span.start - 8), mention.span.start)
        start = number.start() if number and mention.kind == "organisation" else mention.span.start
        made.append(replace(mention, span=Span(start, mention.span.end)))
    return made


def _runs_on(text: str, one: Mention, other: Mention) -> bool:
    """Whether the second mention goes on with the name of the first."""
    between = text[one.span.end : other.span.start]
    if "person" not in (one.kind, other.kind):
        return between == "-"
    return one.kind == other.kind and between == " " and _INITIAL_LAST.search(one.span.of(text)) is not None


def _found(text: str, mention: Mention, known: Knowledge) -> Named | None:
    """What the encoder found, without the article, titles and the possessive about it."""
    span = mention.span
    surface = span.of(text)
    for ending in ("'s", "’s", "'", "’"):
        if surface.endswith(ending):
            span = Span(span.start, span.end - len(ending))
            break
    surface = span.of(text)
    if surface[:4].lower() == "the ":
        span = Span(span.start + 4, span.end)
    if _STARTS_WITH_INITIAL.match(surface) and (cut := _INITIALS_BEFORE.search(text, 0, span.start)):
        span = Span(cut.start(), span.end)  # "U." and "S. Embassy"
    if mention.kind == "person":
        span = _without_titles(text, span, known)
        behind = next((words for words in LETTERS if span.of(text).endswith(words)), "")
        span = Span(span.start, span.end - len(behind))
    surface = span.of(text)
    if not surface.strip() or not any(c.isupper() for c in surface) or not may_be_name(text, span):
        return None
    namings = namings_of(known, surface)
    if not namings and _AGENTS.fullmatch(surface) and _SENTENCE_START.search(text, max(0, span.start - 8), span.start):
        return None
    if mention.kind == "person" and (_PARTY.fullmatch(surface) or known.is_title_word(surface)):
        return None
    return Named(span, mention.kind, namings)


def _without_titles(text: str, span: Span, known: Knowledge) -> Span:
    """A person's name without "President" or "Gen." before it; the name is never all taken for titles."""
    start = span.start
    while (space := text.find(" ", start, span.end)) > 0:
        word = text[start:space]
        if word.lower() in _GIVEN_NAMES or not known.is_title_word(word):
            break
        start = space + 1
    return Span(start, span.end)
