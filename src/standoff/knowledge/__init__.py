"""Who is who: countries, organisations, offices and their holders, from files that anyone can read and extend."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from standoff.knowledge.actors_file import facts_with_file
from standoff.knowledge.facts import How, Naming, Office, Term
from standoff.knowledge.keys import key, title_key
from standoff.knowledge.lookup import Knowledge
from standoff.knowledge.packed import knowledge_from_pack
from standoff.knowledge.shipped import person_id

__all__ = ["How", "Knowledge", "Naming", "Office", "Term", "key", "knowledge", "person_id", "title_key"]


def knowledge(extra: Sequence[Path] = ()) -> Knowledge:
    """What the shipped files say, extended and overridden by the user's files in their order (docs/actors_file.md).

    Raises: UsageError at the first thing that is wrong in a user's file.
    """
    if not extra:
        return _shipped()
    facts = _shipped().facts
    for path in extra:
        facts = facts_with_file(facts, path)
    return Knowledge(facts)


@lru_cache(maxsize=1)
def _shipped() -> Knowledge:
    return knowledge_from_pack()
