"""Texts with their names, links and statements written into them, and who is who in them; no network is needed.

`{p:Sergey Lavrov}` is the name of a person, `{o:…}` of an organisation, `{l:…}` of a place, `{n:…}` of a nationality,
`{x:…}` of something else. `{he>Sergey Lavrov}` is a pronoun or a description with the candidate that is written so:
the nearest one before it, else the first one behind it; `{he>Lavrov 0.6, Oda 0.3}` gives the candidates' probabilities
(`SURE` where none is given), the rest is for nobody. `{source:…}`, `{cue:…}`, `{content:…}`, `{addressee:…}` and
`{target:…}` make the statement that is asked for, `{1source:…}` and so on further ones; `{byline:…}` is front matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotated import Annotated, annotated
from handmade import SURE, Told, reading_by_hand, statement_by_hand

from standoff.knowledge import Knowledge, knowledge
from standoff.resolve import Resolved, resolve_statements
from standoff.spans import Span
from standoff.values import (
    Document,
    FrontMatter,
    Link,
    Mention,
    MentionKind,
    Reading,
    Resolution,
    Sentence,
    Statement,
    statement_id,
)

_KINDS: Mapping[str, MentionKind] = {
    "p": "person",
    "o": "organisation",
    "l": "place",
    "n": "nationality",
    "x": "other",
}
_LINK = re.compile(r"\{((?:[^{}>]|\{\w+:[^{}]*\})+)>([^{}]*)\}")
_CANDIDATE = re.compile(r"(.+?)(?: ([01]?\.\d+))?")
_PART = re.compile(r"(\w*?)(?:source|cue|content|addressee|target)")


@dataclass(frozen=True, repr=False)
class Article:
    """A document with what the encoder saw in it and its statements in text order.

    `asked` is the index of the statement whose labels have no name before them, `None` when there is none.
    """

    document: Document
    reading: Reading
    statements: tuple[Statement, ...]
    asked: int | None = None

    def __repr__(self) -> str:
        """What a failing test needs to show."""
        names = [(tuple(m.span), m.kind, round(m.score, 2)) for m in self.reading.mentions]
        sources = [statement.source and tuple(statement.source) for statement in self.statements]
        return f"Article({self.document.text!r}, {self.document.published}, {names=}, {sources=})"

    def resolved(self, known: Knowledge | None = None) -> Resolved:
        """Who is who in it, by the shipped knowledge when no other is given."""
        return resolve_statements(self.document, self.reading, self.statements, known or knowledge())


def article(marked: str, date: str | None = None) -> Article:
    """The article that `marked` stands for, published on that day."""
    candidates = [link[2] for link in _LINK.finditer(marked)]
    numbers = iter(range(len(candidates)))
    text = annotated(_LINK.sub(lambda link: f"{{link{next(numbers)}:{link[1]}}}", marked))
    front = tuple(FrontMatter(kind="byline", span=span) for span in text.all("byline"))
    document = replace(Document.from_text(text.text), published=date, front=front)
    named = {name: _told(text, name) for name in dict.fromkeys(m[1] for m in map(_PART.fullmatch, text.spans) if m)}
    told = {name: one for name, one in named.items() if one.cue or one.content}
    reading = replace(
        reading_by_hand(document, list(told.values())),
        mentions=_mentions(text),
        links=tuple(sorted(_links(text, candidates), key=lambda link: link.span)),
    )
    by_name = dict(sorted(named.items(), key=lambda item: _begins(item[1])))
    statements = _with_parents([_statement(document, reading, one) for one in by_name.values()])
    return Article(document, reading, statements, list(by_name).index("") if "" in by_name else None)


def who_is(marked: str, date: str | None = None, known: Knowledge | None = None) -> Resolution:
    """Who is who in the statement that is asked for."""
    made = article(marked, date)
    assert made.asked is not None, f"no statement in {marked!r}"
    return made.resolved(known).resolutions[made.asked]


def _mentions(text: Annotated) -> tuple[Mention, ...]:
    found = ((span, kind) for label, kind in _KINDS.items() for span in text.all(label))
    return tuple(Mention(span=span, kind=kind, score=SURE) for span, kind in sorted(found))


def _links(text: Annotated, candidates: Sequence[str]) -> list[Link]:
    anaphors = [text.all(f"link{i}")[0] for i in range(len(candidates))]
    offered = sorted({*anaphors, *(m.span for m in _mentions(text))})
    links = []
    for anaphor, written in zip(anaphors, candidates, strict=True):
        pairs = [m for one in written.split(", ") if (m := _CANDIDATE.fullmatch(one))]
        spans = tuple(_candidate(text.text, offered, anaphor, pair[1]) for pair in pairs)
        scores = tuple(float(pair[2] or SURE) for pair in pairs)
        links.append(Link(span=anaphor, candidates=spans, scores=scores, nobody=max(0.0, 1 - sum(scores))))
    return links


def _candidate(text: str, offered: Sequence[Span], anaphor: Span, written: str) -> Span:
    """The mention nearest before the anaphor that is written so, else the first one behind it."""
    alike = [span for span in offered if span.of(text) == written and span != anaphor]
    assert alike, f"{anaphor.of(text)!r}: {written!r} is marked nowhere"
    before = [span for span in alike if span.end <= anaphor.start]
    return before[-1] if before else alike[0]


def _told(text: Annotated, name: str) -> Told:
    content = text.all(f"{name}content")
    is_direct = bool(content) and content[0].of(text.text)[0] in '“"'
    return Told(
        cue=text.only(f"{name}cue"),
        source=text.only(f"{name}source"),
        content=content,
        addressee=text.only(f"{name}addressee"),
        targets=text.all(f"{name}target"),
        basis="quoted" if is_direct else "reported",
        quote="direct" if is_direct else "indirect",
    )


def _begins(told: Told) -> int:
    return min(span.start for span in (told.source, told.cue, *told.content, *told.targets) if span)


def _statement(document: Document, reading: Reading, told: Told) -> Statement:
    at = told.cue.start if told.cue else _begins(told)
    index = max(i for i, sentence in enumerate(reading.sentences) if sentence.start <= at)
    sentence = Sentence(index=index, span=reading.sentences[index])
    roles = {"source": told.source, "addressee": told.addressee, "targets": tuple(told.targets)}
    kinds = {"quote": told.quote, "basis": told.basis, "confidence": SURE}
    made = statement_by_hand(document, sentence, told.content, cue=told.cue, **roles, **kinds)
    return replace(made, statement_id=statement_id(document.doc_id, told.cue or told.source, told.content))


def _with_parents(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the one in whose content its cue or source stands as its parent."""

    def parent(child: Statement) -> str | None:
        at = child.cue or child.source
        holding = [
            (content.end - content.start, other.statement_id)
            for other in statements
            for content in other.content
            if other is not child and at and content.start <= at.start and at.end <= content.end
        ]
        return min(holding)[1] if holding else None

    return tuple(replace(one, parent_id=parent(one)) for one in statements)
