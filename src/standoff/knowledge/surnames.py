"""Under which shorter names a person is known: the surname as news use it, with and without its particles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standoff.knowledge.keys import key

_FAMILY_FIRST = frozenset({"CHN", "PRK"})
_FAMILY_FIRST_OF_THREE = frozenset({"SGP", "TWN", "KOR", "HKG"})  # "Lee Hsien Loong", but "Lawrence Wong"
_CALLED_BY_FIRST = frozenset({"ERI", "ETH", "IDN", "MYS", "THA"})  # "Abiy", "Prabowo", "Prayut"
_MAY_COME_FIRST = _FAMILY_FIRST | _FAMILY_FIRST_OF_THREE | _CALLED_BY_FIRST
_GIVEN_NAME = re.compile(r"[a-z']{2,}-[a-z']{2,}")
_ARTICLE = re.compile(r"(?:al|el|ad|as|ash|an|ar|az)-(?=.)")
_NUMERAL = re.compile(r"[ivx]+")


def surname_keys(name: str, country: str | None) -> tuple[str, ...]:
    """The keys under which a text may go on speaking of a person whom it has named in full, without repeats.

    All endings of the name count, since only the reader knows whether two surnames or one are used; the first word
    counts where the family name or the only own name stands there. A name of one word is its own key.

    >>> surname_keys("Ursula von der Leyen", "DEU")
    ('von der leyen', 'der leyen', 'leyen')
    >>> surname_keys("Bashar al-Assad", "SYR"), surname_keys("Ban Ki-moon", None), surname_keys("Xi Jinping", "CHN")
    (('al-assad', 'assad'), ('ban',), ('xi',))
    """
    words = key(name).split()
    if len(words) > 1 and _NUMERAL.fullmatch(words[-1]):
        return (" ".join(words[:-1]), " ".join(words))
    if len(words) < 2:
        return tuple(words)
    if _is_family_first(name, words, country):
        return (words[0],)
    first = words[:1] if country in _CALLED_BY_FIRST else []
    return tuple(dict.fromkeys([*_endings(words), *first]))


def surname_ends(name_key: str, country: str | None) -> tuple[str, ...]:
    """The last words that the `surname_keys` of a name with this key may have, and perhaps some more.

    It finds the few names to look at more closely, and is asked for all of them.

    >>> surname_ends("ursula von der leyen", "DEU"), surname_ends("bashar al-assad", "SYR")
    (('leyen',), ('al-assad', 'assad', 'bashar'))
    """
    last = name_key.rpartition(" ")[2]
    if country not in _MAY_COME_FIRST and "-" not in last and last.strip("ivx"):
        return (last,)
    return tuple(dict.fromkeys([last, _ARTICLE.sub("", last), *name_key.split()]))


def _is_family_first(name: str, words: list[str], country: str | None) -> bool:
    """Whether the surname comes first: known of the country, or told by a given name like "Ki-moon" at the end."""
    if country in _FAMILY_FIRST or (country in _FAMILY_FIRST_OF_THREE and len(words) == 3):
        return True
    last = name.rsplit(maxsplit=1)[-1]
    head, hyphen, tail = last.partition("-")
    return bool(hyphen) and head.istitle() and tail.islower() and _GIVEN_NAME.fullmatch(words[-1]) is not None


def _endings(words: list[str]) -> Iterator[str]:
    for start in range(1, len(words)):
        yield " ".join(words[start:])
    if bare := _ARTICLE.sub("", words[-1]):
        yield bare
