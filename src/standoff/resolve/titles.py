"""Titles: what the words about a name, or in place of one, say of somebody's office.

"Russian Foreign Minister", "Ukraine's prime minister", "U.S. Secretary of State", "spokesman for the Kremlin": a
body, where one is named, and the roles that the title may stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from standoff.knowledge import Knowledge
from standoff.resolve.lexicon import nouns
from standoff.resolve.named import Named, only_describes
from standoff.resolve.names import Names
from standoff.spans import Span

# Who was it, or would be it if the opposition governed.
_FORMER = frozenset(("former", "ex", "late", "outgoing", "then", "onetime", "shadow"))
_JOINTS = frozenset("of for to the and in on at s - ' ’".split())
_LEFT_OUT = frozenset(("'s", "’s", "s", "'", "’", "the", "a", "an", ",", ".", "-"))
# A title reaches at most so many words to the left of a name, or behind it between commas.
_REACH = 12
_ABBREVIATION_CHARS = 4
# Titles that speak for nobody but themselves.
_OWN_VOICE = frozenset(("legislator", "opposition_leader"))
# Who is so "to", "in" or "at" somewhere is sent there, and does not speak for it.
_SENT = frozenset("ambassador envoy consul attaché correspondent delegate representative".split())
# Between a name's comma and the article of its apposition: "Weiss, himself once the minister"; no verb but "is".
_ON_THE_WAY = frozenset("who is was now then currently formerly also once himself herself both previously as".split())


@dataclass(frozen=True, slots=True)
class Title:
    """Words that give an office: `body` names whose it is, `None` when the words do not say."""

    span: Span
    text: str
    roles: tuple[str, ...]
    body: Named | None
    office_ids: tuple[str, ...] = ()
    is_former: bool = False

    @property
    def speaks_for_itself(self) -> bool:
        """Whether who has the title speaks on nobody's behalf: a former one, a member of a parliament, a professor."""
        return self.is_former or self.text in nouns()["private"] or bool(self.roles and set(self.roles) <= _OWN_VOICE)


def title_before(names: Names, name: Span, known: Knowledge) -> Title | None:
    """The title that stands directly before a person's name.

    In "asked about the Australian minister, Hu said" it is another's: a surname alone needs a second comma behind it.
    """
    first, at = None, name.start
    words = names.words_before(at, _REACH)
    if words and words[-1].of(names.text) == ",":
        if " " not in name.of(names.text) and names.text[name.end : name.end + 1] != ",":
            return None
        words = words[:-1]
    for word in reversed(words):
        if not _may_belong(names, word, known) or "\n" in names.text[word.end : first if first is not None else at]:
            break
        if word.of(names.text) == "." and _ends_sentence(names, word, known):
            break
        first = word.start
    return None if first is None else title_from_words(names, Span(first, at), known, last=True)


def _ends_sentence(names: Names, stop: Span, known: Knowledge) -> bool:
    """Whether a full stop ends a sentence: not behind an initial or a short word of titles ("Gen.", "Cmdr.")."""
    before = names.words_before(stop.start, 1)
    word = before[0].of(names.text) if before and before[0].end == stop.start else ""
    return len(word) > _ABBREVIATION_CHARS or (len(word) > 1 and not known.is_title_word(word))


def title_behind(names: Names, at: int, known: Knowledge) -> Title | None:
    """The title in an apposition that begins at the offset `at`: ", the U.S. Secretary of State,"."""
    words = names.words_after(at, _REACH + 1)
    if not words or words[0].of(names.text) != ",":
        return None
    article = next((i for i, w in enumerate(words[:6]) if w.of(names.text).lower() in ("the", "a", "an")), 0)
    led_by = {w.of(names.text).lower() for w in words[1:article]}
    words = words[article:] if article and led_by <= _ON_THE_WAY else words[1:]
    last = None
    for word in words:
        written = word.of(names.text)
        if written in (",", ".", ";", "(", ")") and not _is_inside_name(names, word):
            break
        if not _may_belong(names, word, known) and written.lower() not in ("a", "an"):
            break
        last = word.end
    if last is None or any(
        n.kind == "person" and n.span.start - last in (1, 2) for n in names.within(Span(last, last + 60))
    ):
        return None
    title = title_from_words(names, Span(words[0].start, last), known)
    owns_more = any(w.of(names.text) in nouns()["organised"] for w in names.words_after(last, 2))
    # "head of the Ongjin fishing cooperative" is not the head of Ongjin.
    return replace(title, body=None) if title and title.body and title.body.span.end == last and owns_more else title


def body_beside(names: Names, span: Span) -> Named | None:
    """The body that stands by a person's name without a title: "Ruritania's Anna Weiss", "Anna Weiss of Ruritania"."""
    before, behind = names.words_before(span.start, 2), names.words_after(span.end, 2)
    if len(before) == 2 and before[1].of(names.text) == "s" and names.text[before[0].start] in "'’":
        owners = [n for n in names.touching(Span(max(0, before[0].start - 1), before[0].start)) if n.kind != "person"]
        if owners:
            return owners[-1]
    if len(behind) == 2 and behind[0].of(names.text) in ("of", "from"):
        word = behind[1] if behind[1].of(names.text) != "the" else (*names.words_after(span.end, 3), behind[1])[2]
        owners = [n for n in names.touching(word) if n.kind in ("place", "organisation") and n.span.start == word.start]
        return owners[0] if owners else None
    return None


def title_from_words(names: Names, span: Span, known: Knowledge, *, last: bool = False) -> Title | None:
    """The title that the words of `span` form, the longest of the first or, with `last`, of the last ones; `None`
    when they form none. Its body is the name nearest before it, else the first one behind.
    """
    bodies = [n for n in names.within(span) if n.kind != "person" and not _is_of_titles(names, n, known)]
    bodies = [n for n in bodies if not only_describes(names.text, n)]
    if not any(w.of(names.text).lower().startswith("spokes") for w in names.words_in(span)):
        bodies = [n for n in bodies if not _is_matter(names, n)]
    if any(w.of(names.text).lower() in _SENT for w in names.words_in(span)):
        bodies = [n for n in bodies if not _follows(names, n, ("to", "in", "at"))]
    words = _plain_words(names, span, bodies)
    is_former = any(w.of(names.text).lower() in _FORMER for w in words)
    words = [w for w in words if w.of(names.text).lower() not in _FORMER]
    plain = [w.of(names.text).lower() for w in words]
    ranges = [(a, b) for a in range(len(plain)) for b in range(len(plain), a, -1)]
    if last:
        ranges.sort(key=lambda r: (-r[1], r[0]))
    for start, end in ranges:
        title = " ".join(plain[start:end])
        offices, roles = known.offices(title), known.roles(title)
        if offices or roles:
            return Title(
                span=Span(words[start].start, words[end - 1].end),
                text=title,
                roles=roles or tuple(dict.fromkeys(o.role for o in offices)),
                body=_body(names, bodies, words[start].start, words[end - 1].end),
                office_ids=tuple(o.office_id for o in offices),
                is_former=is_former,
            )
    rank = _rank(names, words, plain, bodies)
    return replace(rank, is_former=is_former) if rank is not None else None


def _is_matter(names: Names, named: Named) -> bool:
    """Whether a name says with what an office deals: "director for the United States"."""
    return _follows(names, named, ("for",))


def _follows(names: Names, named: Named, links: Sequence[str]) -> bool:
    """Whether a name stands behind one of these words, with or without an article."""
    before = [w.of(names.text).lower() for w in names.words_before(named.span.start, 2)]
    return bool(before) and before[-1 if before[-1] != "the" else 0] in links


def _is_of_titles(names: Names, named: Named, known: Knowledge) -> bool:
    """Whether a name is made of titles' words alone and names no body: "Foreign Relations" in a minister's title, also
    where a magazine has that name.
    """
    if not all(known.is_title_word(w.of(names.text)) for w in names.words_in(named.span)):
        return False
    known_as = [known.actor(naming.actor_id) for naming in named.namings]
    return all(actor is not None and actor.kind == "medium" for actor in known_as)


def _rank(names: Names, words: Sequence[Span], plain: Sequence[str], bodies: Sequence[Named]) -> Title | None:
    """A rank or part of a title that stands for no role known: "Admiral", "deputy"; of who is named by a profession,
    that: "professor of justice".
    """
    if plain and plain[0] in nouns()["private"]:
        return Title(span=words[0], text=plain[0], roles=(), body=None)
    ranks = [i for i, w in enumerate(plain) if w in nouns()["rank"]]
    if not ranks:
        return None
    span = words[ranks[-1]]
    return Title(span=span, text=plain[ranks[-1]], roles=(), body=_body(names, bodies, span.start, span.end))


def _body(names: Names, bodies: Sequence[Named], start: int, end: int) -> Named | None:
    """Whose the office is: the owner before the title ("the EU's Sahel envoy"), the last name there, or the first one
    in it or behind it.
    """
    before = [b for b in bodies if b.span.end <= start]
    owners = [b for b in before if names.text[b.span.end : b.span.end + 2] in ("'s", "’s")]
    if owners:
        return owners[-1]
    behind = [b for b in bodies if b.span.start >= start]
    near = [b for b in behind if b.span.start < end + 9]
    return before[-1] if before else near[0] if near else behind[0] if behind else None


def _plain_words(names: Names, span: Span, bodies: Sequence[Named]) -> list[Span]:
    """The words of a title without the body's name, articles, hyphens and possessives."""
    words = []
    for word in names.words_in(span):
        lower = word.of(names.text).lower()
        if lower not in _LEFT_OUT and not any(b.span.overlaps(word) for b in bodies):
            words.append(word)
    while words and words[-1].of(names.text).lower() in ("of", "for", "to", "in", "at"):
        words.pop()
    return words


def _may_belong(names: Names, word: Span, known: Knowledge) -> bool:
    """Whether a word may be part of a title: a title's word, a joint, or part of a body's name."""
    lower = word.of(names.text).lower()
    if lower in _JOINTS or lower in _FORMER or lower == "." or known.is_title_word(lower):
        return True
    return any(n.kind != "person" for n in names.touching(word))


def _is_inside_name(names: Names, word: Span) -> bool:
    return bool(names.touching(word))
