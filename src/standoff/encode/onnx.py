"""The shipped network: three graphs run by onnxruntime. The only file that imports it.

The trunk reads a window once and gives states, tags of words and parts of sentence vectors; the small second graph
looks at a window from each anchor in it; the third compares pronouns with what they may stand for, over the whole
document. Windows run one by one: without padding that is as fast as in batches.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from standoff.encode.anchors import FoundAnchor, find_anchors
from standoff.encode.inputs import WindowInput, window_input
from standoff.encode.labels import ANCHOR_TAGS, CONVENTIONS, NAME_TAGS
from standoff.encode.links import Ints, find_anaphors, line_from_words, links_from_scores, offer, pair_features
from standoff.encode.names import FoundName, find_names
from standoff.encode.sentences import sentence_words
from standoff.encode.vocabulary import speller_from_file
from standoff.encode.windows import windows_from_words
from standoff.encode.words import Words, words_from_text
from standoff.errors import ModelError
from standoff.spans import Span
from standoff.values.document import Document
from standoff.values.mention import Link, Mention
from standoff.values.reading import Anchor, Floats, Reading, Window

WEIGHTS = Path(__file__).parent / "weights"
GRAPHS = ("trunk.onnx", "anchors.onnx", "links.onnx")
_REMEDY = "reinstall standoff or run `make model`"


class OnnxEncoder:
    """Reads documents with the weights in one folder: GRAPHS, `tokenizer.json`, `model.json`."""

    def __init__(self, folder: Path) -> None:
        try:
            self.settings: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
            self.name = str(self.settings["hash"])
            found = weights_hash(folder)
            if found != self.name:
                raise ModelError(f"{folder}: weights have hash {found}, model.json says {self.name}; {_REMEDY}")
            self._trunk, self._anchors, self._links = (_session(folder / name) for name in GRAPHS)
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
        tags = np.zeros((len(words), len(ANCHOR_TAGS)), dtype=np.float32)
        name_tags = np.zeros((len(words), len(NAME_TAGS)), dtype=np.float32)
        is_end = np.zeros(len(words), dtype=bool)
        parts, states = (np.zeros((len(words), self.settings["dim"]), dtype=np.float32) for _ in range(2))
        anchors: list[Anchor] = []
        n_pieces = 0
        for window in windows:
            seen = window_input(words, window)
            piece_states, piece_tags, ends, piece_names, vectors = self._trunk.run(None, _trunk_feed(seen, flag))
            n_pieces += len(seen.pieces)
            fresh = slice(window.fresh, window.end)
            new = seen.first_pieces[window.fresh - window.start :]
            tags[fresh], name_tags[fresh], states[fresh] = piece_tags[0, new], piece_names[0, new], piece_states[0, new]
            is_end[fresh] = ends[0, new] > 0
            parts[fresh] = np.add.reduceat(vectors[0, :-1], new)
            found = [f.moved(window.fresh) for f in find_anchors(tags[fresh], bias)]
            anchors += self._look_from(found, window, piece_states[0, seen.first_pieces])
        names = find_names(name_tags)
        sentences = sentence_words(words, is_end)
        return Reading(
            doc_id=document.doc_id,
            words=tuple(map(Span, words.starts.tolist(), words.ends.tolist())),
            sentences=tuple(words.span(s) for s in sentences),
            sentence_vectors=_sentence_vectors(parts, sentences),
            anchors=tuple(anchors),
            mentions=tuple(Mention(span=words.span(n.words), kind=n.kind, score=n.score) for n in names),
            links=self._link(document.text, words, names, states),
            n_pieces=n_pieces,
            n_text_pieces=sum(len(p) for p in words.pieces),
        )

    def compare(self, document: Document, anaphor: Span, candidates: Sequence[Span]) -> tuple[float, ...]:
        """How likely a pronoun or description stands for each of some spans, and last for none of them."""
        words = words_from_text(document.text, self._pieces_of)
        states = self._states(words)
        at = words.range(anaphor).end - 1
        ranges = [words.range(candidate) for candidate in candidates]
        firsts, lasts = (np.array(ends) for ends in zip(*((r.start, r.end - 1) for r in ranges), strict=True))
        features = pair_features(line_from_words(document.text, words), at, firsts, lasts)
        chosen = np.arange(len(ranges))
        scores = self._compared(states[[at]], states[firsts], states[lasts], chosen[None], features[None])[0]
        odds = np.exp(scores - scores.max())
        return tuple((odds / odds.sum()).tolist())

    def _states(self, words: Words) -> Floats:
        """The trunk's states of all words, `(n_words, width)`."""
        flag = np.zeros(1, dtype=np.int64)
        states = np.zeros((len(words), self.settings["dim"]), dtype=np.float32)
        for window in windows_from_words(words):
            seen = window_input(words, window)
            piece_states = self._trunk.run(["states"], _trunk_feed(seen, flag))[0]
            states[window.fresh : window.end] = piece_states[0, seen.first_pieces[window.fresh - window.start :]]
        return states

    def _compared(self, anaphors: Floats, firsts: Floats, lasts: Floats, chosen: Ints, features: Ints) -> Floats:
        """The third graph's scores `(n_anaphors, n_candidates + 1)`."""
        feed = {"anaphors": anaphors, "firsts": firsts, "lasts": lasts, "chosen": chosen, "features": features}
        scores: Floats = self._links.run(None, feed)[0]
        return scores

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

    def _link(self, text: str, words: Words, names: list[FoundName], states: Floats) -> tuple[Link, ...]:
        """What the document's pronouns and descriptions may stand for; `states` `(n_words, width)`."""
        spans = list(map(Span, words.starts.tolist(), words.ends.tolist()))
        anaphors = find_anaphors([s.of(text) for s in spans], [n.words for n in names])
        offered = offer(line_from_words(text, words), anaphors, [(n.words, n.kind) for n in names])
        if not offered.chosen.size:
            return ()
        scores = self._compared(
            states[[a.end - 1 for a in offered.anaphors]],
            states[[m.start for m in offered.mentions]],
            states[[m.end - 1 for m in offered.mentions]],
            offered.chosen,
            offered.features,
        )
        return links_from_scores(offered, scores, spans)


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
    """The hash that names the weights: of all graphs, 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for name in GRAPHS:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]
