"""What is wrong with one document of an annotation file, told key by key.

One list of rules for both readers: `gold` stops at the first fault, `check` shows them all. Only what makes a
document unusable is a fault; what merely looks odd is a warning and lives in `oddities`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.evaluate.sentences import sentence_spans
from standoff.values import ACTS, BASES, QUOTES, VOICES, canonical_text

CATEGORIES: Mapping[str, tuple[str, ...]] = {"basis": BASES, "quote": QUOTES, "act": ACTS}

_NEEDED = ("doc", "sha256", "text", "statements")
DOCUMENT_KEYS = (*_NEEDED, "voice", "meta")
"""The keys of a document; `meta` is for its publisher, date and the like, and free."""

_SPAN_KEYS = ("source", "cue", "addressee")
_LIST_KEYS = ("content", "targets")
_NAME_KEYS = ("actor", "on_behalf_of")
_NAMES_KEYS = ("actor_also", "on_behalf_also", "target_actors")
_NEEDED_IN_STATEMENT = ("sentence", "source", "cue", "content", "basis", "quote", "act")
STATEMENT_KEYS = ("sentence", *_SPAN_KEYS, *_LIST_KEYS, *CATEGORIES, *_NAME_KEYS, *_NAMES_KEYS)
"""The keys of a statement (training/data/README.md)."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the key where it is ("statements[3].cue"), and what, what is allowed, what to do."""

    key: str
    detail: str


Rule = Callable[[str, object, str], Iterator[Fault]]
"""`(key, value, text of the document)` to what is wrong with the value."""


def document_faults(raw: object) -> Iterator[Fault]:
    """What makes a document of an annotation file unusable; nothing when it is sound."""
    if not isinstance(raw, dict):
        yield Fault("line", f"{type(raw).__name__} instead of an object; write one document as one JSON object a line")
        return
    missing = [key for key in _NEEDED if key not in raw]
    yield from (Fault(key, "missing; every document needs " + ", ".join(_NEEDED)) for key in missing)
    if missing:
        return
    text = raw["text"]
    yield from _name_faults(raw["doc"])
    if not isinstance(text, str) or not text.strip():
        yield Fault("text", "not a string with words in it; put the article's text here")
        return
    yield from _text_faults(text, raw["sha256"])
    yield from _each("statements", raw["statements"], text, _statement_faults)
    yield from _sentence_faults(raw["statements"], text)
    yield from _each("voice", raw.get("voice", []), text, _voice_faults)


def _name_faults(name: object) -> Iterator[Fault]:
    """What is wrong with the document's name."""
    if not isinstance(name, str) or not name:
        yield Fault("doc", f"{name!r} is no name; give a string that no other document of the file has")


def _text_faults(text: str, sha256: object) -> Iterator[Fault]:
    """What is wrong with the text itself: offsets hold only in a canonical, unchanged text."""
    if canonical_text(text) != text:
        yield Fault("text", "holds CR, control characters or a byte-order mark; remove them and count the offsets anew")
    found = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    if sha256 != found:
        yield Fault("sha256", f"{sha256!r} is not the text's, {found}; has the text changed after it was annotated?")


def _statement_faults(key: str, raw: object, text: str) -> Iterator[Fault]:
    """What makes one statement unusable."""
    if not isinstance(raw, dict):
        yield Fault(key, f"{type(raw).__name__} instead of an object")
        return
    missing = [name for name in _NEEDED_IN_STATEMENT if name not in raw]
    yield from (Fault(f"{key}.{name}", "missing; every statement needs it, null or [] when empty") for name in missing)
    for name in _SPAN_KEYS:
        if raw.get(name) is not None:
            yield from span_faults(f"{key}.{name}", raw[name], text)
    for name in _LIST_KEYS:
        yield from _each(f"{key}.{name}", raw.get(name, []), text, span_faults)
    for name, allowed in CATEGORIES.items():
        if name in raw and raw[name] not in allowed:
            yield Fault(f"{key}.{name}", f"{raw[name]!r} is not in the codebook; allowed: {', '.join(allowed)}")
    if not missing and raw["cue"] is None and not raw["content"]:
        yield Fault(key, "has neither cue nor content; mark at least one of them or remove the statement")
    yield from _actor_faults(key, raw)


def _sentence_faults(statements: object, text: str) -> Iterator[Fault]:
    """What is wrong with the statements' sentence numbers; apart from the rest, to split the text only once."""
    n_sentences = len(sentence_spans(text))
    for i, raw in enumerate(statements if isinstance(statements, list) else ()):
        number = raw.get("sentence", 0) if isinstance(raw, dict) else 0
        if not isinstance(number, int) or not 0 <= number < n_sentences:
            last = n_sentences - 1
            yield Fault(f"statements[{i}].sentence", f"{number!r} is no sentence of this text, which has 0 to {last}")


def _actor_faults(key: str, raw: Mapping[str, object]) -> Iterator[Fault]:
    """What is wrong with the names of actors: strings, lists of strings, or null for on_behalf_of."""
    for name in _NAME_KEYS:
        if not isinstance(raw.get(name), str | None):
            yield Fault(f"{key}.{name}", f"{raw[name]!r} is not an actor's name or null")
    for name in _NAMES_KEYS:
        names = raw.get(name, [])
        if not isinstance(names, list) or not all(isinstance(x, str) for x in names):
            yield Fault(f"{key}.{name}", f"{names!r} is not a list of actors' names")


def _voice_faults(key: str, raw: object, text: str) -> Iterator[Fault]:
    """What is wrong with one label of the author's voice."""
    yield from span_faults(key, raw, text)
    label = raw.get("label") if isinstance(raw, dict) else None
    if label not in VOICES:
        yield Fault(f"{key}.label", f"{label!r} is not in the codebook; allowed: {', '.join(VOICES)}")


def span_faults(key: str, raw: object, text: str) -> Iterator[Fault]:
    """What is wrong with one span: two counts, in order, inside the text, with something between them.

    >>> list(span_faults("cue", {"start": 4, "end": 4}, "He said no"))
    [Fault(key='cue', detail='[4, 4) is empty or outside the text of 10 characters; count code points from 0')]
    """
    bounds = (raw.get("start"), raw.get("end")) if isinstance(raw, dict) else (None, None)
    start, end = bounds
    if not isinstance(start, int) or not isinstance(end, int):
        yield Fault(key, f'{raw!r} is no span; write {{"start": 0, "end": 5}}')
    elif not 0 <= start < end <= len(text):
        yield Fault(
            key, f"[{start}, {end}) is empty or outside the text of {len(text)} characters; count code points from 0"
        )


def _each(key: str, raw: object, text: str, rule: Rule) -> Iterator[Fault]:
    """What `rule` finds in each item of a list, which `raw` has to be."""
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        yield Fault(key, f"{type(raw).__name__} instead of a list")
        return
    for i, item in enumerate(raw):
        yield from rule(f"{key}[{i}]", item, text)
