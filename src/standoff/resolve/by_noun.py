"""Rules for phrases without a name at their head: what the noun says about whom they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from standoff.resolve.bodies import slug_of
from standoff.resolve.by_name import inner_phrase
from standoff.resolve.cast import Cast, Resolve, owner_of
from standoff.resolve.lexicon import ministries, nouns
from standoff.resolve.phrase import Phrase
from standoff.resolve.who import Who, unnamed, unresolved
from standoff.spans import Span
from standoff.values.actor import Actor, ActorKind

DESCRIBED = "described by its owner"
"""The reason of who has no name but is somebody's: "Russian individuals"."""

# How plurals of people end: growers, doctors, scientists, technicians, residents, fishermen, families.
_PEOPLE = re.compile(
    r"(?:er|or|ist|ian|ant|ent|ee|al|ive|ary|an|mp|ie)s$|(?:men|women|people|folk|families|deputies|kin)$"
)
# What a state has one of, and its capital stands for.
_ONE_OF = frozenset(
    "ministry government authorities administration parliament army military navy police leadership regime cabinet "
    "senate opposition junta presidency".split()
)
# Who is so "for" something deals with it, and does not speak for it.
_FOR_MATTERS = frozenset(
    "director general officer official envoy coordinator head chief expert analyst commissioner".split()
)
# A bank, a company or an institute that is so speaks for its state; others speak for themselves.
_PUBLIC = frozenset("state central national federal government public".split())
_OFFICIALS = frozenset("official officials diplomat diplomats leader leaders minister ministers".split())


def by_noun(cast: Cast, phrase: Phrase, resolve: Resolve) -> Who | None:
    """The first kind of noun that the head belongs to and that settles it; then what the encoder links it to."""
    if not phrase.head:
        return None
    kinds = nouns()
    for kind, rule in _KINDS:
        if phrase.head in kinds[kind] and (who := rule(cast, phrase, resolve)) is not None:
            return who
    linked = cast.linked(phrase)
    if linked is not None:
        return linked
    for kind, last_rule in _LAST_KINDS:
        if phrase.head in kinds[kind] and (who := last_rule(cast, phrase)) is not None:
            return who
    return None


def by_owner(cast: Cast, phrase: Phrase, _: Resolve) -> Who | None:
    """What has no name but an owner: "Phumera's power utility"."""
    if phrase.head in nouns()["thing"]:
        return unresolved(f"{phrase.head!r} is nobody")
    is_somebody = phrase.head in nouns()["organised"] or _PEOPLE.search(phrase.head) is not None
    owner = _owner(cast, phrase) if is_somebody else None
    if is_somebody and owner is None and phrase.link in ("in", "at") and not phrase.named:
        return unnamed(None, f"{phrase.head!r} without a name")
    if owner is not None and phrase.words:
        kind: ActorKind = "people" if phrase.head.endswith("s") else "organisation"
        actor = _new(_described_name(cast, phrase, owner), kind, owner)
        is_public = phrase.head in nouns()["public"] or not _PUBLIC.isdisjoint(phrase.words)
        is_public |= phrase.head == "bank" and phrase.link == "of"  # "the Bank of Korea"
        speaks_for = owner if kind == "organisation" and owner.kind != "person" and is_public else None
        return Who((actor,), speaks_for, DESCRIBED)
    if _PEOPLE.search(phrase.head) and not phrase.named and phrase.head not in nouns()["group"]:
        return unnamed(None, f"{phrase.head!r} without a name")
    return None


def _government(cast: Cast, phrase: Phrase, _: Resolve) -> Who | None:
    owner = _owner(cast, phrase)
    return cast.linked(phrase) if owner is None else Who((owner,), None, f"its {phrase.head}")


def _document(cast: Cast, phrase: Phrase, resolve: Resolve) -> Who | None:
    """Whose document it is: "the ministry's statement", "reporting by CNN and the New York Times"."""
    if phrase.behind is not None and phrase.link in ("by", "from", "of"):
        who = resolve(cast, phrase.behind)
        if who.actors:
            return replace(who, reason=f"issued the {phrase.head}; {who.reason}")
    named = cast.who_named(phrase.named[-1]) if phrase.named else None
    if named is not None:
        return replace(named, reason=f"issued the {phrase.head}")
    return cast.stands_for.get(phrase.owner) if phrase.owner is not None else cast.linked(phrase)


def _medium(cast: Cast, phrase: Phrase, _: Resolve) -> Who | None:
    """A named medium ("the Interfax news agency"), or a country's media together."""
    is_news = phrase.head != "agency" or "news" in phrase.words
    for named in reversed(phrase.named):
        actor = cast.actor_of(named)
        if actor is not None and named.kind not in ("nationality", "place", "person"):
            if not is_news and actor.kind != "medium":
                return None  # "the UN agency" is not the UN
            return Who((actor,), cast.behalf_of(actor), "named medium")
    if not is_news:
        return None
    adjective = next((n for n in phrase.named if n.kind == "nationality"), None)
    if adjective is None or phrase.behind is not None:
        return cast.linked(phrase)
    name = f"{cast.written(adjective)} {'press' if phrase.head == 'press' else 'media'}"
    return Who((_new(name, "medium", cast.bodies.actor(adjective)),), None, "the media of a country")


def _institution(cast: Cast, phrase: Phrase, _: Resolve) -> Who | None:
    """A ministry, an embassy, a parliament of somebody named: a body of its own that speaks for its owner."""
    holder = cast.stands_for.get(phrase.owner) if phrase.owner and phrase.head in ("office", "staff") else None
    if holder is not None and holder.actors and holder.actors[0].kind == "person":
        office = _new(f"{phrase.head} of {holder.actors[0].name}", "organisation", holder.actors[0])
        return Who((office,), holder.behalf, f"{phrase.head} of a person")
    owner = _owner(cast, phrase)
    if owner is None:
        return cast.linked(phrase)
    if phrase.head == "agency" and owner.kind == "organisation":
        return cast.linked(phrase) or unresolved("one of several agencies")
    if _is_one_name(cast, phrase, owner):
        return Who((_new(" ".join(_bare(cast, phrase)), "organisation", None),), None, "name in this text")
    name = _institution_name(cast, phrase, owner)
    return Who((cast.body_of(name, owner),), owner, f"{phrase.head} of {owner.name}")


def _is_one_name(cast: Cast, phrase: Phrase, owner: Actor) -> bool:
    """Whether what looks like an owner is the beginning of a longer unknown name: "State Border Guard Service"."""
    words = _bare(cast, phrase)
    return owner.actor_id.startswith("new:") and owner.kind != "government" and len(words) > 1 and words[-1].istitle()


def _bare(cast: Cast, phrase: Phrase) -> list[str]:
    """The words of a phrase as written, without an article and what stands behind the head."""
    end = phrase.behind.start if phrase.behind is not None else phrase.span.end
    words = [w.of(cast.text) for w in cast.names.words_in(Span(phrase.span.start, end))]
    words = words[: len(words) - (phrase.behind is not None)]
    return words[1:] if words and words[0].lower() in ("the", "a", "an") else words


def _institution_name(cast: Cast, phrase: Phrase, owner: Actor) -> str:
    words = " ".join(phrase.words)
    if phrase.head == "ministry" and words.removesuffix(" ministry") in ministries():
        return f"Ministry of {ministries()[words.removesuffix(' ministry')]} of {owner.name}"
    if phrase.head == "embassy":
        adjective = next((cast.written(n) for n in phrase.named if n.kind == "nationality"), owner.name)
        place = f" in {' '.join(phrase.behind.of(cast.text).split())}" if phrase.behind and phrase.link == "in" else ""
        return f"{adjective} Embassy{place}"
    return f"{' '.join(word.capitalize() for word in phrase.words)} of {owner.name}"


def _nobody(_: Cast, phrase: Phrase) -> Who | None:
    return None if phrase.named else unresolved(f"{phrase.head!r} names nobody")


def _quantity(cast: Cast, phrase: Phrase) -> Who | None:
    """People without names: "two of the rebel leaders"."""
    return unnamed(_owner(cast, phrase), f"{phrase.head!r} of them") if phrase.link == "of" else None


def _members(cast: Cast, phrase: Phrase) -> Who | None:
    """All members together ("the G-7 nations" are the G7), or only some of them ("NATO countries")."""
    if not phrase.named:
        return None
    actor = cast.actor_of(phrase.named[-1])
    if phrase.determiner == "the" and actor is not None and actor.kind in ("organisation", "bloc"):
        return Who((actor,), None, f"its {phrase.head}")
    return unresolved(f"{phrase.head!r}: some of them")


def _individual(cast: Cast, phrase: Phrase) -> Who:
    """People without names; where they are says for whom they speak only if they are officials.

    Private people speak for nobody.
    """
    if phrase.head in nouns()["private"]:
        return unnamed(None, f"{phrase.head!r} without a name")
    is_elsewhere = phrase.link in ("in", "at") and phrase.head not in _OFFICIALS
    is_elsewhere |= phrase.link == "for" and phrase.head in _FOR_MATTERS
    inner = None if is_elsewhere else inner_phrase(cast, phrase)
    return unnamed(owner_of(cast, phrase, inner), f"{phrase.head!r} without a name")


def _relation(cast: Cast, phrase: Phrase) -> Who:
    """Somebody told by a relation to another; only a deputy speaks for the same body."""
    return unnamed(_owner(cast, phrase) if phrase.head == "deputy" else None, f"{phrase.head!r} without a name")


_KINDS: tuple[tuple[str, Callable[[Cast, Phrase, Resolve], Who | None]], ...] = (
    ("government", _government),
    ("medium", _medium),
    ("document", _document),
    ("institution", _institution),
)
_LAST_KINDS: tuple[tuple[str, Callable[[Cast, Phrase], Who | None]], ...] = (
    ("nobody", _nobody),
    ("quantity", _quantity),
    ("members", _members),
    ("individual", _individual),
    ("relation", _relation),
)


def _owner(cast: Cast, phrase: Phrase) -> Actor | None:
    """Whose it is; where it sits tells that only of what a state has one of: "the ministry in Kyiv"."""
    is_elsewhere = phrase.link in ("in", "at") and phrase.head not in _ONE_OF
    return owner_of(cast, phrase, None if is_elsewhere else inner_phrase(cast, phrase))


def _described_name(cast: Cast, phrase: Phrase, owner: Actor) -> str:
    """The name of what has none: "Ruritanian growers" as written, "Ruritania's growers" as "growers of Ruritania"."""
    words = " ".join(phrase.words)
    if phrase.named and phrase.named[0].kind == "nationality":
        return f"{cast.written(phrase.named[0])} {words}"
    return f"{words} of {owner.name}"


def _new(name: str, kind: ActorKind, owner: Actor | None) -> Actor:
    return Actor(actor_id=f"new:{slug_of(name)}", name=name, kind=kind, country=owner.country if owner else None)
