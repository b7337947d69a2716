"""Vectors of stretches: units, the same as a sentence's own where the stretch is that sentence, zeros for no words."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from timing import growth

from standoff.encode.encoder import encoder_from_name
from standoff.encode.onnx import WEIGHTS
from standoff.encode.vectors import vectors_of
from standoff.spans import Span
from standoff.values import Document

TEXT = "Oda accused Lind of piracy. Lind denied it, and said that the ships would stay."


@pytest.fixture(scope="module", params=["hashing", "onnx"])
def reading(request):
    if request.param == "onnx" and not (WEIGHTS / "trunk.onnx").exists():
        pytest.skip("the weights are not here yet; make model builds them")
    return encoder_from_name(request.param).read(Document.from_text(TEXT), "gold")


def test_a_row_for_each_stretch_of_length_one(reading):
    rows = vectors_of(reading, [(Span(0, 11),), (Span(0, 3), Span(12, 16)), (Span(28, 40),)])
    assert rows.shape == (3, reading.vector_parts.shape[1])
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_a_whole_sentence_has_its_own_vector(reading):
    rows = vectors_of(reading, [(span,) for span in reading.sentences])
    assert np.allclose(rows, reading.sentence_vectors, atol=1e-5)


def test_pieces_count_together_and_order_does_not(reading):
    one, other = Span(0, 11), Span(28, 40)
    there, back = vectors_of(reading, [(one, other), (other, one)])
    assert np.allclose(there, back)
    assert not np.allclose(there, vectors_of(reading, [(one,)])[0])


def test_no_word_is_no_direction(reading):
    assert vectors_of(reading, [(), (Span(3, 4),)]).tolist() == np.zeros((2, reading.vector_parts.shape[1])).tolist()
    assert vectors_of(reading, []).shape == (0, reading.vector_parts.shape[1])


def test_a_long_text_takes_time_in_step_with_its_length():
    def work(text):
        words = [Span(2 * i, 2 * i + 1) for i in range(len(text))]
        vectors_of(
            SimpleNamespace(words=words, vector_parts=np.zeros((len(words), 1), np.float32)), [(w,) for w in words]
        )

    assert growth(work, "x", 2_000) < 3
