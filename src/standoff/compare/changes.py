"""Turns: an actor that says of one matter, on a later day, the opposite of what it said before.

Documents tell only their own day; what one article calls a change of mind between Thursday and Friday is not seen
here, since its statements carry no days of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.compare.alike import Pairs
from standoff.compare.claims import threads_of
from standoff.compare.gathering import gathered
from standoff.compare.prepared import Prepared
from standoff.compare.said import Said, stance
from standoff.compare.wording import numbers_agree
from standoff.values import Act, Actor
from standoff.values.comparison import Change, Claim

# Likeness from which two statements are on one matter: with acts that oppose each other, and with mere polarity, which
# in other words often means the same ("must be avoided", "must not come"). Set by judgement on examples of our own.
_OPPOSED, _NEGATED = 0.35, 0.55

# Who condemns a thing and later demands its end is of one mind: only what refuses and what grants the same turn round.
_AGAINST: frozenset[Act] = frozenset(("deny", "reject"))
_FOR: frozenset[Act] = frozenset(("support", "agree", "commit"))
_SAID_SO = ("quoted", "reported", "standing")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """Two statements of one side, by their places in the list, of which the later takes back the earlier."""

    side: Actor
    before: int
    after: int
    score: float


def find_changes(ready: Prepared, claims: Sequence[Claim]) -> tuple[Change, ...]:
    """The turns of each state or body that speaks, the surest first; guesses and rumours count for nothing.

    Two statements of one side are a turn when documents of different days tell them, and they are alike (`alike`) by
    0.35 or more where the one denies or rejects something and the other agrees to it, supports it or commits to it, or
    by 0.55 where only their polarity differs. Those of one claim that uphold it alike, or do not, are none.
    """
    said = ready.said
    threads = threads_of(said, claims)
    turns = sorted(_turns(said, ready.pairs, threads), key=lambda t: (-t.score, t.before, t.after))
    groups = gathered(turns, lambda t: ((t.side, 0, threads[t.before]), (t.side, 1, threads[t.after])))
    return tuple(_change(said, group) for group in groups)


def _turns(said: Sequence[Said], pairs: Pairs, threads: Mapping[int, str]) -> Iterator[_Turn]:
    for i, j, score in pairs:
        one, other = said[i], said[j]
        if not one.date or not other.date or one.date == other.date or score < _least(one, other):
            continue
        if threads[i] == threads[j] and stance(one) == stance(other):
            continue
        for side in one.sides:
            if side.actor_id in other.side_ids:
                yield _Turn(side=side, before=i, after=j, score=score)


def _least(one: Said, other: Said) -> float:
    """The likeness from which two statements take each other back; more than 1 where they do not."""
    if one.basis not in _SAID_SO or other.basis not in _SAID_SO or not numbers_agree(one.numbers, other.numbers):
        return 2.0
    if (one.act in _AGAINST and other.act in _FOR) or (one.act in _FOR and other.act in _AGAINST):
        return _OPPOSED if one.polarity == other.polarity else 2.0  # to agree not to come is to refuse to come
    return _NEGATED if one.act == other.act and one.polarity != other.polarity else 2.0


def _change(said: Sequence[Said], group: Sequence[_Turn]) -> Change:
    before, after = sorted({t.before for t in group}), sorted({t.after for t in group})
    issues = [issue for i in (*before, *after) for issue in said[i].issues]
    return Change(
        actor=group[0].side,
        issue=min(issues, key=lambda issue: (-issues.count(issue), issue), default=None),
        before=tuple(said[i].statement_id for i in before),
        after=tuple(said[i].statement_id for i in after),
        confidence=round(group[0].score, 4),
    )
