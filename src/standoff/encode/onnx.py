"""The shipped network: six graphs run by onnxruntime. The only file that imports it.

The trunk reads a window once and gives states, tags of words and parts of sentence vectors; the small second graph
looks at a window from each anchor in it; the third compares pronouns with what they may stand for, over the whole
document; the fourth tells what one marked actor does to another; the fifth decides the acts of which the second is
unsure; the sixth tells what two statements are to each other. Windows run one by one: without padding that is as fast
as in batches.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from standoff.encode.acts import act_pieces, anchors_of_statements, is_unsure, padded_pieces, weighed_acts
from standoff.encode.anchors import FoundAnchor, find_anchors
from standoff.encode.couples import Couple, couple_pieces
from standoff.encode.inputs import WindowInput, window_input
from standoff.encode.labels import ANCHOR_TAGS, CAUSE_TAGS, CONVENTIONS, NAME_TAGS
from standoff.encode.links import Ints, find_anaphors, line_from_words, links_from_scores, offer, pair_features
from standoff.encode.names import FoundName, find_names
from standoff.encode.relations import relation_pieces
from standoff.encode.sentences import sentence_voices, sentence_words
from standoff.encode.vocabulary import speller_from_file
from standoff.encode.windows import windows_from_words
from standoff.encode.words import Words, words_from_text
from standoff.errors import ModelError
from standoff.spans import Span
from standoff.values.coding import PLOVERS
from standoff.values.document import Document
from standoff.values.mention import Link, Mention
from standoff.values.reading import Anchor, Floats, Reading, Window
from standoff.values.statement import Statement
from standoff.values.voice import VOICES

WEIGHTS = Path(__file__).parent / "weights"
GRAPHS = ("trunk.onnx", "anchors.onnx", "links.onnx", "relations.onnx", "acts.onnx", "couples.onnx")
_OUTPUTS = ("states", "tags", "ends", "names", "vectors", "voices", "causes", "factuality")
# Statements, and pairs of them, that the fifth and the sixth graph read at once.
_ACT_BATCH = 8
_COUPLE_BATCH = 16
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
            sessions = [_session(folder / name) for name in GRAPHS[:-1]]
            self._trunk, self._anchors, self._links, self._relations, self._acts = sessions
            self._folder = folder
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

    @cached_property
    def _couples(self) -> onnxruntime.InferenceSession:
        """The sixth graph, loaded when documents are first compared, which one process does: it has all the cores."""
        return _session(self._folder / GRAPHS[-1], n_threads=0)

    def read(self, document: Document, convention: str) -> Reading:
        """The reading of one document, annotated by one of the CONVENTIONS."""
        words = words_from_text(document.text, self._pieces_of)
        flag = np.array([CONVENTIONS.index(convention)], dtype=np.int64)
        bias = float(self.settings["anchor_bias"][convention])
        rows = [_no_rows(self.settings["dim"])]
        anchors: list[Anchor] = []
        n_pieces = 0
        for window in windows_from_words(words):
            seen = window_input(words, window)
            found = dict(zip(_OUTPUTS, self._trunk.run(None, _trunk_feed(seen, flag)), strict=True))
            n_pieces += len(seen.pieces)
            rows.append(_word_rows(found, seen.first_pieces[window.fresh - window.start :]))
            places = [f.moved(window.fresh) for f in find_anchors(rows[-1]["tags"], bias)]
            anchors += self._look_from(places, window, found["states"][0, seen.first_pieces])
        row = {name: np.concatenate([some[name] for some in rows]) for name in _OUTPUTS}
        names = find_names(row["names"])
        sentences = sentence_words(words, row["ends"] > 0)
        return Reading(
            doc_id=document.doc_id,
            words=tuple(map(Span, words.starts.tolist(), words.ends.tolist())),
            sentences=tuple(words.span(s) for s in sentences),
            sentence_vectors=_sentence_vectors(row["vectors"], sentences),
            vector_parts=row["vectors"],
            anchors=tuple(anchors),
            mentions=tuple(Mention(span=words.span(n.words), kind=n.kind, score=n.score) for n in names),
            links=self._link(document.text, words, names, row["states"]),
            voices=sentence_voices(row["voices"], sentences),
            causes=row["causes"],
            factuality=row["factuality"],
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

    def relate(self, sentence: str, source: Span, target: Span) -> Floats:
        """What the source does to the target in a sentence: log-probabilities `(15,) float32` in order of PLOVERS.

        All alike where the sentence is so long that source or target is not read.
        """
        read = relation_pieces(sentence, source, target, self._pieces_of)
        if read is None:
            return np.full(len(PLOVERS), -np.log(len(PLOVERS)), dtype=np.float32)
        feed = {"pieces": [read.pieces], "source": [read.source], "target": [read.target]}
        roots: Floats = self._relations.run(None, {k: np.array(v, dtype=np.int64) for k, v in feed.items()})[0][0]
        return roots

    def with_acts(self, document: Document, reading: Reading, statements: Sequence[Statement]) -> Reading:
        """The reading with the acts of unsure anchors weighed again, each by the statement that hangs there."""
        at = anchors_of_statements(reading, statements)
        unsure = [s for s in statements if s.statement_id in at and is_unsure(reading.anchors[at[s.statement_id]].act)]
        inputs = [act_pieces(document.text, s.cue, s.source, s.content, self._pieces_of) for s in unsure]
        anchors = list(reading.anchors)
        for batch in _batches(inputs, _ACT_BATCH):
            scores: Floats = self._acts.run(None, {"pieces": padded_pieces([inputs[j] for j in batch])})[0]
            for j, row in zip(batch, scores, strict=True):
                place = at[unsure[j].statement_id]
                anchors[place] = replace(anchors[place], act=weighed_acts(anchors[place].act, row))
        return replace(reading, anchors=tuple(anchors))

    def judge(self, couples: Sequence[Couple]) -> Floats:
        """What two statements are to each other: the probabilities `(n, 3)` of one claim, of a clash, of neither."""
        pieces = [couple_pieces(couple, self._pieces_of) for couple in couples]
        found = np.zeros((len(couples), 3), dtype=np.float32)
        for batch in _batches(pieces, _COUPLE_BATCH):
            features = np.array([couples[j].features for j in batch], dtype=np.float32)
            feed = {"pieces": padded_pieces([pieces[j] for j in batch]), "features": features}
            found[batch] = self._couples.run(None, feed)[0]
        return found

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
        roles, targets, basis, quote, act = self._anchors.run(
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
                act=act[i],
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


def _session(path: Path, n_threads: int = 1) -> onnxruntime.InferenceSession:
    """A session on so many threads, 0 for as many as there are cores; one by default, since articles run side by side
    in processes, which beats threads within one.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = n_threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Windows differ in length: plans of memory kept for each would grow with the articles read.
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _batches(rows: Sequence[Sequence[int]], size: int) -> Iterator[list[int]]:
    """The places of rows of pieces, so many at once, of like length, so that padding costs little."""
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i]), i))
    yield from (order[i : i + size] for i in range(0, len(order), size))


def _trunk_feed(seen: WindowInput, convention: np.ndarray[Any, Any]) -> dict[str, np.ndarray[Any, Any]]:
    rows = {name: getattr(seen, name)[None].astype(np.int64) for name in ("pieces", "shapes", "quotes", "places")}
    return {**rows, "convention": convention}


def _no_rows(dim: int) -> dict[str, Floats]:
    """What the first graph gives for no words at all."""
    shapes: list[tuple[int, ...]] = [(dim,), (len(ANCHOR_TAGS),), (), (len(NAME_TAGS),), (dim,)]
    shapes += [(len(VOICES) + 1,), (len(CAUSE_TAGS),), ()]
    return {name: np.zeros((0, *shape), dtype=np.float32) for name, shape in zip(_OUTPUTS, shapes, strict=True)}


def _word_rows(found: dict[str, Floats], first_pieces: np.ndarray[Any, Any]) -> dict[str, Floats]:
    """The rows of the words that begin at those pieces: each that of its first piece; of vectors the sum of all."""
    rows = {name: of[0, first_pieces] for name, of in found.items()}
    return rows | {"vectors": np.add.reduceat(found["vectors"][0, :-1], first_pieces)}


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
