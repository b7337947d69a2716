"""PolNeAR: political news of one election, attributions as brat stand-off; flat, by its own guidelines.

Where several annotators marked an article, each annotation is an example of its own: the disagreement reaches the
model as soft labels. Basis, addressee and target are not marked.
"""

from __future__ import annotations

from pathlib import Path

from standoff.spans import Span, hull
from training.examples import Example, Labelled


def read_polnear(directory: Path) -> list[Example]:
    """The articles of one compartment (a folder with `text` and `attributions`), one example an annotation."""
    texts = {path.name.removesuffix(".txt"): path for path in sorted((directory / "text").iterdir())}
    examples = []
    for path in sorted((directory / "attributions").iterdir()):
        stem = path.name.removesuffix(".ann").rpartition("_")[0]
        source = texts.get(stem) or texts.get(path.name.removesuffix(".ann"))
        if source is None:
            raise FileNotFoundError(f"{path}: no text of that name in {directory / 'text'}")
        text = source.read_bytes().decode("utf-8")
        examples.append(
            Example(name=path.stem, text=text, convention="polnear", statements=_statements(path.read_text("utf-8")))
        )
    return examples


def _statements(annotations: str) -> tuple[Labelled, ...]:
    spans: dict[str, tuple[str, list[Span]]] = {}
    events: list[list[str]] = []
    for line in annotations.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            kind, _, where = rest.split("\t")[0].partition(" ")
            spans[name] = (kind, [Span(*map(int, piece.split())) for piece in where.split(";") if piece.strip()])
        elif name.startswith("E"):
            events.append([argument.partition(":")[2] for argument in rest.split()])
    return tuple(_labelled([spans[i] for i in event if i in spans]) for event in events)


def _labelled(parts: list[tuple[str, list[Span]]]) -> Labelled:
    role = {kind: [s for k, pieces in parts if k == kind for s in pieces] for kind in ("Source", "Cue", "Content")}
    return Labelled(
        source=hull(role["Source"]) if role["Source"] else None,
        cue=hull(role["Cue"]) if role["Cue"] else None,
        content=tuple(sorted(role["Content"])),
    )
