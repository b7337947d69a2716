"""How like a sentence is to each issue: its vector beside those of the issue's definition and examples.

An issue's prototype is the mean of the vectors of its texts. All news of diplomacy is alike to all issues, so what
counts is by how much a sentence is nearer to one issue than to the issues on average.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from standoff.encode.encoder import Encoder
from standoff.values.codebook import Codebook
from standoff.values.document import Document
from standoff.values.reading import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Prototypes:
    """The issues' keys and their prototypes `(n_issues, dim) float32`, unit rows in the same order."""

    keys: tuple[str, ...]
    rows: Floats


SHIPPED = Path(__file__).parent / "prototypes.npz"
"""The prototypes of the shipped codebook by the shipped weights (`python -m training.prototypes`)."""


def shipped_prototypes(codebook: Codebook, model: str) -> Prototypes | None:
    """The prototypes that come with the program; `None` where they are of another codebook or of other weights."""
    if not SHIPPED.exists():
        return None
    with np.load(SHIPPED) as stored:
        if (str(stored["codebook"]), str(stored["model"])) != (codebook.sha256, model):
            return None
        return Prototypes(tuple(stored["keys"].tolist()), stored["rows"].astype(np.float32))


def made_prototypes(codebook: Codebook, encoder: Encoder) -> Prototypes:
    """The prototypes of any codebook, from the encoder's vectors; some milliseconds for each text."""

    def read(text: str) -> Floats:
        return encoder.read(Document.from_text(text, path="codebook"), "gold").sentence_vectors

    texts = issue_texts(codebook)
    return prototypes_from_vectors({key: np.concatenate([read(text) for text in own]) for key, own in texts.items()})


def issue_texts(codebook: Codebook) -> Mapping[str, tuple[str, ...]]:
    """For each issue the texts that its prototype is made from: the definition, then the examples."""
    return {issue.key: (issue.definition, *issue.examples) for issue in codebook.issues}


def prototypes_from_vectors(vectors: Mapping[str, Floats]) -> Prototypes:
    """The prototypes from the vectors `(n_texts, dim)` of each issue's texts, each text counting the same.

    >>> made = prototypes_from_vectors({"grain": np.array([[1, 0], [0, 1]], np.float32)})
    >>> made.keys, made.rows.round(2).tolist()
    (('grain',), [[0.7099999785423279, 0.7099999785423279]])
    """
    means = np.stack([_unit(rows).mean(axis=0) for rows in vectors.values()])
    return Prototypes(tuple(vectors), _unit(means))


def issue_likeness(vector: Floats, prototypes: Prototypes) -> Mapping[str, float]:
    """For each issue by how much the cosine of the vector `(dim,)` with it exceeds the mean over all issues."""
    cosines = prototypes.rows @ vector
    return dict(zip(prototypes.keys, (cosines - cosines.mean()).tolist(), strict=True))


def _unit(rows: Floats) -> Floats:
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return np.asarray(rows / lengths, dtype=np.float32)
