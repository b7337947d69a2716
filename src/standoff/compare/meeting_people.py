"""Who is said to be at a meeting: named in a sentence that speaks of it, speaking there, or holding the same office.

Only persons count. A sentence that says that somebody stayed away speaks for nobody being there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from standoff.compare.lexicon import pattern
from standoff.compare.meeting_phrases import Named, Occasion, named_in
from standoff.spans import Span
from standoff.values import Actor, Analysis, Basis, Sentence, Statement
from standoff.values.comparison import Evidence, Participant

_ELSEWHERE = frozenset(("broadcast", "social", "press"))
_SPOKESPERSON = re.compile(r"(?i)spokes|press secretary|journalist|analyst|expert|professor|former|ex-")
_POSSESSIVE = re.compile(r"(['’]s)\s$")  # a name may be marked with it or without
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


def find_participants(analyses: Sequence[Analysis], there: Sequence[Occasion]) -> tuple[Participant, ...]:
    """The persons at a meeting that `there` speaks of, those with most evidence first.

    First those of whom a sentence about the meeting says so; then, of their rank or named as a state's without an
    office, those whose statements the same documents report without saying that they were made elsewhere.
    """
    present = [p for analysis in analyses for p in _present(analysis, there)]
    if not present:
        return ()
    ranks = _ranks(analyses)
    wanted = {ranks.get(p.person.actor_id, "other") for p in present} - {"other"} | {"delegate"}
    if any(o.forum for o in there):
        wanted.add("chair")
    known = {p.person.actor_id for p in present}
    speaking = (p for analysis in analyses for p in _speaking(analysis) if p.person.actor_id not in known)
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


def _present(analysis: Analysis, there: Sequence[Occasion]) -> Iterator[_Presence]:
    """Those whom a sentence about the meeting puts there."""
    named = [n for n in named_in(analysis) if n.actor.kind == "person"]
    sentences = {o.sentence.index: o.sentence for o in there if o.doc_id == analysis.document.doc_id}
    for sentence in sentences.values():
        if not _says_there(analysis.document.text, sentence):
            continue
        for person in (n for n in named if sentence.span.covers(n.span)):
            basis = basis_at(analysis, person.span)
            if basis not in ("predicted", "withheld", "hearsay"):
                yield _presence(analysis, person, sentence, basis)
    if sentences:
        yield from _in_the_room(analysis)


def _in_the_room(analysis: Analysis) -> Iterator[_Presence]:
    """The sources of what a sentence tells of a session ("told the closed session")."""
    room, text = pattern("meetings", "room"), analysis.document.text
    return _said(analysis, [s for s in analysis.statements if room.search(text, *s.sentence.span)])


def _says_there(text: str, sentence: Sentence) -> bool:
    says, denies = pattern("meetings", "there"), pattern("meetings", "absent")
    return bool(says.search(text, *sentence.span)) and not denies.search(text, *sentence.span)


def _speaking(analysis: Analysis) -> Iterator[_Presence]:
    """The sources of statements that the text does not place elsewhere."""
    return _said(analysis, [s for s in analysis.statements if s.channel not in _ELSEWHERE])


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
