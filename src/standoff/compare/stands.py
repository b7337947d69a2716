"""Opposite stands on an issue: opponents of whom each speaks against the other, or for what the other is against.

Answers (`answers`) tie single statements together; here it is what two sides do on an issue as a whole that counts,
since much of a dispute is told without anybody answering anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from standoff.compare.answers import gives_grounds
from standoff.compare.opponents import Opponents, are_one_party, asks_of_body, bodies_in, is_against, opponents_in
from standoff.compare.said import Said, says_something
from standoff.compare.wording import stems_in
from standoff.values import Act, Actor
from standoff.values.comparison import Clash, Side

_ByIssue = Mapping[str, Mapping[Actor, Sequence[int]]]
"""By issue and side the places of the statements."""

FEWEST, FEWEST_OF_FOES = 7, 5
"""So many claims and single statements of the two on the issue make opposite stands, those made against the other
counted twice; the second of sides that stand against each other in `FOES` statements and more. Read blind in news of
one day, two in seven were right of those of fewer (docs/accuracy.md)."""
FOES = 8
LEAST_HOSTILE = 4
"""Two that stand against each other in fewer statements are no opponents: a demand or a blame misread makes two of any.
Read blind, eight in twelve of theirs were wrong, two in eighteen of the others (docs/accuracy.md)."""

_BLAME = ("accuse", "condemn")
_FEWEST_GROUNDS = 2

_AGAINST: frozenset[Act] = frozenset(("accuse", "condemn", "reject", "deny", "threaten"))
_FOR: frozenset[Act] = frozenset(("support", "agree", "commit", "propose", "demand", "urge", "justify"))


def opposite_stands(
    said: Sequence[Said], threads: Mapping[int, str], taken: Collection[tuple[str, frozenset[str]]]
) -> tuple[Clash, ...]:
    """The clashes of opponents over whole issues, without those `taken`: an issue with the ids of both sides.

    On such an issue the two use a word in common that is no name, and one is against something and the other for
    something (accuses, condemns, rejects, denies, threatens; supports, agrees, commits, proposes, demands, urges,
    justifies), or one is against the other. Two that are about one state or body, or in one claim, do not stand apart;
    a demand of a state is against it; and what has fewer than two stems takes no stand. Confidence is
    1 - 1 / (1 + n / 4), n the number of claims and single statements (`threads`) by which they say so, those made
    against the other counted twice: what is repeated counts once. Where one is blamed and gives grounds of which the
    other says nothing, each ground is in dispute too, by itself.
    """
    told = _Told(
        said=said,
        threads=threads,
        against=opponents_in(said),
        told_by={one.statement_id: one.side_ids for one in said},
    )
    by_issue: dict[str, dict[Actor, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, one in enumerate(said):
        if one.act in _AGAINST | _FOR and one.basis not in ("predicted", "withheld") and says_something(one):
            for issue in one.issues:
                for side in one.sides:
                    by_issue[issue][side].append(i)
    found: dict[tuple[str, frozenset[str]], Clash] = {}
    for issue, stands in sorted(by_issue.items()):
        for first, second in combinations(sorted(stands, key=lambda side: side.actor_id), 2):
            pair = frozenset((first.actor_id, second.actor_id))
            if told.against.get(pair, 0) >= LEAST_HOSTILE and not are_one_party(first, second):
                for clash in _clashes(told, issue, (first, second), by_issue):
                    found.setdefault((clash.issue or "", pair), clash)
    return tuple(clash for key, clash in found.items() if key not in taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What all statements say, what each is about, who opposes whom, and by its id for whom each is said."""

    said: Sequence[Said]
    threads: Mapping[int, str]
    against: Opponents
    told_by: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """Whether a statement is for something or against it, which bodies it is about, and its thread."""

    is_for: bool
    bodies: frozenset[str]
    thread: str

    def is_apart_from(self, other: _Stand) -> bool:
        """Whether one is for something and the other against something that may be the same."""
        return self.is_for != other.is_for and self.bodies.isdisjoint(other.bodies) and self.thread != other.thread


def _clashes(told: _Told, issue: str, sides: tuple[Actor, Actor], by_issue: _ByIssue) -> Iterator[Clash]:
    """The clash of two opponents on an issue, if there is one, and those on what either gives as its grounds there."""
    clash = _clash(told, issue, sides, by_issue[issue])
    if clash is not None:
        yield clash
        yield from _on_grounds(told, clash, issue, sides, by_issue)
        yield from _on_grounds(told, clash, issue, sides[::-1], by_issue)


def _on_grounds(
    told: _Told, clash: Clash, issue: str, sides: tuple[Actor, Actor], by_issue: _ByIssue
) -> Iterator[Clash]:
    """The clashes on each issue that the second side gives as grounds for what the first one blames it for.

    Where the first side speaks of that too, the two meet on it anyway.
    """
    blaming, defending = sides
    blame = [i for i in by_issue[issue][blaming] if _blames(told.said[i], defending)]
    for ground, stands in sorted(by_issue.items()) if blame else ():
        spoken = stands.get(defending, ())
        members = [i for i in spoken if gives_grounds(told.said[i])]
        is_tied = any(issue in told.said[i].issues for i in spoken)
        if ground != issue and blaming not in stands and is_tied and len(members) >= _FEWEST_GROUNDS:
            shown = (_side(told, blaming, blame), _side(told, defending, members))
            yield replace(clash, issue=ground, sides=shown)


def _blames(one: Said, other: Actor) -> bool:
    return one.act in _BLAME and is_against(one, other.actor_id)


def _clash(told: _Told, issue: str, sides: tuple[Actor, Actor], stands: Mapping[Actor, Sequence[int]]) -> Clash | None:
    """The clash of two opponents on an issue, `None` where too little is said for one."""
    first, second = sides
    own, other = _of(told, stands[first], second), _of(told, stands[second], first)
    aimed = [i for i in own if is_against(told.said[i], second.actor_id)]
    aimed += [i for i in other if is_against(told.said[i], first.actor_id)]
    n, n_aimed = (len({told.threads[i] for i in members}) for members in ((*own, *other), aimed))
    fewest = FEWEST_OF_FOES if told.against[frozenset((first.actor_id, second.actor_id))] >= FOES else FEWEST
    if n + n_aimed < fewest or not _oppose(told, own, other, aimed) or not _meet(told, own, other):
        return None
    return Clash(
        kind="opposite_stands",
        issue=issue,
        sides=(_side(told, first, own), _side(told, second, other)),
        confidence=round(1 - 1 / (1 + (n + n_aimed) / 4), 4),
    )


def _of(told: _Told, members: Sequence[int], opponent: Actor) -> list[int]:
    """The statements of a side that are its own: not made together with the opponent, nor told only in its words."""
    return [
        i
        for i in members
        if opponent.actor_id not in told.said[i].side_ids
        and opponent.actor_id not in told.told_by.get(told.said[i].parent_id or "", ())
    ]


def _oppose(told: _Told, own: Sequence[int], other: Sequence[int], aimed: Sequence[int]) -> bool:
    """Whether each says something, and one against the other, or one against something and the other for something."""
    if not own or not other:
        return False
    first, second = ({_stand(told, i) for i in members} for members in (own, other))
    return bool(aimed) or any(one.is_apart_from(another) for one, another in product(first, second))


def _meet(told: _Told, own: Sequence[int], other: Sequence[int]) -> bool:
    """Whether a statement of each speaks of one thing: they have a word in common that is no name."""
    first, second = ({stem for i in members for stem in _things(told.said[i])} for members in (own, other))
    return not first.isdisjoint(second)


def _things(one: Said) -> Iterable[str]:
    """The stems of the words that stand in small letters."""
    return stems_in(" ".join(word for word in one.text.split() if word.islower()))


def _stand(told: _Told, i: int) -> _Stand:
    one = told.said[i]
    return _Stand(is_for=one.act in _FOR and not asks_of_body(one), bodies=bodies_in(one), thread=told.threads[i])


def _side(told: _Told, actor: Actor, members: Sequence[int]) -> Side:
    return Side(actor=actor, statement_ids=tuple(told.said[i].statement_id for i in members))
