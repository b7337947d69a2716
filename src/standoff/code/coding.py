"""Codings of a document's statements: every code of each, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from standoff.code.acts import find_act
from standoff.code.certainty import find_certainty
from standoff.code.consequences import find_consequences
from standoff.code.issues import find_issues, issue_step
from standoff.code.likeness import Prototypes, issue_likeness
from standoff.code.modality import find_modality
from standoff.code.norms import find_norms, norm_step
from standoff.code.plover import event_from_act
from standoff.code.polarity import find_polarity
from standoff.code.voice import find_voice
from standoff.encode.acts import anchors_of_statements
from standoff.values import Anchor, Coding, Consequence, Document, Event, Reading, Statement, Step, Voice
from standoff.values.codebook import Codebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Categories:
    """What to code by: a codebook of issues and norms, and the vectors of its issues, `None` for words alone."""

    codebook: Codebook
    prototypes: Prototypes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What a document's statements do, what its writer does, and what is said to lead to what."""

    codings: tuple[Coding, ...]
    voice: tuple[Voice, ...]
    consequences: tuple[Consequence, ...]


def code_statements(
    document: Document, reading: Reading, statements: Sequence[Statement], categories: Categories
) -> Coded:
    """One coding for each statement, in their order; the author's voice; the consequences."""
    anchors = {key: reading.anchors[at] for key, at in anchors_of_statements(reading, statements).items()}
    likeness: dict[int, Mapping[str, float]] = {}
    if categories.prototypes is not None:
        for index in {s.sentence.index for s in statements}:
            likeness[index] = issue_likeness(reading.sentence_vectors[index], categories.prototypes)
    return Coded(
        codings=tuple(
            _coding(
                document.text, s, anchors.get(s.statement_id), categories.codebook, likeness.get(s.sentence.index, {})
            )
            for s in statements
        ),
        voice=find_voice(document, reading, statements),
        consequences=find_consequences(document.text, reading, statements),
    )


def _coding(
    text: str, statement: Statement, anchor: Anchor | None, codebook: Codebook, likeness: Mapping[str, float]
) -> Coding:
    act = find_act(text, statement, anchor)
    certainty = find_certainty(text, statement.content)
    polarity = find_polarity(text, statement.content)
    modality = find_modality(text, statement.content, statement.cue)
    around = statement.sentence.span
    issues = find_issues(text, statement.content, around, codebook, likeness)
    norms = find_norms(text, statement.content, around, codebook)
    words = " ".join(span.of(text) for span in (*((statement.cue,) if statement.cue else ()), *statement.content))
    event = event_from_act(
        act.act,
        modality=modality.modality,
        polarity=polarity.polarity,
        content_words=words,
        is_withheld=statement.basis == "withheld",
    )
    return Coding(
        statement_id=statement.statement_id,
        act=act.act,
        act_score=act.score,
        event=event,
        polarity=polarity.polarity,
        modality=modality.modality,
        certainty=certainty.range if certainty else None,
        issues=issues,
        norms=norms,
        steps=(
            *act.steps,
            _event_step(act.act, event),
            polarity.step,
            modality.step,
            *((certainty.step,) if certainty else ()),
            *(issue_step(text, found) for found in issues),
            *(norm_step(text, found) for found in norms),
        ),
    )


def _event_step(act: str, event: Event | None) -> Step:
    if event is None:
        return Step(field="plover", by="mapping", detail=f"{act}: no place in the codebooks of event data")
    codes = " ".join(code for code in (event.plover, event.mode, event.cameo) if code)
    return Step(field="plover", by="mapping", detail=f"{act}: {codes}")
