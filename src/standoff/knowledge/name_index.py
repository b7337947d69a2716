"""The names of all actors by key and by surname: as little as can be made ready beforehand, the rest when asked for.

Most of the thousands of names never come up in a run, so what a key stands for in detail is found at its first use and
kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from standoff.knowledge.facts import Entry, Naming
from standoff.knowledge.keys import key
from standoff.knowledge.surnames import surname_ends, surname_keys

_AND = "|"


class Written(NamedTuple):
    """A form as the files write it, and what it names."""

    form: str
    naming: Naming


class NameIndex:
    """Which entries have a name with a certain key, and which persons go by a certain surname.

    `by_key` and `by_ending` file the ids of `entries` by the keys of their names and by the last words of surnames;
    where several share one, they stand joined by "|" in the order of the entries.
    """

    def __init__(self, entries: Mapping[str, Entry], by_key: Mapping[str, str], by_ending: Mapping[str, str]) -> None:
        self.by_key, self.by_ending = by_key, by_ending
        self._entries = entries
        self._written: dict[str, tuple[Written, ...]] = {}
        self._persons: dict[str, tuple[str, ...]] = {}

    def __contains__(self, name_key: str) -> bool:
        return name_key in self.by_key

    def written(self, name_key: str) -> tuple[Written, ...]:
        """The forms with this key and what they name, in the order of the entries; empty when there is none."""
        if name_key in self._written:
            return self._written[name_key]
        found = tuple(
            Written(form.text, Naming(entry.actor_id, form.how, entry.since, entry.until))
            for entry in self._found(self.by_key, name_key)
            for form in entry.forms
            if key(form.text) == name_key
        )
        if found:
            self._written[name_key] = found
        return found

    def persons(self, surname_key: str) -> tuple[str, ...]:
        """The ids of the persons who go by this surname (`surname_keys`), in the order of the entries."""
        if surname_key in self._persons:
            return self._persons[surname_key]
        found = tuple(
            entry.actor_id
            for entry in self._found(self.by_ending, surname_key.rpartition(" ")[2])
            if any(surname_key in surname_keys(name, entry.country) for name in entry.names)
        )
        if found:  # words that nobody goes by have no end, and are quickly told
            self._persons[surname_key] = found
        return found

    def _found(self, filed: Mapping[str, str], text: str) -> Iterator[Entry]:
        """The entries filed under a text."""
        ids = filed.get(text)
        return (self._entries[actor_id] for actor_id in ids.split(_AND)) if ids else iter(())


def name_index(entries: Mapping[str, Entry]) -> NameIndex:
    """The index of all names of some entries by id."""
    by_key, by_ending = _Filed(), _Filed()
    for entry in entries.values():
        for name in entry.names:
            name_key = key(name)
            by_key.add(name_key, entry.actor_id)
            if entry.kind == "person":
                for ending in surname_ends(name_key, entry.country):
                    by_ending.add(ending, entry.actor_id)
        for form, _ in entry.further:
            by_key.add(key(form), entry.actor_id)
    return NameIndex(entries, by_key.ids, by_ending.ids)


class _Filed:
    """Ids by a text: nearly always one, so that no list is made for each."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def add(self, text: str, actor_id: str) -> None:
        filed = self.ids.setdefault(text, actor_id)
        if filed != actor_id and actor_id not in filed.split(_AND):
            self.ids[text] = f"{filed}{_AND}{actor_id}"
