"""Names marked word by word in IOB columns: UNER, Wikigold, CrossNER politics."""

from __future__ import annotations

from pathlib import Path

from standoff.evaluate import iob
from standoff.evaluate.iob import CROSSNER, Kinds
from training.corpora.named import example_from_named
from training.examples import Example

__all__ = ["CROSSNER", "UNER", "WIKIGOLD", "read_iob"]

# Sentences that stand side by side are put together up to about so many words: a window's worth.
_WORDS_PER_EXAMPLE = 150

UNER: Kinds = {"PER": ("person",), "ORG": ("organisation",), "LOC": ("place",)}
WIKIGOLD: Kinds = {**UNER, "MISC": ("nationality", "other")}


def read_iob(path: Path, kinds: Kinds, column: int = 1) -> list[Example]:
    """The sentences of an IOB file, some at a time, as running text; `column` is that of the tag.

    A kind of name that `kinds` never gives is not marked there.
    """
    texts = iob.read_iob(path, kinds, column=column, least_words=_WORDS_PER_EXAMPLE)
    return [example_from_named(text) for text in texts]
