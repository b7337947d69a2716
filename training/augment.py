"""Variations of an example that keep its labels right: other names, other marks, other line breaks, other cues.

They stand between the model and the habits of one election's news: whom it is about, which marks its publishers
print, and that nearly all of its cues state a fact.
"""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from standoff.marks import quotations
from standoff.spans import Span
from standoff.values.statement import Basis
from training.cues import REWRITES, STATES, verb_from_past
from training.examples import Edit, Example, Labelled, edited
from training.names import ELECTION_FIRST, ELECTION_LAST, FIRST, LAST
from training.renaming import with_other_names

_CURLY_TO_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_NAME = re.compile(r"\b(?:" + "|".join(sorted(ELECTION_FIRST + ELECTION_LAST)) + r")\b")


def varied(example: Example, rng: Random) -> Example:
    """One random variation of the example."""
    if example.statements is not None:
        example = _with_basis(example, rng)
        if example.convention == "polnear":
            example = _renamed(example, rng)
    return _other_breaks(_other_marks(with_other_names(example, rng), rng), rng)


def weakly_labelled(example: Example) -> Example:
    """The example with the basis told where the cue and the marks leave no doubt; nothing else changed."""
    return replace(example, statements=tuple(_weak(example.text, s) for s in example.statements or ()))


def _with_basis(example: Example, rng: Random) -> Example:
    """PolNeAR with weak labels and, in most articles, some cues rewritten; other corpora as they are."""
    if example.convention != "polnear":
        return example
    example = weakly_labelled(example)
    share = rng.choice((0.0, 0.15, 0.5))
    edits: dict[int, Edit] = {}
    statements = list(example.statements or ())
    taken: set[Span] = set()
    for i, statement in enumerate(statements):
        rewrite = _rewrite(example.text, statement, rng) if rng.random() < share else None
        if rewrite is not None and statement.cue not in taken:
            basis, edits[i] = rewrite
            taken.add(edits[i].span)
            statements[i] = replace(statement, basis=_under_marks(basis, example.text, statement))
    return edited(replace(example, statements=tuple(statements)), list(edits.values()))


def _rewrite(text: str, statement: Labelled, rng: Random) -> tuple[Basis, Edit] | None:
    """Another basis for a one-word cue in the past tense, and the edit that makes it so."""
    if statement.cue is None or statement.source is None or text[statement.cue.start - 1 : statement.cue.start] != " ":
        return None
    verb = verb_from_past(statement.cue.of(text))
    if verb is None or statement.source.start > statement.cue.start:
        return None
    basis = rng.choices(list(REWRITES), weights=[4, 3, 3, 2, 2, 1])[0]
    form = rng.choice(REWRITES[basis])
    new = form.format(base=verb.base, present=verb.present, past=verb.past, participle=verb.participle, ing=verb.ing)
    return basis, Edit(statement.cue, new)


def _under_marks(basis: Basis, text: str, statement: Labelled) -> Basis:
    """Words in quotation marks stay quoted under "reportedly" and in a plain report."""
    share = _quoted_share(text, statement)
    return "quoted" if basis in ("hearsay", "reported") and share > 0.8 else basis


def _weak(text: str, statement: Labelled) -> Labelled:
    """The statement with `quoted`, `reported` or `standing` where cue and marks are plain."""
    if statement.cue is None or statement.basis is not None:
        return statement
    words = statement.cue.of(text).lower().split()
    share = _quoted_share(text, statement)
    basis: Basis | None = None
    if len(words) == 1 and words[0] in STATES and share == 0:
        basis = "standing"
    elif len(words) == 1 and (verb_from_past(words[0]) or words[0] in ("says", "asks", "writes", "adds")):
        basis = "quoted" if share > 0.8 else "reported" if share == 0 else None
    return replace(statement, basis=basis)


def _quoted_share(text: str, statement: Labelled) -> float:
    """The share of the content's characters in quotation marks."""
    total = sum(s.end - s.start for s in statement.content)
    if not total or not any(mark in s.of(text) for s in statement.content for mark in "\"“”'‘«„"):
        return 0.0
    start, end = min(s.start for s in statement.content), max(s.end for s in statement.content)
    left = max(0, start - 300)
    inside = [Span(q.span.start + left, q.span.end + left) for q in quotations(text[left : end + 300])]
    covered = sum(max(0, min(s.end, q.end) - max(s.start, q.start)) for s in statement.content for q in inside)
    return min(1.0, covered / total)


def _renamed(example: Example, rng: Random) -> Example:
    """The example with the election's best-known names replaced, each by the same other name throughout."""
    if rng.random() < 0.15:
        return example
    names: dict[str, str] = {}
    edits = []
    for match in _NAME.finditer(example.text):
        old = match[0]
        if old not in names:
            pool = FIRST if old in ELECTION_FIRST else LAST
            names[old] = rng.choice(pool) if rng.random() < 0.8 else old
        if names[old] != old:
            edits.append(Edit(Span(*match.span()), names[old]))
    return edited(example, edits)


def _other_marks(example: Example, rng: Random) -> Example:
    """The example with another kind of quotation mark; lengths stay the same."""
    roll = rng.random()
    if roll < 0.35:
        return replace(example, text=example.text.translate(_CURLY_TO_STRAIGHT))
    if roll < 0.6:
        pair = rng.choices(("“”", "‘’", "«»", "„“"), weights=[7, 3, 1, 1])[0]
        text = list(example.text)
        for quotation in quotations(example.text):
            if quotation.depth == 1 and text[quotation.span.start] in '"“':
                text[quotation.span.start] = pair[0]
                if quotation.is_closed and not quotation.continues and text[quotation.span.end - 1] in '"”':
                    text[quotation.span.end - 1] = pair[1]
        return replace(example, text="".join(text))
    return example


def _other_breaks(example: Example, rng: Random) -> Example:
    """The example with paragraphs run together, as blogs print them, or with single line breaks."""
    roll = rng.random()
    if roll < 0.15:
        glue = [m.start() for m in re.finditer(r"[.”\"]\n+(?=\S)", example.text) if rng.random() < 0.7]
        text = list(example.text)
        for at in glue:
            i = at + 1
            while text[i] == "\n":
                text[i] = " "
                i += 1
        return replace(example, text="".join(text))
    if roll < 0.3:
        return edited(example, [Edit(Span(*m.span()), "\n") for m in re.finditer(r"\n\n+", example.text)])
    return example
