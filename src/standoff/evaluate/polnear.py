"""Reading a compartment of PolNeAR (Newell, Margolin and Ruths, LREC 2018) in its brat stand-off files.

A compartment is a folder with `text/NAME.txt` and `attributions/NAME*.ann`. The corpus is not part of this project.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from standoff.errors import GoldError, UsageError
from standoff.evaluate.marked import ROLES, Marked
from standoff.spans import Span
from standoff.values import canonical_text

Bounds = Mapping[str, tuple[str, tuple[Span, ...]]]
"""A text-bound annotation's id ("T3") to its role in lower case and its pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolnearDocument:
    """One article and its attributions; `files` are the two files that it was read from."""

    name: str
    text: str
    attributions: tuple[Marked, ...]
    files: tuple[Path, ...]


def read_polnear(directory: Path) -> tuple[PolnearDocument, ...]:
    """The articles of a compartment that have annotations, by name.

    Where several people annotated an article, the first file by name counts.

    Raises: UsageError when the folder is no compartment, GoldError when a span lies outside its text.
    """
    texts = sorted(p for p in (directory / "text").glob("*") if p.is_file())
    annotations = sorted((directory / "attributions").glob("*"))
    pairs = [(text, _first_of(text.stem, annotations)) for text in texts]
    documents = tuple(_document(text, found) for text, found in pairs if found is not None)
    if not documents:
        raise UsageError(
            f"{directory}: no annotated article found; give a PolNeAR compartment, a folder that holds "
            "text/NAME.txt and attributions/NAME*.ann (such as its folder dev)"
        )
    return documents


def _first_of(stem: str, annotations: Sequence[Path]) -> Path | None:
    """The first annotation file of an article, None where nobody annotated it."""
    return next((path for path in annotations if path.name.startswith(stem)), None)


def _document(text_path: Path, annotation_path: Path) -> PolnearDocument:
    """The article of one text file and one annotation file."""
    text = canonical_text(_decoded(text_path))
    attributions = tuple(iter_attributions(_decoded(annotation_path)))
    last = max((span.end for m in attributions for role in ROLES for span in m.role(role)), default=0)
    if last > len(text):
        raise GoldError(f"{annotation_path}: a span ends at {last}, outside the text of {len(text)} characters")
    return PolnearDocument(
        name=text_path.stem, text=text, attributions=attributions, files=(text_path, annotation_path)
    )


def _decoded(path: Path) -> str:
    """The text of a file, line ends made one.

    Raises: UsageError when it cannot be read as UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as err:
        raise UsageError(f"{path}: cannot be read as UTF-8 text ({err}); is this file PolNeAR's?") from err


def iter_attributions(annotation: str) -> Iterator[Marked]:
    r"""The attributions of one annotation file, lazily, in file order; lines of other kinds are passed over.

    >>> next(iter_attributions("T1\tSource 0 2\tHe\nT2\tCue 3 7\tsaid\nE1\tAttribution:T9 Cue:T2 Source:T1"))
    Marked(source=(Span(start=0, end=2),), cue=(Span(start=3, end=7),), content=())
    """
    rows = [line.split("\t") for line in annotation.split("\n")]
    bounds = {row[0]: found for row in rows if row[0][:1] == "T" and (found := _bound(row)) is not None}
    for row in rows:
        if row[0][:1] == "E" and len(row) > 1:
            yield _marked([argument.split(":")[1] for argument in row[1].split() if ":" in argument], bounds)


def _bound(row: Sequence[str]) -> tuple[str, tuple[Span, ...]] | None:
    """The role and the pieces of a text-bound line ("Content 10 20;30 40"), None when it is not one."""
    role, _, offsets = (row[1] if len(row) > 1 else "").partition(" ")
    try:
        pieces = [Span(*map(int, piece.split())) for piece in offsets.split(";")]
    except (ValueError, TypeError):
        return None
    return role.lower(), tuple(pieces)


def _marked(ids: Sequence[str], bounds: Bounds) -> Marked:
    """The attribution whose arguments are `ids`."""
    found = [bounds[i] for i in ids if i in bounds]
    source, cue, content = (tuple(s for name, spans in found if name == role for s in spans) for role in ROLES)
    return Marked(source=source, cue=cue, content=content)
