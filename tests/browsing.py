"""What is asked of every page in a real browser: how it may be looked at, what axe says, and that nothing acts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "twice as large": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}


def axe_faults(page: Any, axe: str) -> list[Any]:
    """What axe finds wrong with a page whose every part is open."""
    page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
    # What is out of view has no place of its own until it is drawn; axe must not measure it before.
    page.evaluate("for (const text of document.querySelectorAll('.text')) text.style.contentVisibility = 'visible'")
    page.evaluate(axe)
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [(v["id"], [(n["target"], n["failureSummary"]) for n in v["nodes"][:3]]) for v in found["violations"]]


def widths(page: Any) -> tuple[int, int]:
    """How wide the page is, and the window."""
    wide, window = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return wide, window


def assert_nothing_acts(page: Any) -> None:
    """Moves and presses what might set something off."""
    page.mouse.move(300, 300)
    page.keyboard.press("Tab")
    assert page.evaluate("typeof window.pwned") == "undefined"
    assert page.told == []
