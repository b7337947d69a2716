"""Records made from lines and statements made by hand, to be held against one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handmade import statement_by_hand

from standoff.knowledge import knowledge
from standoff.read.turns import turns_in_record
from standoff.resolve.turns import resolve_turns
from standoff.spans import Span
from standoff.values import Actor, Analysis, Document, Resolution, Sentence
from standoff.values.check import Check
from standoff.values.spoken import SpokenRecord
from standoff.verify import RecordIndex, check_statements

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
