"""What each speaker does about each issue (demands, accuses, commits to), with the issues in one order for all.

A statement on several issues counts for each of them, and a joint one for each of its sources. A refusal or a silence
(`withheld`) is counted apart, since its act was not performed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standoff.report.coded import Coded, Speaking
from standoff.report.strength import strength_rank
from standoff.values import ACTS, Act, Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act and the statements by which it is done, in text order; `is_withheld`: by which it is not done."""

    act: Act
    is_withheld: bool
    points: tuple[Coded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What one speaker does about one issue, the most frequent act first; `issue` `None`: on none of the codebook.

    `strongest` holds the statements of all deeds, the strongest first.
    """

    issue: str | None
    deeds: tuple[Deed, ...]
    strongest: tuple[Coded, ...]

    @property
    def n(self) -> int:
        """How many statements it rests on."""
        return len(self.strongest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One speaker for one side (`None`: for nobody known) with `n` statements and a stand for each issue."""

    speaker: Actor
    side: Actor | None
    n: int
    stands: tuple[Stand, ...]


def positions_from_coded(coded: Sequence[Coded]) -> tuple[Position, ...]:
    """The positions, those of the largest side first and of those who speak for nobody known last."""
    by_speaking: dict[Speaking, list[Coded]] = defaultdict(list)
    sides: Counter[Actor | None] = Counter()
    for point in coded:
        for speaking in point.speaking:
            by_speaking[speaking].append(point)
        sides.update({one.side for one in point.speaking})
    order = issue_order(point for points in by_speaking.values() for point in points)
    found = [_position(speaking, points, order) for speaking, points in by_speaking.items()]
    return tuple(sorted(found, key=lambda position: _rank(position, sides)))


def issue_order(coded: Iterable[Coded]) -> Mapping[str | None, int]:
    """The place of each issue in every speaker's list: the most frequent first, none of the codebook last.

    Each statement counts once for each speaker.
    """
    counts: Counter[str | None] = Counter(issue for point in coded for issue in issues_of(point))
    ranked = sorted(counts, key=lambda issue: (issue is None, -counts[issue], issue or ""))
    return {issue: i for i, issue in enumerate(ranked)}


def issues_of(coded: Coded) -> tuple[str | None, ...]:
    """The issues of a statement, each once; `None` alone when it has none."""
    return tuple(dict.fromkeys(found.key for found in coded.coding.issues)) or (None,)


def _position(speaking: Speaking, points: Sequence[Coded], order: Mapping[str | None, int]) -> Position:
    by_issue: dict[str | None, list[Coded]] = defaultdict(list)
    for point in points:
        for issue in issues_of(point):
            by_issue[issue].append(point)
    stands = [_stand(issue, by_issue[issue]) for issue in sorted(by_issue, key=order.__getitem__)]
    return Position(speaker=speaking.speaker, side=speaking.side, n=len(points), stands=tuple(stands))


def _stand(issue: str | None, points: Sequence[Coded]) -> Stand:
    by_act: dict[tuple[Act, bool], list[Coded]] = defaultdict(list)
    for point in points:
        by_act[point.coding.act, point.is_withheld].append(point)
    deeds = [Deed(act=act, is_withheld=withheld, points=tuple(some)) for (act, withheld), some in by_act.items()]
    deeds.sort(key=lambda d: (d.is_withheld, d.act == "assert", -len(d.points), ACTS.index(d.act)))
    return Stand(issue=issue, deeds=tuple(deeds), strongest=tuple(sorted(points, key=strength_rank)))


def _rank(position: Position, sides: Mapping[Actor | None, int]) -> tuple[bool, int, str, int, str, str]:
    side, speaker = position.side, position.speaker
    return (
        side is None,
        -sides[side] if side else 0,
        side.actor_id if side else "",
        -position.n,
        speaker.name,
        speaker.actor_id,
    )
