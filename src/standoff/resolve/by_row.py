"""The rule for people and states spoken of together: "both sides", "the two ministers", "the leaders of A and B"."""

from __future__ import annotations

from collections import Counter

from standoff.resolve.cast import Cast, Resolve
from standoff.resolve.groups import group_before
from standoff.resolve.lexicon import nouns
from standoff.resolve.phrase import Phrase
from standoff.resolve.who import Who, unresolved
from standoff.values.actor import Actor

_DETERMINERS = frozenset("both the these neither all each".split())
_ALONE = frozenset(("both", "each", "neither", "the two", "the pair"))
_MORE_THAN_TWO = frozenset("three four five six".split())
_STATES = frozenset("sides side governments capitals countries delegations states neighbours neighbors".split())
# Two states whose people are named at least so often each are "both sides".
_OFTEN = 2


def by_row(cast: Cast, phrase: Phrase, resolve: Resolve) -> Who | None:
    """The actors of the last row that fits; without one, the only two of the document that do."""
    if phrase.link in ("of", "from") and phrase.behind is not None and phrase.head.endswith("s"):
        owners = resolve(cast, phrase.behind)
        if len(owners.actors) > 1:
            return _one_of_each(cast, phrase, owners)
    if phrase.span.of(cast.text).lower() in _ALONE:
        actors = group_before(cast.rows, phrase.span.start, ())
        return Who(actors, None, "named in a row before") if actors else None
    if phrase.head not in nouns()["group"] or phrase.named or phrase.link in ("who", "whom", "of", "in"):
        return None
    if phrase.determiner not in _DETERMINERS:
        return None
    words = [phrase.determiner, *phrase.words]
    rows = cast.rows
    if phrase.head in _STATES:
        rows = tuple(row for row in rows if not all(map(_mediates, row.actors)))
    actors = group_before(rows, phrase.span.start, words) or _only_two(cast, phrase)
    if not actors:
        return cast.linked(phrase) or unresolved(f"{phrase.head!r}: no row of names before")
    person = next((p for p in cast.persons.all if p.actor == actors[0]), None)
    return Who(actors, person.behalf if person else None, f"named in a row before: {phrase.head}")


def _mediates(actor: Actor) -> bool:
    """Whether it is a known organisation of no country: the UN and the Red Cross are not "both sides"."""
    return actor.kind == "organisation" and actor.country is None and actor.actor_id.startswith("org:")


def _one_of_each(cast: Cast, phrase: Phrase, owners: Who) -> Who | None:
    """One for each owner: "the leaders of" two states are their governments, "the foreign ministers of" them people."""
    if phrase.head in ("leaders", "governments", "authorities", "delegations"):
        return Who(owners.actors, None, f"{phrase.head} of them")
    roles = set(cast.known.roles(" ".join(phrase.words).removesuffix("s")))
    actors: list[Actor] = []
    for owner in owners.actors:
        own = [p for p in cast.persons.all if p.behalf == owner]
        titled = [p for p in own if any(roles & set(title.roles) for title in p.titles)] or (own if roles else [])
        if len(titled) != 1:
            return None
        actors.append(titled[0].actor)
    return Who(tuple(actors), owners.actors[0], f"{phrase.head} of each")


def _only_two(cast: Cast, phrase: Phrase) -> tuple[Actor, ...]:
    """The two people of the document who have that title, or the two states that it is about."""
    if _MORE_THAN_TWO & set(phrase.words):
        return ()
    title = phrase.head.removesuffix("s")
    if cast.known.is_title_word(title):
        people = [p.actor for p in cast.persons.all if any(t.text.endswith(title) for t in p.titles)]
        return tuple(people) if len(people) == 2 else ()
    return _two_states(cast) if phrase.head in _STATES else ()


def _two_states(cast: Cast) -> tuple[Actor, ...]:
    """The two states whose people speak in the document, or the two named far more often than any other."""
    spoken_for = Counter(p.behalf for p in cast.persons.all for _ in p.mentions if p.behalf is not None)
    if len(spoken_for) == 2 and min(spoken_for.values()) >= _OFTEN:
        return tuple(sorted(spoken_for))
    named = (cast.actor_of(n) for n in cast.names.all if n.kind in ("place", "nationality"))
    counts = Counter(actor for actor in named if actor is not None).most_common(3)
    third = counts[2][1] if len(counts) > 2 else 0
    if len(counts) > 1 and counts[1][1] > 2 * third:
        return tuple(sorted(actor for actor, _ in counts[:2]))
    return ()
