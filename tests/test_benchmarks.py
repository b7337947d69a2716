"""The benchmarks run, count rightly and know the model's dimensions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from benchmarks import operations
from benchmarks.articles import write_articles
from benchmarks.speed import Row, part, rows_from_parts, table
from standoff.encode.onnx import WEIGHTS

MODEL = Path(__file__).parents[1] / "training" / "model.py"
TIMING = {
    "extract_over_trunk": 1.3,
    "extract_over_graphs": 1.1,
    "resolving_over_the_rest": 0.1,
    "coding_over_the_rest": 0.1,
    "pieces_over_text_pieces": 1.5,
    "articles_per_s": 10.0,
    "products_per_s": 5.0,
    "extract_over_products": 0.5,
    "knowledge_ms": 40.0,
}


def test_articles_differ_and_are_the_same_every_time(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = (write_articles(tmp_path / name, 20) for name in ("one", "two"))
    texts = [path.read_text(encoding="utf-8") for path in one]
    assert len(set(texts)) == 20
    assert texts == [path.read_text(encoding="utf-8") for path in two]


def test_memory_is_measured_with_any_encoder(tmp_path):
    write_articles(tmp_path, 3)
    assert 20 < part("benchmarks.memory", str(tmp_path), "--encoder", "hashing")["peak_mb"] < 700


def test_knowledge_is_timed_in_a_fresh_process():
    assert 1 < part("benchmarks.knowing")["knowledge_ms"] < 1000


@pytest.mark.skipif(
    not (WEIGHTS / "trunk.onnx").exists(), reason="the weights are not here yet; make model builds them"
)
def test_timing_on_three_articles(tmp_path):
    write_articles(tmp_path, 3)
    timing = part("benchmarks.timing", str(tmp_path), "--repeats", "1")
    assert timing["n_articles"] == 3
    assert timing["extract_over_trunk"] > timing["extract_over_graphs"] > 0.5
    assert timing["pieces_over_text_pieces"] > 1


def test_table_tells_what_was_missed():
    rows = rows_from_parts(TIMING, 400.0, 420.0)
    assert [row.name for row in rows if row.is_met is False] == ["pieces encoded for each piece of text"]
    assert table(rows).count("MISSED") == 1
    assert Row(name="free", measured=1.0).is_met is None


def test_dimensions_are_those_of_the_model():
    if not MODEL.exists():
        pytest.skip("training/ is not part of this copy")
    told = {}
    for node in ast.parse(MODEL.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            names = node.targets[0].elts if isinstance(node.targets[0], ast.Tuple) else [node.targets[0]]
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            told |= {n.id: v.value for n, v in zip(names, values, strict=True) if isinstance(v, ast.Constant)}
    for name in ("WIDTH", "N_LAYERS", "INNER", "VIEW"):
        assert getattr(operations, name) == told[name]


def test_operations_of_a_full_window():
    # 22.7 million parameters less 11.7 million of embeddings: about 10.6 million in the layers, once for each piece.
    assert operations.trunk_operations(1) == pytest.approx(10.8e6, rel=0.02)
    assert operations.trunk_operations(256) == pytest.approx(3.07e9, rel=0.02)
    assert operations.anchor_operations(200, 4) == 4 * operations.anchor_operations(200, 1)
    assert operations.product_seconds(10**8) > 0
