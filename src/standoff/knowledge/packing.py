"""Makes the shipped tables ready in one file.

    python -m standoff.knowledge.packing

writes it anew after a change of the tables; a test fails when the two differ.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from standoff.knowledge.facts import Facts
from standoff.knowledge.name_index import name_index
from standoff.knowledge.packed import PACKED
from standoff.knowledge.shipped import DATA, read_facts


def packed_text(facts: Facts) -> str:
    """The facts and the index of their names as JSON, a row or a name on each line."""
    index = name_index(facts.entries)
    parts: Mapping[str, Sequence[Any] | Mapping[str, Any]] = {
        "entries": list(facts.entries.values()),
        "roles": facts.roles,
        "offices": [(o.office_id, o.body_id, o.role, o.titles) for o in facts.offices.values()],
        "terms": facts.terms,
        "memberships": facts.memberships,
        "by_key": index.by_key,
        "by_ending": index.by_ending,
    }
    return "{\n" + ",\n".join(f'"{name}":{_part(part)}' for name, part in parts.items()) + "\n}\n"


def _part(part: Sequence[Any] | Mapping[str, Any]) -> str:
    """One part of the file, its members a line each."""
    if isinstance(part, Mapping):
        return "{\n" + ",\n".join(f"{_line(name)}:{_line(value)}" for name, value in part.items()) + "\n}"
    return "[\n" + ",\n".join(map(_line, part)) + "\n]"


def _line(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


if __name__ == "__main__":
    PACKED.write_text(packed_text(read_facts(DATA)), encoding="ascii")
