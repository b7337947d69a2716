"""What documents have to do with one another, on the screen: golden at two widths, never too wide, deaf to texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from gold_story import NAMES, story_analyses, story_comparison
from hostile import payloads
from hostile_brief import hostile_brief

from standoff.report import Brief, Screen, brief_from_analyses, screen_from_brief
from standoff.report.compared_lines import compared_lines
from standoff.report.fitting import pen_for
from standoff.report.sheet import Sheet
from standoff.values.comparison import Change, CopyKind

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def story() -> Brief:
    analyses = story_analyses()
    comparison = story_comparison(analyses)
    clash = comparison.clashes[0]
    turn = Change(
        actor=clash.sides[0].actor,
        issue=clash.issue,
        before=clash.sides[0].statement_ids[:1],
        after=clash.sides[0].statement_ids[1:2],
        confidence=0.5,
    )
    return brief_from_analyses(analyses, NAMES, replace(comparison, changes=(turn,)))


def lines(brief: Brief, width: int, encoding: str = "utf-8", *, is_whole: bool = False) -> list[str]:
    sheet = Sheet(width=width, pen=pen_for(encoding), is_whole=is_whole, is_numbered=True, names=brief.names)
    return [line.plain.rstrip() for line in compared_lines(brief, sheet)]


@pytest.mark.parametrize("width", [80, 140])
def test_golden(story: Brief, width: int) -> None:
    """After a wanted change, look at the difference, then write the new screen over the file."""
    assert lines(story, width) == (GOLDEN / f"compared_{width}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("is_whole", [True, False])
def test_no_line_is_wider_than_the_screen(story: Brief, width: int, encoding: str, is_whole: bool) -> None:
    for line in lines(story, width, encoding, is_whole=is_whole):
        assert len(line) <= width, line
        assert encoding != "ascii" or line.isascii()


@pytest.mark.parametrize("width", [1, 20, 40])
def test_a_narrow_screen_is_no_error(story: Brief, width: int) -> None:
    assert lines(story, width)


def test_sides_stand_below_one_another_where_there_is_no_room(story: Brief) -> None:
    assert not any("Isaltra" in line and "Merangi" in line and "   " in line.strip() for line in lines(story, 50))


@pytest.mark.parametrize("words", [*payloads()[::15], "\u202eevil", "[bold]x[/bold]", "x" * 5_000])
@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_text_acts_on_the_screen(words: str, width: int) -> None:
    for line in screen_from_brief(hostile_brief(words), Screen(width=width)):
        assert line.cell_len <= width, line.plain
        assert not {"\x1b", "\u202e", "\x07"} & set(line.plain)


def test_what_was_held_back_is_told_with_its_number(story: Brief) -> None:
    assert " 7 more were found that are too unsure to be shown" in lines(story, 80)
    assert " 1 more was found that is too unsure to be shown" in lines(hostile_brief("words"), 80)


def test_what_was_held_back_is_more_only_beside_what_is_shown(story: Brief) -> None:
    assert story.comparison
    none = replace(story, comparison=replace(story.comparison, clashes=()))
    assert " 7 possible clashes were found that are too unsure to be shown" in lines(none, 80)


def test_whole_means_whole(story: Brief) -> None:
    assert any("--all" in line for line in lines(story, 80))
    assert not any("--all" in line for line in lines(story, 80, is_whole=True))
    every = story.comparison.clashes if story.comparison else ()
    clashes = [clash for clash in every if clash.kind != "opposite_stands"]
    assert 0 < len(clashes) < len(every)
    assert sum(line.endswith("· 90 %") for line in lines(story, 140, is_whole=True)) == len(clashes)


def test_without_a_comparison_nothing_is_said_of_it(story: Brief) -> None:
    assert lines(replace(story, comparison=None), 80) == []


def test_one_document_has_its_own_clashes(story: Brief) -> None:
    shown = [line.plain for line in screen_from_brief(story, Screen(width=80))]
    assert shown.index(" What happened") > shown.index(" 6 documents, and how each says it knows")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("same", "Document 6 is the same text as document 1"),
        ("near", "Document 6 takes nearly all from document 1; 62 % of its words stand in document 1"),
        ("passage", "Document 6 repeats passages of document 1; 62 % of its words stand in document 1"),
        ("rewrite", "Document 6 rewrites document 1; 62 % of its sentences stand in other words in document 1"),
    ],
)
def test_the_share_of_a_copy_is_that_of_its_own_words(story: Brief, kind: CopyKind, told: str) -> None:
    assert story.comparison
    (copy,) = story.comparison.copies
    copies = tuple(replace(copy, kind=kind, score=0.62, is_dated=is_dated) for is_dated in (True, False))
    shown = [one.strip() for one in lines(replace(story, comparison=replace(story.comparison, copies=copies)), 200)]
    assert [line for line in shown if "document 1" in line and line.startswith("Document 6")] == [
        told,
        f"{told}; which came first their dates do not tell",
    ]


def test_opposite_stands_are_apart_and_without_a_percentage(story: Brief) -> None:
    shown = lines(story, 140, is_whole=True)
    first, last = shown.index(" Where opponents stand apart"), shown.index(" Common ground of opponents")
    stands = [line for line in shown if "Opposite stands" in line]
    assert stands == [line for line in shown[first:last] if "Opposite stands" in line] != []
    assert not any("%" in line for line in shown[first:last])
