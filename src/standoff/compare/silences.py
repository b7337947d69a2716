"""What one side says of another and the other leaves unanswered in the documents at hand.

That no answer was found says something of these documents, not of the world: so the number of documents that could
have had one is told with it. Where the other side says anything that may be its answer, or is told to have declined
one, there is no silence: to claim one wrongly is worse than to leave one out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.compare.alike import Pairs
from standoff.compare.answers import Answer
from standoff.compare.claims import threads_of
from standoff.compare.clashes import confidence
from standoff.compare.prepared import Prepared
from standoff.compare.said import Said
from standoff.values import Actor
from standoff.values.comparison import Claim, Side, Silence

ANSWERED = 0.2
"""From this confidence on, something is taken for an answer here: lower than for a clash, since here a doubt has to
speak against what is claimed, which is that there is none."""

NEAR = 3
"""What the other side says so many sentences behind, or in the same one, may answer. Set by judgement."""

_CALLS_FOR_ANSWER = ("accuse", "condemn", "demand", "threaten")
_SAID_SO = ("quoted", "reported", "standing")


def find_silences(ready: Prepared, claims: Sequence[Claim]) -> tuple[Silence, ...]:
    """What is left unanswered, what most statements say first: an accusation, condemnation, demand or threat.

    It is one that a text tells as said, at a side that speaks in these documents, and no statement of that side
    answers any wording of it. Nor does that side say anything near it (in the same sentence or the next three), nor
    anything alike (0.2, `alike`) on the same issue, nor declines to say something further down in the same text.
    `n_documents` counts the documents from its first appearance on.
    """
    said = ready.said
    threads = threads_of(said, claims)
    answered = _answered(ready.answers, threads)
    replies = _replies(said, ready.pairs)
    found = [
        _silence(ready, members, target)
        for thread, members in _calls(said, threads)
        for target in _targets(said, members)
        if target.actor_id in replies.by_side
        and (thread, target.actor_id) not in answered
        and not any(_may_be_met(replies, i, target.actor_id) for i in members)
    ]
    return tuple(sorted(found, key=lambda one: -len(one.about.statement_ids)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Replies:
    """What may be an answer: by side the places of its statements, in order, and by place what is alike."""

    said: Sequence[Said]
    by_side: Mapping[str, Sequence[int]]
    alike: Mapping[int, Sequence[int]]
    told_by: Mapping[str, frozenset[str]]


def _replies(said: Sequence[Said], pairs: Pairs) -> _Replies:
    by_side: dict[str, list[int]] = defaultdict(list)
    alike: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(said):
        for side_id in one.side_ids:
            by_side[side_id].append(i)
    for i, j, _ in pairs:
        if said[i].act in _CALLS_FOR_ANSWER or said[j].act in _CALLS_FOR_ANSWER:
            alike[i].append(j)
            alike[j].append(i)
    told_by = {one.statement_id: one.side_ids for one in said}
    return _Replies(said=said, by_side=by_side, alike=alike, told_by=told_by)


def _may_be_met(replies: _Replies, i: int, side_id: str) -> bool:
    """Whether the side says anything that may answer a statement, or declines to."""
    said, one = replies.said, replies.said[i]
    own = replies.by_side[side_id]
    first = bisect_left(own, one.doc, key=lambda j: said[j].doc)
    last = bisect_left(own, one.doc + 1, key=lambda j: said[j].doc)
    near = (j for j in own[first:last] if _stands_behind(one, said[j]))
    alike = (j for j in replies.alike.get(i, ()) if side_id in said[j].side_ids and _share_issue(one, said[j]))
    return any(_is_own(replies, said[j], one) for j in (*near, *alike))


def _stands_behind(one: Said, other: Said) -> bool:
    """Whether a statement of the same document stands near behind the first, or anywhere behind when it is withheld."""
    apart = other.place - one.place
    return 0 <= apart <= NEAR or (other.is_withheld and apart > 0)


def _share_issue(one: Said, other: Said) -> bool:
    return not set(one.issues).isdisjoint(other.issues)


def _is_own(replies: _Replies, reply: Said, one: Said) -> bool:
    """Whether a reply is not made by those whom it would answer, nor only told in their words."""
    told = replies.told_by.get(reply.parent_id or "", frozenset())
    return one.side_ids.isdisjoint(reply.side_ids | told)


def _answered(answers: Iterable[Answer], threads: Mapping[int, str]) -> frozenset[tuple[str, str]]:
    """The threads that are answered, each with the id of the side that answers."""
    by_key: dict[tuple[str, str, str], list[Answer]] = defaultdict(list)
    for one in answers:
        by_key[threads[one.first], threads[one.second], one.sides[1].actor_id].append(one)
        if one.kind == "mutual_accusation":
            by_key[threads[one.second], threads[one.first], one.sides[0].actor_id].append(one)
    sure = ((key[0], key[2]) for key, some in by_key.items() if confidence(some) >= ANSWERED)
    return frozenset(sure)


def _calls(said: Sequence[Said], threads: Mapping[int, str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """For each thread and side the statements by which that side calls for an answer, in order."""
    by_thread: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, one in enumerate(said):
        if one.act in _CALLS_FOR_ANSWER and one.basis in _SAID_SO and len(one.sides) == 1:
            by_thread[threads[i], one.sides[0].actor_id].append(i)
    for (thread, _), members in by_thread.items():
        yield thread, tuple(members)


def _targets(said: Sequence[Said], members: Sequence[int]) -> tuple[Actor, ...]:
    """Whom the statements are about, without the side that makes them."""
    own = said[members[0]].side_ids
    return tuple(dict.fromkeys(t for i in members for t in said[i].targets if t.actor_id not in own))


def _silence(ready: Prepared, members: Sequence[int], target: Actor) -> Silence:
    said = ready.said
    issues = Counter(issue for i in members for issue in said[i].issues)
    return Silence(
        actor=target,
        about=Side(actor=said[members[0]].sides[0], statement_ids=tuple(said[i].statement_id for i in members)),
        issue=min(issues, key=lambda issue: (-issues[issue], issue), default=None),
        n_documents=ready.n_documents - said[members[0]].doc,
    )
