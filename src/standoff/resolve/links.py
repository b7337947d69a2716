"""What the pronouns and descriptions of a document stand for: the encoder's links read with who is who in mind.

In text order, so that a pronoun can stand for what an earlier one stood for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from standoff.resolve.cast import Cast
from standoff.resolve.lexicon import nouns
from standoff.resolve.persons import Person
from standoff.resolve.phrases import resolve_phrase
from standoff.resolve.pronouns import MIN_SHARE, Number, best_who, gender_of, pronoun_form
from standoff.resolve.who import Who
from standoff.spans import Span
from standoff.values.actor import Actor
from standoff.values.mention import Link
from standoff.values.reading import Reading

MIN_SHARE_OF_DESCRIPTION = 0.5
"""Least share that a description's best actor must have: a wrong "the official" costs more than an open one."""
# How much surer one gender's pronouns must be of a person than the other's to tell that person's gender.
_TIMES_SURER = 1.5
# How much likelier the subject of the sentence before becomes; of 1, 5, 20, 40 and 80 the least that reads two posts
# right whose writer turns to the other minister with each paragraph, and no worse on development articles.
_SUBJECT_ODDS = 40.0
# A pronoun that the encoder rather links to nobody is not given to the subject.
_MOST_NOBODY = 0.3
_NEAR_CHARS = 4
_REACH_WORDS = 24  # of names behind a description's "of"
_FIRMS = frozenset("company firm airline bank operator refiner manufacturer carmaker retailer insurer".split())
_INDEFINITE = frozenset(("a", "an", "one", "another"))


def with_links(cast: Cast, reading: Reading) -> Cast:
    """The cast with what every pronoun and description stands for.

    Read twice: the first time tells which people are "he" and which "she", the second time keeps to it.
    """
    told = {p.actor.actor_id: g for p in cast.persons.all if (g := _gender_by_address(cast, p))}
    first = _linked(cast, reading, told)
    return _linked(cast, reading, {**_genders_from_pronouns(first, reading), **told})


def _linked(cast: Cast, reading: Reading, genders: Mapping[str, str]) -> Cast:
    stands_for: dict[Span, Who] = {}
    cast = replace(cast, stands_for=stands_for)
    for link in reading.links:
        form = pronoun_form(link.span.of(cast.text))
        who = _description(cast, link) if form is None else _pronoun(cast, reading, link, form, genders)
        if who is not None and who.actors:
            stands_for[link.span] = who
    return cast


def _genders_from_pronouns(cast: Cast, reading: Reading) -> dict[str, str]:
    """The gender of each person whom one gender's pronouns stand for clearly more surely than the other's."""
    shares: dict[str, dict[str, float]] = defaultdict(lambda: {"m": 0.0, "f": 0.0})
    for link in reading.links:
        gender = gender_of(link.span.of(cast.text))
        who = cast.stands_for.get(link.span)
        if gender and who and len(who.actors) == 1 and who.actors[0].kind == "person":
            shares[who.actors[0].actor_id][gender] += who.share or 0.0
    return {
        actor_id: "m" if both["m"] > both["f"] else "f"
        for actor_id, both in shares.items()
        if max(both.values()) >= _TIMES_SURER * min(both.values())
    }


def _subject_before(cast: Cast, reading: Reading, pronoun: Span) -> tuple[Actor, ...] | None:
    """The person who opens the sentence before by name or as a pronoun, or the only one named in it, where a pronoun
    opens the sentence behind it in one paragraph: "Petrov met Weiss. He ...".
    """
    at = bisect_right(reading.sentences, pronoun.start, key=lambda s: s.start) - 1
    if at < 1 or cast.text[reading.sentences[at].start : pronoun.start].strip("\"'“‘ "):
        return None
    before = reading.sentences[at - 1]
    if "\n" in cast.text[before.end : pronoun.start]:
        return None
    people = [n for n in cast.names.within(before) if n.kind == "person"]
    found = [who for n in people if (who := cast.who_named(n)) is not None]
    if not found:
        opening = cast.names.words_in(before)[:1]
        same = cast.stands_for.get(opening[0]) if opening else None
        return same.actors if same is not None and _is_person(same) else None
    opens = not cast.text[before.start : people[0].span.start].strip() or any(
        t.span.start - before.start < _NEAR_CHARS for t in cast.persons.titles_at(people[0].span)
    )
    return found[0].actors if opens or len({who.actors for who in found}) == 1 else None


def _pronoun(cast: Cast, reading: Reading, link: Link, form: Number, genders: Mapping[str, str]) -> Who | None:
    word = link.span.of(cast.text)
    gender = gender_of(word)
    if form == "he":
        fits: Callable[[Who], bool] = lambda w: _is_person(w) and genders.get(w.actors[0].actor_id, gender) == gender  # noqa: E731
    elif form == "it":
        fits = lambda w: len(w.actors) == 1 and w.actors[0].kind not in ("person", "unnamed", "people")  # noqa: E731
    else:
        fits = lambda _: True  # noqa: E731
    is_open = form == "he" and link.nobody < _MOST_NOBODY
    subject = _subject_before(cast, reading, link.span) if is_open else None
    favour: Callable[[Who], float] = lambda w: _SUBJECT_ODDS if w.actors == subject else 1.0  # noqa: E731
    who = best_who(link, lambda span: _who_at(cast, span), fits, favour)
    if form == "they" and len(who.actors) == 1 and who.actors[0].kind == "person":
        return None
    if not who.actors or (who.share or 0) < MIN_SHARE:
        return None
    return replace(who, reason=f"{word!r} linked")


def _description(cast: Cast, link: Link) -> Who | None:
    """A description's actors: by the rules, which may fall back on the link."""
    words = link.span.of(cast.text).lower().split()
    if words[0] not in _INDEFINITE:
        is_person = cast.known.is_title_word(words[-1]) or words[-1] in nouns()["individual"] | nouns()["relation"]
        is_person = is_person and words[-1] not in nouns()["government"]
        may_be = _may_be_firm if words[-1] in _FIRMS else _may_be_any
        fits = lambda w: _is_person(w) is is_person and may_be(cast, w)  # noqa: E731
        who = best_who(link, lambda span: _who_at(cast, span), fits)
        if who.actors and (who.share or 0) >= MIN_SHARE_OF_DESCRIPTION:
            linked = replace(who, reason=f"{link.span.of(cast.text)!r} linked")
            cast = replace(cast, stands_for={**cast.stands_for, link.span: linked})
    return resolve_phrase(cast, _with_owner_behind(cast, link.span))


def _may_be_any(_: Cast, __: Who) -> bool:
    return True


def _may_be_firm(cast: Cast, who: Who) -> bool:
    """Whether somebody may be "the company": no state, no group of fighters, nothing that belongs to a state."""
    return all(a.kind in ("organisation", "company", "medium") and cast.behalf_of(a) is None for a in who.actors)


def _with_owner_behind(cast: Cast, span: Span) -> Span:
    """The description with the names that follow it behind "of": "the leaders" of France, Germany and Italy."""
    words = cast.names.words_after(span.end, _REACH_WORDS)
    text = cast.text
    if not words or words[0].of(text) not in ("of", "for", "from", "in"):
        return span
    end = span.end
    for word in words[1:]:
        if cast.names.touching(word):
            end = word.end
        elif word.of(text).lower() not in ("the", "and", ","):
            break
    return Span(span.start, max(end, span.end))


def _is_person(who: Who) -> bool:
    return len(who.actors) == 1 and who.actors[0].kind in ("person", "unnamed")


def _who_at(cast: Cast, span: Span) -> Who | None:
    """Whom a candidate stands for: a name, or an anaphor met before."""
    if span in cast.stands_for:
        return cast.stands_for[span]
    named = cast.names.touching(span)
    return cast.who_named(named[-1]) if named else None


def _gender_by_address(cast: Cast, person: Person) -> str | None:
    """The gender that "Mr" or "Ms" before one of the person's names tells."""
    for mention in person.mentions:
        for word in cast.names.words_before(mention.named.span.start, 2):
            if (gender := gender_of(word.of(cast.text))) and word.of(cast.text)[0].isupper():
                return gender
    return None
