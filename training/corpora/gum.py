"""GUM: names and coreference from the `Entity` column of its treebank files.

Its marks are whole noun phrases. A phrase whose head is a proper noun holds a name: the run of proper nouns about
the head ("of" and "for" inside an organisation's). A phrase that comes back is what pronouns and descriptions link to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from standoff.spans import Span
from standoff.values.mention import MentionKind
from training.examples import Example, Link, Name, Names

_KINDS: dict[str, MentionKind] = {"person": "person", "organization": "organisation", "place": "place"}
_OPEN = frozenset(("PROPN", "ADJ", "NOUN", "VERB"))
_TITLES = frozenset(
    "President Minister Prime Secretary Ambassador Senator Governor Mayor King Queen Prince Princess General Colonel "
    "Captain Lieutenant Major Sergeant Mr Mrs Ms Miss Dr Professor Sir Lord Lady Chancellor Judge Justice Rep Sen Gov "
    "Lt Col Gen Rev Father Pope Chairman Director Congressman Congresswoman Representative Deputy Vice".split()
)
_JOINTS = frozenset("of for and the".split())
_PRONOUNS = frozenset("he she him her his hers himself herself they them their themselves it its itself".split())
_DEFINITE = frozenset("the this that these those".split())
# An anaphor is offered the mentions this far back at most: what a window holds.
_REACH_CHARS = 1100


@dataclass(slots=True)
class _Token:
    span: Span
    form: str
    pos: str
    head: int
    is_plural: bool


@dataclass(slots=True)
class _Phrase:
    chain: str
    kind: str
    first: int
    last: int = -1
    head: int = -1
    span: Span = field(default_factory=lambda: Span(0, 0))


def read_gum(path: Path) -> list[Example]:
    """The one document of a GUM file with sentence ends, names and links."""
    text, tokens, phrases, ends = _parsed(path)
    if not tokens:
        return []
    for phrase in phrases:
        phrase.span = Span(tokens[phrase.first].span.start, tokens[phrase.last].span.end)
        inside = range(phrase.first, phrase.last + 1)
        phrase.head = next((i for i in inside if tokens[i].head not in inside), phrase.last)
    return [
        Example(
            name=path.stem, text=text, convention="gold", sentence_ends=ends,
            names=_names(tokens, phrases), links=tuple(_links(tokens, phrases)),
        )
    ]  # fmt: skip


def _parsed(path: Path) -> tuple[str, list[_Token], list[_Phrase], tuple[int, ...]]:
    text, tokens, phrases, ends = "", [], [], []
    stack: dict[str, list[_Phrase]] = {}
    is_new, at, first = False, 0, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar"):
            is_new = True
        elif line.startswith("# text = "):
            sentence = line.removeprefix("# text = ").strip()
            text += ("\n\n" if is_new else " ") * bool(text)
            at, first, is_new = len(text), len(tokens), False
            text += sentence
            ends.append(len(text))
        elif line[:1].isdigit():
            cells = line.split("\t")
            if not cells[0].isdigit():
                continue
            start = text.find(cells[1], at)
            start = at if start < 0 else start
            at = start + len(cells[1])
            head = first + int(cells[6]) - 1 if cells[6] != "0" else -1
            tokens.append(_Token(Span(start, at), cells[1], cells[3], head, cells[4] == "NNPS"))
            entity = re.search(r"(?:^|\|)Entity=([^|]+)", cells[9])
            if entity:
                _take(entity[1], len(tokens) - 1, stack, phrases)
    return text, tokens, phrases, tuple(ends)


def _take(value: str, at: int, stack: dict[str, list[_Phrase]], phrases: list[_Phrase]) -> None:
    """Opens and closes phrases at one token."""
    for piece in re.findall(r"\([^()]+\)?|[^()]+\)", value):
        if piece.startswith("("):
            fields = [*piece.strip("()").split("-"), ""]
            phrase = _Phrase(fields[0], fields[1], at)
            if piece.endswith(")"):
                phrase.last = at
                phrases.append(phrase)
            else:
                stack.setdefault(fields[0], []).append(phrase)
        else:
            opened = stack.get(piece.strip("()").split("-")[0])
            if opened:
                phrase = opened.pop()
                phrase.last = at
                phrases.append(phrase)


def _names(tokens: list[_Token], phrases: list[_Phrase]) -> Names:
    """The names; capitalised words that stand in none, or in a plural or a title, are vague."""
    owner: dict[int, Name] = {}
    for phrase in sorted(phrases, key=lambda p: p.last - p.first):
        head = tokens[phrase.head]
        if head.pos != "PROPN" or head.is_plural or phrase.kind == "time":
            continue
        first, last = _run(tokens, phrase)
        taken = [i for i in range(first, last + 1) if i in owner]
        if first > last or (taken and phrase.kind != "organization"):
            continue
        name = Name(span=_span(tokens, first, last), kinds=(_KINDS.get(phrase.kind, "other"),))
        owner.update(dict.fromkeys(range(first, last + 1), name))
    marked = [n for n in set(owner.values()) if all(owner.get(i) is n for i in _inside(tokens, n.span))]
    sure = {i for n in marked for i in _inside(tokens, n.span)}
    vague = [t.span for i, t in enumerate(tokens) if t.form[:1].isupper() and i not in sure and t.pos in _OPEN]
    return Names(marked=tuple(sorted(marked, key=lambda n: n.span)), vague=tuple(vague))


def _span(tokens: list[_Token], first: int, last: int) -> Span:
    return Span(tokens[first].span.start, tokens[last].span.end)


def _inside(tokens: list[_Token], span: Span) -> list[int]:
    return [i for i, t in enumerate(tokens) if span.start <= t.span.start and t.span.end <= span.end]


def _run(tokens: list[_Token], phrase: _Phrase) -> tuple[int, int]:
    """The first and last word of the name about a phrase's head; first after last when it is all titles."""
    first = last = phrase.head
    is_person = phrase.kind == "person"

    def fits(at: int) -> bool:
        return tokens[at].pos == "PROPN" or (
            not is_person and tokens[at].form[:1].isupper() and tokens[at].pos in _OPEN
        )

    while first > phrase.first and fits(first - 1):
        first -= 1
    while last < phrase.last and fits(last + 1):
        last += 1
    while is_person and first <= last and tokens[first].form.strip(".") in _TITLES:
        first += 1
    if not is_person:
        for i in range(last + 1, phrase.last + 1):
            if fits(i):
                last = i
            elif tokens[i].form not in _JOINTS:
                break
    return first, last


def _links(tokens: list[_Token], phrases: list[_Phrase]) -> Iterator[Link]:
    known = [p for p in phrases if p.kind in _KINDS or tokens[p.head].pos == "PRON"]
    known.sort(key=lambda p: (p.span.start, -p.span.end))
    for i, phrase in enumerate(known):
        word = tokens[phrase.first].form.lower()
        is_pronoun = phrase.first == phrase.last and word in _PRONOUNS
        is_description = word in _DEFINITE and tokens[phrase.head].pos == "NOUN" and phrase.last - phrase.first < 5
        if not is_pronoun and not is_description:
            continue
        near = [
            p for p in known[:i] if phrase.span.start - p.span.start < _REACH_CHARS and p.span.end <= phrase.span.start
        ]
        if near:
            spans = {
                chain: tuple(_core(tokens, p) for p in near if (p.chain == phrase.chain) is chain)
                for chain in (True, False)
            }
            yield Link(anaphor=_core(tokens, phrase), antecedents=spans[True], others=spans[False])


def _core(tokens: list[_Token], phrase: _Phrase) -> Span:
    """The words by which a phrase is linked: its name, or all up to its head."""
    if tokens[phrase.head].pos == "PROPN":
        first, last = _run(tokens, phrase)
        if first <= last:
            return _span(tokens, first, last)
    return _span(tokens, phrase.first, phrase.head)
