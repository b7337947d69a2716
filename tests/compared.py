"""Documents to compare, made from lines: `Side|act|targets|content|basis|issues`, one statement and sentence a line.

Sides and targets are separated by commas; "Minister of Ostvar" speaks on behalf of Ostvar; a content that begins with
"not:" has negative polarity; a line that begins with ">" is nested in the statement before. Vectors are sums of
directions that the words hash to: alike where words are shared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Sequence
from dataclasses import replace

import numpy as np
from handmade import statement_by_hand

from standoff.compare.prepared import Prepared, prepare
from standoff.encode.couples import Couple, Half
from standoff.spans import Span
from standoff.values import Actor, Analysis, Coding, Document, Found, Resolution, Sentence, Statement

_DIM = 64
_LIKE = 0.5
_AIMED = {"other": 1.0, "nobody": 0.5, "third": 0.0}
_BLAME = ("accuse", "condemn")
_ANSWERED = (
    (_BLAME, ("deny", "reject", "justify")),
    (("demand", "urge", "propose"), ("deny", "reject")),
)


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


def prepared(analyses: Sequence[Analysis], on_record: Container[str] = ()) -> Prepared:
    """What comparing asks of some documents, judged by `judge_by_words`."""
    return prepare(analyses, judge_by_words, on_record)


def judge_by_words(couples: Sequence[Couple]) -> np.ndarray:
    """In place of the network: like words are one claim; what is answered by its act, in like words or near, collides.

    Of a couple's features it takes likeness, whether numbers and stances agree, and nearness.
    """
    rows = []
    for couple in couples:
        likeness, agree, stances, near = (couple.features[i] for i in (0, 3, 6, 10))
        same = min(1.0, 1.7 * likeness) * agree * stances
        rows.append((same, _clash(couple, likeness, near), 0.0))
    return np.array(rows, dtype=np.float32)


def _clash(couple: Couple, likeness: float, near: float) -> float:
    acts = (_deed(couple.first), _deed(couple.second))
    is_answer = any(
        one in asked and other in answers for asked, answers in _ANSWERED for one, other in (acts, acts[::-1])
    )
    if set(acts) <= set(_BLAME):
        is_answer = couple.first.aim == couple.second.aim == "other"
    is_negated = set(acts) == {"assert"} and couple.first.polarity != couple.second.polarity and likeness > _LIKE
    if not is_answer and not is_negated:
        return 0.0
    aims = min(_AIMED[half.aim] for half in (couple.first, couple.second))
    return float(1 / (1 + np.exp(2.9 - 4 * likeness - 3.2 * near - 0.7 * aims)))


def _deed(half: Half) -> str:
    """What a half does: who tells of a response to something gives grounds."""
    return "justify" if "response to" in half.what else half.act


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
