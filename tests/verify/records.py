"""Records made from lines and statements made by hand, held against one another, alone and in a brief."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from handmade import statement_by_hand

from standoff.knowledge import knowledge
from standoff.read.turns import turns_in_record
from standoff.report import Against, Brief, Selection, Verification, brief_from_analyses
from standoff.resolve.turns import resolve_turns
from standoff.spans import Span
from standoff.values import Actor, Analysis, Document, Resolution, Sentence
from standoff.values.check import Check, LeftOut, Place
from standoff.values.spoken import SpokenRecord
from standoff.verify import RecordIndex, check_statements, statements_on_record

BRIEFING = """Ana Weiss, Foreign Minister of Ostvar

Tor Lund, Department Spokesperson

MR LUND: The delegation leaves for Brenholt on Tuesday with 14 experts and returns on Friday.

QUESTION: Are you not afraid that the whole treaty will simply fall apart before the winter?

FOREIGN MINISTER WEISS: We will not accept the closing of the Kestrel Strait. Ostvar has asked Brenholt for 2,000
tonnes of grain, and we may send ships in March. (Applause.) The talks – which were hard – have brought both sides
closer to a lasting and honest settlement, if the other side keeps its word, than ever before in our history.

We do not seek a quarrel with anybody. We welcome the observers who arrived from Senta last week and we want them to
stay until the harvest is over. Nobody has shown us a better plan than the one that lies on this table today.
"""


def person(name: str) -> Actor:
    """A person whom only texts know."""
    return Actor(actor_id=f"new:{name.lower().replace(' ', '-')}", name=name, kind="person")


WEISS, LUND = person("Ana Weiss"), person("Tor Lund")


def record_of(text: str = BRIEFING, published: str | None = "2024-05-02") -> SpokenRecord:
    """The record, read and resolved."""
    document = replace(Document.from_text(text, path="briefing.txt"), published=published, title="Briefing")
    return resolve_turns(turns_in_record(document, knowledge()), knowledge())


def article_of(
    text: str,
    parts: Sequence[str],
    actor: Actor | None = WEISS,
    *,
    quote="direct",
    basis="quoted",
    published="2024-05-03",
) -> Analysis:
    """A one-statement article; `parts` are its content, in order."""
    document = replace(Document.from_text(text), published=published)
    spans, at = [], 0
    for part in parts:
        start = document.text.index(part, at)
        spans.append(Span(start, start + len(part)))
        at = start + len(part)
    whole = Sentence(index=0, span=Span(0, len(document.text)))
    statement = statement_by_hand(document, whole, spans, cue=None, quote=quote, basis=basis, confidence=1.0)
    return Analysis(
        document=document,
        sentences=(statement.sentence,),
        statements=(statement,),
        disclaimers=(),
        resolutions=(Resolution(statement_id=statement.statement_id, actor=actor),),
    )


def check(words: str, actor: Actor | None = WEISS, **how: str) -> Check:
    """The check of a quotation against the briefing."""
    return check_article(article_of(f"She said: “{words}”", [words], actor, **how))


def check_article(analysis: Analysis, *records: SpokenRecord) -> Check:
    """The check of a one-statement article against some records, else against the briefing."""
    return check_statements([analysis], RecordIndex(records or [record_of()]))[0]


CHANGED = "We will accept the closing of the Kestrel Strait."
LUNDS = "The delegation leaves for Brenholt on Tuesday with 14 experts"


def verification_of(*words: str, title: str | None = None, record: str = BRIEFING) -> Verification:
    """Quotations given to Weiss, one an article, held against one record, beside one that tells no speaker."""
    records = (record_of(record), record_of(f"Nobody speaks here. {title or ''}"))
    analyses = tuple(_titled(article_of(f"{title or 'She said'}: “{one}”", [one]), title) for one in words)
    checks = check_statements(analyses, RecordIndex(records))
    first = records[0].turns[0]
    missing = LeftOut(
        issue="trade", n_sentences=2, places=(Place(record=0, turn=0, span=first.pieces[0], actors=(LUND,)),)
    )
    return Verification(
        analyses=analyses, records=records, checks=checks, left_out=(missing,), names={"trade": title or "Trade"}
    )


def _titled(analysis: Analysis, title: str | None) -> Analysis:
    return replace(analysis, document=replace(analysis.document, title=title)) if title else analysis


def record_analysis(record: SpokenRecord, statements: Sequence[Span] = (), actor: Actor | None = WEISS) -> Analysis:
    """The record as a source of a brief: its sentences, and statements of one actor with these contents."""
    document = record.document
    found = re.finditer(r"\S[^.?]*[.?]?", document.text)
    sentences = tuple(Sentence(index=i, span=Span(*match.span())) for i, match in enumerate(found))
    made = tuple(
        statement_by_hand(document, next(s for s in sentences if s.span.overlaps(span)), [span], cue=None)
        for span in statements
    )
    return Analysis(
        document=document,
        sentences=sentences,
        statements=made,
        disclaimers=(),
        resolutions=tuple(Resolution(statement_id=s.statement_id, actor=actor) for s in made),
    )


def brief_against(*words: str, title: str | None = None, selection: Selection | None = None) -> Brief:
    """The brief on such articles and their record, the record in the middle; without the one that tells no speaker."""
    whole = verification_of(*words, title=title)
    verification = replace(whole, records=whole.records[:1])
    record = record_analysis(verification.records[0])
    analyses = [*verification.analyses[:1], record, *verification.analyses[1:]]
    articles = tuple(n for n in range(1, len(analyses) + 1) if n != 2)
    own = statements_on_record(record, verification.records[0])
    against = Against(verification=verification, articles=articles, records=(2,), on_record=own)
    return brief_from_analyses(analyses, whole.names, None, selection or Selection(), against)
