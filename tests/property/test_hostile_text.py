"""Whatever the text, nothing crashes and every span is an exact slice; with the encoder that needs no weights."""

from __future__ import annotations

import io
import itertools
import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.encode.hashing import HashingEncoder
from standoff.pipeline import Options, analyse
from standoff.read import iter_documents
from standoff.spans import Span
from standoff.values import BASES, QUOTES, Analysis, Document, Reading

MARKS = "\"'“”"
ARTICLES = Path(__file__).parents[2] / "training" / "data" / "story.jsonl"
N_SAMPLES = 60

# Words that cues, quotations and front matter are made of, between anything that Unicode has.
words = st.sampled_from(
    ["Oda", "said", "that", "would likely", "according to", "“", "”", '"', "'", ".", "\n", "\n\n", " "]
)
texts = st.lists(words | st.text(max_size=4), max_size=40).map("".join)


def analysed(document: Document) -> Analysis:
    """The document after all steps."""
    return analyse(document, Options(encoder="hashing"))


def assert_reading_is_sound(document: Document, reading: Reading) -> None:
    """Words and sentences are slices in order, and no character but white space is lost."""
    for spans in (reading.words, reading.sentences):
        assert_in_order(document.text, spans)
    covered = {i for word in reading.words for i in range(*word)}
    assert all(document.text[i].isspace() for i in range(len(document.text)) if i not in covered)
    assert len(reading.sentence_vectors) == len(reading.sentences)


def assert_in_order(text: str, spans: tuple[Span, ...]) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


def assert_analysis_is_sound(analysis: Analysis) -> None:
    """Every span of every statement is a trimmed slice, and parents are there."""
    text = analysis.document.text
    assert_in_order(text, tuple(sentence.span for sentence in analysis.sentences))
    known = {s.statement_id for s in analysis.statements}
    assert len(known) == len(analysis.statements)
    for statement in analysis.statements:
        single = (statement.source, statement.cue, statement.addressee, statement.basis_cue)
        spans = [*(s for s in single if s), *statement.content, *statement.targets]
        assert all(0 <= s.start < s.end <= len(text) and s.of(text) == s.of(text).strip() for s in spans)
        assert_in_order(text, statement.content)
        assert statement.cue or statement.content
        assert statement.parent_id is None or statement.parent_id in known - {statement.statement_id}
        assert statement.basis in BASES
        assert statement.quote in QUOTES
        assert 0.0 <= statement.confidence <= 1.0


@settings(max_examples=N_SAMPLES, deadline=None)
@given(texts)
def test_any_text_has_a_sound_reading(text):
    document = Document.from_text(text)
    assert_reading_is_sound(document, HashingEncoder().read(document, "gold"))


@settings(max_examples=N_SAMPLES, deadline=None)
@given(texts)
def test_any_text_goes_through(text):
    assert_analysis_is_sound(analysed(Document.from_text(text)))


@pytest.mark.parametrize("n_marks", range(7))
def test_every_string_of_marks_goes_through(n_marks):
    for marks in map("".join, itertools.product(MARKS, repeat=n_marks)):
        half = n_marks // 2
        text = f"Oda said {marks[:half]}we agree{marks[half:]} to it."
        assert_analysis_is_sound(analysed(Document.from_text(text)))
        assert_analysis_is_sound(analysed(Document.from_text(marks)))


def test_random_bytes_go_through_or_are_refused(tmp_path):
    chance = random.Random(7)
    for i in range(N_SAMPLES):
        path = tmp_path / f"{i}.txt"
        path.write_bytes(chance.randbytes(chance.randrange(400)))
        assert_file_goes_through(path)


def test_mutated_articles_go_through_or_are_refused(tmp_path):
    if not ARTICLES.exists():
        pytest.skip("training/data is not part of this copy")
    chance = random.Random(8)
    articles = [json.loads(line)["text"] for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    for i in range(N_SAMPLES):
        path = tmp_path / f"{i}.txt"
        path.write_bytes(mutated(chance.choice(articles), chance).encode("utf-8", "surrogatepass"))
        assert_file_goes_through(path)


def assert_file_goes_through(path: Path) -> None:
    """The file gives sound analyses, or one line with a reason."""
    found = list(iter_documents([str(path)], stdin=io.BytesIO()))
    assert found, "neither read nor refused"
    for one in found:
        if isinstance(one, Document):
            assert_analysis_is_sound(analysed(one))
        else:
            assert one.reason
            assert "\n" not in one.detail


def mutated(text: str, chance: random.Random) -> str:
    """The text after some ten accidents: pieces gone, doubled, moved, and odd characters put in."""
    odd = [
        *MARKS,
        "«",
        "»",
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\u200b",
        "\ud800",
        "\r",
        "\n\n",
        "\ufeff",
        "é",
        "é",
        "😀",
        "[/b]",
    ]
    for _ in range(chance.randrange(1, 20)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randrange(60))
        piece = chance.choice(["", text[start:end] * 2, text[start:end][::-1], chance.choice(odd)])
        text = text[:start] + piece + text[end:]
    return text
