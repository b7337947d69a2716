"""The shipped tables as `packing` has made them ready, from which a start has them in a third of the time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from standoff.knowledge.facts import Entry, Facts, Form, Membership, Office, Term
from standoff.knowledge.lookup import Knowledge
from standoff.knowledge.name_index import NameIndex

PACKED = Path(__file__).parent / "data" / "packed.json"


def knowledge_from_pack(path: Path = PACKED) -> Knowledge:
    """What the file holds, ready to be asked.

    Raises: OSError when there is no such file, ValueError when it is not JSON.
    """
    parts = json.loads(path.read_bytes().decode("ascii"))
    entries = _Entries(parts["entries"])
    facts = Facts(
        entries=entries,
        roles={role: tuple(titles) for role, titles in parts["roles"].items()},
        offices={
            office_id: Office(office_id, body_id, role, tuple(titles))
            for office_id, body_id, role, titles in parts["offices"]
        },
        terms=tuple(map(Term._make, parts["terms"])),
        memberships=tuple(map(Membership._make, parts["memberships"])),
    )
    return Knowledge(facts, NameIndex(entries, parts["by_key"], parts["by_ending"]))


class _Entries(Mapping[str, Entry]):
    """Entries by id, each made from its row when it is first asked for: most never are."""

    def __init__(self, rows: Sequence[Sequence[Any]]) -> None:
        self._rows = {row[0]: row for row in rows}
        self._made: dict[str, Entry] = {}

    def __getitem__(self, actor_id: str) -> Entry:
        if actor_id not in self._made:
            self._made[actor_id] = _entry(self._rows[actor_id])
        return self._made[actor_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, actor_id: object) -> bool:
        return actor_id in self._rows


def _entry(row: Sequence[Any]) -> Entry:
    """The entry of a row, which holds lists where an entry holds tuples."""
    actor_id, name, kind, country, others, further, *rest = row
    return Entry(actor_id, name, kind, country, tuple(others), tuple(map(Form._make, further)), *rest)
