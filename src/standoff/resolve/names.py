"""The names in a document: those the encoder found, and those the knowledge has, each once, in text order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from standoff.knowledge import Knowledge, Naming
from standoff.spans import Span
from standoff.values.document import Document
from standoff.values.mention import Mention, MentionKind
from standoff.values.reading import Reading

# The longest known names, in words as the encoder counts them ("U.S." is four).
_LONGEST = 14
_NOT_NAMES = frozenset(
    "I We You He She It They The A An This That In On At But And Or If As So No Yes Mr Mrs Ms".split()
)
# "R-Texas" behind a senator's name.
_PARTY = re.compile(r"[RDI]-\w+\.?")
# A word that ends a person's name is a surname elsewhere too, unless the encoder nearly always sees something else.
_LEAST_PERSON, _FEW = 0.2, 3
_INITIAL_LAST = re.compile(r"\w \w\.$")
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th) $")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+$")
# "Pro-Russian" separatists are not Russia's; a "UN-backed" government is not the UN's, nor "West African" of the West.
_STANCES = ("pro-", "anti-", "pro‑", "anti‑")
_DESCRIBES = re.compile(
    r"[-‑](?:backed|funded|brokered|mediated|sponsored|supplied|made|built|flagged|born|held|controlled|occupied|aligned)\b"
)
_QUARTERS = frozenset(("West", "East", "North", "South"))
_ASIDE = frozenset(("byline", "publisher", "views", "date"))
# Words of titles that are first names too: "Roman" of a church, "Mohammed" of a group.
_GIVEN_NAMES = frozenset("abbas amal amir badr mohammad mohammed roman".split())
LETTERS = (" MP", " MEP", " MSP", " KC", " QC", " PhD", " CBE", " OBE")
"""Letters behind a person's name that are no part of it."""
_INITIALS_BEFORE = re.compile(r"(?:\b[A-Z]\.)+$")
_STARTS_WITH_INITIAL = re.compile(r"[A-Z]\.")
# A capital that only begins a sentence: "Underwriters said", "Campaigners doubt it".
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"”’]?\s+|\n\s*|[“\"]\s*)$")
_AGENTS = re.compile(r"[A-Z][a-z]{3,}(?:er|or|ist|ian)s")
# A name that the encoder is less sure of than this, and nobody knows, is left alone.
_MIN_SCORE = 0.35


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: what kind of thing it is, and what the knowledge says it names (nothing when unknown)."""

    span: Span
    kind: MentionKind
    namings: tuple[Naming, ...]


@dataclass(frozen=True, eq=False)
class Names:
    """A text with its words and the names in it, both in text order; no two names share a character."""

    text: str
    words: tuple[Span, ...]
    all: tuple[Named, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [named.span.start for named in self.all]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def within(self, span: Span) -> tuple[Named, ...]:
        """The names that lie wholly inside `span`."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(named for named in self.all[first:last] if named.span.end <= span.end)

    def touching(self, span: Span) -> tuple[Named, ...]:
        """The names that share a character with `span`."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return tuple(named for named in self.all[first:last] if named.span.overlaps(span))

    def words_in(self, span: Span) -> tuple[Span, ...]:
        """The words that begin inside `span`."""
        return self.words[bisect_left(self._word_starts, span.start) : bisect_left(self._word_starts, span.end)]

    def words_before(self, at: int, count: int) -> tuple[Span, ...]:
        """The last `count` words that begin before the offset `at`."""
        end = bisect_left(self._word_starts, at)
        return self.words[max(0, end - count) : end]

    def words_after(self, at: int, count: int) -> tuple[Span, ...]:
        """The first `count` words that begin at the offset `at` or behind it."""
        start = bisect_left(self._word_starts, at)
        return self.words[start : start + count]


def names_in_text(document: Document, reading: Reading, known: Knowledge) -> Names:
    """All names of a document; where a known name and one that the encoder found share words, the longer one stays.

    The byline and the publisher's own line name nobody whom the article is about.
    """
    text = document.text
    listed = _known_names(text, reading.words, known)
    made = [
        (_found(text, m, known), m.score)
        for m in _parted(text, _whole(text, reading.mentions))
        if m.score >= _MIN_SCORE
    ]
    found = _of_one_kind(text, [(named, score) for named, score in made if named is not None], known)
    ranked = sorted([*listed, *found], key=lambda n: (-_length(n), not n.namings, n.span))
    kept: list[Named] = []
    taken: set[int] = set()
    aside = [f.span for f in document.front if f.kind in _ASIDE]
    for named in ranked:
        if any(named.span.overlaps(span) for span in aside):
            continue
        chars = range(named.span.start, named.span.end)
        if taken.isdisjoint(chars):
            kept.append(named)
            taken.update(chars)
    return Names(text=text, words=reading.words, all=tuple(sorted(kept, key=lambda n: n.span)))


def mentions_in_text(document: Document, reading: Reading, known: Knowledge) -> tuple[Mention, ...]:
    """The names of a document as resolving takes them, the encoder's and the knowledge's together; a score of 1 marks
    those that the knowledge has.
    """
    scores = {m.span: m.score for m in reading.mentions}
    return tuple(
        Mention(span=n.span, kind=n.kind, score=1.0 if n.namings else scores.get(n.span, _MIN_SCORE))
        for n in names_in_text(document, reading, known).all
    )


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


def _length(named: Named) -> int:
    return named.span.end - named.span.start


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
    if not surface.strip() or surface in _NOT_NAMES or not any(c.isupper() for c in surface):
        return None
    if _is_part_of_word(text, span):
        return None
    namings = _cached_namings(known, surface)
    if not namings and _AGENTS.fullmatch(surface) and _SENTENCE_START.search(text, max(0, span.start - 8), span.start):
        return None
    if mention.kind == "person" and (_PARTY.fullmatch(surface) or known.is_title_word(surface)):
        return None
    return Named(span, mention.kind, namings)


def _is_part_of_word(text: str, span: Span) -> bool:
    """Whether what looks like a name is part of another word: "pro-Russian", "West African"."""
    if span.of(text) in _QUARTERS and text[span.end : span.end + 2].strip().isupper():
        return True
    return _is_stance(text, span.start)


def only_describes(text: str, named: Named) -> bool:
    """Whether a name says what sort somebody or something is, and not whose: "ISIL-held", "UN-backed"."""
    return _DESCRIBES.match(text, named.span.end) is not None


def _is_stance(text: str, at: int) -> bool:
    """Whether the name that begins there only says which side somebody takes: "pro-Russian"."""
    return text[max(0, at - len("anti-")) : at].lower().endswith(_STANCES)


def _without_titles(text: str, span: Span, known: Knowledge) -> Span:
    """A person's name without "President" or "Gen." before it; the name is never all taken for titles."""
    start = span.start
    while (space := text.find(" ", start, span.end)) > 0:
        word = text[start:space]
        if word.lower() in _GIVEN_NAMES or not known.is_title_word(word):
            break
        start = space + 1
    return Span(start, span.end)


def _known_names(text: str, words: Sequence[Span], known: Knowledge) -> list[Named]:
    """The longest known name that begins at each capitalised word."""
    names: list[Named] = []
    skip_to = 0
    for i, word in enumerate(words):
        if word.start < skip_to or not (text[word.start].isupper() or text[word.start].isdigit()):
            continue
        for end in _ends(text, words, i):
            span = _without_article(text, Span(word.start, end), known)
            namings = _cached_namings(known, span.of(text))
            if namings and span.of(text) not in _NOT_NAMES and not _is_part_of_word(text, span):
                names.append(Named(span, _kind(namings, known), namings))
                skip_to = end
                break
    return names


def _without_article(text: str, span: Span, known: Knowledge) -> Span:
    """A name without "The", unless the article is part of it ("The Hague")."""
    if text[span.start : span.start + 4] in ("The ", "the ") and _cached_namings(
        known, text[span.start + 4 : span.end]
    ):
        return Span(span.start + 4, span.end)
    return span


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


@lru_cache(maxsize=16384)
def _cached_namings(known: Knowledge, surface: str) -> tuple[Naming, ...]:
    return known.namings(surface)
