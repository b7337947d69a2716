"""The words of a text that speak of a meeting: "the OSCE meeting in Malta", "the bloc's foreign ministers met in Oslo".

A noun of meeting counts with the organisation beside it, a verb only with a place or an organisation. Whether two
phrases mean the same meeting is decided in `meetings`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.compare.lexicon import pattern, read_patterns
from standoff.compare.meeting_places import Place, place_before, place_behind
from standoff.knowledge import Knowledge
from standoff.knowledge.keys import slug
from standoff.spans import Span
from standoff.values import Actor, Analysis, Sentence

_LISTED = read_patterns("meetings")
_NO_MEETING = re.compile(r"(?i)\b(?:news|press|phone|call)\s+$")
# Up to three words between a forum's name and the noun, none of which begins another phrase.
_FUNCTION = r"(?:of|in|at|on|to|for|and|or|but|is|was|were|has|had|will|would|that|which|who|by|with|from|as|a|the)\b"
_BETWEEN_BEFORE = re.compile(rf"\)?(?:['’]s?)?(?:\s+(?!{_FUNCTION})[\w'’-]+){{0,3}}\s+")
_BETWEEN_BEHIND = re.compile(
    r"\s+(?:[\w'’-]+\s+){0,2}of\s+(?:(?!with\b|and\b|in\b|on\b|at\b|to\b|that\b)[\w'’-]+\s+){0,6}"
)
_SUBJECT = re.compile(
    rf"(?:['’]s?)?(?:\s+{_LISTED['states']})?(?:['’])?(?:\s+{_LISTED['delegates']})?(?:\s+(?!{_FUNCTION})[\w-]+){{0,2}}\s+"
)
_DEFINITE = re.compile(r"(?i)\b(?:the|this|that|at|both)\s+(?:[\w-]+\s+){0,2}$")
_IS_BODY = re.compile(r"(?i)council|assembly|committee|ministerial conference|congress")  # others name the occasion
_GENERIC = re.compile(
    rf"(?i)(?:\w+(?:st|nd|rd|th)\s+)?(?:foreign\s+)?(?:{_LISTED['body']}|{_LISTED['occasion']}|ministerial)(?:\s+of)?"
)
_CAPITAL = r"[A-Z][\w-]*"
_ORGANISATION = re.compile(
    rf"(?:(?:Council|Meeting|Conference|Summit|Assembly|Committee|Session)\s+of\s+(?:the\s+)?)?(?P<name>"
    rf"(?:(?!(?:\w+th|Ministerial|The)\b){_CAPITAL}\s+(?:(?:and|of|for|on)\s+(?:the\s+)?)?){{1,6}}"
    rf"(?:Organi[sz]ation|Union|Alliance|League|Community|Association|Commonwealth|Compact|Pact|Forum|Group)\b"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?{_CAPITAL}(?:\s+(?:and\s+)?{_CAPITAL}){{0,4}})?)"
)
_ORGANISED = frozenset(("organisation", "bloc"))
_MAX_LOOK_CHARS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A span that names an actor."""

    span: Span
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Words that speak of a meeting, with the forum and the place that they give, `None` where they give none.

    `body` is what a forum calls itself there ("Ministerial Council"), `None` for a plain noun; `is_title` whether the
    words stand in the document's title.
    """

    doc_id: str
    span: Span
    sentence: Sentence
    forum: Actor | None
    body: str | None
    place: Place | None
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What one noun or verb of meeting gives."""

    span: Span
    forum: Actor | None
    body: str | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class _Page:
    """A document with what is named in it: all of it, and the organisations that may be a forum."""

    analysis: Analysis
    named: tuple[Named, ...]
    forums: tuple[Named, ...]
    known: Knowledge

    @property
    def text(self) -> str:
        """The document's text."""
        return self.analysis.document.text


def occasions(analysis: Analysis, known: Knowledge) -> tuple[Occasion, ...]:
    """All words of a document that speak of a meeting, in order."""
    named = named_in(analysis)
    page = _Page(analysis, named, forums_in(analysis, named, known), known)
    title = next((piece.span for piece in analysis.document.front if piece.kind == "title"), Span(0, 0))
    best: dict[int, Occasion] = {}
    for sentence in analysis.sentences:
        for phrase in (*_by_noun(page, sentence), *_by_verb(page, sentence)):
            occasion = Occasion(
                doc_id=analysis.document.doc_id,
                span=phrase.span,
                sentence=sentence,
                forum=phrase.forum,
                body=phrase.body,
                place=phrase.place,
                is_title=title.covers(phrase.span),
            )
            best.setdefault(phrase.span.end, occasion)
    return tuple(sorted(best.values(), key=lambda o: o.span))


def named_in(analysis: Analysis) -> tuple[Named, ...]:
    """Every span of a document that names an actor, and every source that was found out, in order."""
    found = {Named(span=span, actor=a.actor) for a in analysis.appearances for span in a.spans}
    actors = {r.statement_id: r.actor for r in analysis.resolutions}
    for statement in analysis.statements:
        actor = actors.get(statement.statement_id)
        if statement.source is not None and actor is not None and actor.kind != "unnamed":
            found.add(Named(span=statement.source, actor=actor))
    return tuple(sorted(found, key=lambda n: (n.span, n.actor.actor_id)))


def forums_in(analysis: Analysis, named: Sequence[Named], known: Knowledge) -> tuple[Named, ...]:
    """The organisations that a document names and that may be a forum, in order: of no one country, and not a bare
    noun of meeting.

    One that the reading has missed counts too, when its capitals and a noun such as "Union" make it plain.
    """
    text = analysis.document.text
    listed = [n for n in named if n.actor.kind in _ORGANISED and n.actor.country is None]
    found = [n for n in listed if not _GENERIC.fullmatch(n.span.of(text))]
    starts = [n.span.start for n in found]
    for match in _ORGANISATION.finditer(text):
        span = Span(*match.span("name"))
        near = found[max(0, bisect_left(starts, span.start) - 1) : bisect_left(starts, span.end)]
        if not any(span.overlaps(n.span) for n in near):
            found.append(Named(span=span, actor=_organisation(" ".join(match["name"].split()), known)))
    return tuple(sorted(found, key=lambda n: n.span))


def _organisation(name: str, known: Knowledge) -> Actor:
    """The organisation of that name, known or new."""
    listed = (known.actor(naming.actor_id) for naming in known.namings(name))
    found = next((actor for actor in listed if actor is not None), None)
    return found or Actor(actor_id=f"new:{slug(name)}", name=name, kind="organisation")


def _by_noun(page: _Page, sentence: Sentence) -> Iterator[_Phrase]:
    for section in ("body", "occasion"):
        for match in pattern("meetings", section).finditer(page.text, *sentence.span):
            head = Span(*match.span())
            forum = _forum_of(page.text, head, _within(page.forums, sentence))
            before = sentence.span.start, head.start
            if _NO_MEETING.search(page.text, *before) or _is_no_noun(match[0], section, forum):
                continue
            words = Span(min(head.start, forum.span.start), max(head.end, forum.span.end)) if forum else head
            place = _place_of(page, words, sentence)
            if forum is None and place is None and not _DEFINITE.search(page.text, *before):
                continue
            body = " ".join(match[0].split()) if _IS_BODY.search(match[0]) else None
            yield _Phrase(_stretched(words, place), forum.actor if forum else None, body, place)


def _place_of(page: _Page, words: Span, sentence: Sentence) -> Place | None:
    behind = place_behind(page.analysis, words.end, sentence, page.named)
    return behind or place_before(page.analysis, words.start, page.named, page.known)


def _within(forums: Sequence[Named], sentence: Sentence) -> Sequence[Named]:
    """The forums in a sentence; `forums` are in the order of the text."""
    first = bisect_left(forums, sentence.span.start, key=lambda n: n.span.start)
    last = bisect_left(forums, sentence.span.end, key=lambda n: n.span.start)
    return forums[first:last]


def _is_no_noun(word: str, section: str, forum: Named | None) -> bool:
    """Whether the word says nothing of a meeting without a forum: a council, or "meet" as a verb."""
    return forum is None and ((section == "body" and word.lower() != "summit") or word.lower() == "meet")


def _forum_of(text: str, head: Span, forums: Sequence[Named]) -> Named | None:
    """The organisation whose meeting a noun names: behind it ("meeting of the X"), before it, or around it."""
    for forum in forums:
        is_behind = head.end <= forum.span.start <= head.end + _MAX_LOOK_CHARS
        if is_behind and _BETWEEN_BEHIND.fullmatch(text, head.end, forum.span.start):
            return forum
    for forum in reversed(forums):
        if forum.span.end <= head.start and _BETWEEN_BEFORE.fullmatch(text, forum.span.end, head.start):
            return forum
    return next(
        (f for f in forums if f.span.covers(head) and f.span.end == head.end and _is_event(f, head, text)), None
    )


def _is_event(forum: Named, head: Span, text: str) -> bool:
    """Whether a name that ends in such a noun is that of an occasion, not of a standing body ("Security Council")."""
    return head.of(text).lower() not in ("council", "assembly", "congress") and forum.span.start < head.start


def _by_verb(page: _Page, sentence: Sentence) -> Iterator[_Phrase]:
    for match in pattern("meetings", "met").finditer(page.text, *sentence.span):
        verb = Span(*match.span())
        before = (f for f in reversed(_within(page.forums, sentence)) if f.span.end <= verb.start)
        forum = next((f for f in before if _SUBJECT.fullmatch(page.text, f.span.end, verb.start)), None)
        place = place_behind(page.analysis, verb.end, sentence, page.named)
        if place is None and (forum is None or match[0].lower() in {"meet", "meets"}):
            continue
        words = Span(forum.span.start if forum else verb.start, verb.end)
        yield _Phrase(_stretched(words, place), forum.actor if forum else None, None, place)


def _stretched(words: Span, place: Place | None) -> Span:
    return Span(min(words.start, place.span.start), max(words.end, place.span.end)) if place else words
