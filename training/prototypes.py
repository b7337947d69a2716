"""Writes the prototypes of the shipped codebook's issues by the shipped weights, so that no run has to make them.

    python -m training.prototypes

Run after each export, and after each change to the codebook.
"""

from __future__ import annotations

import numpy as np

from standoff.code.likeness import SHIPPED, issue_texts, prototypes_from_vectors
from standoff.encode.onnx import OnnxEncoder
from standoff.knowledge.codebook import codebook
from standoff.values.document import Document


def main() -> None:
    """The command line."""
    encoder, book = OnnxEncoder.shipped(), codebook()
    vectors = {
        key: np.concatenate(
            [encoder.read(Document.from_text(t, path="codebook"), "gold").sentence_vectors for t in texts]
        )
        for key, texts in issue_texts(book).items()
    }
    made = prototypes_from_vectors(vectors)
    np.savez_compressed(
        SHIPPED, keys=np.array(made.keys), rows=made.rows.astype(np.float16), codebook=book.sha256, model=encoder.name
    )
    print(f"{len(made.keys)} issues, weights {encoder.name}")


if __name__ == "__main__":
    main()
