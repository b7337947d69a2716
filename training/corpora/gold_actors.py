"""Names and links that our annotated articles hold without being marked as such: from the actors of the statements.

An actor's canonical name tells where it is named in the text; sources of one actor stand for one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from standoff.spans import Span
from training.examples import Link, Name, Names

_NOBODY = frozenset(("unresolved", "unnamed"))
_PRONOUNS = frozenset("he she him her his hers himself herself they them their it its".split())
_ORGANISED = re.compile(
    r"\b(?:of|and|Union|Forum|Ministry|Office|Council|Court|Party|Group|Agency|Mission|Commission|Institute|Embassy|"
    r"Front|Army|Force|Forces|Movement|Press|News|Times|Post|Bank|University|Tribunal|Congress|Parliament|House)\b"
)
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w'’.-]*")


def names_from_statements(text: str, statements: Sequence[dict[str, Any]]) -> Names:
    """The names of persons and states that the annotations give; other capitalised words are vague."""
    states = {s.get("on_behalf_of") for s in statements} - {None, *_NOBODY}
    persons = {s["actor"] for s in statements if s.get("on_behalf_of") and _is_person(s["actor"])}
    marked = [Name(span=span, kinds=("person",)) for name in sorted(persons) for span in _person_spans(text, name)]
    places = sorted(name for name in states if name.count(" ") < 2 and not _ORGANISED.search(name))
    marked += [Name(span=span, kinds=("place",)) for name in places for span in _found(text, name)]
    kept: list[Name] = []
    for name in sorted(marked, key=lambda n: (n.span.start, -n.span.end)):
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    sure = [n.span for n in kept]
    vague = [Span(*m.span()) for m in _CAPITAL.finditer(text) if not any(_shares(s, Span(*m.span())) for s in sure)]
    return Names(marked=tuple(kept), vague=tuple(vague))


def links_from_statements(text: str, statements: Sequence[dict[str, Any]]) -> tuple[Link, ...]:
    """For each source that is a pronoun or a description: the mentions of its actor, and those of others."""
    spans: dict[str, set[Span]] = {}
    anaphors: dict[Span, str] = {}
    for statement in statements:
        for span, actor in _mentions(statement):
            spans.setdefault(actor, set()).add(span)
            words = span.of(text).split()
            if words[0].lower() in _PRONOUNS or (
                words[0].lower() == "the" and not any(w[0].isupper() for w in words[1:])
            ):
                anaphors[span] = actor
    for actor in spans:
        spans[actor] |= set(_person_spans(text, actor) if _is_person(actor) else _found(text, actor))
    return tuple(_link(span, actor, spans) for span, actor in sorted(anaphors.items()) if actor not in _NOBODY)


def _link(anaphor: Span, actor: str, spans: dict[str, set[Span]]) -> Link:
    before = lambda several: tuple(sorted(s for s in several if s.end <= anaphor.start))  # noqa: E731
    others = [s for name, several in spans.items() if name != actor for s in several if s not in spans[actor]]
    return Link(anaphor=anaphor, antecedents=before(spans[actor]), others=before(others))


def _mentions(statement: dict[str, Any]) -> Iterable[tuple[Span, str]]:
    if statement["source"] and not statement.get("actor_also"):
        yield Span(statement["source"]["start"], statement["source"]["end"]), statement["actor"]
    if len(statement["targets"]) == len(statement["target_actors"]) == 1:
        yield Span(statement["targets"][0]["start"], statement["targets"][0]["end"]), statement["target_actors"][0]


def _is_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(w[0].isupper() or w[:2] in ("al", "de", "bi") for w in words) \
        and not _ORGANISED.search(name)  # fmt: skip


def _person_spans(text: str, name: str) -> list[Span]:
    """Where a person is named in full or by the last name, with the first names before it."""
    *first, last = name.split()
    lead = "".join(rf"(?:{re.escape(word)}\s+)?" for word in first)
    return [Span(*m.span()) for m in re.finditer(rf"(?<!\w){lead}{re.escape(last)}(?!\w)", text)]


def _found(text: str, name: str) -> list[Span]:
    if name[:1].islower():
        return []
    return [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def _shares(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
