"""Pronouns put in place of names that come back: what a pronoun stands for is then known without an annotator.

"Petrov said ... Weiss replied that Petrov ..." becomes "... Weiss replied that he ...", whose antecedents are the
other mentions of Petrov. Only where the pronoun's case is plain from the words about it, and where a writer might
have used one: the person is the last one named, or the first one named in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from random import Random

from standoff.spans import Span
from training.examples import Edit, Example, Link, edited
from training.names import MEN, WOMEN

_FULL = re.compile(r"\b([A-Z][a-zé]+) (?:[A-Z]\. )?((?:Mc|Mac|O['’])?[A-Z][a-zé]+)\b")
_SUBJECT = re.compile(
    r"(?:^|[.?!,;:\n]|[“\"]|\b(?:that|and|but|as|when|while|if|because|after|before|since|what|who)) ?$"
)
_OBJECT = re.compile(r"\b(?:to|with|by|for|from|against|about|of|told|accused|asked|called|met|support|urged|joined) $")
_TITLE = re.compile(r"\b[A-Z][\w]*\.? $")
_FIRST_NAMES = MEN | WOMEN
_REACH_CHARS = 900


def stand_ins(examples: Sequence[Example], rng: Random, count: int) -> list[Example]:
    """About `count` snippets of the examples' texts in which some names became pronouns, with their links."""
    made: list[Example] = []
    for example in rng.sample(list(examples), len(examples)):
        made += _from_text(example.name, example.text, rng)
        if len(made) >= count:
            break
    return made[:count]


def _from_text(name: str, text: str, rng: Random) -> Iterable[Example]:
    people = _people(text)
    if len(people) < 2:
        return
    mentions = {
        last: [Span(*m.span()) for m in re.finditer(rf"(?:\b[A-Z][a-zé]+ )?\b{re.escape(last)}\b", text)]
        for last in people
    }
    found = [(span, last) for last, spans in mentions.items() for span in spans if span.of(text) == last]
    for span, last in rng.sample(found, min(len(found), 4)):
        pronoun = _pronoun(text, span, people[last])
        if pronoun is None or not _is_likely(text, span, last, mentions):
            continue
        made = _snippet(name, text, span, last, mentions)
        if made is not None:
            yield edited(made, [Edit(made.links[0].anaphor, pronoun)])


def _snippet(name: str, text: str, span: Span, last: str, mentions: dict[str, list[Span]]) -> Example | None:
    """The text about one mention, with the other mentions of that person and of others; None where there are none."""
    start, end = max(0, span.start - _REACH_CHARS), min(len(text), span.end + 200)
    start = text.find(" ", start) + 1 if start else 0

    def inside(spans: Sequence[Span]) -> tuple[Span, ...]:
        near = [s for s in spans if start <= s.start and s.end <= end and s != span]
        return tuple(Span(s.start - start, s.end - start) for s in near)

    own = inside(mentions[last])
    others = inside([s for other, spans in mentions.items() if other != last for s in spans])
    if not others or not any(s.end < span.start - start for s in own):
        return None
    link = Link(anaphor=Span(span.start - start, span.end - start), antecedents=own, others=others)
    return Example(name=f"{name}:{span.start}", text=text[start:end], convention="gold", links=(link,))


def _is_likely(text: str, span: Span, last: str, mentions: dict[str, list[Span]]) -> bool:
    """Whether a writer might have used a pronoun there."""
    before = sorted((s, name) for name, spans in mentions.items() for s in spans if s.end <= span.start)
    if not before or span.start - before[-1][0].end > 250:
        return False
    if before[-1][1] == last:
        return True
    border = max(text.rfind(mark, 0, span.start) for mark in (". ", ".\n", "? ", ".” ", '." '))
    previous = max(0, *(text.rfind(mark, 0, max(border, 0)) for mark in (". ", ".\n", "? ", ".” ", '." ')))
    first = [name for s, name in before if previous <= s.start < max(border, 0)]
    return bool(first) and first[0] == last


def _people(text: str) -> dict[str, bool]:
    """Last names of those named in full with a known first name, and whether that is a woman's."""
    people: dict[str, bool] = {}
    for match in _FULL.finditer(text):
        if match[1] in _FIRST_NAMES:
            people.setdefault(match[2], match[1] in WOMEN)
    return people


def _pronoun(text: str, span: Span, is_woman: bool) -> str | None:
    before, after = text[max(0, span.start - 20) : span.start], text[span.end : span.end + 3]
    if _TITLE.search(before):
        return None
    if after[:2] in ("'s", "’s"):
        return None
    if _OBJECT.search(before):
        return "her" if is_woman else "him"
    if _SUBJECT.search(before) and re.match(r" [a-z]", after):
        word = "she" if is_woman else "he"
        return word.capitalize() if re.search(r"(?:^|[.?!\n]|[“\"])\s?$", before) else word
    return None
