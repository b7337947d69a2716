"""The author's voice is told of every sentence that is nobody else's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from handmade import Told, reading_by_hand

from standoff.code.consequences import find_consequences
from standoff.code.voice import find_voice
from standoff.encode.labels import CAUSE_TAGS
from standoff.extract.confidence import shipped_calibration
from standoff.extract.statements import statements_from_reading
from standoff.spans import Span
from standoff.values import VOICES, Document

TEXT = "Adun said the port was closed. A deal will likely follow. I think it is a sham."


def read(told):
    document = Document.from_text(TEXT, path="x")
    reading = reading_by_hand(document, told)
    voices = np.full((len(reading.sentences), len(VOICES)), -9.0, dtype=np.float32)
    voices[:, VOICES.index("forecast")] = -0.1
    reading = replace(reading, voices=voices)
    statements = statements_from_reading(document, reading, shipped_calibration())
    return document, reading, [replace(s, confidence=0.9) for s in statements]


SAID = Told(cue=Span(5, 9), source=Span(0, 4), content=[Span(10, 29)])
OWN = Told(cue=Span(60, 65), source=Span(58, 59), content=[Span(66, 78)])


def test_sentences_without_a_statement_are_the_writers():
    document, reading, statements = read([SAID])
    voice = find_voice(document, reading, statements)
    assert [v.sentence.index for v in voice] == [1, 2]
    assert [(v.label, v.certainty) for v in voice] == [("forecast", (0.55, 0.8)), ("forecast", None)]


def test_what_the_writer_thinks_is_the_writers():
    document, reading, statements = read([SAID, OWN])
    assert [v.sentence.index for v in find_voice(document, reading, statements)] == [1, 2]


def test_a_sentence_held_by_an_unsure_statement_is_labelled_too():
    document, reading, statements = read([SAID])
    unsure = [replace(s, confidence=0.1) for s in statements]
    assert [v.sentence.index for v in find_voice(document, reading, unsure)] == [0, 1, 2]


def tagged(reading, text, parts):
    """The reading with words marked as parts of what leads to what."""
    causes = np.full((len(reading.words), len(CAUSE_TAGS)), -9.0, dtype=np.float32)
    causes[:, 0] = -0.01
    for part, words in parts.items():
        start = text.index(words)
        for i, word in enumerate(reading.words):
            if word.overlaps(Span(start, start + len(words))):
                causes[i] = -9.0
                causes[i, CAUSE_TAGS.index(f"I-{part}")] = -0.01
    return replace(reading, causes=causes)


def test_a_consequence_belongs_to_the_statement_that_holds_it():
    text = "Adun said the raid led to the closure. The closure followed because of the storm."
    document = Document.from_text(text, path="x")
    reading = reading_by_hand(document, [Told(cue=Span(5, 9), source=Span(0, 4), content=[Span(10, 37)])])
    parts = {"cause": "the raid", "signal": "led to", "effect": "the closure"}
    (statement,) = statements_from_reading(document, reading, shipped_calibration())
    (found,) = find_consequences(text, tagged(reading, text, parts), [statement])
    assert [found.cause.of(text), found.signal.of(text), found.effect.of(text)] == ["the raid", "led to", "the closure"]
    assert found.statement_id == statement.statement_id
    parts = {"effect": "The closure followed", "signal": "because of", "cause": "the storm"}
    (found,) = find_consequences(text, tagged(reading, text, parts), [statement])
    assert (found.cause.of(text), found.statement_id) == ("the storm", None)


def test_a_cause_without_effect_is_no_consequence():
    document = Document.from_text(TEXT, path="x")
    reading = tagged(reading_by_hand(document, []), TEXT, {"cause": "A deal"})
    assert find_consequences(TEXT, reading, []) == ()
