"""Reading re3d: government and military texts on Syria and Iraq, with nested marks on whatever is spoken of.

re3d marks names, descriptions and pronouns alike ("the Kurdish YPG", "our Coalition partners", "he"). Which of its
marks count as names is decided here, for measuring and for training:

- pronouns and descriptions do not count: every word of a name is capitalised or a number, but for "of", "al" and so on;
- the article, a title ("President", "Lt. Gen.") and a possessive at the end are no part of a name; an organisation
  keeps what looks like a title ("Foreign Office");
- of marks that share words the innermost person counts, and the longest name of an organisation or a place;
- one stretch of words marked as two kinds is one name, right with either; so is the name of a country, which re3d
  marks now as a place, now as an organisation;
- names in a row are names of their own: "Palmyra, Syria" is two;
- quantities, times, money and addresses are no names; weapons, vehicles and documents are names of other things.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from standoff.errors import GoldError, UsageError
from standoff.evaluate.named import GoldName, NamedText
from standoff.spans import Span
from standoff.values import MentionKind

KINDS: Mapping[str, MentionKind] = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "place",
    "Nationality": "nationality",
    "DocumentReference": "other",
    "Weapon": "other",
    "MilitaryPlatform": "other",
    "Vehicle": "other",
}
"""The types of re3d that may be names, and the kind of each."""

FILES: tuple[str, ...] = ("documents.json", "entities.json")
"""What a folder of re3d has to hold, each one JSON object a line."""

_BEFORE_NAME = re.compile(
    r"(?:(?:the|a|an|this|our|their|its|his|her|all|former|President|Prime|Minister|Foreign|Secretary|General|Gen|Mr|Mrs|"
    r"Ms|Dr|Sir|Lt|Col|Maj|Ambassador|Ministers?|King|Army|Navy|Special|Envoy)\b\.?\s+)+",
    re.IGNORECASE,
)
# The last stop of "U.S." belongs to the name.
_BEHIND_NAME = re.compile(r"(?:['’]s?|[\s,;:]|(?<!\.[A-Za-z])\.)+$")
_NO_NAMES = frozenset("I We You They He She It Us Our Their His Her Minister President Ally Allies Ministers".split())
_SMALL_WORDS = frozenset("of the for and al de in on bin ibn".split())


def read_re3d(folder: Path) -> tuple[NamedText, ...]:
    """The documents of one source of re3d ("CENTCOM", "UK Government") with their names.

    Raises: UsageError when the folder lacks one of `FILES`, GoldError when a file is not re3d's.
    """
    documents, entities = (folder / name for name in FILES)
    texts = {str(row["_id"]): str(row["text"]) for row in _rows(documents, ("_id", "text"))}
    names: dict[str, list[GoldName]] = {key: [] for key in texts}
    for row in _rows(entities, ("_id", "begin", "end", "type", "documentId")):
        key = row["documentId"]
        if key not in texts or not 0 <= row["begin"] < row["end"] <= len(texts[key]):
            raise GoldError(f"{entities}, {row['_id']}: marks nothing in a document of {documents.name}")
        for mark in _in_a_row(texts[key], Span(row["begin"], row["end"])):
            if (name := _name(texts[key], mark, KINDS.get(row["type"]))) is not None:
                names[key].append(name)
    places = {n.span.of(texts[key]) for key, found in names.items() for n in found if n.kinds == ("place",)}
    return tuple(
        NamedText(name=key, text=text, names=_flat([_of_country(n, text, places) for n in names[key]]))
        for key, text in texts.items()
    )


def _in_a_row(text: str, mark: Span) -> list[Span]:
    """The parts of a mark between commas."""
    parts, start = [], mark.start
    for part in mark.of(text).split(", "):
        parts.append(Span(start, start + len(part)))
        start += len(part) + len(", ")
    return parts


def _of_country(name: GoldName, text: str, places: Collection[str]) -> GoldName:
    """The name, of either kind where a country is marked as an organisation: elsewhere it is marked as a place."""
    if name.kinds == ("organisation",) and name.span.of(text) in places:
        return GoldName(span=name.span, kinds=("organisation", "place"))
    return name


def _rows(path: Path, keys: Sequence[str]) -> list[dict[str, Any]]:
    """The objects of one file, one a line.

    Raises: UsageError when the file cannot be read, GoldError when a line is no object with these keys.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as err:
        raise UsageError(f"{path}: cannot be read ({err}); give a folder of re3d, with {' and '.join(FILES)}") from err
    try:
        rows = [json.loads(line) for line in lines if line.strip()]
    except json.JSONDecodeError as err:
        raise GoldError(f"{path}: not one JSON object a line ({err}); is this file re3d's?") from err
    for row in rows:
        missing = [key for key in keys if not isinstance(row, dict) or key not in row]
        if missing:
            raise GoldError(f"{path}, {missing[0]}: missing; every line needs {', '.join(keys)}")
    return rows


def _name(text: str, mark: Span, kind: MentionKind | None) -> GoldName | None:
    """The name that a mark holds, without article, title and possessive; None where it holds none."""
    if kind is None:
        return None
    before = _BEFORE_NAME.match(text, *mark)
    start = before.end() if before and kind != "organisation" else _without_article(text, mark.start)
    behind = _BEHIND_NAME.search(text[start : mark.end])
    span = Span(start, mark.end - len(behind[0]) if behind else mark.end)
    return GoldName(span=span, kinds=(kind,)) if _is_name(span.of(text)) else None


def _without_article(text: str, start: int) -> int:
    return start + len("the ") if text[start : start + len("the ")].lower() == "the " else start


def _is_name(words: str) -> bool:
    """Whether the words are a name: all capitalised or numbers, but for small ones between them.

    >>> _is_name("Free Syrian Army"), _is_name("Coalition partners"), _is_name("He")
    (True, False, False)
    """
    found = re.findall(r"\w+", words)
    capital = [word for word in found if word[:1].isupper() or word[:1].isdigit()]
    if not capital or found[0] in _SMALL_WORDS or found[0] in _NO_NAMES:
        return False
    return all(word in capital or word in _SMALL_WORDS or word.startswith("al") for word in found)


def _flat(names: Iterable[GoldName]) -> tuple[GoldName, ...]:
    """The names that count, sharing no words, in text order; one span of two kinds is one name of either."""
    kinds: dict[Span, set[MentionKind]] = {}
    for name in names:
        kinds.setdefault(name.span, set()).update(name.kinds)
    persons = [span for span, some in kinds.items() if some == {"person"}]
    outer = {s for s in persons if any(s != inner and s.covers(inner) for inner in persons)}
    kept: list[Span] = []
    for span in sorted(kinds.keys() - outer, key=lambda s: (s.start - s.end, s)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return tuple(GoldName(span=span, kinds=tuple(sorted(kinds[span]))) for span in sorted(kept))
