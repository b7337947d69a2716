"""The page of checks, and the same section of a brief, in a real browser: nothing acts, and links lead to the words."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import LOOKS, assert_nothing_acts, axe_faults, widths
from hostile import payloads
from verify.records import BRIEFING, CHANGED, LUNDS, brief_against, verification_of

from standoff.report import inert
from standoff.report.page import page_from_brief, page_from_verification

TRUE = "We do not seek a quarrel with anybody."
WORDS = (TRUE, CHANGED, LUNDS, "Nobody will ever hear of that plan from me again")


@pytest.fixture(scope="module")
def checks() -> str:
    return page_from_verification(verification_of(*WORDS, title="Talks go on"))


@pytest.fixture(scope="module")
def brief() -> str:
    return page_from_brief(brief_against(*WORDS, title="Talks go on"))


@pytest.fixture(params=["checks", "brief"])
def html(request: pytest.FixtureRequest) -> str:
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("look", list(LOOKS))
def test_axe_finds_nothing(html: str, opened: Any, axe: str, look: str) -> None:
    page = opened(html, **LOOKS[look])
    assert axe_faults(page, axe) == []


@pytest.mark.parametrize("look", ["light", "narrow", "twice as large"])
def test_the_page_is_never_wider_than_the_window(html: str, opened: Any, look: str) -> None:
    page = opened(html, **LOOKS[look])
    wide, window = widths(page)
    assert wide <= window


def test_nothing_is_asked_of_the_network_and_nothing_is_refused(html: str, opened: Any) -> None:
    page = opened(html)
    page.wait_for_timeout(200)
    assert page.told == []


@pytest.mark.parametrize("words", payloads()[::10])
def test_no_payload_acts_and_every_text_stays_as_it_is(words: str, opened: Any) -> None:
    page = opened(page_from_verification(verification_of(CHANGED, LUNDS, title=words)))
    assert_nothing_acts(page)
    assert page.evaluate("document.querySelectorAll('script, img, svg, iframe, form').length") == 0
    named = page.locator("main h2 bdi").all_text_contents()
    assert named == [inert(words).strip()[:160]] * 2 or all(name.endswith("…") for name in named)
    assert page.locator("main .points p.words:not(.where + .words)").all_text_contents() == [CHANGED, LUNDS]


@pytest.mark.parametrize("words", payloads()[::10])
def test_no_payload_acts_in_a_brief(words: str, opened: Any) -> None:
    page = opened(page_from_brief(brief_against(CHANGED, LUNDS, title=words)))
    assert_nothing_acts(page)


def test_on_the_page_of_checks_every_link_leads_to_its_words(checks: str, opened: Any) -> None:
    page = opened(checks)
    verdicts = page.locator("main .points > li a.badge")
    assert sorted(verdicts.all_text_contents()) == ["altered", "misattributed", "not found", "verbatim"]
    for i, words in enumerate(WORDS):
        verdicts.nth(i).click()
        target = page.locator(":target")
        assert words in target.text_content()
        assert "in “Talks go on”" in target.locator(".by").text_content()
    for link in page.get_by_role("link", name="record", exact=True).all():
        link.click()
        shown = page.locator(":target + .words").text_content()
        assert " ".join(shown.split()) in " ".join(BRIEFING.split())


def test_in_a_brief_every_verdict_leads_to_the_words_of_both(brief: str, opened: Any) -> None:
    page = opened(brief)
    rows = page.locator("#against .points > li")
    assert rows.count() == len(WORDS)
    for i in range(len(WORDS)):
        row = rows.nth(i)
        said = row.locator(".words a").first.text_content().strip("“”")
        row.locator("a.badge").click()
        assert page.locator(":target").get_attribute("id").startswith("s-")
        assert said in page.locator(".passage:has(:target)").text_content()
        for link in row.locator(".where + .words a").all():
            recorded = " ".join(link.text_content().split())
            link.click()
            page.wait_for_timeout(100)
            assert page.locator(":target").get_attribute("id").startswith("d-2-")
            assert recorded[:40] in " ".join(page.locator(":target .sentence").text_content().split())
            box = page.locator(":target").bounding_box()
            assert 0 <= box["y"] < 900
