"""Documents to compare, made from lines: `Side|act|targets|content|basis|issues`, one statement and sentence a line.

Sides and targets are separated by commas; "Minister of Ostvar" speaks on behalf of Ostvar; a content that begins with
"not:" has negative polarity; a line that begins with ">" is nested in the statement before. Vectors are sums of
directions that the words hash to: alike where words are shared.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np
from handmade import statement_by_hand

from standoff.spans import Span
from standoff.values import Actor, Analysis, Coding, Document, Found, Resolution, Sentence, Statement

_DIM = 64


def compared(*lines: str, published: str | None = None) -> Analysis:
    """One document; a line that begins with "+" or ">" stands in the sentence of the line before."""
    rows = [[*line.lstrip("+>").split("|"), "", "", ""][:6] for line in lines]
    words = [row[3].removeprefix("not:") for row in rows]
    marks = [f"{row[0]} {row[1]}: {text}" for row, text in zip(rows, words, strict=True)]
    document = replace(Document.from_text("\n".join([*marks, published or ""])), published=published)
    ends = np.cumsum([len(mark) + 1 for mark in marks]).tolist()
    index, sentences, statements, resolutions, codings = -1, [], [], [], []
    for line, row, text, mark, end in zip(lines, rows, words, marks, ends, strict=True):
        start = end - len(mark) - 1
        if not line.startswith(("+", ">")):
            index += 1
            sentences.append(Sentence(index=index, span=Span(start, end - 1)))
        statement = _statement(document, sentences[-1], Span(end - 1 - len(text), end - 1), row[4] or "reported")
        parent = statements[-1].statement_id if line.startswith(">") else None
        statements.append(replace(statement, parent_id=parent))
        resolutions.append(_resolution(statement.statement_id, row[0], row[2]))
        codings.append(_coding(statement.statement_id, row))
    return Analysis(
        document=document,
        sentences=tuple(sentences),
        statements=tuple(statements),
        disclaimers=(),
        resolutions=tuple(resolutions),
        codings=tuple(codings),
        sentence_vectors=np.stack([_vector(s.span.of(document.text)) for s in sentences]),
        statement_vectors=np.stack([_vector(text) for text in words]),
    )


def side(name: str) -> Actor:
    """The state of that name."""
    return Actor(actor_id=f"new:{name.lower()}", name=name, kind="government")


def words_of(analyses, statement_ids) -> list[str]:
    """The contents of some statements, as written."""
    found = {
        s.statement_id: " … ".join(span.of(a.document.text) for span in s.content)
        for a in analyses
        for s in a.statements
    }
    return [found[i] for i in statement_ids]


def _statement(document: Document, sentence: Sentence, content: Span, basis: str) -> Statement:
    cue = Span(sentence.span.start, sentence.span.start + 1)
    told = statement_by_hand(document, sentence, (content,), cue=cue, basis=basis)
    return told if content.start < content.end else replace(told, content=())


def _resolution(key: str, sources: str, targets: str) -> Resolution:
    named = [name.strip() for name in sources.split(",") if name.strip()]
    behalf = [name.split(" of ")[1] for name in named if " of " in name]
    actors = [
        Actor(actor_id=f"new:{name.lower()}", name=name, kind="person") if " of " in name else side(name)
        for name in named
    ]
    return Resolution(
        statement_id=key,
        actor=actors[0] if actors else None,
        co_actors=tuple(actors[1:]),
        on_behalf_of=side(behalf[0]) if behalf else None,
        target_actors=tuple(side(name.strip()) for name in targets.split(",") if name.strip()),
    )


def _coding(key: str, row: list[str]) -> Coding:
    issues = tuple(Found(key=issue.strip(), spans=(), score=0.8) for issue in row[5].split(",") if issue.strip())
    polarity = "negative" if row[3].startswith("not:") else "positive"
    return Coding(statement_id=key, act=row[1], act_score=0.9, polarity=polarity, issues=issues)  # type: ignore[arg-type]


def _vector(text: str) -> np.ndarray:
    row = np.zeros(_DIM)
    for word in text.lower().replace(",", " ").split():
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
        row += np.random.default_rng(seed).normal(size=_DIM)
    return (row / max(float(np.linalg.norm(row)), 1e-9)).astype(np.float32)
