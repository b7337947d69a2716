"""States and organisations in a document: which one a name, an adjective or a seat of government stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from standoff.knowledge import Knowledge, Naming, key
from standoff.resolve.lexicon import portfolios
from standoff.resolve.named import Named
from standoff.resolve.names import Names
from standoff.spans import Span
from standoff.values.actor import Actor, ActorKind

# "Ardeshi" belongs to "Ardesh": a name of at least so many letters, with an ending no longer than that.
_MIN_STEM, _LONGEST_ENDING = 4, 4
# A state's name has at most so many words ("Democratic Republic of the Congo"); behind it these name the state itself.
_LONGEST_STATE = 5
# Known as one state's, but other states have bodies called so too.
_EVERYWHERE = frozenset(
    ("Foreign Office", "Congress", "Joint Chiefs of Staff", "Joint Chiefs", "Treasury", "Home Office", "Supreme Court")
)
_ITSELF = frozenset(("government", "authorities", "administration", "leadership"))
_SMALL_WORDS = frozenset("of the for and in on to".split())
_ADJECTIVE = re.compile(r"\w+(?:n|ns|i|is|ish|ese|ic|er|ers)")
_ACRONYM = re.compile(r"\s*\(\s*[\"“'‘]?([A-Z][A-Za-z0-9-]{1,9})[\"”'’]?\s*\)")


@dataclass(frozen=True, eq=False)
class Bodies:
    """What the names of one document stand for, people left out."""

    names: Names
    known: Knowledge
    doc_id: str
    on: date | None

    def actor(self, named: Named) -> Actor | None:
        """The state, organisation, bloc or group that a name stands for; `None` when the text does not settle it."""
        surface = named.span.of(self.names.text)
        longer = self._longer.get(surface)
        if longer is not None:
            return self.actor(longer)
        if named.namings:
            chosen = self._chosen(named)
            actor = None if chosen is None else self.known.actor(chosen)
            return None if actor is not None and self._is_elsewhere(surface, actor) else actor
        if named.kind == "nationality" or _ADJECTIVE.fullmatch(surface):
            owner = self._by_adjective(surface)
            if owner is not None or named.kind == "nationality":
                return owner
        full = self._acronyms.get(surface)
        if full is not None:
            return self.actor(full)
        if surface.lower() in portfolios() or (named.kind == "organisation" and self.known.is_title_word(surface)):
            return None  # "Permanent", "Agriculture": left over of a title, of a ministry's name
        same = self._by_last_words.get(key(surface))
        return self._unknown(same or named) if same or named.kind != "other" else None

    def _unknown(self, named: Named) -> Actor:
        """The actor of a name that the knowledge does not have, with the state that the name begins with."""
        state, rest = self._state_before(named.span)
        if state is None:
            return new_actor(self.names.text, named)
        if rest.lower() in _ITSELF:
            return state
        return replace(new_actor(self.names.text, named), country=state.country)

    def _state_before(self, span: Span) -> tuple[Actor | None, str]:
        """The state that an unknown name begins with, and what follows: "U.S." and "Coast Guard"."""
        words = span.of(self.names.text).split()
        for n in range(min(_LONGEST_STATE, len(words) - 1), 0, -1):
            first = " ".join(words[:n])
            for naming in self.known.namings(first.removesuffix("'s").removesuffix("’s")):
                state = self.known.actor(naming.actor_id)
                if state is not None and state.kind == "government" and naming.how != "people":
                    return state, " ".join(words[n:])
        return None, ""

    def _is_elsewhere(self, surface: str, actor: Actor) -> bool:
        """Whether a name that every state may use is one state's, and the document is about others."""
        if surface not in _EVERYWHERE or actor.country is None:
            return False
        state = self.known.actor(f"gov:{actor.country}")
        return state is not None and not self.may_be_about(state)

    def may_be_about(self, state: Actor) -> bool:
        """Whether the document names the state, or none at all: a "foreign secretary" in Manila is not Britain's."""
        return state.actor_id in self._mentioned or not any(i.startswith("gov:") for i in self._mentioned)

    def _chosen(self, named: Named) -> str | None:
        """The one actor that a known name may stand for here."""
        ids = tuple(dict.fromkeys(n.actor_id for n in _in_time(named.namings, self.on)))
        if len(ids) <= 1:
            return ids[0] if ids else None
        seats = {n.actor_id for n in named.namings if n.how in ("capital", "metonym")}
        named_otherwise = [i for i in ids if i in self._mentioned and i in seats]
        if len(named_otherwise) == 1:
            return named_otherwise[0]
        plain = [i for i in ids if i not in seats]
        return plain[0] if len(plain) == 1 else None

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        """The actors that the document names by a name that is theirs alone."""
        return frozenset(n.namings[0].actor_id for n in self.names.all if len({m.actor_id for m in n.namings}) == 1)

    @cached_property
    def _acronyms(self) -> Mapping[str, Named]:
        """Short forms that the document gives in brackets behind a name, and initials of its unknown organisations."""
        found: dict[str, Named] = {}
        for named in self.names.all:
            if named.kind not in ("organisation", "other", "place"):
                continue
            bracket = _ACRONYM.match(self.names.text, named.span.end)
            if bracket:
                found.setdefault(bracket[1], named)
            words = named.span.of(self.names.text).split()
            if len(words) > 2 and not named.namings:
                found.setdefault("".join(w[0] for w in words if w.lower() not in _SMALL_WORDS), named)
        return found

    @cached_property
    def _longer(self) -> Mapping[str, Named]:
        """Single words that stand for the one longer name of an organisation that they end: "Times", "Post"."""
        ends: dict[str, dict[str, Named]] = {}
        for named in self.names.all:
            words = named.span.of(self.names.text).split()
            if named.kind == "organisation" and len(words) > 1:
                ends.setdefault(words[-1], {}).setdefault(" ".join(words), named)
        alone = {n.span.of(self.names.text) for n in self.names.all if n.kind in ("organisation", "other")}
        return {
            word: next(iter(several.values()))
            for word, several in ends.items()
            if len(several) == 1 and word in alone and word not in ("Ministry", "Council")
        }

    @cached_property
    def _by_last_words(self) -> Mapping[str, Named]:
        """Unknown organisations and places by their own key: the first mention stands for all that are written so."""
        found: dict[str, Named] = {}
        for named in self.names.all:
            if not named.namings and named.kind in ("organisation", "place"):
                found.setdefault(key(named.span.of(self.names.text)), named)
        return found

    @cached_property
    def _places(self) -> tuple[Named, ...]:
        """The unknown places, each once, without those that are another one's adjective."""
        unique = {n.span.of(self.names.text): n for n in self.names.all if n.kind == "place" and not n.namings}
        return tuple(n for word, n in unique.items() if not any(_is_adjective_of(word, other) for other in unique))

    def _by_adjective(self, adjective: str) -> Actor | None:
        """The unknown place that an unknown adjective is made from."""
        for place in self._places:
            if _is_adjective_of(adjective, place.span.of(self.names.text)):
                return new_actor(self.names.text, place)
        return None


def _is_adjective_of(word: str, place: str) -> bool:
    """Whether a word may be the adjective or the people of a place: its name with another ending.

    >>> [_is_adjective_of(*p) for p in (("Isaltran", "Isaltra"), ("Merangi", "Merangian"), ("Kyrathis", "Kyrath"))]
    [True, False, True]
    """
    stem, name = key(word), key(place)
    if stem == name or len(name) < _MIN_STEM or not _ADJECTIVE.fullmatch(word) or len(stem) < len(name):
        return False
    return stem.startswith(name[:-1]) and len(stem) - len(name) <= _LONGEST_ENDING


def new_actor(text: str, named: Named) -> Actor:
    """The actor of a name that the knowledge does not have: a place speaks as its government."""
    name = " ".join(named.span.of(text).split())
    kind: ActorKind = "government" if named.kind == "place" else "organisation"
    return Actor(actor_id=f"new:{slug_of(name)}", name=name, kind=kind)


def slug_of(name: str) -> str:
    """The name as part of an id; of any script, never empty.

    >>> slug_of("Highland Resistance Army")
    'highland-resistance-army'
    """
    return re.sub(r"[\W_]+", "-", key(name)).strip("-") or "x" + name.encode().hex()


def _in_time(namings: Iterable[Naming], on: date | None) -> list[Naming]:
    """The namings of what there was on the day; an actor that has ended is still spoken of."""
    kept = list(namings)
    if on is None or len(kept) < 2:
        return kept
    begun = [n for n in kept if n.since is None or n.since <= on.isoformat()]
    return begun or kept
