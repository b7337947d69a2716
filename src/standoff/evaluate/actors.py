"""Whether it is the right actor: whom sources and targets were resolved to, beside whom the gold names.

Scored on the gold statements that were found, as basis and quote are. Naming somebody where the gold names nobody is
counted by itself (`guessed`): a wrong name does more harm than none.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.evaluate.counts import Counts
from standoff.evaluate.figures import Figure, Sums, figure, prf_figures, ratio
from standoff.evaluate.found import Found
from standoff.evaluate.gold import GoldDocument
from standoff.values import Actor, Resolution

UNRESOLVED = "unresolved"
NOBODY: tuple[str, ...] = (UNRESOLVED, "unnamed")
"""What the gold writes for a source that the text leaves open, and for one that it presents without a name."""

_SMALL_WORDS = frozenset("of the for and on in".split())
_SHARES = {
    "actor.accuracy": "actor",
    "actor.guessed": "guessed",
    "co_actors.recall": "co_actors",
    "on_behalf_of.accuracy": "on_behalf_of",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongActor:
    """A source given to the wrong actor, or to anybody where it is nobody's; `reason` is the program's own."""

    document: str
    sentence: int
    source: str
    wanted: str
    named: str
    reason: str

    def __str__(self) -> str:
        """One line for people."""
        source = f'"{self.source}"' if self.source else "no source"
        return (
            f"{self.document}, sentence {self.sentence}, {source}: {self.wanted} wanted, {self.named} found "
            f"({self.reason})"
        )


def actor_counts(found: Sequence[Found]) -> Counts:
    """Counts of right sources, guesses, joint sources, those spoken for, and targets, of the statements found."""
    counts: Counts = Counter()
    for one in found:
        is_known = one.gold.actor not in NOBODY
        counts["actor.gold" if is_known else "guessed.gold"] += 1
        counts["actor.right"] += is_known and is_right(one)
        counts["guessed.right"] += not is_known and not is_right(one)
        names = _source_names(one.resolution)
        counts["co_actors.right"] += sum(_is_among(also, names) for also in one.gold.actor_also)
        counts["co_actors.gold"] += len(one.gold.actor_also)
        counts += _behalf_counts(one) + _target_counts(one)
    return counts


def whole_counts(found: Sequence[Found], n_predicted: int, n_gold: int) -> Counts:
    """Counts of statements that are right end to end: content found, actor right, basis right."""
    right = sum(one.statement.basis == one.gold.basis and is_right(one) for one in found)
    return Counter({"e2e.right": right, "e2e.predicted": n_predicted, "e2e.gold": n_gold})


def is_right(found: Found) -> bool:
    """Whether the source is the right actor.

    Any of a joint source will do where the gold names somebody. Where it names nobody, nobody may be named: an
    unresolved source has to stay open, an unnamed one may stay open or be called unnamed.
    """
    if found.gold.actor in NOBODY:
        return _name(found.resolution.actor) in (UNRESOLVED, found.gold.actor)
    names = _source_names(found.resolution)
    return any(_is_among(wanted, names) for wanted in (found.gold.actor, *found.gold.actor_also))


def _behalf_counts(found: Found) -> Counts:
    """Counts of those spoken for, where the gold has one; any of several will do."""
    gold = found.gold
    if not gold.on_behalf_of:
        return Counter()
    said = [_name(found.resolution.on_behalf_of)]
    right = any(_is_among(wanted, said) for wanted in (gold.on_behalf_of, *gold.on_behalf_also))
    return Counter({"on_behalf_of.right": int(right), "on_behalf_of.gold": 1})


def _target_counts(found: Found) -> Counts:
    """Counts of targets by name, each name once."""
    said = {_name(actor) for actor in found.resolution.target_actors}.difference(NOBODY)
    wanted = {plain_name(name) for name in found.gold.target_actors}.difference(NOBODY)
    right = sum(any(is_same_name(one, other) for other in wanted) for one in said)
    return Counter({"target.right": right, "target.predicted": len(said), "target.gold": len(wanted)})


def _source_names(resolution: Resolution) -> list[str]:
    return [_name(actor) for actor in (resolution.actor, *resolution.co_actors)]


def _is_among(wanted: str, names: Sequence[str]) -> bool:
    """Whether one of the plain `names` is the actor that the gold calls `wanted`."""
    return any(is_same_name(name, plain_name(wanted)) for name in names)


def _name(actor: Actor | None) -> str:
    """The plain name of an actor, "unresolved" for none."""
    return plain_name(actor.name if actor else UNRESOLVED)


def plain_name(name: str) -> str:
    """The name in small letters without accents, marks and "the".

    >>> plain_name("The Élysée's man")
    'elysee s man'
    """
    bare = (char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = "".join(char if char.isalnum() else " " for char in bare).casefold().split()
    return " ".join(word for word in words if word != "the")


def is_same_name(one: str, other: str) -> bool:
    """Whether two plain names may be one actor's: equal, one the other's initials, or initial and surname alike.

    >>> is_same_name("organization for security and co operation in europe", "oscoe")
    True
    >>> is_same_name("serguei lavrov", "sergey lavrov"), is_same_name("united nations", "united states")
    (True, False)
    """
    if one == other:
        return True
    x, y = one.split(), other.split()
    if (len(x) > 2 and _initials(x) == other) or (len(y) > 2 and _initials(y) == one):
        return True
    is_short = 1 < len(x) < 4 and 1 < len(y) < 4
    return is_short and x[-1] == y[-1] and x[0][0] == y[0][0]


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL_WORDS)


def actor_figures(sums: Sums) -> tuple[Figure, ...]:
    """The figures on actors, and those on statements right end to end."""
    shares = ((name, sums.of(f"{key}.right"), sums.of(f"{key}.gold")) for name, key in _SHARES.items())
    figures = [figure(name, ratio(part, whole), whole[0]) for name, part, whole in shares]
    return (*figures, *prf_figures(sums, "target"), *prf_figures(sums, "e2e"))


def wrong_actors(document: GoldDocument, found: Sequence[Found]) -> tuple[WrongActor, ...]:
    """The statements of one document whose source was given to the wrong actor, in order of the gold."""
    wrong = sorted((one for one in found if not is_right(one)), key=lambda one: document.statements.index(one.gold))
    return tuple(_wrong_actor(document, one) for one in wrong)


def _wrong_actor(document: GoldDocument, found: Found) -> WrongActor:
    named = [actor.name for actor in (found.resolution.actor, *found.resolution.co_actors) if actor]
    reasons = [step.detail or step.by for step in found.resolution.steps if step.field == "actor"]
    return WrongActor(
        document=document.name,
        sentence=found.gold.sentence,
        source=" ".join(found.statement.source.of(document.text).split()) if found.statement.source else "",
        wanted=" and ".join((found.gold.actor, *found.gold.actor_also)),
        named=" and ".join(named) or "nobody",
        reason="; ".join(reasons) or "no reason given",
    )
