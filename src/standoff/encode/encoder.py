"""What an encoder is: a document goes in, its reading comes out. Two exist: the shipped network and a fake."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from standoff.encode.couples import Couple
from standoff.encode.hashing import HashingEncoder
from standoff.errors import UsageError
from standoff.spans import Span
from standoff.values.document import Document
from standoff.values.reading import Floats, Reading
from standoff.values.statement import Statement

Convention = Literal["gold", "polnear"]
ENCODERS = ("onnx", "hashing")


class Encoder(Protocol):
    """Reads a document once; `name` identifies the weights, so that a record tells what made it."""

    @property
    def name(self) -> str:
        """The hash of the weights, or the fake's own name."""
        ...

    def read(self, document: Document, convention: Convention) -> Reading:
        """The reading of one document; the same input gives the same reading."""
        ...

    def compare(self, document: Document, anaphor: Span, candidates: Sequence[Span]) -> tuple[float, ...]:
        """How likely a pronoun or description stands for each of some spans, and last for none of them; sums to one."""
        ...

    def with_acts(self, document: Document, reading: Reading, statements: Sequence[Statement]) -> Reading:
        """The reading with the acts of its anchors weighed again where they are unsure, now that the statements are
        known.
        """
        ...

    def relate(self, sentence: str, source: Span, target: Span) -> Floats:
        """What the source does to the target in a sentence: log-probabilities `(15,) float32` in order of PLOVERS."""
        ...

    def judge(self, couples: Sequence[Couple]) -> Floats:
        """What two statements are to each other, for each couple: the probabilities `(n, 3) float32` that they are one
        claim, that they collide, and that they do neither.
        """
        ...


def encoder_from_name(name: str) -> Encoder:
    """The encoder of that name.

    Raises: UsageError for an unknown name, ModelError when the shipped weights are absent or damaged.
    """
    if name == "onnx":
        from standoff.encode.onnx import OnnxEncoder  # noqa: PLC0415 - onnxruntime loads only when it is used

        return OnnxEncoder.shipped()
    if name == "hashing":
        return HashingEncoder()
    raise UsageError(f"encoder {name!r} is unknown; known: {', '.join(ENCODERS)}")
