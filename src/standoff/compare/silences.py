"""What one side says of another and the other leaves unanswered in the documents at hand.

That no answer was found says something of these documents, not of the world: so the number of documents that could
have had one is told with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from standoff.compare.answers import Answer
from standoff.compare.claims import threads_of
from standoff.compare.clashes import confidence
from standoff.compare.prepared import Prepared, prepare
from standoff.compare.said import Said
from standoff.values import Actor, Analysis
from standoff.values.comparison import Claim, Side, Silence

ANSWERED = 0.2
"""From this confidence on, something is taken for an answer here: lower than for a clash, since here a doubt has to
speak against what is claimed, which is that there is none."""

_CALLS_FOR_ANSWER = ("accuse", "condemn", "demand", "threaten")
_SAID_SO = ("quoted", "reported", "standing")


def find_silences(
    analyses: Sequence[Analysis], claims: Sequence[Claim], ready: Prepared | None = None
) -> tuple[Silence, ...]:
    """What is left unanswered, what most statements say first: an accusation, condemnation, demand or threat.

    It is one that a text tells as said, at a side that speaks in these documents, and no statement of that side
    answers any wording of it. `n_documents` counts the documents from its first appearance on.
    """
    ready = ready or prepare(analyses)
    said = ready.said
    threads = threads_of(said, claims)
    answered = _answered(ready.answers, threads)
    speaking = {side.actor_id for one in said for side in one.sides}
    found = [
        _silence(said, analyses, members, target)
        for thread, members in _calls(said, threads)
        for target in _targets(said, members)
        if target.actor_id in speaking and (thread, target.actor_id) not in answered
    ]
    return tuple(sorted(found, key=lambda one: -len(one.about.statement_ids)))


def _answered(answers: Iterable[Answer], threads: Mapping[int, str]) -> frozenset[tuple[str, str]]:
    """The threads that are answered, each with the id of the side that answers."""
    by_key: dict[tuple[str, str, str], list[Answer]] = defaultdict(list)
    for one in answers:
        by_key[threads[one.first], threads[one.second], one.sides[1].actor_id].append(one)
        if one.kind == "mutual_accusation":
            by_key[threads[one.second], threads[one.first], one.sides[0].actor_id].append(one)
    sure = ((key[0], key[2]) for key, some in by_key.items() if confidence(some, is_best=True) >= ANSWERED)
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


def _silence(said: Sequence[Said], analyses: Sequence[Analysis], members: Sequence[int], target: Actor) -> Silence:
    issues = Counter(issue for i in members for issue in said[i].issues)
    return Silence(
        actor=target,
        about=Side(actor=said[members[0]].sides[0], statement_ids=tuple(said[i].statement_id for i in members)),
        issue=min(issues, key=lambda issue: (-issues[issue], issue), default=None),
        n_documents=len(analyses) - said[members[0]].doc,
    )
