"""A training example: a text with the statements that somebody marked in it, and what is known to be unmarked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from standoff.encode.labels import CausePart
from standoff.spans import Span
from standoff.values.coding import Act
from standoff.values.mention import MentionKind
from standoff.values.statement import Basis, Quote
from standoff.values.voice import VoiceLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One marked statement. `targets` is None where the corpus does not mark them; `basis`, `quote`, `act` likewise.

    `has_roles`: whether its spans are to be learned, too.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    addressee: Span | None = None
    targets: tuple[Span, ...] | None = None
    basis: Basis | None = None
    quote: Quote | None = None
    act: Act | None = None
    has_roles: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A marked name; of one of `kinds`, where the corpus leaves it open which."""

    span: Span
    kinds: tuple[MentionKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names that a corpus marks in a text; it never marks `unmarked` kinds; of `vague` words it says nothing."""

    marked: tuple[Name, ...]
    unmarked: tuple[MentionKind, ...] = ()
    vague: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A pronoun or description with the mentions it stands for; `others` are mentions that it does not stand for."""

    anaphor: Span
    antecedents: tuple[Span, ...]
    others: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """What is known of a text beyond who says what.

    `voices` what the writer does in some sentences; `causes` the parts of what is said to lead to what, None where
    nobody looked; `factuality` of single words, from -3 (did not happen) to 3 (happened).
    """

    voices: tuple[tuple[Span, VoiceLabel], ...] = ()
    causes: tuple[tuple[CausePart, Span], ...] | None = None
    factuality: tuple[tuple[Span, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One document. `statements` and `names` are None where the corpus marks none; `sentence_ends` are character
    offsets; `acts` are statements of which others in the text may not be marked; `refused` are words that were taken
    for cues and are none.
    """

    name: str
    text: str
    convention: str
    statements: tuple[Labelled, ...] | None = None
    sentence_ends: tuple[int, ...] | None = None
    names: Names | None = None
    links: tuple[Link, ...] = ()
    codes: Codes = Codes()
    acts: tuple[Labelled, ...] = ()
    refused: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of `span` by `text`."""

    span: Span
    text: str


def edited(example: Example, edits: Sequence[Edit]) -> Example:
    """The example with `edits` (that must not overlap) made, and every span moved along.

    A span that begins or ends inside a replaced part takes that part's new border.
    """
    ordered = sorted(edits, key=lambda e: e.span)
    parts, at = [], 0
    for edit in ordered:
        parts += [example.text[at : edit.span.start], edit.text]
        at = edit.span.end
    text = "".join([*parts, example.text[at:]])
    moved = _mover(ordered)
    statements = example.statements and tuple(moved_statement(s, moved) for s in example.statements)
    ends = example.sentence_ends and tuple(moved(Span(e - 1, e)).end for e in example.sentence_ends)
    return replace(
        example,
        text=text,
        statements=statements,
        sentence_ends=ends,
        names=example.names and _moved_names(example.names, moved),
        links=tuple(_moved_link(link, moved) for link in example.links),
        codes=_moved_codes(example.codes, moved),
        acts=tuple(moved_statement(s, moved) for s in example.acts),
        refused=tuple(moved(span) for span in example.refused),
    )


def _moved_names(names: Names, moved: Callable[[Span], Span]) -> Names:
    marked = tuple(replace(name, span=moved(name.span)) for name in names.marked)
    return replace(names, marked=marked, vague=tuple(moved(span) for span in names.vague))


def _moved_link(link: Link, moved: Callable[[Span], Span]) -> Link:
    many = lambda spans: tuple(moved(span) for span in spans)  # noqa: E731
    return Link(anaphor=moved(link.anaphor), antecedents=many(link.antecedents), others=many(link.others))


def _moved_codes(codes: Codes, moved: Callable[[Span], Span]) -> Codes:
    return Codes(
        voices=tuple((moved(span), label) for span, label in codes.voices),
        causes=codes.causes and tuple((part, moved(span)) for part, span in codes.causes),
        factuality=tuple((moved(span), value) for span, value in codes.factuality),
    )


def moved_statement(statement: Labelled, moved: Callable[[Span], Span]) -> Labelled:
    """The statement with every span passed through `moved`."""
    one = lambda span: None if span is None else moved(span)  # noqa: E731
    return replace(
        statement,
        source=one(statement.source),
        cue=one(statement.cue),
        content=tuple(moved(s) for s in statement.content),
        addressee=one(statement.addressee),
        targets=None if statement.targets is None else tuple(moved(s) for s in statement.targets),
    )


def _mover(edits: Sequence[Edit]) -> Callable[[Span], Span]:
    """A function from spans of the old text to spans of the new one."""

    def offset(at: int, is_end: bool) -> int:
        shift = 0
        for edit in edits:
            if edit.span.end <= at - is_end:
                shift += len(edit.text) - (edit.span.end - edit.span.start)
            elif edit.span.start < at:
                inside_end = edit.span.start + len(edit.text) if is_end else edit.span.start
                return inside_end + shift
            else:
                break
        return at + shift

    return lambda span: Span(offset(span.start, False), offset(span.end, True))
