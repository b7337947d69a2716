"""One contract for every encoder: nothing lost, sound numbers, the same reading every time."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from standoff.encode.encoder import ENCODERS, Convention, Encoder, encoder_from_name
from standoff.encode.labels import ROLE_TAGS, TARGET_TAGS
from standoff.encode.windows import CONTEXT_PIECES, MAX_PIECES
from standoff.errors import ModelError, UsageError
from standoff.values import BASES, QUOTES, Document, Reading

EXAMPLES = sorted((Path(__file__).parents[2] / "src" / "standoff" / "examples").glob("*.txt"))
TEXTS = {
    "plain": "Talks fail in Vienna\n\nLavrov likely said no. “We agreed,” Blinken told reporters. They left.",
    "quotation over paragraphs": "Oda said: “First.\n\n“Second.\n\n“Third,” and left.",
    "long paragraph without a break": "word " * 3000,
    "long word": "x" * 5000,
    "many scripts": "東京 said Москва한국어 🎉 e\u0301 \u200b \ufffd عربي.",
    "Hangul": "한국어말" * 400,
    "marks only": "“”\"'«»‘’…—" * 20,
    "line breaks": "a\n" * 500,
    "one letter": "a",
}
NOTHING = ("", " \n\t\u00a0\n")


@pytest.fixture(scope="module", params=ENCODERS)
def encoder(request: pytest.FixtureRequest) -> Encoder:
    try:
        return encoder_from_name(request.param)
    except ModelError as err:
        pytest.skip(f"the weights are not here yet: {err}")


@pytest.fixture(params=["gold", "polnear"])
def convention(request: pytest.FixtureRequest) -> Convention:
    chosen: Convention = request.param
    return chosen


def sums_to_one(log_probabilities: np.ndarray) -> bool:
    return np.allclose(np.exp(log_probabilities).sum(axis=-1), 1.0, atol=1e-3)


@pytest.mark.parametrize("text", [*TEXTS.values(), *NOTHING], ids=[*TEXTS, "empty", "white space"])
def test_words_and_sentences_lose_nothing(encoder, convention, text):
    document = Document.from_text(text)
    reading = encoder.read(document, convention)
    assert reading.doc_id == document.doc_id
    for spans in (reading.words, reading.sentences):
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
        inside = {i for span in spans for i in range(*span)}
        assert all(text[i].isspace() for i in range(len(text)) if i not in inside)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_numbers_are_sound(encoder, convention, text):
    reading = encoder.read(Document.from_text(text), convention)
    vectors = reading.sentence_vectors
    assert vectors.dtype == np.float32
    assert len(vectors) == len(reading.sentences)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3)
    for anchor in reading.anchors:
        n_words = anchor.window.end - anchor.window.start
        assert anchor.roles.shape == (n_words, len(ROLE_TAGS))
        assert anchor.targets.shape == (n_words, len(TARGET_TAGS))
        assert anchor.basis.shape == (len(BASES),)
        assert anchor.quote.shape == (len(QUOTES),)
        assert 0 < anchor.score <= 1
        assert all(sums_to_one(scores) for scores in (anchor.roles, anchor.targets, anchor.basis, anchor.quote))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_anchors_stand_in_the_fresh_part_of_their_windows(encoder, convention, text):
    reading = encoder.read(Document.from_text(text), convention)
    for anchor in reading.anchors:
        window = anchor.window
        assert 0 <= window.start <= window.fresh <= anchor.words.start < anchor.words.end <= window.end
        assert window.end <= len(reading.words)
        assert anchor.has_cue or anchor.words.end - anchor.words.start == 1
    assert all(a.words.end <= b.words.start for a, b in itertools.pairwise(reading.anchors))


@pytest.mark.parametrize("text", NOTHING, ids=["empty", "white space"])
def test_nothing_reads_as_nothing(encoder, text):
    reading = encoder.read(Document.from_text(text), "gold")
    assert (reading.words, reading.sentences, reading.anchors) == ((), (), ())
    assert len(reading.sentence_vectors) == reading.n_pieces == reading.n_text_pieces == 0


def test_long_paragraph_is_encoded_whole(encoder):
    reading = encoder.read(Document.from_text("word " * 3000), "gold")
    assert len(reading.words) == 3000
    assert reading.n_text_pieces == 3000
    assert reading.n_pieces >= 3000
    assert len({anchor.window for anchor in reading.anchors}) <= 3000 / (MAX_PIECES - CONTEXT_PIECES) + 1


def test_a_word_at_the_end_of_a_long_text_is_read_like_any_other(encoder):
    tail = "\n\nLavrov said no to the plan."
    short, long = (encoder.read(Document.from_text(head + tail), "gold") for head in ("word", "word " * 3000))
    assert len(long.words) - len(short.words) == 2999
    assert long.sentences[-1].end - long.sentences[-1].start == short.sentences[-1].end - short.sentences[-1].start


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_the_same_text_gives_the_same_reading(encoder, path):
    document = Document.from_text(path.read_text(encoding="utf-8"))
    assert_same(encoder.read(document, "gold"), encoder.read(document, "gold"))


def test_a_reading_does_not_depend_on_what_was_read_before(encoder):
    document = Document.from_text(TEXTS["plain"])
    before = encoder.read(document, "gold")
    encoder.read(Document.from_text(TEXTS["many scripts"]), "polnear")
    assert_same(before, encoder.read(document, "gold"))


def assert_same(one: Reading, other: Reading) -> None:
    assert (one.words, one.sentences) == (other.words, other.sentences)
    assert (one.sentence_vectors == other.sentence_vectors).all()
    assert [a.words for a in one.anchors] == [a.words for a in other.anchors]
    for a, b in zip(one.anchors, other.anchors, strict=True):
        assert (a.roles == b.roles).all()
        assert (a.basis == b.basis).all()


def test_encoder_has_a_name(encoder):
    assert encoder.name


def test_unknown_encoder_names_those_there_are():
    with pytest.raises(UsageError, match="onnx, hashing"):
        encoder_from_name("gpt")
