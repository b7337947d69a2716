"""Meetings: of each story the occurrence with a forum, a place, a date and participants, and where each is said.

The words of all documents of a story that speak of a meeting are put together by forum; the forum of most documents is
the story's. Bare words ("the meeting") say nothing of which one is meant and count for participants alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from standoff.compare.meeting_days import Period, is_near, periods_in, report_day
from standoff.compare.meeting_people import basis_at, find_participants
from standoff.compare.meeting_phrases import Occasion, occasions
from standoff.compare.meeting_places import Place, place_of_line
from standoff.knowledge import Knowledge
from standoff.knowledge.keys import slug
from standoff.spans import Span
from standoff.values import Actor, Analysis
from standoff.values.comparison import Evidence, Meeting, Story

_N_LINES = 2
"""A place that only datelines give has to stand in two documents."""


def find_meetings(analyses: Sequence[Analysis], stories: Sequence[Story], known: Knowledge) -> tuple[Meeting, ...]:
    """The meeting of each story that speaks of one, in the order of the stories."""
    by_id = {analysis.document.doc_id: analysis for analysis in analyses}
    found = (_meeting(story, [by_id[doc_id] for doc_id in story.doc_ids], known) for story in stories)
    return tuple(meeting for meeting in found if meeting is not None)


def _meeting(story: Story, analyses: Sequence[Analysis], known: Knowledge) -> Meeting | None:
    spoken = [o for analysis in analyses for o in occasions(analysis, known) if _is_now(o, analysis)]
    root = _main_forum(spoken, known)
    own = [o for o in spoken if _root(o, known) == root and (root is not None or o.place is not None)]
    about = [o for o in spoken if o.forum is None or _root(o, known) == root]
    docs = {o.doc_id for o in own}
    telling = [analysis for analysis in analyses if analysis.document.doc_id in docs]
    participants, places, periods = find_participants(analyses, about), _places(about, telling), _periods(own, telling)
    # A name alone is no meeting: speeches "to the General Assembly" are recalled in many texts.
    if not own or not (participants or places) or (root is None and len(participants) < 2):
        return None
    forum, date = _forum(own, known), periods[0].iso if periods else None
    return Meeting(
        story_id=story.story_id,
        forum=forum,
        place=_full_name(places[0].name, analyses) if places else None,
        date=date,
        participants=participants,
        evidence=_evidence([*own, *places, *(p for p in periods if p.iso == date)], analyses),
        on_roster=_roster(forum, periods[0], known) if periods else (),
    )


def _is_now(occasion: Occasion, analysis: Analysis) -> bool:
    """Whether nothing in the sentence says that a meeting of long ago or far ahead is meant."""
    periods, report = periods_in(analysis, occasion.sentence.span), report_day(analysis)
    return not periods or any(is_near(period, report) for period in periods)


def _main_forum(spoken: Sequence[Occasion], known: Knowledge) -> str | None:
    """The organisation whose meetings most documents speak of, then most often; titles count twice."""
    docs: dict[str, set[str]] = defaultdict(set)
    times: dict[str, int] = defaultdict(int)
    for occasion in spoken:
        root = _root(occasion, known)
        if root is not None:
            docs[root].add(occasion.doc_id)
            times[root] += 2 if occasion.is_title else 1
    return min(docs, key=lambda root: (-len(docs[root]), -times[root], root)) if docs else None


def _root(occasion: Occasion, known: Knowledge) -> str | None:
    """The organisation that a forum belongs to, by id: the OSCE of its Ministerial Council; `None` without a forum."""
    if occasion.forum is None:
        return None
    return known.parent(occasion.forum.actor_id) or occasion.forum.actor_id


def _forum(own: Sequence[Occasion], known: Knowledge) -> Actor | None:
    """The forum as its most precise name has it: the body that meets where a text names it, else the organisation."""
    named = [_body(o, known) for o in own if o.forum is not None]
    bodies = [actor for actor in named if known.parent(actor.actor_id) or actor.actor_id.startswith("new:body-")]
    return next(iter(bodies or named), None)


def _body(occasion: Occasion, known: Knowledge) -> Actor:
    """The body that an occasion names: "Ministerial Council" of the organisation, known by that name or new."""
    forum = occasion.forum
    assert forum is not None  # noqa: S101 - asked only of occasions with a forum
    if occasion.body is None or occasion.body.lower() in forum.name.lower():
        return forum
    for name in (f"{forum.name} {occasion.body}", f"{occasion.body} of the {forum.name}"):
        listed = [actor for n in known.namings(name) if (actor := known.actor(n.actor_id)) is not None]
        if listed:
            return listed[0]
    name = f"{occasion.body} of the {forum.name}"
    return Actor(actor_id=f"new:body-{slug(name)}", name=name, kind="organisation")


def _places(about: Sequence[Occasion], analyses: Sequence[Analysis]) -> list[Place]:
    """All words that give the place which weighs most; a dateline alone has to be that of two reports."""
    said = [o.place for o in about if o.place is not None]
    lines = [line for analysis in analyses if (line := place_of_line(analysis)) is not None]
    places = said + (lines if said or len(lines) >= _N_LINES else [])
    weights: dict[str, float] = defaultdict(float)
    for place in places:
        weights[place.name] += place.weight
    best = min(weights, key=lambda name: (-weights[name], name), default=None)
    return [place for place in places if place.name == best]


def _full_name(name: str, analyses: Sequence[Analysis]) -> str:
    """The name with its country, where a dateline of the story gives both ("Ta' Qali, Malta")."""
    lines = (place_of_line(analysis) for analysis in analyses)
    return next((line.name for line in lines if line is not None and line.name.startswith(f"{name}, ")), name)


def _periods(own: Sequence[Occasion], analyses: Sequence[Analysis]) -> list[Period]:
    """The periods that are given for the meeting, those that weigh most first; else the days of the reports.

    They are looked for in the sentences that speak of it, then in those right before these. A day within a longer
    period speaks for that one too.
    """
    by_id = {analysis.document.doc_id: analysis for analysis in analyses}
    places = dict.fromkeys((o.doc_id, o.sentence.index) for o in own)
    near: list[Period] = []
    for back in (0, 1):
        near = near or [p for doc_id, at in places if at >= back for p in _near(by_id[doc_id], at - back)]
    near = near or [day for analysis in analyses if (day := report_day(analysis)) is not None]
    groups: dict[str, Period] = {}
    sums: dict[str, float] = defaultdict(float)
    for period in near:
        groups.setdefault(period.iso, period)
        sums[period.iso] += period.weight
    weights = {
        iso: sum(sums[other] for other, p in groups.items() if p.speaks_for(period)) for iso, period in groups.items()
    }
    return sorted(near, key=lambda p: (-weights[p.iso], p.iso))


def _near(analysis: Analysis, index: int) -> list[Period]:
    """The periods in one sentence that lie near to the day of the report."""
    report = report_day(analysis)
    return [p for p in periods_in(analysis, analysis.sentences[index].span) if is_near(p, report)]


def _evidence(said: Sequence[Occasion | Place | Period], analyses: Sequence[Analysis]) -> tuple[Evidence, ...]:
    """Where the forum, the place and the date stand; what lies within earlier words is not given again."""
    by_id = {analysis.document.doc_id: analysis for analysis in analyses}
    kept: list[tuple[str, Span]] = []
    for one in said:
        if one.span is not None and not any(d == one.doc_id and span.covers(one.span) for d, span in kept):
            kept.append((one.doc_id, one.span))
    return tuple(Evidence(doc_id=doc_id, span=span, basis=basis_at(by_id[doc_id], span)) for doc_id, span in kept)


def _roster(forum: Actor | None, period: Period, known: Knowledge) -> tuple[Actor, ...]:
    """The members of the forum, or of what it belongs to, on the first day; nobody where the year is not known."""
    if forum is None or not period.has_year:
        return ()
    day = period.first
    members = known.members(forum.actor_id, day) or known.members(known.parent(forum.actor_id) or "", day)
    actors = (known.actor(member) for member in members)
    return tuple(sorted((a for a in actors if a is not None), key=lambda a: a.name))
