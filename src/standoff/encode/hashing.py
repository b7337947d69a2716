"""A deterministic encoder without weights: the fake that tests use in place of the network.

Scores come from hashes of the words, so every path of the decoding is walked; they mean nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from standoff.encode.anchors import find_anchors
from standoff.encode.couples import Couple
from standoff.encode.labels import ANCHOR_TAGS, CAUSE_TAGS, NAME_TAGS, ROLE_TAGS, TARGET_TAGS
from standoff.encode.links import find_anaphors, line_from_words, links_from_scores, offer
from standoff.encode.names import FoundName, find_names
from standoff.encode.sentences import sentence_words
from standoff.encode.windows import windows_from_words
from standoff.encode.words import Words, words_from_text
from standoff.spans import Span
from standoff.values.coding import ACTS, PLOVERS
from standoff.values.document import Document
from standoff.values.mention import Link, Mention
from standoff.values.reading import Anchor, Floats, Reading, Window
from standoff.values.statement import BASES, QUOTES, Statement
from standoff.values.voice import VOICES

_DIM = 32


class HashingEncoder:
    """Reads a document by hashing its words."""

    name = "hashing"

    def read(self, document: Document, convention: str) -> Reading:
        """The reading of one document; `convention` only changes the hashes."""
        words = words_from_text(document.text, lambda _: (1,))
        windows = windows_from_words(words)
        tokens = [document.text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]
        tags = np.concatenate([_scores(f"{convention}:{t}", (1, len(ANCHOR_TAGS)), 1.5) for t in tokens] or [_none()])
        anchors = []
        for found in find_anchors(tags, 0.0):
            window = next(w for w in windows if w.fresh <= found.words.start < w.end)
            if found.words.end <= window.end:
                anchors.append(_anchor(found.words, found.has_cue, found.score, window, tokens))
        sentences = sentence_words(words, words.breaks)
        spans = tuple(Span(int(a), int(b)) for a, b in zip(words.starts, words.ends, strict=True))
        names, parts = _names(tokens), _parts(tokens)
        return Reading(
            doc_id=document.doc_id,
            words=spans,
            sentences=tuple(words.span(s) for s in sentences),
            sentence_vectors=_vectors(parts, sentences),
            vector_parts=parts,
            anchors=tuple(anchors),
            mentions=tuple(Mention(span=words.span(n.words), kind=n.kind, score=n.score) for n in names),
            links=_links(document.text, words, names),
            voices=_rows("v", [" ".join(tokens[s.start : s.end]) for s in sentences], len(VOICES)),
            causes=_rows("c", tokens, len(CAUSE_TAGS)),
            factuality=_rows("f", tokens, 2)[:, 0],
            n_pieces=len(words),
            n_text_pieces=len(words),
        )

    def compare(self, document: Document, anaphor: Span, candidates: Sequence[Span]) -> tuple[float, ...]:
        """How likely a pronoun stands for each of some spans, and last for none: by the hash of the words."""
        key = "|".join([anaphor.of(document.text), *(c.of(document.text) for c in candidates)])
        return tuple(np.exp(_scores(key, (1, len(candidates) + 1), 2.0)[0]).tolist())

    def with_acts(self, document: Document, reading: Reading, statements: Sequence[Statement]) -> Reading:
        """The reading as it is: hashes are never unsure."""
        del document, statements
        return reading

    def relate(self, sentence: str, source: Span, target: Span) -> Floats:
        """What the source does to the target: log-probabilities by the hash of the words."""
        scores: Floats = _rows("r", [f"{sentence}|{source}|{target}"], len(PLOVERS))[0]
        return scores

    def judge(self, couples: Sequence[Couple]) -> Floats:
        """One claim by the share of words that two contents have in common, and a clash by a hash."""
        found = np.zeros((len(couples), 3), dtype=np.float32)
        for row, couple in zip(found, couples, strict=True):
            first, second = (set(half.what.lower().split()) for half in (couple.first, couple.second))
            row[0] = len(first & second) / max(1, len(first | second))
            row[1] = (1 - row[0]) * float(np.exp(_scores(f"j{couple.first}|{couple.second}", (1, 2), 2.0)[0, 0]))
        found[:, 2] = 1 - found[:, 0] - found[:, 1]
        return found


def _anchor(words: Span, has_cue: bool, score: float, window: Window, tokens: list[str]) -> Anchor:
    key = f"{words}:{tokens[words.start]}"
    n_words = window.end - window.start
    return Anchor(
        words=words,
        has_cue=has_cue,
        score=score,
        window=window,
        roles=_scores(f"r{key}", (n_words, len(ROLE_TAGS)), 3.0),
        targets=_scores(f"t{key}", (n_words, len(TARGET_TAGS)), 3.0),
        basis=_scores(f"b{key}", (1, len(BASES)), 2.0)[0],
        quote=_scores(f"q{key}", (1, len(QUOTES)), 2.0)[0],
        act=_scores(f"a{key}", (1, len(ACTS)), 2.0)[0],
    )


def _names(tokens: list[str]) -> list[FoundName]:
    """Capitalised words, of a kind by their hash; each run of them in a row one name."""
    tags = np.full((len(tokens), len(NAME_TAGS)), -9.0, dtype=np.float32)
    for i, token in enumerate(tokens):
        kind = hashlib.sha256(token.encode("utf-8", "replace")).digest()[0] % (len(NAME_TAGS) // 4)
        begins = i == 0 or not tokens[i - 1][:1].isupper()
        tags[i, 1 + 4 * kind + (0 if begins else 1) if token[:1].isupper() else 0] = 0.0
    return find_names(tags)


def _links(text: str, words: Words, names: list[FoundName]) -> tuple[Link, ...]:
    spans = tuple(Span(int(a), int(b)) for a, b in zip(words.starts, words.ends, strict=True))
    anaphors = find_anaphors([s.of(text) for s in spans], [n.words for n in names])
    offered = offer(line_from_words(text, words), anaphors, [(n.words, n.kind) for n in names])
    n, width = offered.chosen.shape
    return links_from_scores(offered, _scores(f"l{n}", (n, width + 1), 2.0), spans) if width else ()


def _scores(key: str, shape: tuple[int, int], spread: float) -> Floats:
    """Log-probabilities that depend on `key` alone."""
    seed = int.from_bytes(hashlib.sha256(key.encode("utf-8", "replace")).digest()[:8], "big")
    logits = np.random.default_rng(seed).normal(size=shape) * spread
    scores: Floats = (logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True))).astype(np.float32)
    return scores


def _parts(tokens: list[str]) -> Floats:
    """The hashed direction of each word."""
    return np.concatenate([np.zeros((0, _DIM), np.float32), *(_scores(t.lower(), (1, _DIM), 1.0) for t in tokens)])


def _vectors(parts: Floats, sentences: tuple[Span, ...]) -> Floats:
    """Unit rows from the sums of the words' directions."""
    rows = np.zeros((len(sentences), _DIM), dtype=np.float32)
    for i, sentence in enumerate(sentences):
        rows[i] = parts[sentence.start : sentence.end].sum(axis=0)
        rows[i] /= max(float(np.linalg.norm(rows[i])), 1e-9)
    return rows


def _rows(key: str, texts: Sequence[str], n: int) -> Floats:
    """One row of log-probabilities `(n,)` for each text."""
    return np.concatenate([np.zeros((0, n), dtype=np.float32), *(_scores(f"{key}:{t}", (1, n), 2.0) for t in texts)])


def _none() -> Floats:
    return np.zeros((0, len(ANCHOR_TAGS)), dtype=np.float32)
