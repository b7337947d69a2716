"""Which written forms count as the same: keys for looking up, capitals for telling "US" from "us", slugs for ids."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart, and the marks that writers use for one another.
# ASCII is listed whole, since every character that is not there costs a failed look-up.
_FOLDED = {code: chr(code) for code in range(128)} | str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "&": " and ", ".": "",
        ",": "", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ə": "e", "ð": "d", "þ": "th",
    }
)  # fmt: skip
# "Nato", "Opec", "Isis" are written as words; "Un", "Us" and "Who" would be other words, and so would the longer ones
# listed here, which were looked for among the acronyms of the files.
_MIN_SPOKEN_LETTERS = 4
_OTHER_WORDS = frozenset({"alba", "pace", "rand", "shape", "swift", "time"})
_INITIALS = re.compile(r"\b([^\W\d_])\.\s+(?=[^\W\d_]\.)")  # "H. R." is "H.R."
_PLAIN = re.compile(r"(?!the )[a-z]+(?: [a-z]+)*")  # a name in small letters that is its own key
_MAX_MIXED_LETTERS = 5  # "DoD", "LeT", "ECtHR", but "BuzzFeed" is a name


def key(surface: str) -> str:
    """The form under which a name is looked up: small letters without accents, without a leading "the", without
    full stops and commas.

    >>> [key(name) for name in ("U.S.", "the Kremlin", "Türkiye", "Bosnia & Herzegovina", "H. R. McMaster")]
    ['us', 'kremlin', 'turkiye', 'bosnia and herzegovina', 'hr mcmaster']
    """
    words = surface.lower()
    if _PLAIN.fullmatch(words):  # four names in five
        return words
    words = folded(_INITIALS.sub(r"\1.", surface) if ". " in surface else surface)
    return " ".join(words.split()).removeprefix("the ")


def title_key(title: str) -> str:
    """The key of a title: as `key`, and hyphens are spaces.

    >>> title_key("the Vice-President")
    'vice president'
    """
    words = key(title)
    return " ".join(words.replace("-", " ").split()) if "-" in words else words


def slug(name: str) -> str:
    """The name as part of an id: ASCII letters and digits in small, hyphens between.

    >>> slug("Recep Tayyip Erdoğan"), slug("H.R. McMaster")
    ('recep-tayyip-erdogan', 'hr-mcmaster')
    """
    words = key(name)
    if _PLAIN.fullmatch(words):
        return words.replace(" ", "-")
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")


def folded(text: str) -> str:
    """The text in small letters without accents, with one sort of apostrophe and hyphen, without full stops and
    commas.
    """
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold().translate(_FOLDED)


def is_acronym(form: str) -> bool:
    """Whether the form is one word in capitals, or a short one with several.

    >>> [is_acronym(form) for form in ("U.S.", "NATO", "G7", "DoD", "Chad", "N Korea")]
    [True, True, True, True, False, False]
    """
    if " " in form:
        return False
    return form.isupper() or (len(form) <= _MAX_MIXED_LETTERS and sum(map(str.isupper, form)) > 1)


def is_written_as(surface: str, form: str) -> bool:
    """Whether the capitals of what a text has fit the form that it has the key of.

    A form without capitals fits any. An acronym must stand in capitals or as the form has it; from four letters on it
    may be written as a name, unless that is another word. Any other form needs one capital beside that of "The", and a
    form with "The" needs the article.

    >>> [is_written_as(*pair) for pair in (("U.S.", "US"), ("us", "US"), ("Who", "WHO"), ("Let", "LeT"))]
    [True, False, False, False]
    >>> [is_written_as(*pair) for pair in (("Nato", "NATO"), ("Time", "TIME"), ("DOD", "DoD"))]
    [True, False, True]
    >>> [is_written_as(*pair) for pair in (("turkey", "Turkey"), ("Hague", "The Hague"), ("The west", "West"))]
    [False, False, False]
    """
    if form.startswith("The ") and surface[:4].casefold() != "the ":
        return False
    bare = _bare(surface)
    if is_acronym(form):
        return bare.isupper() or bare == _bare(form) or (form.isupper() and _is_spoken(bare))
    return form.islower() or any(c.isupper() for c in bare)


def _is_spoken(word: str) -> bool:
    """Whether an acronym is written as a name, and no other word is meant."""
    return len(word) >= _MIN_SPOKEN_LETTERS and word.istitle() and word.casefold() not in _OTHER_WORDS


def _bare(surface: str) -> str:
    words = surface.replace(".", "").strip()
    return words[4:] if words[:4].casefold() == "the " else words
