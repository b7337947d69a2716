"""The texts of ECB+ (Cybulska and Vossen, LREC 2014) and the occurrence that each is about.

The corpus holds tokens; here they become running text again, without the web address that many begin with. Each of
43 topics has two occurrences: one in the files of the older part ("ecb"), another of the same sort in the newer
("ecbplus"). The corpus is not part of this project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from standoff.values import Document

_NAME = re.compile(r"(\d+)_\d+(ecb|ecbplus)\.xml")
_NO_SPACE_BEFORE = re.compile(r" (?=[.,;:!?%)\]”’]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)")
_NO_SPACE_BEHIND = re.compile(r"(?<=[(\[$“‘]) ")


class Labelled(NamedTuple):
    """A document and the name of its occurrence."""

    document: Document
    story: str


def read_ecbplus(corpus: Path) -> tuple[Labelled, ...]:
    """The documents of the corpus, by topic and name; `corpus` is the folder ECB+ with a folder for each topic."""
    return tuple(_iter_documents(sorted(corpus.glob("*/*.xml"), key=_order)))


def _order(path: Path) -> tuple[int, str]:
    return int(path.parent.name), path.name


def _iter_documents(paths: Sequence[Path]) -> Iterator[Labelled]:
    for path in paths:
        name = _NAME.fullmatch(path.name)
        if name:
            document = Document.from_text(_text(path), path=path.name)
            yield Labelled(document, f"{name[1]} {name[2]}")


def _text(path: Path) -> str:
    """The running text, a sentence a line; a line that is a web address is left out."""
    tokens = ET.parse(path).iter("token")  # noqa: S314 - a corpus that its user has put there
    sentences = groupby(tokens, key=lambda token: token.get("sentence"))
    lines = [" ".join(token.text or "" for token in sentence) for _, sentence in sentences]
    return "\n".join(_joined(line) for line in lines if not line.startswith(("http", "www")))


def _joined(line: str) -> str:
    line = line.replace("`` ", "“").replace(" ''", "”")
    return _NO_SPACE_BEHIND.sub("", _NO_SPACE_BEFORE.sub("", line))
