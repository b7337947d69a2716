"""How well comparing works on a story that people have compared: copies, claims, clashes, the meeting.

Twice: on the gold statements, which shows comparing by itself, and on those that the program finds. One story is one
case, so there are no intervals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from standoff.evaluate.actors import is_same_name, plain_name
from standoff.evaluate.clusterings import Agreement, b_cubed, cluster_of
from standoff.evaluate.figures import Figure, Report
from standoff.evaluate.found import found_statements
from standoff.evaluate.gold import GoldDocument, read_gold
from standoff.evaluate.scores import Predict, corpus_sha256
from standoff.evaluate.story_gold import GoldClash, GoldMeeting, GoldSide, GoldStory, Place, read_story
from standoff.values import Analysis, Document
from standoff.values.comparison import Clash, Comparison, Meeting, Side

Mark = Callable[[GoldDocument], Analysis]
"""Gives the analysis that a document's annotation amounts to, its statements in gold order."""
CompareAll = Callable[[Sequence[Analysis]], Comparison]
"""Compares the documents of the story."""

Names = Mapping[str, Place]
"""By a statement's id, which gold statement it is."""

WHAT = (
    "on_gold: comparing the gold statements; on_found: comparing those that the program finds",
    "claims: B-cubed over all gold statements, those of no claim alone; claims.listed: over those of the gold's claims",
    "clashes: right when both sides' names and a statement of each agree with one of the gold's, whatever the kind",
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


Sides = Sequence[GoldSide]
"""The sides of something found, written as those of the gold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """One way of comparing: its name, what came of it, which statements are which."""

    name: str
    comparison: Comparison
    names: Names
    documents: Mapping[str, str]


def evaluate_story(paths: tuple[Path, Path], predict: Predict, mark: Mark, compare: CompareAll) -> Report:
    """The figures on the documents of a gold file and what its `.compare.json` says of them, in that order.

    Lists the clashes of the gold that were not found, and those found that are not in the gold.

    Raises: UsageError when a file cannot be opened, GoldError when one is not valid.
    """
    documents = read_gold(paths[0])
    story = read_story(paths[1], documents)
    settings = [
        _setting("on_gold", documents, [mark(document) for document in documents], compare),
        _setting("on_found", documents, [predict(_document(document)) for document in documents], compare),
    ]
    return Report(
        corpus=f"story {paths[0].name}",
        sha256=corpus_sha256(paths),
        n_documents=len(documents),
        n_gold=len(story.clashes),
        n_predicted=len(settings[0].comparison.clashes),
        figures=tuple(figure for setting in settings for figure in _figures(setting, story, documents)),
        notes=WHAT,
        misses=tuple(line for setting in settings for line in _misses(setting, story)),
    )


def _document(gold: GoldDocument) -> Document:
    return Document.from_text(gold.text, path=gold.name)


def _setting(
    name: str, documents: Sequence[GoldDocument], analyses: Sequence[Analysis], compare: CompareAll
) -> _Setting:
    names: dict[str, Place] = {}
    for document, analysis in zip(documents, analyses, strict=True):
        for i, j in found_statements(analysis.statements, document.statements):
            names[analysis.statements[i].statement_id] = Place(document.name, j)
    by_id = {a.document.doc_id: d.name for d, a in zip(documents, analyses, strict=True)}
    return _Setting(name=name, comparison=compare(analyses), names=names, documents=by_id)


def _figures(setting: _Setting, story: GoldStory, documents: Sequence[GoldDocument]) -> Iterator[Figure]:
    everything = [Place(d.name, i) for d in documents for i in range(len(d.statements))]
    listed = cluster_of(story.claims)
    predicted = cluster_of(
        [setting.names[i] for i in claim.statement_ids if i in setting.names] for claim in setting.comparison.claims
    )
    whole = {place: listed.get(place, ("alone", place)) for place in everything}
    yield from _agreement(f"{setting.name}.claims", b_cubed(predicted, whole), len(whole))
    yield from _agreement(f"{setting.name}.claims.listed", b_cubed(predicted, listed), len(listed))
    clashes = [_sides(setting, clash.sides) for clash in setting.comparison.clashes]
    yield from _matched(f"{setting.name}.clashes", clashes, story.clashes)
    grounds = [_sides(setting, one.sides) for one in setting.comparison.convergences]
    yield from _matched(f"{setting.name}.convergences", grounds, story.convergences)
    copies = frozenset(
        frozenset(setting.documents[doc_id] for doc_id in (copy.original, copy.copy))
        for copy in setting.comparison.copies
        if copy.kind != "passage"
    )
    yield from _shares(f"{setting.name}.copies", len(copies & story.copies), len(copies), len(story.copies))
    if story.meeting is not None:
        yield from _meeting_figures(setting, story.meeting)


def _agreement(name: str, agreement: Agreement, n: int) -> Iterator[Figure]:
    values = {"precision": agreement.precision, "recall": agreement.recall, "f1": agreement.f1}
    yield from (Figure(name=f"{name}.b3.{k}", value=v, low=None, high=None, n=n) for k, v in values.items())


def _shares(name: str, n_right: int, n_predicted: int, n_gold: int) -> Iterator[Figure]:
    """Precision of what was found and recall of the gold, both by the same number of right ones."""
    for key, n in (("precision", n_predicted), ("recall", n_gold)):
        yield Figure(name=f"{name}.{key}", value=n_right / n if n else 0.0, low=None, high=None, n=n)


def _sides(setting: _Setting, sides: Sequence[Side]) -> Sides:
    """The sides with those of their statements that the gold has."""
    return [
        GoldSide(
            actor=side.actor.name,
            statements=frozenset(setting.names[i] for i in side.statement_ids if i in setting.names),
        )
        for side in sides
    ]


def _matched(name: str, found: Sequence[Sides], gold: Sequence[GoldClash]) -> Iterator[Figure]:
    """Precision and recall: how many of what was found the gold has, how much of the gold was found."""
    n_right = sum(any(is_same_clash(sides, one) for one in gold) for sides in found)
    n_hit = sum(any(is_same_clash(sides, one) for sides in found) for one in gold)
    yield Figure(name=f"{name}.precision", value=_share(n_right, len(found)), low=None, high=None, n=len(found))
    yield Figure(name=f"{name}.recall", value=_share(n_hit, len(gold)), low=None, high=None, n=len(gold))


def is_same_clash(sides: Sides, gold: GoldClash) -> bool:
    """Whether two different sides found are those of the gold: by name, and by one statement at least of each."""
    return any(
        _is_same_side(one, gold.sides[0]) and _is_same_side(other, gold.sides[1])
        for one in sides
        for other in sides
        if one is not other
    )


def _is_same_side(found: GoldSide, gold: GoldSide) -> bool:
    is_same = is_same_name(plain_name(found.actor), plain_name(gold.actor))
    return is_same and not found.statements.isdisjoint(gold.statements)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _meeting_figures(setting: _Setting, gold: GoldMeeting) -> Iterator[Figure]:
    """Whether forum, place and date are right, and precision and recall of the participants, of the best meeting."""
    best = max((_meeting_scores(one, gold) for one in setting.comparison.meetings), key=_total, default={})
    for key in ("forum", "place", "date", "participants.precision", "participants.recall"):
        yield Figure(name=f"{setting.name}.meeting.{key}", value=best.get(key, 0.0), low=None, high=None, n=1)


def _total(scores: Mapping[str, float]) -> float:
    return sum(scores.values())


def _meeting_scores(meeting: Meeting, gold: GoldMeeting) -> Mapping[str, float]:
    people = [plain_name(one.actor.name) for one in meeting.participants if one.actor.kind == "person"]
    wanted = [plain_name(name) for name in gold.participants]
    n_right = sum(any(is_same_name(name, other) for other in wanted) for name in people)
    n_hit = sum(any(is_same_name(name, other) for other in people) for name in wanted)
    return {
        "forum": float(meeting.forum is not None and is_within(meeting.forum.name, gold.forum)),
        "place": float(meeting.place is not None and is_within(meeting.place, gold.place)),
        "date": float(meeting.date is not None and is_same_date(meeting.date, gold.date)),
        "participants.precision": _share(n_right, len(people)),
        "participants.recall": _share(n_hit, len(wanted)),
    }


def is_within(found: str, gold: str) -> bool:
    """Whether the words of one name are all in the other, whichever is the fuller.

    >>> is_within("Lisle Harbour", "Lisle Harbour, Tavisay"), is_within("Tavisay Bay", "Lisle Harbour, Tavisay")
    (True, False)
    """
    one, other = set(plain_name(found).split()), set(plain_name(gold).split())
    return bool(one) and bool(other) and (one <= other or other <= one)


def is_same_date(found: str, gold: str) -> bool:
    """Whether two dates have the month in common, and a day; either may be a range or an ISO date.

    >>> is_same_date("2031-06-11", "11-12 June"), is_same_date("June 14", "11-12 June")
    (True, False)
    """
    (month, days), (other_month, other_days) = _month_and_days(found), _month_and_days(gold)
    return month == other_month and not days.isdisjoint(other_days)


def _month_and_days(date: str) -> tuple[int | None, frozenset[int]]:
    """The number of the month, `None` without one, and the days."""
    iso = re.findall(r"(?:\d{4}|-)-(\d{2})-(\d{2})", date)  # "--06-11" where the year is not known
    if iso:
        return int(iso[0][0]), frozenset(int(day) for _, day in iso)
    named = next((i for i, month in enumerate(_MONTHS, 1) if re.search(rf"\b{month}", date.lower())), None)
    return named, frozenset(int(day) for day in re.findall(r"\b\d{1,2}\b", date))


def _misses(setting: _Setting, story: GoldStory) -> Iterator[str]:
    """One line for each clash that was missed, and for each that the gold does not have."""
    found = [_sides(setting, clash.sides) for clash in setting.comparison.clashes]
    for one in story.clashes:
        if not any(is_same_clash(sides, one) for sides in found):
            yield f"{setting.name}: missed: {one.sides[0].actor} and {one.sides[1].actor}, {one.kind}: {one.about}"
    for clash, sides in zip(setting.comparison.clashes, found, strict=True):
        if not any(is_same_clash(sides, one) for one in story.clashes):
            yield f"{setting.name}: not in the gold: {_named(clash, sides)}"


def _named(clash: Clash, sides: Sides) -> str:
    """A clash by its sides and the first statement of each that the gold has."""
    places = [min(side.statements, default=None) for side in sides]
    said = (f"{s.actor} ({p.doc} {p.number})" if p else s.actor for s, p in zip(sides, places, strict=True))
    return f"{clash.kind} {clash.confidence:.2f}: {' and '.join(said)}"
