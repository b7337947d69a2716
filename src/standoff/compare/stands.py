"""Opposite stands on an issue: opponents of whom each speaks against the other, or for what the other is against.

Answers (`answers`) tie single statements together; here it is what two sides do on an issue as a whole that counts,
since much of a dispute is told without anybody answering anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from standoff.compare.opponents import Opponents, is_against, opponents_in
from standoff.compare.said import Said
from standoff.values import Act, Actor
from standoff.values.comparison import Clash, Side

FEWEST = 3
"""So many statements of the two on the issue make opposite stands, of each side one at least; or two of which one is
made against the other. Set by judgement."""

_AGAINST: frozenset[Act] = frozenset(("accuse", "condemn", "reject", "deny", "threaten"))
_FOR: frozenset[Act] = frozenset(("support", "agree", "commit", "propose", "demand", "urge", "justify"))


def opposite_stands(said: Sequence[Said], taken: Collection[tuple[str, frozenset[str]]]) -> tuple[Clash, ...]:
    """The clashes of opponents over whole issues, without those `taken`: an issue with the ids of both sides.

    On such an issue one is against something and the other against something or for something (accuses, condemns,
    rejects, denies, threatens; supports, agrees, commits, proposes, demands, urges, justifies). Confidence is
    1 - 1 / (1 + n / 4), n the number of their statements that say so, each made against the other counted twice.
    """
    against = opponents_in(said)
    by_issue: dict[str, dict[Actor, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, one in enumerate(said):
        if one.act in _AGAINST | _FOR and not one.is_withheld:
            for issue in one.issues:
                for side in one.sides:
                    by_issue[issue][side].append(i)
    found = (
        clash
        for issue, stands in sorted(by_issue.items())
        for clash in _on_issue(said, issue, stands, against)
        if (issue, frozenset(side.actor.actor_id for side in clash.sides)) not in taken
    )
    return tuple(found)


def _on_issue(
    said: Sequence[Said], issue: str, stands: Mapping[Actor, Sequence[int]], against: Opponents
) -> Iterator[Clash]:
    for first in sorted(stands):
        for second in sorted(stands):
            if first.actor_id >= second.actor_id or frozenset((first.actor_id, second.actor_id)) not in against:
                continue
            own = [i for i in stands[first] if second.actor_id not in said[i].side_ids]
            other = [i for i in stands[second] if first.actor_id not in said[i].side_ids]
            n = len(own) + len(other)
            n_aimed = _n_aimed(said, own, second) + _n_aimed(said, other, first)
            if _oppose(said, own, other) and (n >= FEWEST or n_aimed):
                yield Clash(
                    kind="opposite_stands",
                    issue=issue,
                    sides=(_side(said, first, own), _side(said, second, other)),
                    confidence=round(1 - 1 / (1 + (n + n_aimed) / 4), 4),
                )


def _n_aimed(said: Sequence[Said], members: Sequence[int], target: Actor) -> int:
    """How many of the statements are made against the other side."""
    return sum(is_against(said[i], target.actor_id) for i in members)


def _oppose(said: Sequence[Said], own: Sequence[int], other: Sequence[int]) -> bool:
    """Whether each says something, and one of them something against."""
    return bool(own) and bool(other) and any(said[i].act in _AGAINST for i in (*own, *other))


def _side(said: Sequence[Said], actor: Actor, members: Sequence[int]) -> Side:
    return Side(actor=actor, statement_ids=tuple(said[i].statement_id for i in members))
