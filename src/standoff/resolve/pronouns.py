"""Pronouns: whom "he", "they", "it" and "we" stand for, from the encoder's links and whom they may fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from standoff.resolve.who import Who
from standoff.spans import Span
from standoff.values.mention import Link

Number = Literal["he", "they", "it", "we", "you"]

_FORMS: Mapping[str, Number] = {
    **dict.fromkeys("he she him her his hers himself herself".split(), "he"),
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("i me my we us our ours ourselves myself".split(), "we"),
    **dict.fromkeys("you your who which that".split(), "you"),
}
_MALE, _FEMALE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
MIN_SHARE = 0.35
"""Least share of probability that the best actor must have: a third, set by judgement and not tuned."""
MIN_PROBABILITY = 0.12
"""Least probability before what does not fit is left out: scraps of probability are no evidence."""
_MALE_TITLES, _FEMALE_TITLES = (
    frozenset(("mr", "sir", "king", "lord", "prince")),
    frozenset(("mrs", "ms", "miss", "lady", "queen", "madame", "princess", "dame")),
)


def pronoun_form(word: str) -> Number | None:
    """What kind of pronoun a word is, `None` when it is none."""
    return _FORMS.get(word.lower())


def gender_of(word: str) -> str | None:
    """The gender that a pronoun or a form of address tells: "m", "f" or `None`."""
    lower = word.lower().rstrip(".")
    if lower in _MALE or lower in _MALE_TITLES:
        return "m"
    return "f" if lower in _FEMALE or lower in _FEMALE_TITLES else None


def best_who(
    link: Link,
    who_at: Callable[[Span], Who | None],
    fits: Callable[[Who], bool],
    weight: Callable[[Who], float] = lambda _: 1.0,
) -> Who:
    """What has the largest share of a link's probability among that which fits, with that share; `weight` multiplies
    the odds of some.

    Candidates that stand for the same actors add up; those that stand for nobody known keep their share to
    themselves, and what does not fit is left out.
    """
    shares: dict[tuple[str, ...], float] = defaultdict(float)
    meant: dict[tuple[str, ...], Who] = {}
    total = link.nobody
    for span, score in zip(link.candidates, link.scores, strict=True):
        who = who_at(span)
        if who is not None and who.actors and not fits(who):
            continue
        score *= weight(who) if who is not None and who.actors else 1.0  # noqa: PLW2901
        total += score
        if who is not None and who.actors:
            ids = tuple(sorted(actor.actor_id for actor in who.actors))
            meant.setdefault(ids, who)
            shares[ids] += score
    if not shares:
        return Who(())
    best = max(shares, key=lambda ids: (shares[ids], ids))
    if shares[best] < MIN_PROBABILITY:
        return Who(())
    return replace(meant[best], share=shares[best] / max(total, 1e-9))
