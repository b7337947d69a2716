"""Reading names marked word by word in IOB columns, as CrossNER politics has them (Liu et al., AAAI 2021).

Such files hold words, not texts: running text is made of them, with spaces where English sets them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from standoff.errors import GoldError, UsageError
from standoff.evaluate.named import GoldName, NamedText
from standoff.spans import Span
from standoff.values import MENTION_KINDS, MentionKind

Kinds = Mapping[str, tuple[MentionKind, ...]]
"""A label of the corpus to the kinds of name that it may stand for, the likeliest first."""

CROSSNER: Kinds = {
    "person": ("person",),
    "politician": ("person",),
    "organisation": ("organisation",),
    "politicalparty": ("organisation",),
    "country": ("place",),
    "location": ("place",),
    "event": ("other",),
    "election": ("other",),
    "misc": ("other", "nationality"),
}
"""The labels of CrossNER politics; its `misc` holds nationalities among much else."""

_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%'") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "”", "’s"}
_NO_SPACE_AFTER = frozenset("([{$“")


class Row(NamedTuple):
    """One word and its tag: "O", or "B-" or "I-" and a label."""

    word: str
    tag: str


def read_iob(path: Path, kinds: Kinds, *, column: int = 1, least_words: int = 1) -> tuple[NamedText, ...]:
    """The sentences of an IOB file as texts, put together until each text has `least_words` words.

    `column` is that of the tag; the word stands in the one before it. Kinds that `kinds` never gives are unmarked.

    Raises: UsageError when the file cannot be read or holds no word, GoldError at a tag that is none.
    """
    given = {kind for several in kinds.values() for kind in several}
    unmarked = tuple(kind for kind in MENTION_KINDS if kind not in given)
    blocks = list(_blocks(_sentences(path, kinds, column), least_words))
    if not blocks:
        raise UsageError(f"{path}: holds no word with a tag; give a file of IOB columns, such as CrossNER's test.txt")
    return tuple(_text(f"{path.stem}-{i}", rows, kinds, unmarked) for i, rows in enumerate(blocks))


def _blocks(sentences: Iterable[Sequence[Row]], least_words: int) -> Iterator[Sequence[Row]]:
    """The sentences put together, some at a time."""
    rows: list[Row] = []
    for sentence in sentences:
        rows += sentence
        if len(rows) >= least_words:
            yield rows
            rows = []
    if rows:
        yield rows


def _sentences(path: Path, kinds: Kinds, column: int) -> Iterator[Sequence[Row]]:
    """The rows of each sentence; sentences are set apart by lines without columns.

    Raises: UsageError when the file cannot be read, GoldError at a tag that is none.
    """
    rows: list[Row] = []
    for number, line in enumerate(_lines(path), 1):
        cells = line.split()
        if line.startswith("# ") and len(cells) > column + 1:
            continue
        if len(cells) <= column or cells[0] == "-DOCSTART-":
            if rows:
                yield rows
            rows = []
        else:
            rows.append(_row(f"{path}, line {number}", cells[column - 1], cells[column], kinds))
    if rows:
        yield rows


def _lines(path: Path) -> Sequence[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as err:
        raise UsageError(f"{path}: cannot be read as UTF-8 text ({err}); give a file of IOB columns") from err


def _row(place: str, word: str, tag: str, kinds: Kinds) -> Row:
    """The row of one line.

    Raises: GoldError when its tag is none.
    """
    prefix, _, label = tag.partition("-")
    if tag != "O" and (prefix not in ("B", "I") or label not in kinds):
        raise GoldError(f"{place}, tag: {tag!r} is none; allowed: O, and B- or I- with {', '.join(kinds)}")
    return Row(word, tag)


def _text(name: str, rows: Sequence[Row], kinds: Kinds, unmarked: tuple[MentionKind, ...]) -> NamedText:
    """The rows as running text."""
    text, before = "", ""
    names: list[GoldName] = []
    start, label = 0, ""
    # The row behind the last one closes a name that reaches to the end.
    for word, tag in (*rows, Row("", "O")):
        prefix, _, next_label = tag.partition("-")
        if label and (prefix != "I" or next_label != label):
            names.append(GoldName(span=Span(start, len(text)), kinds=kinds[label]))
            label = ""
        if text and word and word not in _NO_SPACE_BEFORE and before not in _NO_SPACE_AFTER:
            text += " "
        if not label and next_label:
            start, label = len(text), next_label
        text, before = text + word, word
    return NamedText(name=name, text=text, names=tuple(names), unmarked=unmarked)
