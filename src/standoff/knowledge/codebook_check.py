"""A codebook from its nodes, and everything that is wrong with them; `codebook` refuses what this finds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from standoff.knowledge.codebook_nodes import Fault, Node, nodes_from_bytes
from standoff.knowledge.codebook_terms import words_from_term
from standoff.values.codebook import Issue, Norm, Term

FORMAT = "1"
WEIGHT = 0.7
"""Of a term without one: alone in the content it convinces, alone beside it it does not (code/issues.py)."""

HINT_WEIGHT = 0.4
"""Of a hint without one: two convince together, or one with the sentence's vector."""

_MAX_SHOWN_CHARS = 40
_KEY = re.compile(r"[a-z0-9_]+")
_TOP = ("format", "name", "version", "ignore", "issues", "norms")
_ISSUE = ("name", "definition", "include", "exclude", "terms", "hints", "examples")
_NORM = ("name", "definition", "terms", "hints")
_TERM = ("term", "weight", "not_with")
_WEIGHT = re.compile(r"0?\.\d+|1(?:\.0*)?")


class Parts(NamedTuple):
    """What a file says; `norms` is `None` where it has none of its own."""

    name: str
    version: str
    ignored: tuple[str, ...]
    issues: tuple[Issue, ...]
    norms: tuple[Norm, ...] | None


def parts_from_bytes(data: bytes) -> tuple[Parts, tuple[Fault, ...]]:
    """What the file says as far as it is sound, and all that is wrong, by line."""
    node, faults = nodes_from_bytes(data)
    reader = _Reader(faults)
    parts = reader.parts(node) if node is not None else Parts("", "", (), (), ())
    return parts, tuple(sorted(reader.faults))


class _Reader:
    """Takes values out of nodes; where one is wrong it notes the fault and goes on with an empty one."""

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = list(faults)

    def parts(self, top: Node) -> Parts:
        """The parts of the outermost node."""
        fields = self._fields(top, "file", _TOP, required=("format", "name", "issues"))
        if "format" in fields and self._text(fields["format"], "format") not in {FORMAT, ""}:
            self._note(fields["format"], "format", f"{fields['format'].value!r} is unknown; write {FORMAT}")
        issues = tuple(self._issue(key, node) for key, node in self._entries(fields, "issues"))
        norms = tuple(self._norm(key, node) for key, node in self._entries(fields, "norms"))
        if "issues" in fields:
            self._warn_of_shared_terms(fields["issues"], issues)
        return Parts(
            name=self._text(fields.get("name"), "name"),
            version=self._text(fields.get("version"), "version"),
            ignored=tuple(self._phrases(fields.get("ignore"), "ignore")),
            issues=issues,
            norms=norms if "norms" in fields else None,
        )

    def _issue(self, key: str, node: Node) -> Issue:
        where = f"issues.{key}"
        fields = self._fields(node, where, _ISSUE, required=("name", "definition", "terms"))
        texts = {name: self._text(fields.get(name), f"{where}.{name}") for name in _ISSUE[:4]}
        examples = tuple(self._texts(fields.get("examples"), f"{where}.examples"))
        return Issue(key=key, **texts, terms=tuple(self._terms(fields, where)), examples=examples)

    def _norm(self, key: str, node: Node) -> Norm:
        where = f"norms.{key}"
        fields = self._fields(node, where, _NORM, required=("name", "terms"))
        texts = {name: self._text(fields.get(name), f"{where}.{name}") for name in _NORM[:2]}
        return Norm(key=key, **texts, terms=tuple(self._terms(fields, where)))

    def _entries(self, fields: Mapping[str, Node], name: str) -> Iterator[tuple[str, Node]]:
        """The categories of a list, each under its key."""
        if name not in fields:
            return
        entries = fields[name].value
        if not isinstance(entries, dict) or not entries:
            self._note(fields[name], name, f"holds {_kind(fields[name])}; write at least one key with its fields below")
            return
        for key, node in entries.items():
            if not _KEY.fullmatch(key):
                self._note(node, f"{name}.{key}", "is no key; write small letters a-z, digits and _")
            yield key, node

    def _terms(self, fields: Mapping[str, Node], where: str) -> Iterator[Term]:
        """The terms and hints of a category, each once."""
        seen: dict[str, Node] = {}
        for name, weight in (("terms", WEIGHT), ("hints", HINT_WEIGHT)):
            for node in self._items(fields.get(name), f"{where}.{name}"):
                term = self._term(node, f"{where}.{name}", weight)
                earlier = seen.setdefault(term.text, node)
                if earlier is not node and term.text:
                    self._note(
                        node, f"{where}.{name}", f"{_short(term.text)} stands on line {earlier.line} too; keep one"
                    )
                yield term
        if "terms" in fields and fields["terms"].value == ():
            self._note(fields["terms"], f"{where}.terms", "is empty; write at least one word or phrase")

    def _term(self, node: Node, where: str, weight: float) -> Term:
        if isinstance(node.value, str):
            return Term(text=self._phrase(node, where), weight=weight)
        fields = self._fields(node, where, _TERM, required=("term",))
        return Term(
            text=self._phrase(fields["term"], where) if "term" in fields else "",
            weight=self._weight(fields.get("weight"), where, weight),
            not_with=tuple(self._phrases(fields.get("not_with"), f"{where}.not_with")),
        )

    def _weight(self, node: Node | None, where: str, default: float) -> float:
        if node is None:
            return default
        written = self._text(node, f"{where}.weight")
        if not _WEIGHT.fullmatch(written) or float(written) == 0:
            self._note(node, f"{where}.weight", f"{written!r} is no weight; write a number above 0, at most 1")
            return default
        return float(written)

    def _phrases(self, node: Node | None, where: str) -> Iterator[str]:
        for item in self._items(node, where):
            yield self._phrase(item, where)

    def _phrase(self, node: Node, where: str) -> str:
        text = self._text(node, where)
        try:
            if text:
                words_from_term(text)
        except ValueError as err:
            self._note(node, where, f"{_short(text)} {err}")
        return text

    def _texts(self, node: Node | None, where: str) -> Iterator[str]:
        for item in self._items(node, where):
            yield self._text(item, where)

    def _text(self, node: Node | None, where: str) -> str:
        """The text on one line; empty where there is no node."""
        if node is None:
            return ""
        if isinstance(node.value, str) and node.value.strip():
            return " ".join(node.value.split())
        self._note(node, where, f"holds {_kind(node)}; write text")
        return ""

    def _items(self, node: Node | None, where: str) -> tuple[Node, ...]:
        if node is None:
            return ()
        if isinstance(node.value, tuple):
            return node.value
        self._note(node, where, f"holds {_kind(node)}; write a list")
        return ()

    def _fields(
        self, node: Node, where: str, allowed: Collection[str], required: Collection[str]
    ) -> Mapping[str, Node]:
        """The fields of a node that may stand there."""
        if not isinstance(node.value, dict):
            self._note(node, where, f"holds {_kind(node)}; write the fields {', '.join(allowed)}")
            return {}
        for name, field in node.value.items():
            if name not in allowed:
                path = name if where == "file" else f"{where}.{name}"
                self._note(field, path, f"unknown key; keys here are {', '.join(allowed)}")
        for name in required:
            if name not in node.value:
                self._note(node, where, f"has no {name}; keys needed are {', '.join(required)}")
        return {name: field for name, field in node.value.items() if name in allowed}

    def _warn_of_shared_terms(self, node: Node, issues: tuple[Issue, ...]) -> None:
        """Notes terms, hints apart, that speak for two issues with one weight, so that neither can win."""
        first: dict[tuple[str, float], str] = {}
        lines = {key: child.line for key, child in node.value.items()} if isinstance(node.value, dict) else {}
        for issue in issues:
            for term in issue.terms:
                other = first.setdefault((term.text, term.weight), issue.key)
                if term.text and term.weight > HINT_WEIGHT and other != issue.key:
                    detail = f"{_short(term.text)} has the same weight in {other}; both will be found"
                    self.faults.append(Fault(lines[issue.key], f"issues.{issue.key}.terms", detail, is_warning=True))

    def _note(self, node: Node, where: str, detail: str) -> None:
        self.faults.append(Fault(node.line, where, detail))


def _kind(node: Node) -> str:
    if isinstance(node.value, str):
        return repr(node.value) if node.value.strip() else "nothing"
    return "a list" if isinstance(node.value, tuple) else "keys"


def _short(text: str) -> str:
    """The text in quotation marks, its end left out where a line could not hold it."""
    return repr(text if len(text) <= _MAX_SHOWN_CHARS else f"{text[:_MAX_SHOWN_CHARS]}...")
