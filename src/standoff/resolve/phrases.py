"""The heart of resolving: which actors a source's or target's words stand for.

Rules in a fixed order, each in words of its own; a rule that cannot tell hands on, and where none can, nobody is named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from standoff.resolve.bodies import slug_of
from standoff.resolve.by_name import by_apposed_name, by_body_name, by_person_name, by_pronoun
from standoff.resolve.by_noun import DESCRIBED, by_noun, by_owner
from standoff.resolve.by_office import by_office
from standoff.resolve.by_row import by_row
from standoff.resolve.cast import Cast, Resolve
from standoff.resolve.phrase import Phrase, parts_of, phrase_at, without_brackets
from standoff.resolve.who import Who, unresolved
from standoff.spans import Span
from standoff.values.actor import UNNAMED

_RULES: tuple[Callable[[Cast, Phrase, Resolve], Who | None], ...] = (
    by_pronoun,
    by_person_name,
    by_apposed_name,
    by_body_name,
    by_row,
    by_office,
    by_noun,
    by_owner,
)


def resolve_phrase(cast: Cast, span: Span) -> Who:
    """Whom the words at `span` stand for; a coordination stands for all of its parts together."""
    span = without_brackets(cast.text, span)
    parts = parts_of(cast.names, span)
    if len(parts) == 1:
        return _resolve_part(cast, span)
    found = [_resolve_part(cast, part) for part in parts]
    if _is_one_group(cast, parts, found):
        name = f"{found[0].actors[0].name}{cast.text[parts[0].end : span.end]}"
        group = replace(found[0].actors[0], actor_id=f"new:{slug_of(name)}", name=" ".join(name.split()))
        return replace(found[0], actors=(group,))
    actors = tuple(dict.fromkeys(a for who in found for a in who.actors))
    named = tuple(a for a in actors if a != UNNAMED) or actors
    first = next((who for who in found if who.actors and who.actors[0] in named), None)
    if first is None:
        return unresolved("none of the parts of a joint source is settled")
    return Who(named, first.behalf, "joint: " + "; ".join(who.reason for who in found if who.reason))


def _is_one_group(cast: Cast, parts: Sequence[Span], found: Sequence[Who]) -> bool:
    """Whether one adjective describes all parts: "Russian individuals and entities", of whom the second are nobody."""
    first, *others = found
    if first.reason != DESCRIBED or first.actors[0].kind != "people":
        return False
    is_as_written = parts[0].of(cast.text).endswith(first.actors[0].name)
    has_names = any(cast.names.within(part) for part in parts[1:])
    return is_as_written and not has_names and all(set(who.actors) <= {UNNAMED} for who in others)


def _resolve_part(cast: Cast, span: Span) -> Who:
    phrase = phrase_at(cast.names, span)
    for rule in _RULES:
        who = rule(cast, phrase, resolve_phrase)
        if who is not None:
            return who
    return unresolved("no rule settles it")
