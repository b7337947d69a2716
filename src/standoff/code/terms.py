"""Where the terms of a codebook stand in a text: one walk over its words, whatever the number of terms.

All terms are one tree of words. Of terms that share words the longer one counts: "arms control" says nothing of
"arms". Words between the parts of a term ("withdraw all their troops") stay free for others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from standoff.code.line import Line, line_of
from standoff.knowledge.codebook_terms import GAP, NUMBER, words_from_term
from standoff.knowledge.keys import folded, is_written_as
from standoff.spans import Span
from standoff.values.codebook import Term

_MAX_GAP_WORDS = 4
_START_CHARS = 3  # the fewest that the notation allows before "*"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


class Match(NamedTuple):
    """A term that stands in the text: whose it is, the term, and the spans of its words."""

    owner: str
    term: Term
    spans: tuple[Span, ...]


class _Reached(NamedTuple):
    """An end in the tree: the number of an entry and the words that led there."""

    entry: int
    words: tuple[int, ...]


class _Entry(NamedTuple):
    """A term in the tree; without `term` it is a phrase that speaks for nothing, without `owner` too one that
    only forbids others.
    """

    owner: str
    term: Term | None
    text: str


@dataclass(slots=True)
class _Node:
    """A place in the tree: where each word, beginning, number or gap leads, and which entries end here.

    Each way keeps the form with its capitals, empty where any will do. Beginnings lie under their first letters, so
    that most words are done with after two look-ups.
    """

    words: dict[str, list[_Way]] = field(default_factory=dict)
    starts: dict[str, list[_Start]] = field(default_factory=dict)
    number: _Node | None = None
    gap: _Node | None = None
    ends: list[int] = field(default_factory=list)


class _Way(NamedTuple):
    """Where a word or its plural leads when it has the capitals of the form."""

    key: str
    form: str
    node: _Node


class _Start(NamedTuple):
    """Where words lead that begin like this and have a capital when `has_capital` says so."""

    key: str
    has_capital: bool
    node: _Node


_IGNORED = "*"


class Terms:
    """The terms of some categories, ready to be found."""

    def __init__(self, terms: Iterable[tuple[str, Term]], ignored: Sequence[str]) -> None:
        self._root = _Node()
        self._entries: list[_Entry] = []
        self._forbidding: set[str] = set()
        for text in ignored:
            self._add(_Entry(_IGNORED, None, text))
        for owner, term in terms:
            self._add(_Entry(owner, term, term.text))
            for text in term.not_with:
                if text not in self._forbidding:
                    self._forbidding.add(text)
                    self._add(_Entry("", None, text))

    def find(self, text: str, regions: Sequence[Span]) -> tuple[Match, ...]:
        """The terms in some parts of the text that do not overlap, in text order."""
        line = line_of(text, tuple(regions))
        reached: list[_Reached] = []
        for i in range(len(line.keys)):
            _walk(self._root, line, (i,), reached)
        if not reached:
            return ()
        present = {entry.text for entry in (self._entries[r.entry] for r in reached) if not entry.owner}
        found = [self._match(line, r) for r in _longest(reached, self._entries)]
        return tuple(m for m in found if m is not None and present.isdisjoint(m.term.not_with))

    def _match(self, line: Line, reached: _Reached) -> Match | None:
        entry = self._entries[reached.entry]
        if entry.term is None:
            return None
        return Match(entry.owner, entry.term, line.runs(reached.words))

    def _add(self, entry: _Entry) -> None:
        nodes = [self._root]
        for choices in words_from_term(entry.text):
            nodes = [_step(node, choice) for node in nodes for choice in choices]
        for node in nodes:
            node.ends.append(len(self._entries))
        self._entries.append(entry)


def _step(node: _Node, choice: str) -> _Node:
    """The node that the choice leads to, made where there is none."""
    if choice == GAP:
        node.gap = node.gap or _Node()
        return node.gap
    if choice == NUMBER:
        node.number = node.number or _Node()
        return node.number
    key = folded(choice.removesuffix("*"))
    if choice.endswith("*"):
        return _step_by_start(node, key, has_capital=_has_capital(choice))
    form = choice if _has_capital(choice) else ""
    for way in node.words.get(key, ()):
        if (way.key, way.form) == (key, form):  # the plural of another word is not this word
            return way.node
    new = _Node()
    for spelled in (key,) if form else (key, _plural(key)):
        node.words.setdefault(spelled, []).append(_Way(key, form, new))
    return new


def _step_by_start(node: _Node, key: str, *, has_capital: bool) -> _Node:
    starts = node.starts.setdefault(key[:_START_CHARS], [])
    for start in starts:
        if (start.key, start.has_capital) == (key, has_capital):
            return start.node
    starts.append(_Start(key, has_capital, _Node()))
    return starts[-1].node


def _has_capital(word: str) -> bool:
    return any(map(str.isupper, word))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in {*"aeiou"}:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_SIBILANTS) else f"{word}s"


def _walk(node: _Node, line: Line, path: tuple[int, ...], reached: list[_Reached]) -> None:
    """Notes every entry that ends on a way from the node through the last word of the path."""
    i = path[-1]
    for after in _nodes_after(node, line, i):
        reached.extend(_Reached(entry, path) for entry in after.ends)
        if (after.words or after.starts or after.number) and line.is_joined(i):
            _walk(after, line, (*path, i + 1), reached)
        if after.gap is not None:
            _walk_gap(after.gap, line, path, reached)


def _walk_gap(node: _Node, line: Line, path: tuple[int, ...], reached: list[_Reached]) -> None:
    """As `_walk`, with some words before the next one; the nearest word that fits is taken."""
    n_before = len(reached)
    for i in range(path[-1], path[-1] + 1 + _MAX_GAP_WORDS):
        if len(reached) > n_before or not line.is_near(i):
            return
        _walk(node, line, (*path, i + 1), reached)


def _nodes_after(node: _Node, line: Line, i: int) -> Sequence[_Node]:
    """The nodes that the word `i` leads to."""
    key = line.keys[i]
    words, starts = node.words.get(key, ()), node.starts.get(key[:_START_CHARS], ())
    if not words and not starts and node.number is None:
        return ()
    found = [way.node for way in words if not way.form or is_written_as(line.surface(i), way.form)]
    found += [
        start.node
        for start in starts
        if key.startswith(start.key) and (not start.has_capital or _has_capital(line.surface(i)))
    ]
    if node.number is not None and key.isdigit():
        found.append(node.number)
    return found


def _longest(reached: Sequence[_Reached], entries: Sequence[_Entry]) -> list[_Reached]:
    """Those that share no word with one of more words, nor with an ignored phrase of as many; in text order."""
    taken: dict[int, int] = {}
    kept = []
    for one in sorted(reached, key=lambda r: (-len(r.words), entries[r.entry].owner != _IGNORED)):
        owner = entries[one.entry].owner
        if not owner or any(taken.get(i, 0) > len(one.words) for i in one.words):
            continue
        # An ignored phrase takes its words from equals too.
        taken.update((i, len(one.words) + (owner == _IGNORED)) for i in one.words if i not in taken)
        kept.append(one)
    return sorted(kept, key=lambda r: r.words)
