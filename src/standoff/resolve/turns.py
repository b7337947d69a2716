"""Who speaks in a record: its labels resolved to actors by its own head and by the knowledge on its date.

The same people as in articles: a full name in the head settles who a surname is, else the one known person of that
surname who holds the office on the day. Nobody is guessed: a surname that fits two people stays a surname.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from standoff.knowledge import Knowledge, Office, key
from standoff.resolve.bodies import slug_of
from standoff.values.actor import UNNAMED, Actor
from standoff.values.spoken import SpokenRecord, Turn

_SMALL = frozenset("of the for and to in at a an".split())
_PARTICLES = frozenset("de la le di da del du von van der den al el bin ibn ben dos".split())
_BEFORE_NAME = frozenset("dr mr ms mrs miss sir".split())
_OPENING = frozenset("And But So Thank Thanks Hi Hello Yes No The With For To From By As If When Dear".split())
_INITIAL = re.compile(r"\w\.?")
_POSSESSIVE = re.compile(r"[’'ʼ]s?$")
_JOINTS = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\b(?:[Gg]overnments?|ministers|leaders|members|countries) of\s+")
_MOST_NAME_WORDS = 5
_NAME = r"[^\W\d_a-z][\w’'-]+"


@dataclass(frozen=True, slots=True)
class _Who:
    """A speaker's words taken apart: the title in small letters, the words of the name, the state named with it."""

    title: str
    name: tuple[str, ...]
    body: str | None = None


@dataclass(frozen=True, eq=False)
class _Casting:
    """One record with what is known on its day."""

    record: SpokenRecord
    known: Knowledge
    on: date | None

    @cached_property
    def people(self) -> tuple[_Who, ...]:
        """The people of the head, each with name and office."""
        return tuple(self.from_line(line) for line in self.record.people)

    def from_line(self, line: str) -> _Who:
        """A line of the head, "Ned Price, Department Spokesperson", taken apart."""
        name, _, title = line.partition(",")
        return replace(self.parted(title, is_title=True), name=self.parted(name).name or tuple(name.split()))

    def parted(self, words: str, *, is_title: bool = False) -> _Who:
        """The words of a label: "FRENCH FOREIGN MINISTER LE DRIAN" is a state, a title and a name."""
        plain = [_POSSESSIVE.sub("", w.strip(",;")) for w in words.replace("Sec.", "Secretary").split()]
        title: list[str] = []
        body: str | None = None
        i = 0
        while i < len(plain):
            lower = plain[i].lower().strip(".")
            state = self._state(plain, i)
            if state is not None:
                body = body or state.actor_id
                i += state.n_words
                continue
            if not (is_title or lower in _SMALL or lower in _BEFORE_NAME or self.known.is_title_word(lower)):
                break
            if lower not in _BEFORE_NAME:
                title.append(lower)
            i += 1
        while title and title[-1] in _SMALL:
            title.pop()
        return _Who(" ".join(w for w in title if w != "the"), tuple(plain[i:]), body)

    def _state(self, words: Sequence[str], at: int) -> _State | None:
        """The state that is named there, when no more words belong to a person's name before it."""
        for n in (4, 3, 2, 1):
            surface = " ".join(words[at : at + n])
            if at + n > len(words) or not surface[:1].isupper():
                continue
            written = surface.title() if surface.isupper() and len(surface) > 4 else surface
            namings = [m for m in self.known.namings(written) if m.actor_id.startswith("gov:")]
            if namings and not (at + n == len(words) and at == 0 and n == 1 and words[0].isupper()):
                return _State(namings[0].actor_id, n)
        return None


@dataclass(frozen=True, slots=True)
class _State:
    actor_id: str
    n_words: int


def resolve_turns(record: SpokenRecord, known: Knowledge) -> SpokenRecord:
    """The record with the actors of its turns; those without a name are UNNAMED, who asks and hosts included.

    A turn without actors is one whose speaker the record does not settle: an interpreter's.
    """
    on = _day(record)
    casting = _Casting(record, known, on)
    settled: dict[str, Turn] = {}
    turns = []
    for turn in record.turns:
        if turn.who not in settled:
            settled[turn.who] = _resolved(casting, turn)
        turns.append(replace(turn, actors=settled[turn.who].actors, bodies=settled[turn.who].bodies))
    return replace(record, turns=tuple(turns))


def _day(record: SpokenRecord) -> date | None:
    published = record.document.published
    return date.fromisoformat(published[:10]) if published else None


def _resolved(casting: _Casting, turn: Turn) -> Turn:
    if turn.role == "interpreter":
        return turn
    if turn.role != "speaker":
        return replace(turn, actors=(UNNAMED,))
    if casting.record.form == "attributed" and (joint := _joint(casting, turn.who)):
        return replace(turn, actors=joint)
    is_line = turn.who in casting.record.people
    who = casting.from_line(turn.who) if is_line else casting.parted(turn.who.partition(",")[0])
    actor = _person(casting, who)
    return replace(turn, actors=(actor,), bodies=_bodies(casting, actor, who)) if actor else turn


def _joint(casting: _Casting, words: str) -> tuple[Actor, ...]:
    """Those who release a joint statement, as far as they are known; none where the words name one person only.

    "the Governments of Japan and the United States of America"; "Secretary of State Antony J. Blinken, French Foreign
    Minister Jean-Yves Le Drian, and UK Foreign Secretary Dominic Raab".
    """
    parts = [part.strip(" .") for part in _JOINTS.split(words)]
    if len(parts) < 2:
        return ()
    found: list[Actor | None] = []
    for part in parts:
        namings = [n for n in casting.known.namings(part) if n.how in ("name", "acronym")]
        who = casting.parted(part)
        found.append(
            casting.known.actor(namings[0].actor_id) if namings else _known(casting, who) if who.name else None
        )
    actors = tuple(dict.fromkeys(actor for actor in found if actor is not None))
    return actors if len(actors) > 1 else ()


def _person(casting: _Casting, who: _Who) -> Actor | None:
    """The person of a label: from the head, else known on the day, else new by the fullest name in the text."""
    if not who.name:
        return _by_title(casting, who)
    # The head's fuller name and office say who a surname in a label is.
    fuller = [p for p in casting.people if _ends_alike(p.name, who.name)]
    best = fuller[0] if len({p.name for p in fuller}) == 1 else None
    name = best.name if best else who.name
    asked = replace(
        who, name=name, title=best.title if best else who.title, body=(best.body if best else None) or who.body
    )
    known = _known(casting, asked) or _known(casting, who)
    if known is not None or len(name) > _MOST_NAME_WORDS:
        return known
    return _new(casting, name)


def _known(casting: _Casting, who: _Who) -> Actor | None:
    known = casting.known
    for written in dict.fromkeys((_written(who.name), _written(_without_initials(who.name)))):
        ids = [n.actor_id for n in known.namings(written) if n.actor_id.startswith("person:")]
        if len(set(ids)) == 1:
            return known.actor(ids[0])
    words = [w for w in who.name if not _INITIAL.fullmatch(w)]
    for start in range(len(words)):
        ids = list(known.persons(" ".join(words[start:])))
        if start:
            ids = [i for i in ids if _first_alike(known, i, words[0])]
        else:
            in_office = [i for i in ids if casting.on is None or known.posts(i, casting.on)]
            ids = [i for i in in_office if _fits(casting, i, who)]
        if ids:
            return known.actor(ids[0]) if len(set(ids)) == 1 else None
    return None


def _first_alike(known: Knowledge, person_id: str, first: str) -> bool:
    actor = known.actor(person_id)
    mine, theirs = key(first), key(actor.name.split()[0]) if actor else ""
    return bool(theirs) and (mine[:3] == theirs[:3] or (len(mine) == 1 and mine == theirs[0]))


def _fits(casting: _Casting, person_id: str, who: _Who) -> bool:
    """Whether a known person of that surname may be meant: an office with the title, in the state if one is named."""
    offices = [casting.known.facts.offices[t.office_id] for t in casting.known.posts(person_id, casting.on)]
    if who.body is not None and offices and all(o.body_id != who.body for o in offices):
        return False
    roles = set(casting.known.roles(who.title))
    own = {o.office_id for o in casting.known.offices(who.title)}
    if not roles and not own:
        # "MS CHUNG" is the foreign minister of that name only where the record has her in full: ministers have titles.
        actor = casting.known.actor(person_id)
        is_named = actor is not None and actor.name in casting.record.document.text
        return bool(offices) and (bool(who.title) or is_named or any("spokesperson" in o.role for o in offices))
    return any(o.role in roles or o.office_id in own for o in offices)


def _by_title(casting: _Casting, who: _Who) -> Actor | None:
    """Who has a title without a name, "THE PRESIDENT": the one of the head, else the holder where a state is named."""
    mine = [p for p in casting.people if who.title and who.title in p.title]
    if len(mine) == 1:
        return _person(casting, mine[0])
    title = " ".join(w.capitalize() for w in who.title.split())
    called = re.findall(rf"\b{re.escape(title)} ((?:{_NAME} ?){{1,3}})", casting.record.document.title or "")
    if title and len(set(called)) == 1:
        return _person(casting, _Who(who.title, tuple(called[0].split()), who.body))
    offices: list[Office] = [o for o in casting.known.offices(who.title) if who.body in (None, o.body_id)]
    if who.body is not None:
        found = (casting.known.office(who.body, role) for role in casting.known.roles(who.title))
        offices += [o for o in found if o is not None]
    if casting.on is None or len({o.office_id for o in offices}) != 1:
        return None
    holders = {t.person_id for t in casting.known.terms(offices[0].office_id, casting.on)}
    return casting.known.actor(holders.pop()) if len(holders) == 1 else None


def _new(casting: _Casting, name: Sequence[str]) -> Actor:
    """A person whom only the record knows, by the fullest name that it has for the surname."""
    full = _written(_without_initials(name))
    where = ""
    if len(name) == 1:
        pattern = re.compile(rf"\b((?:{_NAME}[ \u00a0]+){{1,2}}){re.escape(full)}\b")
        before = Counter(" ".join(m[1].split()) for m in pattern.finditer(casting.record.document.text))
        named = [w for w, _ in before.most_common() if _is_first_name(w, casting.known)]
        full = f"{named[0]} {full}" if named else full
        where = "" if named else f":{casting.record.document.doc_id}"
    return Actor(actor_id=f"new:{slug_of(full)}{where}", name=full, kind="person")


def _is_first_name(words: str, known: Knowledge) -> bool:
    """Whether the words before a surname are first names: no title, no "I'm", nothing that ends a sentence."""
    if any(n.actor_id.startswith("gov:") for n in known.namings(words)):
        return False
    return not any(known.is_title_word(w) or "’" in w or "'" in w or w in _OPENING for w in words.split())


def _bodies(casting: _Casting, actor: Actor, who: _Who) -> tuple[Actor, ...]:
    """Whom a speaker speaks for: the bodies of the offices held on the day and what those belong to."""
    known = casting.known
    ids = [who.body] if who.body else []
    posts = known.posts(actor.actor_id, casting.on) if casting.on else ()
    ids += [known.facts.offices[term.office_id].body_id for term in posts]
    for body_id in list(ids):
        parent = known.parent(body_id)
        while parent and parent not in ids:
            ids.append(parent)
            parent = known.parent(parent)
    return tuple(a for a in map(known.actor, dict.fromkeys(ids)) if a is not None)


def _ends_alike(full: Sequence[str], short: Sequence[str]) -> bool:
    return [key(w) for w in full[-len(short) :]] == [key(w) for w in short]


def _without_initials(name: Sequence[str]) -> tuple[str, ...]:
    return tuple(w for w in name if not _INITIAL.fullmatch(w)) or tuple(name)


def _written(name: Sequence[str]) -> str:
    """The name with the capitals that texts use."""
    return " ".join(
        w.lower()
        if w.lower() in _PARTICLES and i
        else "-".join(p.capitalize() for p in w.split("-"))
        if w.isupper() and len(w) > 1
        else w
        for i, w in enumerate(name)
    )
