"""The shipped network: two graphs run by onnxruntime. The only file that imports it.

The trunk reads a window once and gives states, tags of words and parts of sentence vectors; the small second graph
looks at a window from each anchor in it. Windows run one by one: without padding that is as fast as in batches.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from standoff.encode.anchors import FoundAnchor, find_anchors
from standoff.encode.inputs import WindowInput, window_input
from standoff.encode.labels import CONVENTIONS
from standoff.encode.sentences import sentence_words
from standoff.encode.vocabulary import speller_from_file
from standoff.encode.windows import windows_from_words
from standoff.encode.words import words_from_text
from standoff.errors import ModelError
from standoff.spans import Span
from standoff.values.document import Document
from standoff.values.reading import Anchor, Floats, Reading, Window

WEIGHTS = Path(__file__).parent / "weights"
_REMEDY = "reinstall standoff or run `make model`"


class OnnxEncoder:
    """Reads documents with the weights in one folder: `trunk.onnx`, `anchors.onnx`, `tokenizer.json`, `model.json`."""

    def __init__(self, folder: Path) -> None:
        try:
            self.settings: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
            self.name = str(self.settings["hash"])
            found = weights_hash(folder)
            if found != self.name:
                raise ModelError(f"{folder}: weights have hash {found}, model.json says {self.name}; {_REMEDY}")
            self._trunk = _session(folder / "trunk.onnx")
            self._anchors = _session(folder / "anchors.onnx")
            self._pieces_of = speller_from_file(folder / "tokenizer.json")
        except FileNotFoundError as err:
            raise ModelError(f"{folder}: weights are incomplete ({err}); {_REMEDY}") from err
        except (ValueError, KeyError, TypeError) as err:
            raise ModelError(f"{folder / 'model.json'}: damaged ({type(err).__name__}: {err}); {_REMEDY}") from err

    @classmethod
    def shipped(cls) -> OnnxEncoder:
        """The encoder with the weights inside the package.

        Raises: ModelError when they are absent or damaged.
        """
        return cls(WEIGHTS)

    def read(self, document: Document, convention: str) -> Reading:
        """The reading of one document, annotated by one of the CONVENTIONS."""
        words = words_from_text(document.text, self._pieces_of)
        windows = windows_from_words(words)
        flag = np.array([CONVENTIONS.index(convention)], dtype=np.int64)
        bias = float(self.settings["anchor_bias"][convention])
        tags = np.zeros((len(words), 6), dtype=np.float32)
        is_end = np.zeros(len(words), dtype=bool)
        parts = np.zeros((len(words), self.settings["dim"]), dtype=np.float32)
        anchors: list[Anchor] = []
        n_pieces = 0
        for window in windows:
            seen = window_input(words, window)
            states, piece_tags, ends, vectors = self._trunk.run(None, _trunk_feed(seen, flag))
            n_pieces += len(seen.pieces)
            fresh = slice(window.fresh, window.end)
            new = seen.first_pieces[window.fresh - window.start :]
            tags[fresh] = piece_tags[0, new]
            is_end[fresh] = ends[0, new] > 0
            parts[fresh] = np.add.reduceat(vectors[0, :-1], new)
            found = [f.moved(window.fresh) for f in find_anchors(tags[fresh], bias)]
            anchors += self._look_from(found, window, states[0, seen.first_pieces])
        sentences = sentence_words(words, is_end)
        return Reading(
            doc_id=document.doc_id,
            words=tuple(map(Span, words.starts.tolist(), words.ends.tolist())),
            sentences=tuple(words.span(s) for s in sentences),
            sentence_vectors=_sentence_vectors(parts, sentences),
            anchors=tuple(anchors),
            n_pieces=n_pieces,
            n_text_pieces=sum(len(p) for p in words.pieces),
        )

    def _look_from(self, found: list[FoundAnchor], window: Window, states: Floats) -> list[Anchor]:
        """The anchors of one window with what the second graph says of each; `states` `(n_window_words, width)`."""
        if not found:
            return []
        n = len(found)
        roles, targets, basis, quote = self._anchors.run(
            None,
            {
                "words": states[None],
                "start": np.array([f.words.start - window.start for f in found], dtype=np.int64),
                "end": np.array([f.words.end - window.start for f in found], dtype=np.int64),
                "null": np.array([int(not f.has_cue) for f in found], dtype=np.int64),
            },
        )
        return [
            Anchor(
                words=found[i].words,
                has_cue=found[i].has_cue,
                score=found[i].score,
                window=window,
                roles=roles[i],
                targets=targets[i],
                basis=basis[i],
                quote=quote[i],
            )
            for i in range(n)
        ]


def _session(path: Path) -> onnxruntime.InferenceSession:
    """A session on one thread: articles run side by side in processes, which beats threads within one."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Windows differ in length: plans of memory kept for each would grow with the articles read.
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _trunk_feed(seen: WindowInput, convention: np.ndarray[Any, Any]) -> dict[str, np.ndarray[Any, Any]]:
    rows = {name: getattr(seen, name)[None].astype(np.int64) for name in ("pieces", "shapes", "quotes", "places")}
    return {**rows, "convention": convention}


def _sentence_vectors(parts: Floats, sentences: tuple[Span, ...]) -> Floats:
    """Unit rows `(n_sentences, dim)` from the words' parts."""
    if not sentences:
        return np.zeros((0, parts.shape[1]), dtype=np.float32)
    rows = np.add.reduceat(parts, [s.start for s in sentences])
    unit: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit


def weights_hash(folder: Path) -> str:
    """The hash that names the weights: of both graphs, 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for name in ("trunk.onnx", "anchors.onnx"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]
