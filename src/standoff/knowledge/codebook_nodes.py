"""YAML as nodes that know their line. Only what a list of rules needs: no tags, no aliases, no key twice.

Every value stays text, so that "no" is a word and 1.10 keeps its zero. What is wrong is collected, not raised, since
the author of a file wants to see all of it; only bytes that are no YAML at all end the reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import yaml

MAX_BYTES = 1_000_000
"""Ten times the file that comes with the program."""

_MAX_DEPTH = 8  # a codebook needs five
_Value: TypeAlias = "str | tuple[Node, ...] | dict[str, Node]"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times as fast, and not built everywhere
_STARTS = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)


class Fault(NamedTuple):
    """Something wrong in a codebook: line counted from 1, the path of keys to it, and what is allowed.

    A warning leaves the codebook usable.
    """

    line: int
    key: str
    detail: str
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A value with the line of its key, or of its own beginning where it has none."""

    line: int
    value: _Value


class _Unreadable(Exception):  # noqa: N818 - it never leaves this file
    """The file is not of the kind that is read here; holds the one fault to tell."""

    def __init__(self, line: int, key: str, detail: str) -> None:
        super().__init__(detail)
        self.fault = Fault(line, key, detail)


def nodes_from_bytes(data: bytes) -> tuple[Node | None, tuple[Fault, ...]]:
    """The outermost node and what is wrong so far; no node when the bytes cannot be read as YAML of this kind."""
    faults: list[Fault] = []
    try:
        return _document(_text(data), faults), tuple(faults)
    except _Unreadable as err:
        return None, (*faults, err.fault)
    except yaml.YAMLError as err:
        return None, (*faults, _syntax_fault(err))


def _text(data: bytes) -> str:
    """Raises: _Unreadable when the file is too large or not UTF-8."""
    if len(data) > MAX_BYTES:
        raise _Unreadable(1, "file", f"{len(data)} bytes; at most {MAX_BYTES} are read; split the codebook")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        line = data.count(b"\n", 0, err.start) + 1
        raise _Unreadable(line, "file", f"byte {err.start} is not UTF-8; save the file as UTF-8") from err


def _document(text: str, faults: list[Fault]) -> Node | None:
    """The node of the first document.

    Raises: _Unreadable when there is none, or a second one, or a tag or alias is used.
    """
    node = None
    events = iter(yaml.parse(text, Loader=_LOADER))
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if node is not None:
                raise _Unreadable(_line(event), "file", "a second document begins; keep one")
            node = _node(next(events), events, (), faults)
    if node is None:
        raise _Unreadable(1, "file", "is empty; see docs/codebook_file.md")
    return node


def _node(event: Any, events: Iterator[Any], path: tuple[str, ...], faults: list[Fault]) -> Node:  # noqa: ANN401 - PyYAML ships no types
    """The node that begins with the event; takes from `events` what belongs to it.

    Raises: _Unreadable at an alias or tag, or when it lies too deep.
    """
    line, key = _line(event), ".".join(path) or "file"
    if not isinstance(event, _STARTS):
        raise _Unreadable(line, key, f"an alias, *{event.anchor}; write the value out")
    if event.tag is not None:
        raise _Unreadable(line, key, f"a tag, {event.tag!r}; write plain text, lists and keys")
    if len(path) > _MAX_DEPTH:
        raise _Unreadable(line, key, f"lies more than {_MAX_DEPTH} levels deep; see docs/codebook_file.md")
    if isinstance(event, yaml.ScalarEvent):
        return Node(line, str(event.value))
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(line, tuple(_items(events, path, faults)))
    return Node(line, _fields(events, path, faults))


def _items(events: Iterator[Any], path: tuple[str, ...], faults: list[Fault]) -> Iterator[Node]:
    for number, event in enumerate(events, start=1):
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _node(event, events, (*path, str(number)), faults)


def _fields(events: Iterator[Any], path: tuple[str, ...], faults: list[Fault]) -> dict[str, Node]:
    """The values by key, each with the line of its key; of a repeated key the first is kept.

    Raises: _Unreadable when a key is no plain text.
    """
    fields: dict[str, Node] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        name = _node(event, events, path, faults).value
        if not isinstance(name, str):
            raise _Unreadable(_line(event), ".".join(path) or "file", "a key that is no word; write key: value")
        value = _node(next(events), events, (*path, name), faults).value
        if name in fields:
            where = ".".join((*path, name))
            faults.append(Fault(_line(event), where, f"stands on line {fields[name].line} too; keep one"))
        else:
            fields[name] = Node(_line(event), value)
    return fields


def _line(event: Any) -> int:  # noqa: ANN401 - as above
    return int(event.start_mark.line) + 1


def _syntax_fault(err: yaml.YAMLError) -> Fault:
    mark = getattr(err, "problem_mark", None)
    problem = getattr(err, "problem", None) or getattr(err, "reason", None) or "it cannot be read"
    detail = f"not YAML ({problem}); check indentation, and quote text that holds ': ' or begins with a sign"
    return Fault(mark.line + 1 if mark else 1, "file", detail)
