"""re3d: government and military texts on Syria and Iraq. Which of its marks are names, the package's reader says."""

from __future__ import annotations

from pathlib import Path

from standoff.evaluate import re3d
from training.corpora.named import example_from_named
from training.examples import Example


def read_re3d(folder: Path) -> list[Example]:
    """The documents of one source of re3d with their names."""
    return [example_from_named(text) for text in re3d.read_re3d(folder)]
