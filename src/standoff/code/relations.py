"""Relations from tab-separated lines: each row a sentence with a source and a target, marked or named.

Cells are taken as they stand: there is no quoting, so a quotation mark is a quotation mark. Where source or target is
not marked in the sentence, the words of its column are looked for there. Where a mark stands twice, the first counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from standoff.errors import UsageError
from standoff.spans import Span
from standoff.values.relation import Relation

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "sentence_id"),
    "sentence": ("marked_sentence", "sentence"),
    "source": ("source",),
    "target": ("target",),
}
"""Each column with the names that it may have; of two names the first that the header has counts."""

_SHOWN = 80  # characters of a wrong header: enough to recognise the file
_TAG = re.compile(r"</?[st]>")
_TAGS = {"source": ("<s>", "</s>"), "target": ("<t>", "</t>")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row that cannot be coded: its id as far as it has one, its line counted from 1, and what is wrong."""

    row_id: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Unmarked:
    """A sentence without its tags; `spans` has what was marked."""

    text: str
    spans: Mapping[str, Span]


def relations_from_lines(lines: Iterable[str]) -> Iterator[Relation | Fault]:
    """The relations of a file's lines, in order; a row that is wrong is a `Fault`. Empty lines are left out.

    Raises: UsageError when the first line is no header with the columns.
    """
    rows = ((number, line.rstrip("\r\n")) for number, line in enumerate(lines, 1))
    filled = ((number, line) for number, line in rows if line.strip())
    _, header = next(filled, (1, ""))
    names = header.removeprefix("\ufeff").split("\t")
    places = {column: _place(column, names) for column in COLUMNS}
    return (_relation(number, line.split("\t"), places, len(names)) for number, line in filled)


def unmarked(sentence: str) -> _Unmarked:
    """The sentence without its tags, and where the words inside the first pair of each kind stand then.

    >>> unmarked("<s>Osk</s> met <t>Tarn</t>.").spans["target"]
    Span(start=8, end=12)
    """
    starts: dict[str, int] = {}
    pieces, n_chars, last = [], 0, 0
    for tag in _TAG.finditer(sentence):
        pieces.append(sentence[last : tag.start()])
        n_chars += len(pieces[-1])
        last = tag.end()
        starts.setdefault(tag[0], n_chars)
    text = "".join([*pieces, sentence[last:]])
    pairs = {role: (starts.get(opened), starts.get(closed)) for role, (opened, closed) in _TAGS.items()}
    spans = {role: Span(a, b) for role, (a, b) in pairs.items() if a is not None and b is not None and a < b}
    return _Unmarked(text, spans)


def _place(column: str, names: list[str]) -> int:
    """Where the column stands in the header.

    Raises: UsageError when the header does not have it.
    """
    found = next((names.index(name) for name in COLUMNS[column] if name in names), None)
    if found is None:
        has = ", ".join(filter(None, names))[:_SHOWN] or "nothing"
        needed = ", ".join(COLUMNS)
        raise UsageError(f"line 1, {column}: missing column; the header has {has}; tab-separated columns are {needed}")
    return found


def _relation(line: int, cells: list[str], places: Mapping[str, int], n_columns: int) -> Relation | Fault:
    """The relation of one row, or what is wrong with it."""
    row_id = cells[places["id"]] if places["id"] < len(cells) else ""
    if len(cells) != n_columns:
        return Fault(row_id=row_id, line=line, reason=f"{len(cells)} cells; the header has {n_columns}")
    sentence = unmarked(cells[places["sentence"]])
    spans = {}
    for role, (opened, closed) in _TAGS.items():
        named = cells[places[role]]
        span = sentence.spans.get(role) or _find(sentence.text, named)
        if span is None:
            reason = f"{role} {named!r} is not in the sentence; mark it there with {opened}...{closed}"
            return Fault(row_id=row_id, line=line, reason=reason)
        spans[role] = span
    return Relation(row_id=row_id, text=sentence.text, source=spans["source"], target=spans["target"])


def _find(text: str, words: str) -> Span | None:
    """Where the words first stand in the text, whole words first; `None` when nowhere.

    >>> _find("Oskian ministers left Osk", "Osk")
    Span(start=22, end=25)
    """
    words = words.strip()
    if not words:
        return None
    whole = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    start = whole.start() if whole else text.find(words)
    return Span(start, start + len(words)) if start >= 0 else None
