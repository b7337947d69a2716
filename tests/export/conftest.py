"""One analysis written by hand, with every optional part of a statement once there and once not."""

from __future__ import annotations

import pytest

from standoff.spans import Span
from standoff.values import Analysis, Document, Sentence, Statement, Step, statement_id

TEXT = 'Borg told reporters, "We never fired," and she refused to comment.'


@pytest.fixture(scope="session")
def analysis() -> Analysis:
    document = Document.from_text(TEXT, path="=cmd.txt")
    sentence = Sentence(index=0, span=Span(0, len(TEXT)))
    nothing = {"addressee": None, "targets": (), "parent_id": None, "basis_cue": None, "channel": None, "steps": ()}

    def statement(cue: Span, content: tuple[Span, ...], **parts: object) -> Statement:
        parts = {"sentence": sentence, "source": None, "confidence": 0.5, **nothing, **parts}
        given = statement_id(document.doc_id, cue, content)
        return Statement(statement_id=given, doc_id=document.doc_id, cue=cue, content=content, **parts)  # type: ignore[arg-type]

    said = statement(
        Span(5, 9),
        (Span(21, 38),),
        source=Span(0, 4),
        addressee=Span(10, 19),
        targets=(Span(22, 24),),
        quote="direct",
        basis="quoted",
        channel="press",
        confidence=0.87654321,
        steps=(Step(field="basis", by="marks", detail="all of it in quotation marks", score=0.123456),),
    )
    refused = statement(Span(47, 65), (), quote="none", basis="withheld", parent_id=said.statement_id)
    return Analysis(
        document=document, sentences=(sentence,), statements=(said, refused), disclaimers=(), model="feedc0de"
    )
