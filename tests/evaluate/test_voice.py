"""Whether it is told what the author does in their own voice."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from handmade import voiced_by_hand

from standoff.evaluate import evaluate_gold, raise_floors, read_gold
from standoff.spans import Span
from standoff.values import Analysis, Sentence, Voice

SENTENCES = ("Rain fell on Zubrowka all day.", "That is a disgrace.", "It will end soon.", "Hey, read on!")
LABELS = ("fact", "judgement", "forecast", "address")
TEXT = " ".join(SENTENCES)


def spans():
    starts = [TEXT.index(sentence) for sentence in SENTENCES]
    return [Span(start, start + len(sentence)) for start, sentence in zip(starts, SENTENCES, strict=True)]


def written(folder, *, labelled=True):
    voice = [{"start": s.start, "end": s.end, "label": label} for s, label in zip(spans(), LABELS, strict=True)]
    raw = {"doc": "rain", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "text": TEXT, "statements": []}
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(raw | ({"voice": voice} if labelled else {})), encoding="utf-8")
    return path


def analysis(document, *places):
    sentences = tuple(Sentence(index=i, span=span) for i, span in enumerate(places or spans()))
    return Analysis(document=document, sentences=sentences, statements=(), disclaimers=())


def by_hand(**voice):
    """A predictor that gives the sentences beginning so these labels."""
    return lambda document: voiced_by_hand(analysis(document), voice)


def figures(report):
    return {f.name.removeprefix("voice."): f.value for f in report.figures if f.name.startswith("voice.")}


def test_a_sentence_without_a_voice_is_wrong(tmp_path):
    report = evaluate_gold([written(tmp_path)], by_hand(Rain="fact", That="fact", Hey="address"))
    found = figures(report)
    assert found["accuracy"] == pytest.approx(2 / 4)
    assert [found[f"{label}.f1"] for label in LABELS] == [pytest.approx(2 / 3), 0.0, 0.0, 1.0]
    assert found["macro_f1"] == pytest.approx((2 / 3 + 1) / 4)
    assert "other.f1" not in found
    floors = {floor.figure for floor in raise_floors(report, ())}
    assert floors >= {"voice.accuracy", "voice.macro_f1", "act.accuracy", "act.macro_f1"}


def test_no_figures_where_the_file_labels_no_voice(tmp_path):
    assert figures(evaluate_gold([written(tmp_path, labelled=False)], by_hand(Rain="fact"))) == {}


def test_sentences_that_were_read_as_one_share_its_label_and_a_touch_is_not_enough(tmp_path):
    rain, that, soon, _ = spans()

    def predict(document):
        places = (Span(rain.start, rain.end + 2), Span(that.start + 1, soon.end))
        made = analysis(document, *places)
        labels = zip(made.sentences, ("fact", "judgement"), strict=True)
        return replace(made, voice=tuple(Voice(sentence=s, label=label, score=0.9) for s, label in labels))

    found = figures(evaluate_gold([written(tmp_path)], predict))
    assert found["accuracy"] == pytest.approx(2 / 4)
    assert (found["judgement.precision"], found["judgement.recall"]) == (0.5, 1.0)
    assert (found["fact.precision"], found["address.recall"]) == (1.0, 0.0)


def test_other_sentences_count_for_nothing(data, perfect):
    path = data / "dev_own.jsonl"
    predict = perfect(read_gold(path))

    def talkative(document):
        made = predict(document)
        at = Sentence(index=99, span=Span(0, 1))
        return replace(made, voice=(*made.voice, Voice(sentence=at, label="other", score=0.9)))

    assert figures(evaluate_gold([path], talkative))["accuracy"] == 1.0
