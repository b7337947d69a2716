"""The names of all actors by key and by surname: as little as can be made ready beforehand, the rest when asked for.

Most of the thousands of names never come up in a run, so what a key stands for in detail is found at its first use and
kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from standoff.knowledge.facts import Entry, Naming
from standoff.knowledge.keys import key
from standoff.knowledge.surnames import surname_ends, surname_keys


class Written(NamedTuple):
    """A form as the files write it, and what it names."""

    form: str
    naming: Naming


class NameIndex:
    """Which entries have a name with a certain key, and which persons go by a certain surname."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_key = _Filed()
        self._by_ending = _Filed()
        for entry in entries:
            for name in entry.names:
                name_key = key(name)
                self._by_key.add(name_key, entry)
                if entry.kind == "person":
                    for ending in surname_ends(name_key, entry.country):
                        self._by_ending.add(ending, entry)
            for form, _ in entry.further:
                self._by_key.add(key(form), entry)
        self._written: dict[str, tuple[Written, ...]] = {}
        self._persons: dict[str, tuple[str, ...]] = {}

    def __contains__(self, name_key: str) -> bool:
        return name_key in self._by_key.first

    def written(self, name_key: str) -> tuple[Written, ...]:
        """The forms with this key and what they name, in the order of the entries; empty when there is none."""
        if name_key in self._written:
            return self._written[name_key]
        found = tuple(
            Written(form.text, Naming(entry.actor_id, form.how, entry.since, entry.until))
            for entry in self._by_key.found(name_key)
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
            for entry in self._by_ending.found(surname_key.rpartition(" ")[2])
            if any(surname_key in surname_keys(name, entry.country) for name in entry.names)
        )
        if found:  # words that nobody goes by have no end, and are quickly told
            self._persons[surname_key] = found
        return found


class _Filed:
    """Entries by a text: nearly always one, so that the others are kept apart and no list is made for each."""

    def __init__(self) -> None:
        self.first: dict[str, Entry] = {}
        self.others: dict[str, dict[Entry, None]] = {}

    def add(self, text: str, entry: Entry) -> None:
        if self.first.setdefault(text, entry) is not entry:
            self.others.setdefault(text, {})[entry] = None

    def found(self, text: str) -> tuple[Entry, ...]:
        """The entries with this text in the order in which they came, each once; empty when there is none."""
        first = self.first.get(text)
        return () if first is None else (first, *self.others.get(text, ()))
