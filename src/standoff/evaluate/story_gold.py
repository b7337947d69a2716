"""What people say holds across the documents of a story: `story.compare.json` (training/data/README.md).

Statements are named there by document and position; here by those two, too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, cast

from standoff.errors import GoldError, UsageError
from standoff.evaluate.gold import GoldDocument


class Place(NamedTuple):
    """A statement of the gold: its document's name and its position there, from 0."""

    doc: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSide:
    """One side of a clash: its name and its statements."""

    actor: str
    statements: frozenset[Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClash:
    """A clash or a convergence: what it is called, what it is about, and its two sides."""

    kind: str
    about: str
    sides: tuple[GoldSide, GoldSide]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMeeting:
    """The meeting: each field as the annotators wrote it."""

    forum: str
    place: str
    date: str
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStory:
    """Copies as pairs of documents' names, claims as sets of statements, clashes, convergences and the meeting."""

    copies: frozenset[frozenset[str]]
    claims: tuple[frozenset[Place], ...]
    clashes: tuple[GoldClash, ...]
    convergences: tuple[GoldClash, ...]
    meeting: GoldMeeting | None


def read_story(path: Path, documents: Sequence[GoldDocument]) -> GoldStory:
    """What the file says of these documents.

    Raises: UsageError when it cannot be opened, GoldError when it is not such a file or names a statement that the
    documents do not have.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        story = _story(cast("Mapping[str, Any]", raw))
    except OSError as err:
        raise UsageError(f"{path}: cannot be read ({err.strerror}); give the path of a .compare.json file") from err
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as err:
        raise GoldError(f"{path}: is not a comparison ({err!r}); see training/data/README.md for its fields") from err
    known = {Place(d.name, i) for d in documents for i in range(len(d.statements))}
    named = [*story.claims, *(side.statements for clash in story.clashes for side in clash.sides)]
    for place in sorted(place for places in named for place in places if place not in known):
        raise GoldError(f"{path}: names statement {place.number} of {place.doc!r}, which the documents do not have")
    return story


def _story(raw: Mapping[str, Any]) -> GoldStory:
    meeting = raw.get("meeting")
    return GoldStory(
        copies=frozenset(frozenset(pair) for pair in raw["copies"]),
        claims=tuple(_places(claim["statements"]) for claim in raw["claims"]),
        clashes=tuple(_clash(clash) for clash in raw["clashes"]),
        convergences=tuple(_clash(one) for one in raw["convergences"]),
        meeting=_meeting(meeting) if meeting else None,
    )


def _clash(raw: Mapping[str, Any]) -> GoldClash:
    sides = tuple(GoldSide(actor=raw[s]["actor"], statements=_places(raw[s]["statements"])) for s in ("a", "b"))
    return GoldClash(kind=raw["kind"], about=raw["about"], sides=(sides[0], sides[1]))


def _meeting(raw: Mapping[str, Any]) -> GoldMeeting:
    return GoldMeeting(
        forum=raw["forum"], place=raw["place"], date=raw["date"], participants=tuple(raw["participants"])
    )


def _places(raw: Sequence[Sequence[Any]]) -> frozenset[Place]:
    return frozenset(Place(str(doc), int(number)) for doc, number in raw)
