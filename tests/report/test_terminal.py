"""The screen: golden at two widths, never too wide, plain where it has to be, and deaf to what articles contain."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from standoff.report import Screen, brief_from_analyses, screen_from_brief
from standoff.report.overview import strip_cells
from standoff.values import Analysis

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
