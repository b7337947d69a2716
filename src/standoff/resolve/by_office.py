"""The rule for titles in place of names: "the foreign minister", "Ukraine's president"."""

from __future__ import annotations

from standoff.resolve.cast import Cast, Resolve
from standoff.resolve.lexicon import nouns
from standoff.resolve.persons import Person
from standoff.resolve.phrase import Phrase
from standoff.resolve.titles import Title, title_from_words
from standoff.resolve.who import Who, unresolved
from standoff.spans import Span

_INDEFINITE = frozenset(("a", "an", "some", "any", "every", "no", "each", "one", "another"))


def by_office(cast: Cast, phrase: Phrase, _: Resolve) -> Who | None:
    """Who has the title: in the document, or by the knowledge on its date; else the office itself."""
    title = _title(cast, phrase)
    if title is None:
        return _by_word(cast, phrase)
    people = _likeliest(cast, phrase, cast.offices.people_with(title))
    if len(people) == 1:
        return Who((people[0].actor,), people[0].behalf, f"has the title {title.text!r} in this document")
    if people:
        return unresolved(f"{len(people)} people have the title {title.text!r}")
    if title.body is None and (again := _office_before(cast, phrase, title.text)) is not None:
        return again
    if phrase.owner is not None and title.body is None:
        return None
    return cast.linked(phrase) or cast.offices.holder(title)


def _by_word(cast: Cast, phrase: Phrase) -> Who | None:
    """A part of a title alone: "the Secretary" is the document's one secretary of state, "the Admiral" its admiral."""
    if phrase.determiner not in ("the", "") or phrase.words != (phrase.head,) or phrase.named or phrase.behind:
        return None
    if phrase.head not in nouns()["rank"]:
        return None
    people = _likeliest(cast, phrase, cast.offices.people_called(phrase.head))
    if len(people) != 1:
        return None
    return Who((people[0].actor,), people[0].behalf, f"the one {phrase.head} of this document")


def _title(cast: Cast, phrase: Phrase) -> Title | None:
    """The title that a definite phrase consists of: its head, and what belongs to it behind "of" and "for"."""
    if not phrase.head or phrase.determiner in _INDEFINITE or not cast.known.is_title_word(phrase.head):
        return None
    title = title_from_words(cast.names, Span(phrase.span.start, _end_of_title(cast, phrase)), cast.known)
    if title is None or phrase.head not in title.text.split() or not (title.roles or title.office_ids):
        return None
    return title


def _likeliest(cast: Cast, phrase: Phrase, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Of several people with the title the one whom the encoder links, or the only one named before."""
    if len(people) < 2:
        return people
    linked = cast.linked(phrase)
    fitting = tuple(p for p in people if linked is not None and p.actor in linked.actors) or people
    before = tuple(p for p in fitting if p.mentions[0].named.span < phrase.span)
    return before if len(before) == 1 else fitting


def _office_before(cast: Cast, phrase: Phrase, title: str) -> Who | None:
    """The office that the same title named before with its country: "Ukraine's president", then "the president"."""
    words = title.split()
    found = {
        who.actors[0]: who
        for span, who in cast.stands_for.items()
        if span.end <= phrase.span.start
        and who.actors
        and who.actors[0].actor_id.startswith("office:")
        and span.of(cast.text).lower().split()[-len(words) :] == words
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _end_of_title(cast: Cast, phrase: Phrase) -> int:
    """Where a title ends: behind "of" and "for" it goes on with words of titles and the name of a body ("the Minister
    of Foreign Affairs of Ruritania"), and nothing else.
    """
    words = cast.names.words_in(phrase.span)
    heads = [i for i, w in enumerate(words) if w.of(cast.text).lower() == phrase.head]
    if not heads:
        return phrase.span.end
    last = heads[0]
    for i in range(heads[0] + 1, len(words)):
        lower = words[i].of(cast.text).lower()
        is_body = any(n.kind != "person" for n in cast.names.touching(words[i]))
        if is_body or cast.known.is_title_word(lower):
            last = i
        elif lower not in ("of", "for", "to", "the", "."):
            break
    return words[last].end
