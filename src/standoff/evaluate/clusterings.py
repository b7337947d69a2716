"""How well two ways of putting things into clusters agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Agreement(NamedTuple):
    """Precision, recall and F1, each 0-1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(predicted: Mapping[Item, Hashable], gold: Mapping[Item, Hashable]) -> Agreement:
    """B-cubed precision and recall of clusters, over the items of `gold`; each mapping gives an item's cluster.

    An item that `predicted` lacks is alone, one that only `predicted` has is left out.

    Source: Bagga and Baldwin, LREC 1998; missing and additional items as in Cai and Strube, SIGDIAL 2010.

    >>> b_cubed({"a": 1, "b": 1, "c": 1, "d": 1}, {"a": 1, "b": 1, "c": 2, "d": 2})
    Agreement(precision=0.5, recall=1.0)
    """
    mine: dict[Item, Hashable] = {item: predicted.get(item, ("alone", item)) for item in gold}
    in_mine, in_gold = _members(mine), _members(gold)
    precisions, recalls = [], []
    for item in gold:
        together = len(in_mine[mine[item]] & in_gold[gold[item]])
        precisions.append(together / len(in_mine[mine[item]]))
        recalls.append(together / len(in_gold[gold[item]]))
    return Agreement(_mean(precisions), _mean(recalls))


def cluster_of(clusters: Iterable[Iterable[Item]]) -> dict[Item, Hashable]:
    """For each item the number of its cluster, the last one where it is in several."""
    return {item: number for number, cluster in enumerate(clusters) for item in cluster}


def _members(clustering: Mapping[Item, Hashable]) -> Mapping[Hashable, set[Item]]:
    members: dict[Hashable, set[Item]] = defaultdict(set)
    for item, cluster in clustering.items():
        members[cluster].add(item)
    return members


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
