"""The weights' folder: what is missing or damaged is told in one line, and nothing else is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from standoff.encode.onnx import WEIGHTS, OnnxEncoder, weights_hash
from standoff.errors import ModelError

FILES = ("model.json", "trunk.onnx", "anchors.onnx", "links.onnx", "tokenizer.json")
are_shipped = all((WEIGHTS / name).exists() for name in FILES)
needs_weights = pytest.mark.skipif(not are_shipped, reason="the weights are not here yet; make model builds them")


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """A copy of the shipped weights that a test may damage."""
    return Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))


def test_an_empty_folder_is_told(tmp_path):
    with pytest.raises(ModelError, match="reinstall"):
        OnnxEncoder(tmp_path)


@needs_weights
@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told(weights, name):
    (weights / name).unlink()
    with pytest.raises(ModelError, match=f"{name}.*reinstall"):
        OnnxEncoder(weights)


@needs_weights
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", [b"", b"{}", b"half"], ids=["emptied", "other", "cut"])
def test_a_damaged_file_is_told(weights, name, damage):
    path = weights / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2] if damage == b"half" else damage)
    with pytest.raises(ModelError, match="reinstall"):
        OnnxEncoder(weights)


@needs_weights
def test_the_name_is_the_hash_of_both_graphs():
    assert OnnxEncoder.shipped().name == weights_hash(WEIGHTS)


@needs_weights
def test_the_shipped_tokenizer_is_not_cut_off_or_filled_up():
    spell = OnnxEncoder.shipped()._pieces_of  # what the file's own settings would cut
    n_pieces = len(spell("unconstitutionally" * 5))
    assert n_pieces > 20
    assert 0 not in spell("no")
