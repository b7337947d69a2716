"""How many independent origins something has that stands in several documents: copies of one another are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from standoff.spans import Span
from standoff.values.comparison import Copy, Shared


class Origins:
    """Which text each place of each document goes back to, as far as the copies tell.

    A whole copy goes back to its original, and that to its own. Of a document that took over a passage, only what
    stands in the passage does. Rewrites count as copies: other words, but nothing that their writer found out.

    >>> shared = Shared(first=Span(0, 90), second=Span(50, 140), score=1.0)
    >>> copy = Copy(original="a", copy="b", kind="passage", score=0.2, is_dated=True, shared=(shared,))
    >>> origins = Origins([copy])
    >>> origins.of("b", Span(60, 70)), origins.of("b", Span(0, 20))
    ('a', 'b')
    >>> origins.count([("a", Span(5, 9)), ("b", Span(60, 70)), ("b", Span(0, 20))])
    2
    """

    def __init__(self, copies: Iterable[Copy]) -> None:
        self._root: dict[str, str] = {}
        self._passages: dict[str, list[tuple[Shared, str]]] = defaultdict(list)
        for copy in copies:
            if copy.kind == "passage":
                self._passages[copy.copy] += [(shared, copy.original) for shared in copy.shared]
            else:
                self._root[self.root(copy.copy)] = self.root(copy.original)

    def root(self, doc_id: str) -> str:
        """The document that a whole document goes back to, itself where it is no copy.

        Source: union-find, Galler and Fischer 1964; the original's side is always the root.
        """
        while (above := self._root.get(doc_id, doc_id)) != doc_id:
            self._root[doc_id] = self._root.get(above, above)
            doc_id = above
        return doc_id

    def of(self, doc_id: str, span: Span) -> str:
        """The document that a place goes back to."""
        seen: set[str] = set()
        while doc_id not in seen:
            seen.add(doc_id)
            taken = ((s, original) for s, original in self._passages.get(doc_id, ()) if s.second.overlaps(span))
            shared, original = next(taken, (None, None))
            if shared is not None and original is not None:
                doc_id, span = original, shared.first
        return self.root(doc_id)

    def count(self, places: Iterable[tuple[str, Span]]) -> int:
        """The number of independent origins of what stands at these places, each a document's id and a span."""
        return len({self.of(doc_id, span) for doc_id, span in places})


def origins_of(doc_ids: Sequence[str], copies: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """The documents in groups that go back to one text, groups and members in the order given.

    A document that only took over a passage is a group of its own.

    >>> copy = Copy(original="a", copy="c", kind="near", score=0.9, is_dated=True, shared=())
    >>> origins_of(["a", "b", "c"], [copy])
    (('a', 'c'), ('b',))
    """
    origins = Origins(copies)
    groups: dict[str, list[str]] = {}
    for doc_id in dict.fromkeys(doc_ids):
        groups.setdefault(origins.root(doc_id), []).append(doc_id)
    return tuple(tuple(group) for group in groups.values())
