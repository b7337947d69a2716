"""Writes the prototypes of the shipped codebook's issues by the shipped weights, so that no run has to make them.

    python -m training.prototypes

Run after each export, and after each change to the codebook.
"""

from __future__ import annotations

import numpy as np

from standoff.code.likeness import SHIPPED, made_prototypes
from standoff.encode.onnx import OnnxEncoder
from standoff.knowledge.codebook import codebook


def main() -> None:
    """The command line."""
    encoder, book = OnnxEncoder.shipped(), codebook()
    made = made_prototypes(book, encoder)
    np.savez_compressed(
        SHIPPED, keys=np.array(made.keys), rows=made.rows.astype(np.float16), codebook=book.sha256, model=encoder.name
    )
    print(f"{len(made.keys)} issues, weights {encoder.name}")


if __name__ == "__main__":
    main()
