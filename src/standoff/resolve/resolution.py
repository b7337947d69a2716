"""The actors of every statement of a document: sources, targets, addressees, and on whose behalf."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from standoff.encode.acts import anchors_of_statements
from standoff.knowledge import Knowledge
from standoff.resolve.bodies import Bodies
from standoff.resolve.cast import Cast
from standoff.resolve.groups import rows_in_text
from standoff.resolve.links import with_links
from standoff.resolve.names import names_in_text
from standoff.resolve.offices import Offices
from standoff.resolve.persons import Person, persons_in_text
from standoff.resolve.phrases import resolve_phrase
from standoff.resolve.pronouns import pronoun_form
from standoff.resolve.targets import (
    Candidate,
    Target,
    chosen_targets,
    shipped_weights,
    target_candidates,
)
from standoff.resolve.who import Who, unresolved
from standoff.spans import Span
from standoff.values.actor import UNNAMED, Actor
from standoff.values.document import Document
from standoff.values.reading import Reading
from standoff.values.resolution import Appearance, Resolution
from standoff.values.statement import Statement, Step

_JOINT_REACH = 2  # sentences


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is who in a document: one resolution for each statement, in their order, and whom the document names."""

    resolutions: tuple[Resolution, ...]
    appearances: tuple[Appearance, ...]


def resolve_statements(
    document: Document, reading: Reading, statements: Sequence[Statement], known: Knowledge
) -> Resolved:
    """The resolutions of a document's statements; offices are those of the document's date."""
    cast = cast_of(document, reading, known)
    speakers = _speakers(cast, statements)
    resolutions = []
    for statement, candidates in zip(statements, _candidates(cast, reading, statements, speakers), strict=True):
        targets = chosen_targets(candidates, shipped_weights())
        resolutions.append(_resolution(cast, statement, speakers[statement.statement_id], targets))
    return Resolved(tuple(resolutions), _appearances(cast, resolutions))


def candidates_of_statements(
    document: Document, reading: Reading, statements: Sequence[Statement], known: Knowledge
) -> list[tuple[Candidate, ...]]:
    """For each statement the actors that it may be about, unweighed: what the weights are fitted on."""
    cast = cast_of(document, reading, known)
    return _candidates(cast, reading, statements, _speakers(cast, statements))


def _candidates(
    cast: Cast, reading: Reading, statements: Sequence[Statement], speakers: Mapping[str, Who]
) -> list[tuple[Candidate, ...]]:
    """For each statement the actors that it may be about."""
    at = anchors_of_statements(reading, statements)
    anchors = [reading.anchors[at[s.statement_id]] if s.statement_id in at else None for s in statements]
    return [
        target_candidates(cast, s, speakers[s.statement_id], anchor)
        for s, anchor in zip(_with_whole_marks(statements), anchors, strict=True)
    ]


def _with_whole_marks(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with each target's mark as long as the longest that begins where it does: what one statement
    marks as "Russian individuals" is the phrase that another marks as "Russian individuals and entities".
    """
    longest: dict[int, Span] = {}
    for mark in (mark for statement in statements for mark in statement.targets):
        longest[mark.start] = max(mark, longest.get(mark.start, mark), key=lambda span: span.end)
    return [replace(s, targets=tuple(longest[mark.start] for mark in s.targets)) for s in statements]


def _speakers(cast: Cast, statements: Sequence[Statement]) -> dict[str, Who]:
    """Who each statement's source is, by the statement's id."""
    speakers: dict[str, Who] = {}
    for statement in _parents_first(statements):
        speakers[statement.statement_id] = _source(cast, statement, speakers, statements)
    return speakers


def cast_of(document: Document, reading: Reading, known: Knowledge) -> Cast:
    """All that is known of a document when its phrases are resolved."""
    on = date.fromisoformat(document.published[:10]) if document.published else None
    names = names_in_text(document, reading, known)
    bodies = Bodies(names=names, known=known, doc_id=document.doc_id, on=on)
    persons = persons_in_text(names, bodies, known, on)
    cast = Cast(
        names=names,
        bodies=bodies,
        persons=persons,
        offices=Offices(persons=persons, bodies=bodies, known=known, on=on),
        known=known,
        rows=(),
        stands_for={},
    )
    rows = rows_in_text(names, cast.actor_of)
    return with_links(replace(cast, rows=rows), reading)


def _parents_first(statements: Sequence[Statement]) -> Iterable[Statement]:
    """The statements, each behind the one in whose content it is nested."""
    by_id = {s.statement_id: s for s in statements}
    done: set[str] = set()
    for statement in statements:
        line = [statement]
        while line[-1].parent_id in by_id and line[-1].parent_id not in done and len(line) < len(by_id):
            line.append(by_id[str(line[-1].parent_id)])
        for one in reversed(line):
            if one.statement_id not in done:
                done.add(one.statement_id)
                yield one


def _source(cast: Cast, statement: Statement, speakers: Mapping[str, Who], statements: Sequence[Statement]) -> Who:
    if statement.source is None:
        return unresolved("the text names no source")
    speaker = speakers.get(statement.parent_id or "")
    if pronoun_form(statement.source.of(cast.text)) == "we":
        speaker = (
            _quoted_around(statement, speakers, statements)
            or speaker
            or _speaker_around(statement, speakers, statements)
        )
    who = _who(cast, statement.source, speaker)
    if not who.actors and statement.source.of(cast.text).lower() in ("they", "both", "the two", "neither"):
        return _last_joint(statement, speakers, statements) or who
    return who


def _last_joint(statement: Statement, speakers: Mapping[str, Who], statements: Sequence[Statement]) -> Who | None:
    """The joint source of the last statement before, if it stands in one of the two sentences before this one."""
    at = statement.sentence.index
    earlier = [s for s in statements[: statements.index(statement)] if s.sentence.index < at]
    for one in reversed(earlier):
        if at - one.sentence.index > _JOINT_REACH:
            break
        who = speakers.get(one.statement_id)
        if who is not None and len(who.actors) > 1:
            return replace(who, reason="the joint source before")
    return None


def _quoted_around(statement: Statement, speakers: Mapping[str, Who], statements: Sequence[Statement]) -> Who | None:
    """Whose own words a statement is nested in: in "Norway turned down our offer" the offer is that of who says so."""
    by_id = {s.statement_id: s for s in statements}
    around = by_id.get(statement.parent_id or "")
    for _ in statements:
        if around is None or around.quote in ("direct", "mixed"):
            break
        around = by_id.get(around.parent_id or "")
    return speakers.get(around.statement_id) if around is not None else None


def _speaker_around(statement: Statement, speakers: Mapping[str, Who], statements: Sequence[Statement]) -> Who | None:
    """Who speaks where the first person stands: in whose content it is, else who was quoted last before it."""
    at = statement.source or statement.sentence.span
    inside = [s for s in statements if any(c.start <= at.start and at.end <= c.end for c in s.content)]
    before = [s for s in statements if s.quote in ("direct", "mixed") and s.sentence.span.start <= at.start]
    for one in [*sorted(inside, key=lambda s: sum(c.end - c.start for c in s.content)), *before[-1:]]:
        if one is not statement and one.statement_id in speakers:
            return speakers[one.statement_id]
    return None


def _who(cast: Cast, span: Span, speaker: Who | None) -> Who:
    """Whom a span stands for; the first person is the speaker in whose words it stands."""
    word = span.of(cast.text)
    if pronoun_form(word) == "we":
        if speaker is None or not speaker.actors:
            return unresolved(f"{word!r} outside anybody's words")
        return Who(speaker.actors, speaker.behalf, f"{word!r} is the speaker")
    return resolve_phrase(cast, span)


def _resolution(cast: Cast, statement: Statement, who: Who, targets: Sequence[Target]) -> Resolution:
    told = _who(cast, statement.addressee, who) if statement.addressee else None
    steps = [Step(field="actor", by="rule", detail=who.reason or "not settled", score=who.share)]
    steps += [Step(field="target_actors", by="weights", detail=t.reason, score=t.probability) for t in targets]
    return Resolution(
        statement_id=statement.statement_id,
        actor=who.actors[0] if who.actors else None,
        co_actors=who.actors[1:],
        on_behalf_of=who.behalf if who.behalf not in who.actors[:1] else None,
        target_actors=tuple(t.actor for t in targets),
        addressee_actors=_named(told.actors if told else ()),
        steps=tuple(steps),
    )


def _named(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(a for a in actors if a != UNNAMED))


def _appearances(cast: Cast, resolutions: Sequence[Resolution]) -> tuple[Appearance, ...]:
    """Every actor that the document names, in the order of first naming; a place that nobody knows as a state is one
    only where it speaks, is spoken for or is meant.
    """
    acting = {a for r in resolutions for a in (r.actor, *r.co_actors, r.on_behalf_of, *r.target_actors) if a}
    acting |= {p.behalf for p in cast.persons.all if p.behalf is not None}
    spans: dict[Actor, list[Span]] = {}
    for named in cast.names.all:
        actor = cast.actor_of(named)
        if actor is not None and (named.namings or named.kind != "place" or actor in acting):
            spans.setdefault(actor, []).append(named.span)
    offices = {p.actor: _offices(cast, p) for p in cast.persons.all}
    return tuple(
        Appearance(actor=actor, spans=tuple(found), offices=offices.get(actor, ())) for actor, found in spans.items()
    )


def _offices(cast: Cast, person: Person) -> tuple[str, ...]:
    """The offices of a person: as known for the document's date, else as the text gives them."""
    held = [cast.known.facts.offices[term.office_id] for term in person.posts] if cast.offices.on else []
    bodies = [cast.known.actor(office.body_id) for office in held]
    known = [f"{o.role.replace('_', ' ')} of {b.name}" for o, b in zip(held, bodies, strict=True) if b is not None]
    return tuple(dict.fromkeys(known or [title.text for title in person.titles if title.roles]))
