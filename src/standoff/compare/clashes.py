"""Clashes: statements of two sides that cannot both stand, or that answer one another.

Answers are found between statements (`answers`), then gathered by what they are about: all wordings of one accusation
and all wordings of its denial make one clash. Below `THRESHOLD` none is shown; how many were kept back is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from standoff.compare.answers import Answer
from standoff.compare.claims import threads_of
from standoff.compare.gathering import gathered
from standoff.compare.prepared import Prepared
from standoff.compare.said import Said
from standoff.compare.stands import opposite_stands
from standoff.values import Actor
from standoff.values.comparison import Claim, Clash, ClashKind, Side

THRESHOLD = 0.78
"""The least confidence of a clash that is shown: precision before recall, since a clash claimed wrongly misleads. Read
blind in same-day articles, 110 of 130 were right from here on, 13 of 17 between 0.75 and it (docs/accuracy.md)."""
COUNTED = 0.2
"""From this confidence on, what is not shown is counted: below it nobody would take the two for a clash. By judgement.
"""
_GATHERED = 0.5
"""From this confidence on, what shares a side and a thread with something surer is told with it."""

# A statement by which two sides are said to accuse one another needs no finding.
_TOLD = 0.9

Key = tuple[str, str, str, str]
"""Two sides and two threads: a clash as it is found, before those that hang together are made one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Two threads that clash: the kind, the issue, the sides, their threads, the statements of each, and how surely."""

    kind: ClashKind
    issue: str | None
    sides: tuple[Actor, Actor]
    threads: tuple[str, str]
    firsts: frozenset[int]
    seconds: frozenset[int]
    confidence: float


def find_clashes(ready: Prepared, claims: Sequence[Claim]) -> tuple[tuple[Clash, ...], int]:
    """The clashes, the surest first and opposite stands last, and how many more of at least 0.2 are too unsure to be
    shown.

    Confidence is the greatest probability that a statement of one side and one of the other collide (`judged`). Where
    sides oppose each other on an issue without answering, `opposite_stands` tells.
    """
    said = ready.said
    threads = threads_of(said, claims)
    found = [*_by_threads(said, ready.answers, threads), *_told(said, threads)]
    groups = _groups([one for one in found if one.confidence >= _GATHERED])
    clashes = [_clash(said, group) for group in groups if group[0].confidence >= THRESHOLD]
    counted = _groups([one for one in found if one.confidence >= COUNTED])
    n_withheld = sum(group[0].confidence < THRESHOLD for group in counted)
    taken = {(one.issue or "", frozenset(side.actor.actor_id for side in one.sides)) for one in clashes}
    clashes += opposite_stands(said, threads, taken)
    return tuple(sorted(clashes, key=lambda one: (one.kind == "opposite_stands", -one.confidence))), n_withheld


def _by_threads(said: Sequence[Said], answers: Iterable[Answer], threads: Mapping[int, str]) -> Iterator[_Found]:
    """What clashes, with all answers between two threads taken together."""
    by_key: dict[Key, list[Answer]] = defaultdict(list)
    for one in answers:
        # What somebody is yet to say has not met anything; and who says the same does not stand apart.
        is_one_claim = one.kind == "opposite_stands" and threads[one.first] == threads[one.second]
        if "predicted" not in (said[one.first].basis, said[one.second].basis) and not is_one_claim:
            by_key[one.sides[0].actor_id, one.sides[1].actor_id, threads[one.first], threads[one.second]].append(one)
    for key, some in by_key.items():
        firsts, seconds = frozenset(one.first for one in some), frozenset(one.second for one in some)
        kind = Counter(one.kind for one in some).most_common(1)[0][0]
        found = _Found(
            kind=kind,
            issue=_issue(_named(said, firsts), _named(said, seconds)),
            sides=some[0].sides,
            threads=key[2:],
            firsts=firsts,
            seconds=seconds,
            confidence=confidence(some),
        )
        yield from _by_ground(said, found, some) if kind == "justification" else (found,)


def _by_ground(said: Sequence[Said], found: _Found, answers: Sequence[Answer]) -> Iterator[_Found]:
    """A justification, once for each issue on which it is grounded, with the statements that are about it.

    Who defends a war by an alliance's growth and by the treatment of a minority gives two grounds, each in dispute by
    itself. What more than one statement is about is a ground, and what they are most about; the rest goes with that.
    """
    weights = _named(said, found.seconds)
    most = _most(weights)
    rest = found.seconds
    grounds: dict[str, frozenset[int]] = {}
    for issue in sorted(weights):
        if weights[issue] > 1 and issue != most:
            grounds[issue] = frozenset(i for i in found.seconds if issue in said[i].issues)
            rest -= frozenset(i for i in grounds[issue] if most not in said[i].issues)
    for ground, members in [(most or found.issue, rest), *grounds.items()]:
        answered = frozenset(one.first for one in answers if one.second in members)
        yield replace(found, issue=ground, firsts=answered, seconds=members)


def _named(said: Sequence[Said], members: Iterable[int]) -> Mapping[str, float]:
    """How much the statements are about each issue: 1 for the first that one names, 1/2 for the second, and so on."""
    weights: dict[str, float] = defaultdict(float)
    for i in sorted(members):
        for rank, issue in enumerate(said[i].issues, 1):
            weights[issue] += 1 / rank
    return weights


def _issue(first: Mapping[str, float], second: Mapping[str, float]) -> str | None:
    """The issue that a clash is shown under, `None` for none: what both sides' statements are most about, or else
    either's.
    """
    pool = {issue: first[issue] + second[issue] for issue in first.keys() & second.keys()}
    return _most(pool or {**first, **second})


def _most(weights: Mapping[str, float]) -> str | None:
    """The issue of most weight."""
    return min(weights, key=lambda issue: (-weights[issue], issue), default=None)


def confidence(answers: Iterable[Answer]) -> float:
    """How surely two threads clash, 0-1: as the surest of the answers between them."""
    return max(one.sure for one in answers)


def _told(said: Sequence[Said], threads: Mapping[int, str]) -> Iterator[_Found]:
    """Mutual accusations that a text tells as such: "the two accused each other of ..."."""
    for i, one in enumerate(said):
        if one.act not in ("accuse", "condemn") or one.is_withheld:
            continue
        for sides in combinations(one.sides, 2):
            if {side.actor_id for side in sides} <= one.target_ids:
                at = frozenset((i,))
                yield _Found(
                    kind="mutual_accusation",
                    issue=next(iter(one.issues), None),
                    sides=sides,
                    threads=(threads[i], threads[i]),
                    firsts=at,
                    seconds=at,
                    confidence=_TOLD,
                )


def _groups(found: Sequence[_Found]) -> list[list[_Found]]:
    """What clashes between the same sides on one issue, gathered where it shares a thread on either side.

    The surest come first; the order of the sides does not count. What names no issue goes with what shares a thread.
    """
    ordered = sorted(found, key=lambda f: (-f.confidence, min(f.firsts), min(f.seconds)))
    issues: dict[tuple[str, ...], str] = {}
    for one in ordered:
        if one.issue is not None:
            for key in _keys(one):
                issues.setdefault(key, one.issue)

    def keys(one: _Found) -> Sequence[tuple[str, ...]]:
        own = _keys(one)
        issue = one.issue or next((issues[key] for key in own if key in issues), "")
        return [(issue, *key) for key in own]

    return gathered(ordered, keys)


def _keys(one: _Found) -> list[tuple[str, ...]]:
    """The two sides with each of them and its thread."""
    pair = sorted(side.actor_id for side in one.sides)
    return [(*pair, side.actor_id, thread) for side, thread in zip(one.sides, one.threads, strict=True)]


def _places(one: _Found) -> Iterator[tuple[Actor, int]]:
    """Each statement of a clash with the side that it shows."""
    yield from ((one.sides[0], i) for i in sorted(one.firsts))
    yield from ((one.sides[1], i) for i in sorted(one.seconds))


def _clash(said: Sequence[Said], group: Sequence[_Found]) -> Clash:
    """One clash from what hangs together; its kind is that of the surest."""
    sides = group[0].sides
    statements: dict[str, set[int]] = {side.actor_id: set() for side in sides}
    for one in group:
        for side, i in _places(one):
            statements[side.actor_id].add(i)
    first, second = (
        Side(actor=side, statement_ids=tuple(said[i].statement_id for i in sorted(statements[side.actor_id])))
        for side in sides
    )
    return Clash(
        kind=group[0].kind,
        issue=next((one.issue for one in group if one.issue), None),
        sides=(first, second),
        confidence=round(group[0].confidence, 4),
    )
