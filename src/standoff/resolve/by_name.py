"""Rules for phrases that hold the name itself, or a pronoun in its place."""

from __future__ import annotations

from dataclasses import replace

from standoff.resolve.cast import Cast, Resolve, owner_of
from standoff.resolve.lexicon import nouns
from standoff.resolve.named import Named
from standoff.resolve.phrase import Phrase, phrase_at
from standoff.resolve.pronouns import pronoun_form
from standoff.resolve.titles import title_from_words
from standoff.resolve.who import Who, unresolved
from standoff.spans import Span


def by_pronoun(cast: Cast, phrase: Phrase, _: Resolve) -> Who | None:
    """A pronoun stands for what it was linked to before."""
    word = phrase.span.of(cast.text)
    if pronoun_form(word) is None:
        return None
    return cast.linked(phrase) or unresolved(f"{word!r} is not settled")


def by_person_name(cast: Cast, phrase: Phrase, _: Resolve) -> Who | None:
    """A person's name, with whatever stands before it."""
    if phrase.last is None or phrase.last.kind != "person":
        return None
    return _person(cast, phrase.last)


def _person(cast: Cast, named: Named) -> Who:
    who = cast.who_named(named)
    return who or unresolved(cast.persons.ambiguous.get(named.span, "a name that is not settled"))


def by_apposed_name(cast: Cast, phrase: Phrase, _: Resolve) -> Who | None:
    """A description and then the name: "his deputy, Sergei Ryabkov"."""
    people = [n for n in cast.names.within(phrase.span) if n.kind == "person"]
    if not people and (body := _apposed_body(cast, phrase)) is not None:
        return cast.who_named(body)
    if not people or cast.text[people[-1].span.end : phrase.span.end].strip(' ,.”"'):
        return None
    if not _is_apposed(cast, phrase, people[-1]):
        return None
    who = _person(cast, people[-1])
    if who.actors and who.behalf is None and phrase.named and phrase.named[0] != people[-1]:
        return replace(who, behalf=owner_of(cast, phrase, None))
    return who


def _apposed_body(cast: Cast, phrase: Phrase) -> Named | None:
    """The organisation that a phrase ends with behind a comma: "one of these groups, the Syrian Democratic Forces"."""
    named = [n for n in cast.names.within(phrase.span) if n.kind == "organisation"]
    if not named or named[-1].span.end != phrase.span.end or not phrase.words:
        return None
    before = cast.text[phrase.span.start : named[-1].span.start].rstrip()
    return named[-1] if before.removesuffix(" the").endswith(",") else None


def _is_apposed(cast: Cast, phrase: Phrase, person: Named) -> bool:
    """Whether the name stands by the description, not in it: behind a comma with nothing but titles between, or
    behind a title with "of" in it ("the president of Ruritania Anna Weiss").
    """
    before = cast.text[phrase.span.start : person.span.start].rstrip()
    if before.endswith(","):
        return True
    comma = before.rfind(",")
    tail = cast.names.words_in(Span(phrase.span.start + comma + 1, person.span.start)) if comma >= 0 else ()
    if tail and all(_is_title(cast, word) for word in tail):
        return True
    title = title_from_words(cast.names, Span(phrase.span.start, person.span.start), cast.known, last=True)
    return title is not None and phrase.determiner not in ("a", "an") and phrase.head in title.text.split()


def _is_title(cast: Cast, word: Span) -> bool:
    """Whether a word between a comma and a name is a title, a body's name or a full stop."""
    written = word.of(cast.text)
    return written == "." or cast.known.is_title_word(written) or bool(cast.names.touching(word))


def by_body_name(cast: Cast, phrase: Phrase, _: Resolve) -> Who | None:
    """A state's or an organisation's name alone ("the Kremlin"), or at the end of what describes it."""
    named = phrase.last
    if named is None or phrase.owner is not None:
        return None
    if nouns()["quantity"] & set(phrase.words):
        return unresolved("some of them, not all")
    if named.kind == "nationality" and any(n.how == "people" for n in named.namings) and phrase.determiner != "the":
        return unresolved("a people, not its government")
    if not named.namings and named.span.of(cast.text).split()[0].lower() in nouns()["institution"]:
        return _institution(cast, phrase, named)
    actor = cast.bodies.actor(named)
    if actor is None:
        return unresolved(f"{named.span.of(cast.text)!r} may be several") if named.namings else None
    how = named.namings[0].how if named.namings else "name in this text"
    return Who((actor,), cast.behalf_of(actor), how)


def _institution(cast: Cast, phrase: Phrase, named: Named) -> Who | None:
    """A ministry by its name, with its state where one stands by: "the Ministry of Energy of Ruritania"."""
    name = cast.written(named).replace("Defense", "Defence")
    others = replace(phrase, named=tuple(n for n in phrase.named if n != named))
    owner = owner_of(cast, others, inner_phrase(cast, phrase))
    if owner is None:
        actor = cast.bodies.actor(named)
        return Who((actor,), None, "name in this text") if actor else None
    return Who((cast.body_of(f"{name} of {owner.name}", owner),), owner, f"{name} of {owner.name}")


def inner_phrase(cast: Cast, phrase: Phrase) -> Phrase | None:
    """What stands behind "of" or the like in a phrase, taken apart in its turn."""
    if phrase.behind is None or phrase.link not in ("of", "for", "in", "at", "from"):
        return None
    return phrase_at(cast.names, phrase.behind)
