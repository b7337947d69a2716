"""Short articles put together from patterns: each teaches one case of the guidelines' section on basis.

A pattern is a sentence with marked slots: `[S]` source, `[K ...]` cue (`{past}`, `{base}` ... are forms of a verb
that fits the content), `[C]` clause, `[N]` noun phrase, `[I]` infinitive, `[Q]` quoted sentence, `[M]` quoted words,
`[L]` noun phrase with a label in marks, `[H]` clause with its predicate in marks, `[O]` the same after "called",
`[A]` addressee, `[T]` target; a digit tells which statement it belongs to. Before the sentence stand the bases. They
never replace real articles: they show hedges, refusals and forecasts in and out of scope more often than news does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from standoff.spans import Span
from standoff.values.statement import Basis, Quote
from training.cues import Verb
from training.examples import Example, Labelled
from training.names import FIRST, LAST
from training.pattern_words import (
    ADDRESSEES,
    CLAUSES,
    CROWDS,
    FILLERS,
    INFINITIVES,
    LABELS,
    NOUNS,
    OFFICIALS,
    PLACES,
    QUOTES,
    TITLES,
    VERBS,
    WORDS_QUOTED,
)  # fmt: skip
from training.patterns import HEADLINES, PATTERNS

_SLOT = re.compile(r"\[([SKCNIQMLHOAT])(\d?)(?: ([^\]]*))?\]")
# Verb forms that want one person, and places in a sentence where "he" cannot stand.
_SINGULAR = re.compile(
    r"\b(is|has|was|does|seems|appears|plans|intends|wants|hopes|sees|believes|thinks|insists|maintains|aims|fears|"
    r"opposes|supports|remains|regards|tends|likes|keeps|tires)\b|\{present\}"
)
_NO_PRONOUN = re.compile(r"(imagine|Expect|from|of|in|to|For\]) \[S|\[S2?\]\[K")
_QUOTES: dict[str, Quote] = {
    "C": "indirect",
    "I": "indirect",
    "N": "none",
    "Q": "direct",
    "L": "mixed",
    "H": "mixed",
    "O": "mixed",
}
_Roles = dict[str, list[Span]]
_ROLE = {"S": "source", "K": "cue", "A": "addressee", "T": "target"}


def pattern_article(rng: Random, number: int) -> Example:
    """One article of five to nine sentences; the same for the same state of `rng`."""
    writer = _Writer(rng)
    if rng.random() < 0.4:
        writer.pattern(*rng.choice(HEADLINES))
        writer.text += "\n\n"
    for _ in range(rng.randint(5, 9)):
        if rng.random() < 0.25:
            writer.add(rng.choice(FILLERS))
        else:
            writer.pattern(*rng.choice(PATTERNS))
    return Example(name=f"pattern-{number}", text=writer.text, convention="gold", statements=tuple(writer.statements))


class _Writer:
    """Grows one article and keeps the offsets of what it puts in."""

    def __init__(self, rng: Random) -> None:
        self.rng, self.text = rng, ""
        self.statements: list[Labelled] = []
        self.person = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
        self.pronoun = rng.choice(("he", "she"))
        self.is_known = self.is_singular = self.may_be_pronoun = False

    def add(self, sentence: str) -> None:
        """Puts a sentence at the end, in the same paragraph or a new one."""
        self._space()
        self.text += sentence

    def _space(self) -> None:
        """Puts a space or a paragraph's end behind what is there."""
        if self.text and not self.text.endswith("\n"):
            self.text += "\n\n" if self.rng.random() < 0.3 else " "

    def pattern(self, bases: str, pattern: str) -> None:
        """Puts the sentence of a pattern at the end, with its statements."""
        parts: dict[str, _Roles] = {}
        kinds: dict[str, str] = {}
        verbs = self._verbs(pattern)
        self.is_singular = bool(_SINGULAR.search(pattern))
        self.may_be_pronoun = not _NO_PRONOUN.search(pattern)
        self._space()
        begin, at = len(self.text), 0
        for match in _SLOT.finditer(pattern):
            self.text += pattern[at : match.start()]
            at = match.end()
            kind, number, literal = match[1], match[2] or "1", match[3]
            filled = self._fill(kind, literal, verbs.get(number), len(self.text) == begin)
            span = Span(len(self.text), len(self.text) + len(filled))
            self.text += filled
            parts.setdefault(number, {}).setdefault(_ROLE.get(kind, "content"), []).append(span)
            if kind in "CNIQMLHO":
                kinds[number] = kinds.get(number, "") + kind
        self.text += pattern[at:]
        for number, basis in zip(sorted(parts), bases.split(), strict=True):
            self._state(parts[number], parts, kinds.get(number, ""), basis)

    def _state(self, roles: _Roles, others: dict[str, _Roles], kind: str, basis: str) -> None:
        """Keeps one statement; one without a source of its own has the first one's when its basis ends in `*`."""
        source = roles.get("source") or (others["1"].get("source") if basis.endswith("*") else None)
        content = self._with_marks(roles.get("content", []), kind)
        quote: Quote = "mixed" if "M" in kind else _QUOTES.get(kind[:1], "none")
        name: Basis = basis.rstrip("*")  # type: ignore[assignment]
        self.statements.append(
            Labelled(
                source=source[0] if source else None,
                cue=roles["cue"][0] if "cue" in roles else None,
                content=tuple(content),
                addressee=roles["addressee"][0] if "addressee" in roles else None,
                targets=tuple(roles["target"]) if "target" in roles else None,
                basis=name,
                quote=quote,
            )
        )

    def _with_marks(self, content: list[Span], kind: str) -> list[Span]:
        """The content with the quotation marks that the pattern puts around it."""
        if not set(kind) & set("QM"):
            return content
        closing = re.compile("[.,]?”")
        ends = [m.end() if (m := closing.match(self.text, s.end)) else s.end for s in content]
        return [Span(s.start - (self.text[s.start - 1] == "“"), e) for s, e in zip(content, ends, strict=True)]

    def _verbs(self, pattern: str) -> dict[str, Verb]:
        """For each statement a verb that takes the kind of content which it has."""
        chosen = {}
        for match in _SLOT.finditer(pattern):
            if match[1] in "CNIQMLHO":
                kind = {"Q": "C", "H": "C", "M": "N", "L": "N", "O": "N"}.get(match[1], match[1])
                chosen.setdefault(match[2] or "1", self.rng.choice(VERBS[kind]))
        return chosen

    def _fill(self, kind: str, literal: str | None, verb: Verb | None, is_first: bool) -> str:
        fillers: dict[str, Callable[[], str]] = {
            "S": self._source,
            "C": lambda: self.rng.choice(CLAUSES),
            "N": lambda: self.rng.choice(NOUNS),
            "I": lambda: self.rng.choice(INFINITIVES),
            "Q": lambda: self.rng.choice(QUOTES),
            "M": lambda: self.rng.choice(WORDS_QUOTED),
            "L": lambda: self.rng.choice(LABELS),
            "H": lambda: f"{self.rng.choice(NOUNS)} was “{self.rng.choice(WORDS_QUOTED)}”",
            "O": lambda: f"{self.rng.choice(('it', *NOUNS))} “{self.rng.choice(WORDS_QUOTED)}”",
            "A": lambda: self.rng.choice(ADDRESSEES),
            "T": lambda: self.rng.choice(PLACES),
        }
        if literal is None:
            text = fillers[kind]()
        else:
            forms = {} if verb is None else {k: getattr(verb, k) for k in Verb.__slots__}
            text = literal.format(**forms)
        return text[:1].upper() + text[1:] if is_first else text

    def _source(self) -> str:
        roll = self.rng.random()
        if self.is_known and roll < 0.35:
            return self.pronoun if roll < 0.25 and self.may_be_pronoun else self.person.split()[-1]
        if roll < 0.55:
            self.is_known = True
            self.person = f"{self.rng.choice(FIRST)} {self.rng.choice(LAST)}"
            return f"{self.rng.choice(TITLES)} {self.person}" if self.rng.random() < 0.6 else self.person
        groups = (PLACES, OFFICIALS) if self.is_singular else (PLACES, OFFICIALS, CROWDS)
        return self.rng.choice(self.rng.choice(groups))
