"""The page: golden, whole, every link leads somewhere, and no word of a text is lost by marking it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from gold_story import NAMES, story_analyses, story_comparison
from handmade import voiced_by_hand
from hypothesis import given
from hypothesis import strategies as st

from standoff import __version__
from standoff.report import Brief, brief_from_analyses, inert
from standoff.report.page import PageOptions, page_from_brief, page_values
from standoff.report.page.highlight import Layer, segments
from standoff.spans import Span
from standoff.values import BASES, Analysis
from standoff.values.comparison import Comparison

GOLDEN = Path(__file__).parent / "golden"
TEMPLATES = Path(__file__).parents[2] / "src" / "standoff" / "report" / "templates"
VOID = {"meta", "rect", "line", "circle", "polygon"}


class Outline(HTMLParser):
    """What of a page can be checked without drawing it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.attributes: set[str] = set()
        self.is_open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.attributes |= known.keys()
        self.ids += [known["id"] or ""] if "id" in known else []
        self.links += [known["href"] or ""] if "href" in known else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in VOID:
            self.is_open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.is_open.pop() == tag, tag


@pytest.fixture(scope="module")
def story() -> Brief:
    analyses = story_analyses()
    return brief_from_analyses(analyses, NAMES, story_comparison(analyses))


@pytest.fixture(scope="module")
def html(story: Brief) -> str:
    return page_from_brief(story)


def plain(html: str) -> list[str]:
    """The page without our own style, script and version, which change for other reasons."""
    cut = re.sub(r"(?s)(<style>|<script>).*?(</style>|</script>)", r"\1\2", html)
    cut = re.sub(r"sha256-[\w+/=]+", "sha256", cut).replace(f"Standoff {__version__}", "Standoff VERSION")
    return cut.splitlines()


def test_golden(coded: Analysis) -> None:
    """After a wanted change, look at the difference, then write the new page over the file."""
    shown = plain(page_from_brief(brief_from_analyses([coded], comparison=Comparison(n_withheld=1))))
    assert shown == (GOLDEN / "page.html").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("is_compared", [True, False])
@pytest.mark.parametrize("is_full", [True, False])
def test_every_link_leads_somewhere(story: Brief, is_compared: bool, is_full: bool) -> None:
    brief = story if is_compared else replace(story, comparison=None)
    outline = Outline(page_from_brief(brief, PageOptions(is_full=is_full)))
    assert len(outline.ids) == len(set(outline.ids))
    assert {link.removeprefix("#") for link in outline.links if link.startswith("#")} <= set(outline.ids)
    assert not outline.is_open
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(outline.headings, outline.headings[1:], strict=False))
    assert not [a for a in outline.attributes if a.startswith("on") or a in ("style", "src", "srcset", "action")]


def test_every_statement_has_its_anchor(story: Brief, html: str) -> None:
    ids = set(Outline(html).ids)
    assert {f"s-{s.statement_id}" for d in story.documents for s in d.analysis.statements} <= ids


def test_a_text_given_twice_has_two_anchors(coded: Analysis) -> None:
    outline = Outline(page_from_brief(brief_from_analyses([coded, coded])))
    assert len(outline.ids) == len(set(outline.ids))
    assert f"s-{coded.statements[0].statement_id}-2" in outline.ids


def test_the_policy_names_our_style_and_script_and_nothing_else(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    for tag in ("style", "script"):
        (inline,) = re.findall(rf"(?s)<{tag}>(.*?)</{tag}>", html)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;;")
    assert "unsafe" not in policy[1]


def test_templates_escape_everything() -> None:
    for path in TEMPLATES.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape|Markup", text), path.name


def test_the_same_input_gives_the_same_page(story: Brief, html: str) -> None:
    assert page_from_brief(story) == html


def test_an_empty_brief_is_a_page() -> None:
    outline = Outline(page_from_brief(brief_from_analyses([], comparison=Comparison())))
    assert not outline.is_open


def sentences_shown(html: str) -> Iterator[str]:
    """The sentences of the evidence as a reader has them, without what is only drawn."""
    for found in re.findall(r'(?s)<p class="sentence"><a[^>]*>\d+</a> <span>(.*?)</span></p>', html):
        words = re.sub(r"<[^>]*>", "", found)
        yield (
            words.replace("&#34;", '"')
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
        )


def test_the_whole_text_survives(story: Brief) -> None:
    shown = list(sentences_shown(page_from_brief(story, PageOptions(is_full=True))))
    whole = [inert(s.span.of(d.analysis.document.text)) for d in story.documents for s in d.analysis.sentences]
    assert shown == whole


def test_what_carries_nothing_is_left_out(coded: Analysis) -> None:
    bare = voiced_by_hand(coded, {"The OSCE is supposed": "fact"})
    brief = brief_from_analyses([bare])
    (short,), (long,) = (page_values(brief, PageOptions(is_full=full)).texts for full in (False, True))
    assert sum(passage.n_left_out for passage in short.passages) > 0
    assert len(short.passages) < len(long.passages) == len(bare.sentences)


def test_sides_stand_in_the_order_of_their_names(story: Brief) -> None:
    page = page_values(story)
    names = [[column.name.casefold() for column in issue.columns] for issue in page.issues]
    names += [[party.name.casefold() for party in clash.parties] for clash in page.collisions.clashes]
    assert all(some == sorted(some) for some in names)
    assert len(page.collisions.clashes) + len(page.collisions.stands) == 19
    assert page.collisions.n_withheld == 7


def test_a_claim_is_told_with_its_best_evidence_first(story: Brief) -> None:
    rows = page_values(story).claims.rows
    assert [row.n_origins for row in rows] == sorted((row.n_origins for row in rows), reverse=True)
    for row in rows:
        order = [BASES.index(one.basis) for one in row.sources]
        assert order == sorted(order)
        assert sum(len(one.cells) for one in row.sources) == row.n_statements


LAYERS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted), max_size=12)


@given(st.text(min_size=30, max_size=40), LAYERS, st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted))
def test_segments_are_the_whole_text(text: str, places: list[list[int]], within: list[int]) -> None:
    layers = [Layer(Span(*place), str(n)) for n, place in enumerate(places)]
    cut = Span(*within)
    found = segments(cut, layers)
    assert "".join(segment.span.of(text) for segment in found) == cut.of(text)
    assert all(segment.span.start < segment.span.end for segment in found)
    for segment in found:
        lying = {layer.name for layer in layers if layer.span.covers(segment.span)}
        assert set(segment.names) == lying
        assert len(segment.names) == len(lying)
        assert not [
            x for x in layers if x.span.overlaps(segment.span) and x.name not in lying and x.span.start < x.span.end
        ]


def test_opposite_stands_are_apart_and_without_a_percentage(html: str) -> None:
    part = html[html.index('<section id="stands"') : html.index('<section id="common"')]
    assert "Opposite stands" in part
    assert "% sure" not in part
    clashes = html[html.index('<section id="clashes"') : html.index('<section id="stands"')]
    assert "Opposite stands" not in clashes
    assert "% sure" in clashes


def test_without_clashes_the_first_look_shows_where_opponents_stand_apart() -> None:
    analyses = story_analyses()
    comparison = story_comparison(analyses)
    stands = tuple(clash for clash in comparison.clashes if clash.kind == "opposite_stands")
    page = page_from_brief(brief_from_analyses(analyses, NAMES, replace(comparison, clashes=stands)))
    glance = page[page.index('<section id="glance"') : page.index('<section id="issues"')]
    assert "Where opponents stand apart" in glance
    assert "Where they collide most surely" not in glance
    what = "issue on which opponents stand apart" if len(stands) == 1 else "issues on which opponents stand apart"
    assert f"0 clashes · {len(stands)} {what}" in page


def test_how_far_apart_two_stand_leads_to_the_statements(html: str, story: Brief) -> None:
    assert story.comparison
    (one,) = [d for d in story.comparison.divergences if d.issue == "jamming"]
    part = html[html.index('<section id="i-jamming"') :].split('<div class="sides">', maxsplit=1)[0]
    assert all(f'href="#s-{i}"' in part for i in (*one.conflict, *one.congruence))
    assert "in conflict: " in part
    assert "in agreement: " in part
