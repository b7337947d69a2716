"""Which statement answers, or stands against, which: those that collide (`judged`), and what their acts make of it.

What it is not: a judgement on who is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from standoff.compare.judged import Judgements
from standoff.compare.opponents import are_one_party, are_opponents, opponents_in
from standoff.compare.said import Said, has_same_side, says_something
from standoff.values import Actor
from standoff.values.comparison import ClashKind

_BLAME = ("accuse", "condemn")
_ASK = ("demand", "urge", "propose")
_REFUSE = ("deny", "reject")
# Said in words that negate, these answer too ("the ships will not move"), which a reader of acts alone would miss.
_PLAIN = ("assert", "commit", "announce", "justify")

_GROUNDS = re.compile(
    r"\b(?:(?:necessary|legitimate|lawful|justified|proportionate|forced) (?:to|response|answer|reaction|act)"
    r"|(?:in|as an?(?: \w+)?) (?:response|answer|reaction) to|self-defen[cs]e|(?:had|left) no (?:other )?choice"
    r"|(?:forc\w+|provok\w+|driv\w+|driver (?:of|for|behind)) (?:\w+ ){0,2}(?:hand|actions?|us|it|war|conflict))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Two statements of different sides, by their places in the list, of which the second answers the first; `sure`
    0-1 is how likely they collide (`judged`).
    """

    kind: ClashKind
    first: int
    second: int
    sides: tuple[Actor, Actor]
    sure: float


def find_answers(said: Sequence[Said], judged: Judgements) -> tuple[Answer, ...]:
    """The pairs of statements of which one answers the other, or that cannot both stand, in order of place.

    Only opponents have opposite stands: allies that differ on an issue are none the less no two sides of it. And what
    the other side tells of somebody's stand does not show it; accusations and demands it may repeat to answer them.
    """
    against, by_id = opponents_in(said), {one.statement_id: one for one in said}
    pairs = ((i, j, both) for (i, j), both in sorted(judged.items()) if not _is_told_by_other(by_id, said[i], said[j]))
    found = (one for i, j, both in pairs for one in _answers(said, i, j, both.clash))
    return tuple(one for one in found if one.kind != "opposite_stands" or are_opponents(*one.sides, against))


def _is_told_by_other(by_id: Mapping[str, Said], one: Said, other: Said) -> bool:
    """Whether either is only what the other's side says that it said."""
    for told, teller in ((one, other), (other, one)):
        around = by_id.get(told.parent_id or "")
        if around is not None and told.act not in (*_BLAME, *_ASK) and has_same_side(around, teller):
            return True
    return False


def _answers(said: Sequence[Said], i: int, j: int, sure: float) -> Iterator[Answer]:
    """What the two are to each other, whichever answers: once for each pair of sides."""
    kind = answer_kind(said[i], said[j])
    if kind is None and (_refuses_another(said[i], said[j]) or _refuses_another(said[j], said[i])):
        return
    if kind is None:
        kind, i, j = answer_kind(said[j], said[i]) or "opposite_stands", j, i
    if kind == "opposite_stands" and not (says_something(said[i]) and says_something(said[j])):
        return
    for first, second in product(said[i].sides, said[j].sides):
        if not any(are_one_party(first, side) for side in said[j].sides) and second.actor_id not in said[i].side_ids:
            yield Answer(kind=kind, first=i, second=j, sides=(first, second), sure=sure)


def answer_kind(one: Said, other: Said) -> ClashKind | None:
    """What the two do together when `other` answers `one`; `None` when it does not by its act."""
    if one.act in _ASK:
        return "refusal" if _refuses(other) and _may_refuse(one, other) else None
    if one.act in (*_BLAME, "assert") and one.polarity == "positive" and _refuses(other):
        return "denial"
    if one.act in _BLAME and gives_grounds(other):
        return "justification"
    if one.act in _BLAME and other.act in _BLAME and _blame_each_other(one, other):
        return "mutual_accusation"
    return None


def _refuses(one: Said) -> bool:
    return one.act in _REFUSE or (one.act in _PLAIN and one.polarity == "negative")


def _refuses_another(one: Said, other: Said) -> bool:
    """Whether one asks and the other refuses something else."""
    return one.act in _ASK and _refuses(other) and not _may_refuse(one, other)


def _may_refuse(one: Said, other: Said) -> bool:
    """Whether a refusal may be of what was asked: it is against who asks, or what either says the other's sentence
    names too. Refusing something else beside it is none.
    """
    is_against_asker = not other.target_ids.isdisjoint(one.side_ids)
    return is_against_asker or not one.words.isdisjoint(other.around) or not other.words.isdisjoint(one.around)


def gives_grounds(one: Said) -> bool:
    """Whether a statement gives grounds for its own side's conduct, by its act or by words that do so in any act."""
    return one.act == "justify" or (one.act in (*_PLAIN, "accuse") and _GROUNDS.search(one.text) is not None)


def _blame_each_other(one: Said, other: Said) -> bool:
    return not one.target_ids.isdisjoint(other.side_ids) and not other.target_ids.isdisjoint(one.side_ids)
