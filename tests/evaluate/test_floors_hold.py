"""The shipped model holds its floors; on corpora that are not ours only where the folder ../shared holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from standoff.cli.evaluate import as_read
from standoff.encode.encoder import encoder_from_name
from standoff.errors import ModelError
from standoff.evaluate import (
    evaluate_entities,
    evaluate_gap,
    evaluate_gold,
    evaluate_pairs,
    evaluate_polnear,
    floors_broken,
    read_floors,
)
from standoff.knowledge import knowledge
from standoff.pipeline import Options, analyse
from standoff.resolve import mentions_in_text
from standoff.values import Document

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
GOLD_DEV = CORPORA / "gold" / "dev.jsonl"
POLNEAR_DEV = CORPORA / "polnear" / "dev"
GAP_TEST = CORPORA / "gap" / "gap-test.tsv"
CENTCOM = CORPORA / "re3d" / "CENTCOM"


def shipped(convention="gold"):
    """The program itself as a predictor; skips where its weights are not there."""
    options = Options(convention=convention)
    try:
        analyse(Document.from_text("Mr. Oda said that it rained."), options)
    except ModelError as err:
        pytest.skip(str(err))
    return lambda document: analyse(as_read(document), options)


def encoder():
    """The shipped encoder; skips where its weights are not there."""
    try:
        return encoder_from_name("onnx")
    except ModelError as err:
        pytest.skip(str(err))


def broken(report):
    return [str(floor) for floor in floors_broken(report, read_floors())]


def test_on_our_own_development_articles(data):
    assert broken(evaluate_gold([data / "dev_own.jsonl"], shipped())) == []


def test_on_minimal_pairs(data):
    report = evaluate_pairs(data / "basis_pairs.jsonl", shipped())
    assert broken(report) == [], "\n".join(report.misses)


@pytest.mark.skipif(not GOLD_DEV.exists(), reason="the real development articles are not here")
def test_on_real_development_articles():
    report = evaluate_gold([GOLD_DEV], shipped(), n_errors=20)
    assert broken(report) == [], "\n".join(report.misses)


@pytest.mark.skipif(not GOLD_DEV.exists(), reason="the real development articles are not here")
def test_on_real_and_own_development_articles(data):
    assert broken(evaluate_gold([GOLD_DEV, data / "dev_own.jsonl"], shipped())) == []


@pytest.mark.slow
@pytest.mark.skipif(not POLNEAR_DEV.exists(), reason="PolNeAR is not here")
def test_on_polnear():
    assert broken(evaluate_polnear(POLNEAR_DEV, shipped("polnear"))) == []


@pytest.mark.skipif(not CENTCOM.exists(), reason="re3d is not here")
def test_on_names_in_military_texts():
    reader = encoder()
    find = lambda document: mentions_in_text(document, reader.read(document, "gold"), knowledge())  # noqa: E731
    assert broken(evaluate_entities([CENTCOM], find)) == []


@pytest.mark.slow
@pytest.mark.skipif(not GAP_TEST.exists(), reason="GAP is not here")
def test_on_ambiguous_pronouns():
    assert broken(evaluate_gap(GAP_TEST, encoder().compare)) == []
