"""Which documents may be about one occurrence, and how alike they are.

Not every pair is looked at: each document is held against those near it in the lists of its rarest terms, so that
twice the documents cost little more than twice the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from standoff.compare.story_terms import Weights, cosine, document_terms, weighted
from standoff.values import Analysis

N_KEYS = 30
"""The terms of a document by which others are looked for."""
N_NEIGHBOURS = 8
"""How far down the list of a term, in the order of dates, others are looked for."""
N_BEST = 20
"""The candidates of each document that are looked at closely: those that share the heaviest terms with it."""

FREE_DAYS = 3
HALF_LIFE_DAYS = 14.0


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What a document is compared by: its weighted terms and its day.

    Of a group the weights are the sums over its `n_documents`, and its day is that of one of them.
    """

    terms: Weights
    day: date | None
    n_documents: int = 1


def profiles(analyses: Sequence[Analysis]) -> tuple[Profile, ...]:
    """What each document is compared by."""
    terms = weighted([document_terms(analysis.document) for analysis in analyses])
    return tuple(Profile(own, published_on(analysis)) for own, analysis in zip(terms, analyses, strict=True))


def published_on(analysis: Analysis) -> date | None:
    """The day on which a document was published, `None` where it does not say."""
    published = analysis.document.published
    return date.fromisoformat(published) if published else None


def likeness(first: Profile, second: Profile) -> float:
    """How far two documents speak of one occurrence, 0-1.

    The cosine of their terms, halved for each HALF_LIFE_DAYS that their dates lie apart beyond FREE_DAYS; of two groups
    the mean over all pairs of their documents. The cosines of the actors that they name and of their mean sentence
    vectors were tried as further parts: reports from one field share both, and no more stories came right.

    Source: Allan, Lavrenko and Jin 2000, "First story detection in TDT is hard".
    """
    together = cosine(first.terms, second.terms) * nearness(first.day, second.day)
    return together / (first.n_documents * second.n_documents)


def nearness(first: date | None, second: date | None) -> float:
    """How near two days are, 0-1; 1 where one of them is not known.

    >>> nearness(date(2021, 12, 2), date(2021, 12, 5)), nearness(date(2021, 12, 1), date(2021, 12, 18))
    (1.0, 0.5)
    """
    if first is None or second is None:
        return 1.0
    return float(0.5 ** (max(0, abs((first - second).days) - FREE_DAYS) / HALF_LIFE_DAYS))


def candidates(documents: Sequence[Profile]) -> tuple[tuple[int, int], ...]:
    """Pairs of documents, by their places in the input, that share rare terms; the smaller place first, in order.

    Source: Hernández and Stolfo 1995, "The merge/purge problem for large databases": neighbours in sorted lists.
    """
    shared: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, weight in _near(documents):
        shared[a][b] = shared[b][a] = shared[a].get(b, 0.0) + weight
    pairs = {(min(a, b), max(a, b)) for a, others in shared.items() for b in _best(others)}
    return tuple(sorted(pairs))


def _near(documents: Sequence[Profile]) -> Iterator[tuple[int, int, float]]:
    """Each pair that stands close in the list of a term, with the weight of the term in both."""
    for term, places in _lists(documents).items():
        for i, a in enumerate(places):
            for b in places[i + 1 : i + 1 + N_NEIGHBOURS]:
                yield a, b, documents[a].terms[term] * documents[b].terms[term]


def _lists(documents: Sequence[Profile]) -> Mapping[str, list[int]]:
    """For each term the documents of whose heaviest terms it is, in the order of their dates."""
    lists: dict[str, list[int]] = defaultdict(list)
    for at in sorted(range(len(documents)), key=lambda i: (documents[i].day or date.max, i)):
        for term in list(documents[at].terms)[:N_KEYS]:
            lists[term].append(at)
    return lists


def _best(others: Mapping[int, float]) -> list[int]:
    return sorted(others, key=lambda other: (-others[other], other))[:N_BEST]
