"""Hostile words in every field: they are shown, and no element and no attribute of the page comes from them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hostile import payloads
from hostile_brief import hostile_brief

from standoff.report import inert
from standoff.report.compared.words import clipped, web_address
from standoff.report.page import page_from_brief


class Skeleton(HTMLParser):
    """The elements of a page with the names of their attributes, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.said: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", (data,)))


def skeleton(words: str) -> Skeleton:
    return Skeleton(page_from_brief(hostile_brief(words)))


PLAIN = skeleton("plain words")


def test_there_are_enough_of_them() -> None:
    assert len(payloads()) >= 150


@pytest.mark.parametrize("words", payloads())
def test_the_page_stays_what_it_is(words: str) -> None:
    page = skeleton(words)
    assert page.elements == PLAIN.elements
    assert all(link.startswith("#") for link in page.links)
    assert clipped(words, 40).rstrip("…") in "".join(page.said)


def test_what_cannot_be_seen_is_shown() -> None:
    html = page_from_brief(hostile_brief("a\u202eb\u200bc"))
    assert "\u202e" not in html
    assert "\u200b" not in html
    assert inert("a\u202eb\u200bc") in html


@pytest.mark.parametrize(
    "path",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://user:secret@example.org/",
        "https://example.org/\u202e",
        'https://example.org/"onclick=x',
        "https://exa mple.org",
        "https:///nowhere",
        "http://[broken",
        "//example.org",
        "\x01https://example.org",
        "notes.txt",
    ],
)
def test_only_an_address_on_the_web_is_a_link(path: str) -> None:
    assert web_address(path) is None


def test_an_address_on_the_web_is_a_link() -> None:
    assert web_address("https://example.org/a_b?c=d&e=1#f") == "https://example.org/a_b?c=d&e=1#f"
