"""Trained weights to the two graphs that ship: exported, quantised to int8, described in `model.json`.

python -m training.export --work training/work --to src/standoff/encode/weights [--fp32]
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from standoff.encode.onnx import weights_hash
from training.base import base_directory
from training.losses import Network
from training.model import WIDTH
from training.vectors import SentenceVector, fitted_vector

OPSET = 17


class TrunkGraph(nn.Module):
    """The first graph: a window to states, word tags, sentence ends and parts of sentence vectors, for every piece."""

    def __init__(self, network: Network, vector: SentenceVector) -> None:
        super().__init__()
        self.network, self.vector = network, vector

    def forward(
        self, pieces: Tensor, shapes: Tensor, quotes: Tensor, places: Tensor, convention: Tensor
    ) -> tuple[Tensor, ...]:
        """States `(n, t, 384)`, tags `(n, t, 6)`, ends `(n, t)`, vectors `(n, t, 384)`."""
        depths = self.network.trunk.depths(pieces, shapes, quotes, places, convention)
        tags, ends = self.network.words(depths[-1])
        return depths[-1], tags, ends, self.vector(depths)


class AnchorsGraph(nn.Module):
    """The second graph: one window's words as seen from each of its anchors."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.anchors = network.anchors

    def forward(self, words: Tensor, start: Tensor, end: Tensor, null: Tensor) -> tuple[Tensor, ...]:
        """`words` `(1, t, 384)`, the others `(n,)`; outputs as those of AnchorHead."""
        return self.anchors(words, torch.ones(words.shape[:2]), start, end, null)


def load_network(path: Path) -> Network:
    """The trained network from a weights file or a checkpoint, ready to be used."""
    state = torch.load(path, weights_only=True, map_location="cpu")
    network = Network(0.0)
    network.load_state_dict(state.get("average", state))
    return network.eval()


def export(network: Network, vector: SentenceVector, folder: Path) -> None:
    """Writes both graphs in float32."""
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(1, 9, dtype=torch.long)
    window = {0: "n", 1: "t"}
    rows = ("pieces", "shapes", "quotes", "places")
    torch.onnx.export(
        TrunkGraph(network, vector), (ids, ids, ids, ids, torch.zeros(1, dtype=torch.long)), str(folder / "trunk.onnx"),
        input_names=[*rows, "convention"],
        output_names=["states", "tags", "ends", "vectors"],
        dynamic_axes=dict.fromkeys((*rows, "states", "tags", "ends", "vectors"), window) | {"convention": {0: "n"}},
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    at = torch.tensor([1, 2])
    torch.onnx.export(
        AnchorsGraph(network), (torch.zeros(1, 9, WIDTH), at, at + 1, at * 0), str(folder / "anchors.onnx"),
        input_names=["words", "start", "end", "null"],
        output_names=["roles", "targets", "basis", "quote"],
        dynamic_axes={"words": {1: "t"}, "start": {0: "a"}, "end": {0: "a"}, "null": {0: "a"},
                      "roles": {0: "a", 1: "t"}, "targets": {0: "a", 1: "t"}, "basis": {0: "a"}, "quote": {0: "a"}},
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def quantise(source: Path, folder: Path) -> None:
    """Writes both graphs with int8 weights; the word heads, small and decisive, stay in float32."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = onnx.load(str(source / "trunk.onnx"))
    heads = [n.name for n in graph.graph.node if n.op_type in ("MatMul", "Gemm") and "/words/" in n.name]
    quantize_dynamic(
        source / "trunk.onnx", folder / "trunk.onnx", weight_type=QuantType.QInt8, per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=heads,
    )  # fmt: skip
    shutil.copy(source / "anchors.onnx", folder / "anchors.onnx")


def describe(folder: Path, base: Path) -> None:
    """Writes the vocabulary and `model.json` beside the graphs; keeps what calibration wrote there before."""
    shutil.copyfile(base / "tokenizer.json", folder / "tokenizer.json")
    path = folder / "model.json"
    settings = json.loads(path.read_text("utf-8")) if path.exists() else {}
    settings = {"anchor_bias": {"gold": 0.0, "polnear": 0.0}} | settings
    settings |= {"hash": weights_hash(folder), "dim": WIDTH}
    path.write_text(json.dumps(settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=Path("training/work/finish/weights.pt"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--to", type=Path, default=Path("src/standoff/encode/weights"))
    options = parser.parse_args()
    plain = options.work / "fp32"
    network = load_network(options.weights)
    export(network, fitted_vector(network, options.corpora), plain)
    describe(plain, base_directory())
    quantise(plain, options.to)
    describe(options.to, base_directory())


if __name__ == "__main__":
    main()
