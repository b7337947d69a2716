"""The page in a real browser: nothing acts but our own script, nobody is shut out, and it opens at once."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import LOOKS, assert_nothing_acts, axe_faults, widths
from gold_story import NAMES, story_analyses, story_comparison
from hostile import payloads
from hostile_brief import hostile_analysis, hostile_brief
from many_texts import many_texts

from standoff.report import brief_from_analyses
from standoff.report.page import page_from_brief

MOST_BYTES = 3_000_000
MOST_SECONDS = 1.0


@pytest.fixture(scope="module")
def story() -> str:
    analyses = story_analyses()
    return page_from_brief(brief_from_analyses(analyses, NAMES, story_comparison(analyses)))


@pytest.fixture(scope="module")
def hundred() -> str:
    return page_from_brief(many_texts())


@pytest.mark.parametrize("look", ["light", "dark", "narrow", "twice as large"])
def test_axe_finds_nothing(story: str, opened: Any, axe: str, look: str) -> None:
    page = opened(story, **LOOKS[look])
    assert axe_faults(page, axe) == []


@pytest.mark.parametrize("look", ["light", "narrow", "twice as large"])
def test_the_page_is_never_wider_than_the_window(story: str, opened: Any, look: str) -> None:
    page = opened(story, **LOOKS[look])
    page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
    wide, window = widths(page)
    assert wide <= window


def test_nothing_is_asked_of_the_network_and_nothing_is_refused(story: str, opened: Any) -> None:
    page = opened(story)
    page.wait_for_timeout(200)
    assert page.told == []


def test_no_payload_acts(opened: Any) -> None:
    texts = [hostile_analysis(words, n) for n, words in enumerate(payloads())]
    page = opened(page_from_brief(brief_from_analyses(texts)))
    page.wait_for_timeout(500)
    assert len(texts) >= 150
    assert page.evaluate("typeof window.pwned") == "undefined"
    assert page.told == []
    assert page.evaluate("document.querySelectorAll('script, style').length") == 2


@pytest.mark.parametrize("words", payloads()[::10])
def test_no_payload_acts_in_a_comparison(words: str, opened: Any) -> None:
    page = opened(page_from_brief(hostile_brief(words)))
    assert_nothing_acts(page)


def test_even_a_hole_in_the_escaping_would_do_nothing(story: str, opened: Any) -> None:
    """The policy stops what an element in the page would do, should one ever get there."""
    holed = story.replace("</main>", "<script>window.pwned=1</script><img src=x onerror=window.pwned=1></main>")
    page = opened(holed)
    page.wait_for_timeout(200)
    assert page.evaluate("typeof window.pwned") == "undefined"
    assert page.told


def test_keys_lead_from_statement_to_statement(story: str, opened: Any) -> None:
    page = opened(story)
    page.keyboard.press("n")
    assert page.evaluate("location.hash") == ""  # nobody's own keys are taken away outside the evidence
    page.click("text=Next statement")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("n")
    second = page.evaluate("document.activeElement.id")
    assert first.startswith("s-")
    assert second.startswith("s-")
    assert first != second
    assert page.evaluate("location.hash") == f"#{second}"
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == first


def test_the_order_of_the_sides_can_be_changed(story: str, opened: Any) -> None:
    page = opened(story)
    names = "[...document.querySelector('.sides').children].map(x => x.dataset.name)"
    by_name = page.evaluate(names)
    assert by_name == sorted(by_name, key=str.casefold)
    page.select_option("#order", "reverse")
    assert page.evaluate(names) == sorted(by_name, reverse=True)
    page.select_option("#order", "most")
    counts = page.evaluate("[...document.querySelector('.sides').children].map(x => Number(x.dataset.n))")
    assert counts == sorted(counts, reverse=True)
    page.select_option("#order", "name")
    assert page.evaluate(names) == by_name


def test_a_deep_link_shows_the_statement(story: str, opened: Any) -> None:
    page = opened(story)
    link = page.locator("#clashes .words a").first
    link.click()
    anchor = page.evaluate("location.hash.slice(1)")
    page.wait_for_timeout(200)
    assert anchor.startswith("s-")
    box = page.locator(f"[id='{anchor}']").bounding_box()
    assert 0 <= box["y"] < 900


def test_without_scripts_nothing_is_missing_and_nothing_is_dead(story: str, opened: Any) -> None:
    page = opened(story, java_script_enabled=False)
    assert page.locator("#evidence .passage").count() > 100
    assert not page.locator("#order").is_visible()
    assert not page.get_by_role("button", name="Next statement").is_visible()


def test_print_shows_what_is_folded(story: str, opened: Any) -> None:
    page = opened(story)
    page.emulate_media(media="print")
    assert not page.locator(".contents").is_visible()
    assert page.locator(".key dl").is_visible()


def test_a_hundred_articles_open_at_once(hundred: str, opened: Any) -> None:
    """The time is that of the page's own thread, so that what else the machine does is not counted."""
    assert len(hundred.encode()) < MOST_BYTES
    page = opened("<title>warm</title>")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    path = page.url.removeprefix("file://")
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(hundred)
    page.reload()
    figures = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    assert figures["Nodes"] > 10_000
    assert figures["TaskDuration"] < MOST_SECONDS


@pytest.mark.slow
def test_axe_finds_nothing_in_a_hundred_articles(hundred: str, opened: Any, axe: str) -> None:
    page = opened(hundred)
    page.evaluate(axe)
    found = page.evaluate("rules => axe.run({runOnly: rules})", ["wcag2a", "wcag2aa"])
    assert not [(v["id"], v["nodes"][0]["target"]) for v in found["violations"]]
