"""Statements and relations in the codebooks of event data: PLOVER's root and mode, and a CAMEO code.

What is said maps to an event by its act first, then by what its words are about. Both steps are tables (plover.csv,
plover_rules.csv, words/events.txt), so that a reader can check and change them; docs/plover.md is made from them.

The public table from CAMEO to PLOVER names modes that PLOVER 2 has not and leaves codes out, so this one is our own. It
is for the 15 roots of the public benchmark: YIELD is PLOVER 2's CONCEDE and RETREAT. Source: the PLOVER 2 manual
(github.com/openeventdata/PLOVER) and the list of CAMEO 1.1b3 (github.com/openeventdata/Dictionaries).
"""

from __future__ import annotations

from functools import lru_cache

from standoff.code.event_rows import CodeRow, EventRule, Topics, codes_under, event_rules, own_rows
from standoff.code.topics import Words, topics_in_order
from standoff.errors import UsageError
from standoff.values.coding import PLOVERS, Act, Event, Modality, Plover, Polarity


def event_from_act(
    act: Act,
    *,
    modality: Modality = "actual",
    polarity: Polarity = "positive",
    content_words: str = "",
    is_withheld: bool = False,
) -> Event | None:
    """The event that a statement stands for; `None` where the codebooks have no place for it.

    `content_words` are the words of the cue and the content: "vetoed" and "sued" tell a code too. A withheld statement
    is an event only where its words refuse something that was to be agreed on, promised, proposed, backed or conceded.

    >>> event_from_act("demand", content_words="demanded that it withdraw its troops")
    Event(plover='REQUEST', mode='yield', cameo='1056')
    >>> event_from_act("warn", content_words="warned of a famine") is None
    True
    """
    words = Words(content_words)
    for rule in event_rules()[act]:
        is_of_kind = rule.is_withheld == is_withheld and rule.polarity in (None, polarity)
        if is_of_kind and rule.modality in (None, modality) and _holds(rule.topics, words):
            return _event(rule, words)
    return None


def event_from_root(plover: Plover, words: str) -> Event:
    """The event of a relation whose root is known, its mode and code told by the words of the sentence.

    >>> event_from_root("ASSAULT", "a bomb killed four guards")
    Event(plover='ASSAULT', mode='explosives', cameo='183')
    >>> event_from_root("AID", "gave help")
    Event(plover='AID', mode=None, cameo='070')
    """
    asked = Words(words)
    for rule in event_rules()[plover]:
        if _holds(rule.topics, asked):
            return _event(rule, asked) or Event(plover=plover)
    return Event(plover=plover)


def plover_from_cameo(code: str) -> Event | None:
    """The event that a CAMEO code stands for; `None` where PLOVER has no place for it (docs/plover.md says why).

    Raises: UsageError for a code that CAMEO has not.

    >>> plover_from_cameo("1954")
    Traceback (most recent call last):
    ...
    standoff.errors.UsageError: CAMEO code '1954': is not in CAMEO 1.1b3; codes have two to four digits, as in '0231'
    >>> plover_from_cameo("1952")
    Event(plover='ASSAULT', mode='drone', cameo='1952')
    """
    row = own_rows().get(code)
    if row is None:
        raise UsageError(f"CAMEO code {code!r}: is not in CAMEO 1.1b3; codes have two to four digits, as in '0231'")
    return Event(plover=row.plover, mode=row.mode, cameo=code) if row.plover else None


def _event(rule: EventRule, words: Words) -> Event | None:
    """The event that a rule gives; the mode of a code counts only under the code's own root."""
    if rule.plover is None:
        return None
    row = _row(rule, words)
    return Event(plover=rule.plover, mode=row.mode if row.plover == rule.plover else None, cameo=row.cameo)


def _row(rule: EventRule, words: Words) -> CodeRow:
    """The row that the words tell best among the codes of a rule; the first code's own row where they tell none."""
    told = _told_by_words(rule.codes, rule.of if rule.of in PLOVERS else None)
    return next((row for topics, row in told if words.has_all(topics)), own_rows()[rule.codes[0]])


@lru_cache(maxsize=128)
def _told_by_words(codes: tuple[str, ...], root: Plover | None) -> tuple[tuple[tuple[str, ...], CodeRow], ...]:
    """The rows of some codes, of `root` alone if one is given, each once for every way to tell it; the surest first.

    Topics together are surer than a single one, and of two ways the one whose topic stands earlier in the list.
    """
    rows = [row for row in codes_under(codes) if root in (None, row.plover)]
    told = [(topics, row) for row in rows for topics in row.topics]
    ranks = {topic: rank for rank, topic in enumerate(topics_in_order())}
    return tuple(sorted(told, key=lambda pair: (-len(pair[0]), ranks[pair[0][0]])))


def _holds(topics: Topics, words: Words) -> bool:
    """Whether the words fit one of the alternatives; always where there is none."""
    return not topics or any(words.has_all(together) for together in topics)
