"""`standoff verify`: on the screen, as JSON, as a page; what is wrong is told, and nothing acts."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from hostile import payloads
from verify.records import BRIEFING, CHANGED, LUNDS, WEISS, verification_of

from standoff.cli import commands
from standoff.report import Screen, Verification, screen_from_verification, verification_json
from standoff.report.page import page_from_verification


def lines_of(verification: Verification, **screen: object) -> str:
    return "\n".join(line.plain for line in screen_from_verification(verification, Screen(**screen)))


def test_screen_says_the_difference_in_words():
    shown = lines_of(verification_of(CHANGED, LUNDS))
    assert "→ a negation was changed: the record has “not” there" in shown
    assert "words were left out" not in shown  # it is the same “not”
    assert "record: Ana Weiss in “Briefing”, 2024-05-02, turn 3 of 3" in shown
    assert "the words are those of Tor Lund" in shown
    assert "1 records tell no speaker" in shown


def test_the_article_is_named_when_there_are_several():
    shown = lines_of(verification_of(CHANGED, LUNDS, title="Talks go on"))
    assert "altered: Ana Weiss · in “Talks go on” (-)" in shown  # two articles of one title: where they came from
    html = page_from_verification(verification_of(CHANGED, LUNDS, title="Talks go on"))
    assert html.count("· in <a href=") == 2
    assert '<a href="#a-2"><bdi>“Talks go on” (-)</bdi></a>' in html


def test_a_lone_article_needs_no_name():
    assert " in “Talks" not in lines_of(verification_of(CHANGED, title="Talks go on"))
    assert "· in <a href=" not in page_from_verification(verification_of(CHANGED, title="Talks go on"))


def test_screen_fits_any_width_and_encoding():
    for width in (40, 80, 140):
        lines = lines_of(verification_of(CHANGED, LUNDS), width=width).split("\n")
        assert not [line for line in lines if len(line) > width]
    assert lines_of(verification_of(CHANGED), encoding="ascii").isascii()


def test_json_has_the_words_at_their_offsets():
    verification = verification_of(CHANGED, LUNDS)
    data = verification_json(verification)
    text = verification.records[0].document.text
    assert data["schema"] == "standoff-verify/1"
    assert [check["verdict"] for check in data["checks"]] == ["altered", "misattributed"]
    for check in data["checks"]:
        found = check["record"]
        assert text[found["start"] : found["end"]] == found["text"]
    assert data["checks"][0]["differences"][0] == {
        "kind": "negation",
        "said": "",
        "recorded": "not",
        "marked": False,
    }
    assert data["records"][1]["fault"]
    assert data["left_out"][0]["issue"] == "trade"
    assert json.loads(json.dumps(data)) == data


class Skeleton(HTMLParser):
    """The elements of a page and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def test_page_shows_each_difference_and_links_to_its_place():
    html = page_from_verification(verification_of(CHANGED, LUNDS))
    page = Skeleton(html)
    assert "a negation was changed" in html
    assert all(link[1:] in page.ids for link in page.links)
    assert len(page.ids) == len(set(page.ids))
    assert "<script" not in html


@pytest.mark.parametrize("words", payloads())
def test_hostile_words_make_no_element(words):
    plain = Skeleton(page_from_verification(verification_of(CHANGED, title="said so")))
    hostile = Skeleton(page_from_verification(verification_of(CHANGED, title=words)))
    assert hostile.elements == plain.elements
    assert hostile.links == plain.links


def test_command_reads_files(tmp_path: Path):
    record, article = tmp_path / "record.txt", tmp_path / "article.txt"
    record.write_text(BRIEFING, encoding="utf-8")
    article.write_text(f"Talks go on\n\nForeign Minister Ana Weiss said: “{CHANGED}”\n", encoding="utf-8")
    page = tmp_path / "page.html"
    arguments = ["verify", str(article), "--against", str(record), "--json", "--html", str(page)]
    done = CliRunner().invoke(commands, arguments)
    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    assert "altered" in {check["verdict"] for check in data["checks"]}
    assert "a negation was changed" in page.read_text(encoding="utf-8")


def test_no_record_is_a_wrong_request(tmp_path: Path):
    article = tmp_path / "article.txt"
    article.write_text("Weiss said: “We will not go to the meeting this week.”\n", encoding="utf-8")
    done = CliRunner().invoke(commands, ["verify", str(article), "--against", str(tmp_path / "nothing.txt")])
    assert done.exit_code != 0
    assert "no record could be read" in str(done.exception)
    assert CliRunner().invoke(commands, ["verify", str(article)]).exit_code == 2


def test_weiss_is_who_the_record_says():
    assert verification_of(CHANGED).checks[0].places[0].actors == (WEISS,)
