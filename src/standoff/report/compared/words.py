"""Text from outside as a page may show it: harmless, on one line, and short where only a glance is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import urlsplit

from standoff.report.inert import inert
from standoff.report.sheet import key_words
from standoff.report.stand_ins import short_name
from standoff.values import Actor, Document

OTHER = "Other matters"
CUT = "…"
ABSENT = "–"
MOST_WORDS_CHARS = 320  # three or four lines of a column; the whole is one click away


def shown(text: str) -> str:
    r"""The text with everything invisible made visible; a dash for nothing.

    >>> shown(" said\u202e\nso "), shown(" ")
    ('said⟨U+202E⟩ so', '–')
    """
    return inert(text).strip() or ABSENT


def clipped(text: str, most_chars: int = MOST_WORDS_CHARS) -> str:
    """The harmless text, cut behind a word where it is longer, with a sign that says so.

    >>> clipped("a rules-based order", 9), clipped("Riga")
    ('a…', 'Riga')
    """
    whole = shown(text[: 2 * most_chars])
    if len(whole) <= most_chars and len(text) <= 2 * most_chars:
        return whole
    head = whole[: most_chars - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head) + CUT


def actor_name(actor: Actor) -> str:
    """The actor's name in full, harmless and not endless."""
    return clipped(actor.name, 80)


def actor_names(actors: Iterable[Actor], *, are_short: bool = False) -> str:
    """The names with a plus between them, persons by their surnames alone when `are_short`; empty for nobody."""
    names = (clipped(short_name(actor), 80) if are_short else actor_name(actor) for actor in actors)
    return " + ".join(dict.fromkeys(names))


def category(key: str, name: str | None) -> str:
    """The name of an issue or norm, its key in words where the codebook has none."""
    return clipped(name or key_words(key), 80)


def web_address(path: str) -> str | None:
    """The path when it is an address on the web that is safe to link to, else `None`: no other scheme, no password.

    >>> web_address("https://example.org/a?b=c"), web_address("javascript:alert(1)"), web_address("notes.txt")
    ('https://example.org/a?b=c', None, None)
    """
    if not path.isprintable() or any(c in ' "<>\\^`{|}' for c in path):
        return None
    try:
        parts = urlsplit(path)
        safe = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:  # brackets that hold no address
        return None
    return path if safe else None


def document_place(document: Document) -> str:
    """Where the document came from: its address, or the file's name without the folders of the reader's machine."""
    return clipped(document.path if web_address(document.path) else document.path.replace("\\", "/").split("/")[-1])


def document_title(document: Document) -> str:
    """The title, else where the document came from."""
    return clipped(document.title, 160) if document.title else document_place(document)


def day_of(document: Document) -> date | None:
    """The day of publication, `None` where it is not known or is no date."""
    try:
        return date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None


def slug(key: str) -> str:
    """A key as part of an anchor: letters, digits and hyphens, whatever it held, and another for every other key.

    >>> slug("nato_enlargement"), slug('"><b>')
    ('nato-enlargement', '-22--3e--3c-b-3e-')
    """
    return "".join(c if c.isascii() and c.isalnum() else "-" if c == "_" else f"-{ord(c):x}-" for c in key)


def issue_anchor(key: str | None) -> str:
    """The anchor of an issue's part of the page."""
    return f"i-{slug(key)}" if key else "i"


def issue_name(key: str | None, names: Mapping[str, str]) -> str:
    """The name of an issue, a word for what is on none."""
    return category(key, names.get(key)) if key else OTHER


def sentence_anchor(n_document: int, index: int) -> str:
    """The anchor of a sentence: "d-2-14" is sentence 14 of document 2."""
    return f"d-{n_document}-{index + 1}"
