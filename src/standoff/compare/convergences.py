"""Common ground: opponents that say the same, that back the same thing, or that are told to have said it together.

Only sides that stand against each other in these documents count: that allies agree is no news. Nothing is common
ground that one of them says against another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from standoff.compare.claims import threads_of
from standoff.compare.gathering import gathered
from standoff.compare.opponents import BACKING, HOSTILE, Opponents, is_against, opponents_in
from standoff.compare.prepared import Prepared
from standoff.compare.said import Said
from standoff.compare.wording import numbers_agree
from standoff.values import Actor
from standoff.values.comparison import Claim, Convergence, Side

# From this likeness on, two opponents that both back something back the same; that both say something takes more,
# since two that contradict each other use the same words. Set on training/data/story.jsonl, rounded.
_BACKED, _SAID = 0.33, 0.5
# Opponents use the same words for opposite ends ("it is a chance to"): the network has to find one claim likely at all.
_ONE_CLAIM = 0.1
# What a text tells as said by both needs no finding.
_TOLD = 0.9
# A guess at what somebody says is no common ground, nor is rumour.
_SAID_SO = ("quoted", "reported", "standing")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """Statements by which opponents agree, by the places in the list, and how surely."""

    members: frozenset[int]
    confidence: float


def find_convergences(ready: Prepared, claims: Sequence[Claim]) -> tuple[Convergence, ...]:
    """What opponents agree on, the surest first.

    Two statements of opponents agree when their likeness (`alike`) is at least 0.5, or 0.33 where both back something
    (agree, support, propose, urge), they are one claim with a probability of at least 0.1 and likelier than a clash
    (`judged`), and neither is against the other; a joint statement that does so agrees with itself. On an issue in
    dispute only what both back counts. Guesses and rumours count for nothing. What shares a statement or a claim is one
    convergence; its confidence is that of its surest pair.
    """
    said = ready.said
    against = opponents_in(said)
    grounds = sorted([*_told(said, against), *_pairs(ready, against)], key=lambda g: (-g.confidence, min(g.members)))
    threads = threads_of(said, claims)
    groups = gathered(grounds, lambda ground: [threads[i] for i in sorted(ground.members)])
    return tuple(_convergence(said, group, against) for group in groups)


def _told(said: Sequence[Said], against: Opponents) -> Iterator[_Ground]:
    """Joint statements of opponents that are not against one of them."""
    for i, one in enumerate(said):
        if one.act not in BACKING or one.basis not in _SAID_SO:
            continue
        if any(frozenset(two) in against for two in combinations(sorted(one.side_ids), 2)):
            yield _Ground(members=frozenset((i,)), confidence=_TOLD)


def _pairs(ready: Prepared, against: Opponents) -> Iterator[_Ground]:
    """Pairs of opponents' statements that agree."""
    said, disputed = ready.said, _disputed(ready.said)
    for i, j, score in ready.pairs:
        one, other = said[i], said[j]
        judged = ready.judged.get((i, j))
        if judged is None or judged.same < _ONE_CLAIM or judged.clash > judged.same:
            continue
        is_backed = one.act in BACKING and other.act in BACKING
        if score < (_BACKED if is_backed else _SAID) or not _may_agree(one, other):
            continue
        if not _are_opponents(one, other, against):
            continue
        # Words on a matter in dispute are alike because the matter is.
        if is_backed or disputed.isdisjoint((*one.issues, *other.issues)):
            yield _Ground(members=frozenset((i, j)), confidence=score)


def _disputed(said: Sequence[Said]) -> frozenset[str]:
    """The issues on which one side stands against another."""
    return frozenset(issue for one in said if one.act in HOSTILE and one.targets for issue in one.issues)


def _may_agree(one: Said, other: Said) -> bool:
    if one.basis not in _SAID_SO or other.basis not in _SAID_SO or one.polarity != other.polarity:
        return False
    if {one.act, other.act} & {"deny", "reject", "question"} or not numbers_agree(one.numbers, other.numbers):
        return False
    if any(is_against(one, side) for side in other.side_ids) or any(is_against(other, side) for side in one.side_ids):
        return False
    # Both may blame or press a third.
    is_hostile = one.act in HOSTILE, other.act in HOSTILE
    return not any(is_hostile) or (all(is_hostile) and not one.target_ids.isdisjoint(other.target_ids))


def _are_opponents(one: Said, other: Said, against: Opponents) -> bool:
    return any(frozenset((a, b)) in against for a in one.side_ids for b in other.side_ids - one.side_ids)


def _convergence(said: Sequence[Said], group: Sequence[_Ground], against: Opponents) -> Convergence:
    members = sorted({i for one in group for i in one.members})
    by_side: dict[Actor, list[str]] = defaultdict(list)
    issues: dict[str, int] = defaultdict(int)
    for i in members:
        for issue in said[i].issues:
            issues[issue] += 1
        for side in said[i].sides:
            by_side[side].append(said[i].statement_id)
    involved = frozenset(side_id for two in against for side_id in two)
    sides = [side for side in by_side if side.actor_id in involved]
    return Convergence(
        issue=min(issues, key=lambda issue: (-issues[issue], issue), default=None),
        sides=tuple(Side(actor=side, statement_ids=tuple(by_side[side])) for side in sorted(sides)),
        confidence=round(group[0].confidence, 4),
    )
