"""Which statement answers, or stands against, which: by what the two do, by their words, and by where they stand.

A writer sets an answer beside what it answers ("Oda accused ...; Lind denied it"), often in words that share nothing
with it; so nearness in one document counts beside likeness of words. What it is not: a judgement on who is right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from standoff.compare.alike import Alike, Pairs
from standoff.compare.opponents import Opponents, are_opponents, asks_of_body, on_one_body, opponents_in
from standoff.compare.said import BODIES, Said, says_something
from standoff.values import Actor
from standoff.values.comparison import ClashKind

_BLAME = ("accuse", "condemn")
_ASK = ("demand", "urge", "propose")
_FOR = ("support", "agree", "commit", *_ASK)
_REFUSE = ("deny", "reject")
# Said in words that negate, these answer too ("the ships will not move"), which a reader of acts alone would miss.
_PLAIN = ("assert", "commit", "announce", "justify")

_GROUNDS = re.compile(
    r"\b(?:(?:necessary|legitimate|lawful|justified|proportionate|forced) (?:to|response|answer|reaction|act)"
    r"|(?:in|as an?(?: \w+)?) (?:response|answer|reaction) to|self-defen[cs]e|(?:had|left) no (?:other )?choice"
    r"|(?:forc\w+|provok\w+|driv\w+|driver (?:of|for|behind)) (?:\w+ ){0,2}(?:hand|actions?|us|it|war|conflict))\b",
    re.IGNORECASE,
)

# From this likeness on, two plain statements of opposite polarity contradict each other. Set by judgement.
_SAME_WORDS = 0.5

# How near an answer stands: in the sentence of what it answers, in the next, in the one before or the next but one.
_IN_SENTENCE, _NEXT, _BESIDE = 1.0, 0.6, 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Two statements of different sides, by their places in the list, of which the second answers the first.

    `likeness` is that of their words, 0-1; `nearness` 0-1, 0 in different documents; `target` says whether the first
    is about the second's side, `issue` whether both are on one issue: 1 yes, 0.5 not known, 0 no.
    """

    kind: ClashKind
    first: int
    second: int
    sides: tuple[Actor, Actor]
    likeness: float
    nearness: float
    target: float
    issue: float


def find_answers(alike: Alike, pairs: Pairs) -> tuple[Answer, ...]:
    """The pairs of statements of which one answers the other, in order; what was not said answers nothing.

    Only opponents have opposite stands: allies that differ on an issue are none the less no two sides of it.
    """
    against = opponents_in(alike.said)
    near = {pair: at for pair in _pairs_beside(alike.said) if (at := _nearness(alike.said, *pair))}
    # What stands near is asked about however unlike it is.
    left = set(near)
    found: list[Answer] = []
    for i, j, score in pairs:
        left.discard((i, j))
        found += _among_opponents(_answers(alike.said, i, j, score, near.get((i, j), 0.0)), against)
    for i, j in left:
        score = float(alike.scores(i, np.array([j]))[0])
        found += _among_opponents(_answers(alike.said, i, j, score, near[i, j]), against)
    found.sort(key=lambda one: (min(one.first, one.second), max(one.first, one.second)))
    return tuple(_with_one_neighbour(found))


def _among_opponents(answers: Iterable[Answer], against: Opponents) -> Iterator[Answer]:
    """The answers without the opposite stands of sides that do not stand against each other."""
    return (one for one in answers if one.kind != "opposite_stands" or are_opponents(*one.sides, against))


def _pairs_beside(said: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """The pairs of statements of one document that stand no more than two sentences apart."""
    for i, one in enumerate(said):
        for j in range(i + 1, len(said)):
            if said[j].doc != one.doc or abs(said[j].place - one.place) > 2:
                break
            yield i, j


def _nearness(said: Sequence[Said], i: int, j: int) -> float:
    """How near the second stands behind the first, 0-1."""
    apart = said[j].place - said[i].place
    return {0: _IN_SENTENCE, 1: _NEXT, 2: _BESIDE}.get(apart, 0.0)


def _answers(said: Sequence[Said], i: int, j: int, likeness: float, nearness: float) -> Iterator[Answer]:
    """What the two are to each other, whichever answers: once for each pair of sides."""
    one, other = said[i], said[j]
    # What one side says the other said is no answer to the saying of it.
    if (
        one.is_withheld
        or other.is_withheld
        or one.statement_id == other.parent_id
        or other.statement_id == one.parent_id
    ):
        return
    kind = answer_kind(one, other)
    if kind is None:
        kind, i, j, one, other = answer_kind(other, one), j, i, other, one
        # An answer before what it answers happens ("denied the charge that ..."), though seldom sentences before.
        nearness = nearness if nearness == _IN_SENTENCE else _BESIDE if nearness == _NEXT else 0.0
    if kind is None or (_contradict(one, other) and likeness < _SAME_WORDS):
        return
    for first, second in product(one.sides, other.sides):
        if first.actor_id in other.side_ids or second.actor_id in one.side_ids:
            continue
        yield Answer(
            kind=kind,
            first=i,
            second=j,
            sides=(first, second),
            likeness=likeness,
            # Two accusations in a row are mostly about two matters: between them only the words count.
            nearness=0.0 if kind in ("mutual_accusation", "opposite_stands") else nearness,
            # An answer to somebody else is none to this side, whomever the first is about.
            target=_target(one, second) if _target(other, first) else 0.0,
            issue=_issue(one, other),
        )


def answer_kind(one: Said, other: Said) -> ClashKind | None:
    """What the two do together when `other` answers `one`; `None` when it does not by its act.

    Opposite polarity makes opposite stands of two plain statements; how alike they must be is for others to say.
    """
    refuses = other.act in _REFUSE or (other.act in _PLAIN and other.polarity == "negative")
    if one.act in _BLAME:
        if refuses:
            return "denial"
        if _gives_grounds(other):
            return "justification"
        if other.act in _BLAME and _blame_each_other(one, other):
            return "mutual_accusation"
    if one.act in _ASK and refuses:
        return "refusal"
    can_stand = says_something(one) and says_something(other) and not on_one_body(one, other)
    is_apart = can_stand and (_stand_apart(one, other) or _contradict(one, other))
    return "opposite_stands" if is_apart else None


def _gives_grounds(one: Said) -> bool:
    """Whether a statement gives grounds for its own side's conduct, by its act or by words that do so in any act."""
    return one.act == "justify" or (one.act in (*_PLAIN, "accuse") and _GROUNDS.search(one.text) is not None)


def _blame_each_other(one: Said, other: Said) -> bool:
    return not one.target_ids.isdisjoint(other.side_ids) and not other.target_ids.isdisjoint(one.side_ids)


def _stand_apart(one: Said, other: Said) -> bool:
    """Whether one is for something and the other against something, on one issue."""
    is_for = one.act in _FOR and not asks_of_body(one)
    return is_for and other.act in (*_BLAME, "reject") and not set(one.issues).isdisjoint(other.issues)


def _contradict(one: Said, other: Said) -> bool:
    """Whether two plain statements differ in polarity; that they are on one matter, their words have to show."""
    return one.act == other.act == "assert" and one.polarity != other.polarity


def _target(one: Said, side: Actor) -> float:
    """Whether a statement is about that side: 1 yes, 0.5 where it names no state or body, 0 about others."""
    if side.actor_id in one.target_ids:
        return 1.0
    return 0.0 if any(target.kind in BODIES for target in one.targets) else 0.5


def _issue(one: Said, other: Said) -> float:
    """Whether both are on one issue: 1 yes, 0.5 where one of them has none, 0 no."""
    if not one.issues or not other.issues:
        return 0.5
    return float(not set(one.issues).isdisjoint(other.issues))


def _with_one_neighbour(answers: Iterable[Answer]) -> Iterator[Answer]:
    """The answers, each counted as near to one statement only: the nearest, of equals the one most like it."""
    by_answer: dict[tuple[int, Actor], list[Answer]] = defaultdict(list)
    kept = list(answers)
    for one in kept:
        by_answer[one.second, one.sides[0]].append(one)
    nearest = {key: max(some, key=lambda a: (a.nearness, a.likeness, -a.first)) for key, some in by_answer.items()}
    for one in kept:
        is_nearest = one.first == nearest[one.second, one.sides[0]].first
        yield one if is_nearest or not one.nearness else replace(one, nearness=0.0)
