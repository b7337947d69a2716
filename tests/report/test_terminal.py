"""The screen: golden at two widths, never too wide, plain where it has to be, and deaf to what articles contain."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import coded_by_hand, linked_by_hand, voiced_by_hand
from rich.console import Console

from standoff.report import Screen, brief_from_analyses, screen_from_brief
from standoff.report.overview import strip_cells
from standoff.values import Actor, Analysis

GOLDEN = Path(__file__).parent / "golden"

HOSTILE = (
    "[bold]Borg[/bold][/b] said [link=https://example.org]no[/link] \x1b[2J\x1b]0;owned\x07 \u202eyes\u202c "
    "日本語の声明 🙂 " + "Z" + "\u0335" * 10_000 + " x" * 5_000 + "."
)


def lines(*analyses: Analysis, **screen: object) -> list[str]:
    brief = brief_from_analyses(analyses)
    return [line.plain for line in screen_from_brief(brief, Screen(**screen))]  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [80, 140])
def test_golden(speculative: Analysis, width: int) -> None:
    """After a wanted change, look at the difference, then write the new screen over the file."""
    shown = "\n".join(line.rstrip() for line in lines(speculative, speculative, width=width, n_shown=12)) + "\n"
    assert shown.splitlines() == (GOLDEN / f"speculative_{width}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_line_is_wider_than_the_screen(speculative: Analysis, analysis_of, width: int, encoding: str) -> None:
    brief = brief_from_analyses([speculative, analysis_of(HOSTILE, [_hostile_line()], path="x" * 500)])
    for line in screen_from_brief(brief, Screen(width=width, encoding=encoding)):
        assert line.cell_len <= width, line.plain


@pytest.mark.parametrize("width", [1, 20, 40])
def test_a_narrow_screen_is_no_error(speculative: Analysis, width: int) -> None:
    assert lines(speculative, speculative, width=width)


@pytest.mark.parametrize("width", [80, 140])
def test_golden_with_codes(coded: Analysis, width: int) -> None:
    """One document on the narrow screen, two on the wide one."""
    several = [coded] if width == 80 else [coded, coded]
    shown = "\n".join(line.rstrip() for line in lines(*several, width=width, n_shown=12)) + "\n"
    assert shown.splitlines() == (GOLDEN / f"coded_{width}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("width", [60, 80, 100, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("n_shown", [5, None])
def test_no_line_of_codes_is_wider_than_the_screen(coded: Analysis, hostile, width, encoding, n_shown) -> None:
    brief = brief_from_analyses([coded, hostile])
    for line in screen_from_brief(brief, Screen(width=width, encoding=encoding, n_shown=n_shown)):
        assert line.cell_len <= width, line.plain
        assert encoding != "ascii" or line.plain.isascii()
        assert "\x1b" not in line.plain
        assert "\u202e" not in line.plain


@pytest.fixture(scope="module")
def hostile(resolved_of) -> Analysis:
    """A text in which everything that codes can show is hostile."""
    evil = Actor(actor_id="new:evil", name="[red]Evil\x1b[2J\u202e[/red] " + "x" * 5_000, kind="organisation")
    analysis = resolved_of(HOSTILE, [_hostile_line()], {"[bold]Borg[/bold][/b]": {"actor": evil}}, {})
    analysis = coded_by_hand(analysis, ["threaten|evil\u202e_issue" + "x" * 500 + "|\x1b[2Jnorm" + "x" * 500])
    resolutions = tuple(replace(r, target_actors=(evil, evil)) for r in analysis.resolutions)
    analysis = replace(analysis, resolutions=resolutions)
    return linked_by_hand(voiced_by_hand(analysis, {"[bold]Borg": "forecast|0-100"}), ["no|said|yes"])


def test_the_act_has_a_column_on_wide_screens_only(coded: Analysis, speculative: Analysis) -> None:
    def heading(analysis: Analysis, width: int) -> list[str]:
        return next(line for line in lines(analysis, width=width) if line.strip().startswith("s  basis")).split()

    assert heading(coded, 100) == ["s", "basis", "act", "source", "cue", "content"]
    assert "act" not in heading(coded, 99)
    assert "act" not in heading(speculative, 140)


def test_without_codes_there_is_no_block_of_them(speculative: Analysis) -> None:
    shown = "\n".join(lines(speculative))
    for title in ("What each says", "What may come", "Norms invoked", "lead to what", "writer's own words"):
        assert title not in shown


def test_the_disclaimer_comes_before_any_figure(speculative: Analysis) -> None:
    shown = "\n".join(lines(speculative))
    assert shown.index("we can infer") < shown.index("Nothing here is quoted") < shown.index("inferred  ")


def test_a_limit_says_how_many_more(speculative: Analysis) -> None:
    assert " … 12 more statements: --all shows every one" in lines(speculative, n_shown=3)
    assert " … 1 more statement: --all shows every one" in lines(speculative, n_shown=14)
    assert not any("more statement" in line for line in lines(speculative, n_shown=None))


def test_ascii_terminals_get_ascii(speculative: Analysis) -> None:
    assert all(line.isascii() for line in lines(speculative, speculative, encoding="ascii"))


def test_an_article_cannot_act_on_the_terminal(analysis_of) -> None:
    analysis = analysis_of(HOSTILE, [_hostile_line()], title=None, path="\x1b[2J[red]evil[/red].txt")
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80, color_system="standard", highlight=False)
    for line in screen_from_brief(brief_from_analyses([analysis]), Screen(width=80)):
        console.print(line, soft_wrap=True)
    shown = out.getvalue()
    assert "\x1b[2J" not in shown
    assert "\x1b]" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "[red]evil[/red].txt" in shown


def test_an_empty_text_says_so(analysis_of) -> None:
    assert any("No attribution was found" in line for line in lines(analysis_of("Rain fell.", [])))


def test_strips_keep_rare_bases_and_fill_the_room() -> None:
    assert strip_cells({"quoted": 1, "inferred": 999}, 20) == [("quoted", 1), ("inferred", 19)]
    assert strip_cells({}, 20) == []
    assert strip_cells({"quoted": 5, "reported": 5, "standing": 5}, 2) == [("quoted", 1), ("reported", 1)]
    assert strip_cells({"quoted": 5}, 0) == []


def _hostile_line() -> str:
    # The canonical text has no control characters; what else there is must pass through the screen unharmed.
    return "[bold]Borg[/bold][/b]|said|[link=https://example.org]no[/link]|reported"
