"""Trained weights to the six graphs that ship: exported, quantised to int8, described in `model.json`.

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
from training.act_model import ActNetwork, small_network
from training.base import base_directory
from training.couple_model import N_FEATURES, CoupleNetwork
from training.losses import Network
from training.model import WIDTH
from training.relation_model import RelationNetwork
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
        """States `(n, t, 384)`, tags `(n, t, 6)`, ends `(n, t)`, names `(n, t, 21)`, vectors `(n, t, 384)`, voices
        `(n, t, 7)`, causes `(n, t, 13)`, factuality `(n, t)`.
        """
        depths = self.network.trunk.depths(pieces, shapes, quotes, places, convention)
        heads, states = self.network.words, depths[-1]
        tags, ends, names = heads(states)
        causes = heads.cause(states).log_softmax(dim=-1)
        return states, tags, ends, names, self.vector(depths), heads.voice(states), causes, heads.fact(states)[..., 0]


class LinksGraph(nn.Module):
    """The third graph: pronouns and descriptions against what they may stand for."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.links = network.links

    def forward(self, anaphors: Tensor, firsts: Tensor, lasts: Tensor, chosen: Tensor, features: Tensor) -> Tensor:
        """As LinkHead."""
        return self.links(anaphors, firsts, lasts, chosen, features)


class RelationsGraph(nn.Module):
    """The fourth graph: a sentence with signs to what the source does to the target."""

    def __init__(self, network: RelationNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """`pieces` `(n, t)`, `source` and `target` `(n,)`; log-probabilities `(n, 15)`."""
        return self.network(pieces, source, target).log_softmax(dim=-1)


class ActsGraph(nn.Module):
    """The fifth graph: single statements to their acts."""

    def __init__(self, network: ActNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor) -> Tensor:
        """`pieces` `(n, t)`; log-probabilities `(n, 19)`."""
        return self.network(pieces).log_softmax(dim=-1)


class CouplesGraph(nn.Module):
    """The sixth graph: two statements to what they are to each other."""

    def __init__(self, network: CoupleNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """`pieces` `(n, t)`, `features` `(n, 14)`; probabilities `(n, 3)`."""
        return self.network(pieces, features).softmax(dim=-1)


class AnchorsGraph(nn.Module):
    """The second graph: one window's words as seen from each of its anchors."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.anchors = network.anchors

    def forward(self, words: Tensor, start: Tensor, end: Tensor, null: Tensor) -> tuple[Tensor, ...]:
        """`words` `(1, t, 384)`, the others `(n,)`; outputs as those of AnchorHead."""
        return self.anchors(words, torch.ones(words.shape[:2]), start, end, null)


def trained_network(path: Path) -> Network:
    """The network with a stage's weights, ready to be used."""
    network = Network(0.0)
    network.load_state_dict(torch.load(path, weights_only=True, map_location="cpu"))
    return network.eval()


def export(network: Network, vector: SentenceVector, folder: Path) -> None:
    """Writes the graphs in float32."""
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(1, 9, dtype=torch.long)
    window = {0: "n", 1: "t"}
    rows = ("pieces", "shapes", "quotes", "places")
    found = ("states", "tags", "ends", "names", "vectors", "voices", "causes", "factuality")
    torch.onnx.export(
        TrunkGraph(network, vector), (ids, ids, ids, ids, torch.zeros(1, dtype=torch.long)), str(folder / "trunk.onnx"),
        input_names=[*rows, "convention"], output_names=list(found),
        dynamic_axes=dict.fromkeys((*rows, *found), window) | {"convention": {0: "n"}},
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    at = torch.tensor([1, 2])
    torch.onnx.export(
        AnchorsGraph(network), (torch.zeros(1, 9, WIDTH), at, at + 1, at * 0), str(folder / "anchors.onnx"),
        input_names=["words", "start", "end", "null"],
        output_names=["roles", "targets", "basis", "quote", "act"],
        dynamic_axes={"words": {1: "t"}, "start": {0: "a"}, "end": {0: "a"}, "null": {0: "a"},
                      "roles": {0: "a", 1: "t"}, "targets": {0: "a", 1: "t"}, "basis": {0: "a"}, "quote": {0: "a"},
                      "act": {0: "a"}},
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    pairs, words = torch.zeros(2, 3, dtype=torch.long), torch.zeros(4, WIDTH)
    torch.onnx.export(
        LinksGraph(network),
        (words[:2], words, words, pairs, pairs[..., None].expand(-1, -1, 4)),
        str(folder / "links.onnx"),
        input_names=["anaphors", "firsts", "lasts", "chosen", "features"],
        output_names=["scores"],
        dynamic_axes={"anaphors": {0: "a"}, "firsts": {0: "m"}, "lasts": {0: "m"}, "chosen": {0: "a", 1: "c"},
                      "features": {0: "a", 1: "c"}, "scores": {0: "a", 1: "c"}},
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def export_acts(weights: Path, folder: Path) -> None:
    """Writes the fifth graph in float32."""
    network = small_network(base_directory())
    network.load_state_dict(torch.load(weights, weights_only=True, map_location="cpu"))
    torch.onnx.export(
        ActsGraph(network.eval()), (torch.ones(2, 9, dtype=torch.long),), str(folder / "acts.onnx"),
        input_names=["pieces"], output_names=["acts"], dynamic_axes={"pieces": {0: "n", 1: "t"}, "acts": {0: "n"}},
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def export_relations(weights: Path, folder: Path) -> None:
    """Writes the fourth graph in float32."""
    network = RelationNetwork(base_directory())
    network.load_state_dict(torch.load(weights, weights_only=True, map_location="cpu"))
    at = torch.tensor([1])
    torch.onnx.export(
        RelationsGraph(network.eval()), (torch.ones(1, 9, dtype=torch.long), at, at + 1),
        str(folder / "relations.onnx"),
        input_names=["pieces", "source", "target"], output_names=["roots"], dynamic_axes={"pieces": {1: "t"}},
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def export_couples(weights: Path, folder: Path) -> None:
    """Writes the sixth graph in float32; untrained where there are no weights yet, since its pairs carry the codes that
    the other five give.
    """
    network = CoupleNetwork(base_directory())
    if weights.exists():
        network.load_state_dict(torch.load(weights, weights_only=True, map_location="cpu"))
    torch.onnx.export(
        CouplesGraph(network.eval()), (torch.ones(2, 9, dtype=torch.long), torch.zeros(2, N_FEATURES)),
        str(folder / "couples.onnx"),
        input_names=["pieces", "features"], output_names=["odds"],
        dynamic_axes={"pieces": {0: "n", 1: "t"}, "features": {0: "n"}, "odds": {0: "n"}},
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def quantise(source: Path, folder: Path) -> None:
    """Writes the graphs, the four trunks with int8 weights; the heads, small and decisive, stay in float32."""
    folder.mkdir(parents=True, exist_ok=True)
    heads_of = {"trunk.onnx": "words", "acts.onnx": "act", "relations.onnx": "root", "couples.onnx": "head"}
    for name, of_heads in heads_of.items():
        graph = onnx.load(str(source / name))
        heads = [n.name for n in graph.graph.node if n.op_type in ("MatMul", "Gemm") and f"/{of_heads}/" in n.name]
        quantize_dynamic(
            source / name, folder / name, weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=heads,
        )  # fmt: skip
    for name in ("anchors.onnx", "links.onnx"):
        shutil.copy(source / name, folder / name)


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
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--to", type=Path, default=Path("src/standoff/encode/weights"))
    options = parser.parse_args()
    plain = options.work / "fp32"
    network = trained_network(options.work / "names" / "weights.pt")
    export(network, fitted_vector(network, options.corpora), plain)
    export_acts(options.work / "acts" / "weights.pt", plain)
    export_relations(options.work / "relations" / "weights.pt", plain)
    export_couples(options.work / "couples" / "weights.pt", plain)
    describe(plain, base_directory())
    quantise(plain, options.to)
    describe(options.to, base_directory())


if __name__ == "__main__":
    main()
