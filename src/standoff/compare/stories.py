"""Stories: documents about one occurrence.

Every document belongs to exactly one story, be it alone. Documents are joined pair by pair, the most alike first, and
two groups only where they are alike on average: one article that speaks of two occurrences does not tie them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from standoff.compare.story_pairs import Profile, candidates, likeness, profiles
from standoff.values import Actor, Analysis
from standoff.values.comparison import Story

MIN_LIKENESS = 0.28
"""Documents, and groups of them on average, are joined when at least so alike. On half of ECB+ all values from 0.22 to
0.28 gave a B-cubed F1 of 0.89; the strictest was taken, since undated real articles on different matters between the
same states come up to 0.27, while two reports of one event by different hands come down to 0.32."""


def find_stories(analyses: Sequence[Analysis]) -> tuple[Story, ...]:
    """The stories, each document in one; in the order of their first documents, those of a story by date.

    Undated documents come last, in the order of input.
    """
    groups = group_documents(profiles(analyses))
    return tuple(_story([analyses[i] for i in group]) for group in groups)


def group_documents(documents: Sequence[Profile], min_score: float = MIN_LIKENESS) -> tuple[tuple[int, ...], ...]:
    """The places of the documents in the input, grouped by occurrence; groups and places in order.

    Source: group-average clustering (Manning, Raghavan and Schütze 2008, chapter 17.3), over candidate pairs only and
    in the order of the pairs.
    """
    scored = ((likeness(documents[a], documents[b]), a, b) for a, b in candidates(documents))
    pairs = sorted((-score, a, b) for score, a, b in scored if score >= min_score)
    group_of = [_Group(i, document) for i, document in enumerate(documents)]
    for _, a, b in pairs:
        larger, smaller = group_of[a], group_of[b]
        if larger is smaller or likeness(larger.centre, smaller.centre) < min_score:
            continue
        if len(smaller.places) > len(larger.places):
            larger, smaller = smaller, larger
        larger.take(smaller)
        for place in smaller.places:
            group_of[place] = larger
    return tuple(sorted({tuple(sorted(group.places)) for group in group_of}))


class _Group:
    """Documents taken to be about one occurrence, with the sums of their weights: the mean of all their pairs follows
    from these alone.
    """

    def __init__(self, place: int, document: Profile) -> None:
        self.places = [place]
        self.day = document.day
        self._terms = dict(document.terms)

    @property
    def centre(self) -> Profile:
        """The sums of the documents' weights, with their number and the day of the first of the larger part."""
        return Profile(self._terms, self.day, len(self.places))

    def take(self, other: _Group) -> None:
        """Take in a group that is no larger."""
        self.places += other.places
        self.day = self.day or other.day
        for term, weight in other._terms.items():
            self._terms[term] = self._terms.get(term, 0.0) + weight


def _story(analyses: Sequence[Analysis]) -> Story:
    in_order = sorted(analyses, key=lambda a: a.document.published or "9")
    doc_ids = tuple(a.document.doc_id for a in in_order)
    key = hashlib.sha256("|".join(doc_ids).encode()).hexdigest()[:16]
    return Story(story_id=key, doc_ids=doc_ids, actors=_actors(in_order))


def _actors(analyses: Sequence[Analysis]) -> tuple[Actor, ...]:
    """The actors that more than half of the documents name, those of most documents and most namings first."""
    by_id: dict[str, Actor] = {}
    n_documents: Counter[str] = Counter()
    n_namings: Counter[str] = Counter()
    for appearance in (a for analysis in analyses for a in analysis.appearances if a.actor.kind != "unnamed"):
        by_id.setdefault(appearance.actor.actor_id, appearance.actor)
        n_documents[appearance.actor.actor_id] += 1
        n_namings[appearance.actor.actor_id] += len(appearance.spans)
    often = (one for one in by_id if 2 * n_documents[one] > len(analyses))
    return tuple(by_id[one] for one in sorted(often, key=lambda one: (-n_documents[one], -n_namings[one], one)))
