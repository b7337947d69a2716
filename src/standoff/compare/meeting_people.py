"""Who is said to be at a meeting: named with the words for being there, speaking there, or holding the same office.

Only persons count, and of those in a sentence about the meeting only who speaks in it or stands in one clause with the
words for being there. A sentence that says that somebody stayed away, or that something was before the meeting, speaks
for nobody being there; nor do words that are said to be spoken in another place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from standoff.compare.lexicon import pattern
from standoff.compare.meeting_phrases import Named, Occasion, named_in
from standoff.compare.meeting_places import place_of_line, places_at
from standoff.spans import Span
from standoff.values import Actor, Analysis, Basis, Sentence, Statement
from standoff.values.comparison import Evidence, Participant

_ELSEWHERE = frozenset(("broadcast", "social", "press"))
_SPOKESPERSON = re.compile(r"(?i)spokes|press secretary|journalist|analyst|expert|professor|former|ex-")
_POSSESSIVE = re.compile(r"(['’]s)\s$")  # a name may be marked with it or without
_WORDS = re.compile(r"[^\W\d_]{3,}")
# What begins another clause, so that a name beyond it is not said to be there; a colon does not ("two met: A and B").
_CLAUSE = re.compile(
    r"(?i);|\b(?:that|which|who|whose|whom|because|while|although|though|after|when|whether|if|since|but)\b"
)
_OWN_MEETING = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}(?:meetings?|talks|clash|exchanges|showdown)\b")
_OWN = re.compile(r"['’]s?(?!\w)")
_RANKS: Mapping[str, re.Pattern[str]] = {
    "foreign": re.compile(r"(?i)foreign|external|secretary of state"),
    "head": re.compile(r"(?i)\b(?:president|prime minister|chancellor|king|emir|taoiseach)\b"),
    "chair": re.compile(r"(?i)secretary[- ]general|head of organisation|chair(?:man|woman|person)?(?:-in-office)?\b"),
}


@dataclass(frozen=True, slots=True)
class _Presence:
    """That a person is said to be there, or speaks as somebody who may be."""

    person: Actor
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A document with who is named in it, its statements by sentence, and the words of the places of the meeting."""

    analysis: Analysis
    named: Sequence[Named]
    told: Mapping[int, Sequence[Statement]]
    here: Set[str]


def _page(analysis: Analysis, here: Set[str]) -> _Page:
    told: dict[int, list[Statement]] = defaultdict(list)
    for statement in analysis.statements:
        told[statement.sentence.index].append(statement)
    return _Page(analysis=analysis, named=named_in(analysis), told=told, here=here)


def find_participants(analyses: Sequence[Analysis], there: Sequence[Occasion]) -> tuple[Participant, ...]:
    """The persons at a meeting that `there` speaks of, those with most evidence first.

    First those of whom a sentence about the meeting says so; then, of their rank or named as a state's without an
    office, those whose statements the same documents report without saying that they were made elsewhere.
    """
    here = _here(analyses, there)
    pages = [_page(analysis, here) for analysis in analyses]
    present = [p for page in pages for p in _present(page, there)]
    if not present:
        return ()
    ranks = _ranks(analyses)
    wanted = {ranks.get(p.person.actor_id, "other") for p in present} - {"other"} | {"delegate"}
    if any(o.forum for o in there):
        wanted.add("chair")
    known = {p.person.actor_id for p in present}
    speaking = (p for page in pages for p in _speaking(page) if p.person.actor_id not in known)
    peers = [p for p in speaking if ranks.get(p.person.actor_id) in wanted]
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    people: dict[str, Actor] = {}
    for presence in (*present, *peers):
        people.setdefault(presence.person.actor_id, presence.person)
        evidence[presence.person.actor_id].append(presence.evidence)
    order = sorted(people, key=lambda one: (-len(evidence[one]), one))
    return tuple(Participant(actor=people[one], evidence=tuple(dict.fromkeys(evidence[one]))) for one in order)


def basis_at(analysis: Analysis, span: Span) -> Basis | None:
    """How the text knows what stands at a span: the basis of the innermost statement around it, `None` of none."""
    around = [(c.end - c.start, s.basis) for s in analysis.statements for c in s.content if c.covers(span)]
    return min(around)[1] if around else None


def _here(analyses: Sequence[Analysis], there: Sequence[Occasion]) -> frozenset[str]:
    """The words of the places that the meeting may be at: those that are given for it, else those of the datelines."""
    places = [o.place for o in there if o.place is not None]
    lines = (place_of_line(analysis) for analysis in analyses)
    names = [place.name for place in places or [line for line in lines if line is not None]]
    return frozenset(word.lower() for name in names for word in _WORDS.findall(name))


def _is_elsewhere(page: _Page, sentence: Sentence) -> bool:
    """Whether a sentence names, outside what its statements say, a place that is not that of the meeting."""
    if not page.here:
        return False
    first = bisect_left(page.named, sentence.span.start, key=lambda n: n.span.start)
    last = bisect_left(page.named, sentence.span.end, key=lambda n: n.span.start)
    contents = [piece for s in page.told.get(sentence.index, ()) for piece in s.content]
    places = places_at(page.analysis, sentence.span, page.named[first:last])
    outside = (place for place in places if not any(piece.covers(place.span) for piece in contents))
    return any(page.here.isdisjoint(word.lower() for word in _WORDS.findall(place.name)) for place in outside)


def _present(page: _Page, there: Sequence[Occasion]) -> Iterator[_Presence]:
    """Those whom a sentence about the meeting puts there."""
    analysis = page.analysis
    named = [n for n in page.named if n.actor.kind == "person"]
    sentences = {o.sentence.index: o.sentence for o in there if o.doc_id == analysis.document.doc_id}
    for sentence in sentences.values():
        if not _says_there(analysis.document.text, sentence):
            continue
        for person in (n for n in named if _is_put_there(page, n.span, sentence)):
            basis = basis_at(analysis, person.span)
            if basis not in ("predicted", "withheld", "hearsay"):
                yield _presence(analysis, person, sentence, basis)
    if sentences:
        yield from _in_the_room(analysis)


def _is_put_there(page: _Page, name: Span, sentence: Sentence) -> bool:
    """Whether a name in a sentence is that of one who speaks in it, or stands with the words for being there."""
    if not sentence.span.covers(name):
        return False
    sources = (s.source for s in page.told.get(sentence.index, ()) if s.source is not None)
    is_source = any(source.overlaps(name) for source in sources) and not _is_elsewhere(page, sentence)
    text = page.analysis.document.text
    if is_source or (_OWN.match(text, name.end) and not _OWN_MEETING.match(text, name.end)):
        return is_source
    words = (Span(*match.span()) for match in pattern("meetings", "there").finditer(text, *sentence.span))
    return any(_in_one_clause(page.analysis, name, at) for at in words)


def _in_one_clause(analysis: Analysis, name: Span, words: Span) -> bool:
    """Whether no clause begins between two stretches, and what is said in the sentence holds both or neither."""
    first, last = sorted((name, words))
    if _CLAUSE.search(analysis.document.text, first.end, max(first.end, last.start)):
        return False
    pieces = (piece for s in analysis.statements for piece in s.content)
    return all(piece.covers(name) == piece.covers(words) for piece in pieces)


def _in_the_room(analysis: Analysis) -> Iterator[_Presence]:
    """The sources of what a sentence tells of a session ("told the closed session")."""
    room, text = pattern("meetings", "room"), analysis.document.text
    return _said(analysis, [s for s in analysis.statements if room.search(text, *s.sentence.span)])


def _says_there(text: str, sentence: Sentence) -> bool:
    says, denies = pattern("meetings", "there"), pattern("meetings", "absent")
    return bool(says.search(text, *sentence.span)) and not denies.search(text, *sentence.span)


def _speaking(page: _Page) -> Iterator[_Presence]:
    """The sources of statements that the text does not place elsewhere."""
    spoken = (s for s in page.analysis.statements if s.channel not in _ELSEWHERE)
    return _said(page.analysis, [s for s in spoken if not _is_elsewhere(page, s.sentence)])


def _said(analysis: Analysis, statements: Sequence[Statement]) -> Iterator[_Presence]:
    """The persons who are told to have made these statements; guesses and plans count for nothing."""
    resolutions = {r.statement_id: r for r in analysis.resolutions}
    for statement in (s for s in statements if s.basis in ("quoted", "reported")):
        resolution = resolutions.get(statement.statement_id)
        for actor in (resolution.actor, *resolution.co_actors) if resolution else ():
            if actor is not None and actor.kind == "person":
                yield _Presence(actor, _evidence(analysis, statement.sentence.span, statement.basis))


def _presence(analysis: Analysis, person: Named, sentence: Sentence, basis: Basis | None) -> _Presence:
    return _Presence(person.actor, _evidence(analysis, sentence.span, basis))


def _evidence(analysis: Analysis, span: Span, basis: Basis | None) -> Evidence:
    return Evidence(doc_id=analysis.document.doc_id, span=span, basis=basis)


def _ranks(analyses: Sequence[Analysis]) -> Mapping[str, str]:
    """Of what sort the office of each person is: that of foreign ministers, of heads, of those in the chair, of none of
    these ("other"); "delegate" of somebody without an office whom a text names as a state's ("Zelvara's Ilse Toren").
    """
    offices: dict[str, dict[str, None]] = defaultdict(dict)
    sent = set()
    for analysis in analyses:
        states = {span.end for a in analysis.appearances if a.actor.kind == "government" for span in a.spans}
        for one in (a for a in analysis.appearances if a.actor.kind == "person"):
            offices[one.actor.actor_id].update(dict.fromkeys(one.offices))
            if any(_is_of_state(analysis.document.text, span, states) for span in one.spans):
                sent.add(one.actor.actor_id)
    return {
        person: _rank(tuple(held)) if held else "delegate" if person in sent else "other"
        for person, held in offices.items()
    }


def _rank(offices: Sequence[str]) -> str:
    fit = [office for office in offices if not _SPOKESPERSON.search(office)]
    return next((rank for rank, words in _RANKS.items() if any(words.search(office) for office in fit)), "other")


def _is_of_state(text: str, name: Span, states: Set[int]) -> bool:
    """Whether the possessive of a state stands right before a name; `states` are where names of states end."""
    before = _POSSESSIVE.search(text, max(0, name.start - 4), name.start)
    return before is not None and bool(states & {before.start(), before.end(1)})
