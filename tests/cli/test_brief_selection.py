"""The options of `standoff brief` that ask for a part: a wrong one is told with the next step before reading."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from gold_story import NAMES, story_analyses, story_comparison

from standoff import pipeline
from standoff.cli import run
from standoff.report import Brief, Selection, brief_from_analyses
from standoff.values import Document

TEXT = "The minister met reporters in Valletta on Friday after a long day of talks about the border.\n" * 5


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The names of the documents that came to be read; the story's analyses stand for what would be found in them."""
    seen: list[tuple[str, ...]] = []

    def brief(documents: Iterable[Document], _: pipeline.Options, selection: Selection) -> Brief:
        seen.append(tuple(Path(document.path).stem for document in documents))
        analyses = story_analyses()
        return brief_from_analyses(analyses, NAMES, story_comparison(analyses), selection)

    monkeypatch.setattr(pipeline, "brief", brief)
    return seen


@pytest.fixture
def articles(tmp_path: Path) -> str:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, day in (("early", "2 May 2024"), ("late", "9 May 2024")):
        (folder / f"{name}.txt").write_text(f"Talks on the border go on\n\n{day}\n\n{TEXT}", encoding="utf-8")
    (folder / "undated.txt").write_text(f"Talks on the border go on\n\n{TEXT}", encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--since", "2024-13-01"], "--since: '2024-13-01' is no day; write it as year-month-day"),
        (["--since", "May"], "such as 2024-12-05"),
        (["--issue", "sanction"], "--issue: 'sanction' is no issue of the codebook; the nearest are sanctions"),
        (["--issue", "⟨⟩"], "standoff codebook show lists its issues"),
        (["--min-basis", "sure"], "'quoted', 'reported', 'standing'"),
    ],
)
def test_what_cannot_be_asked_is_told_before_anything_is_read(asked, told, articles, taken, capsys) -> None:
    assert run(["brief", articles, *asked]) == 2
    assert told in " ".join(capsys.readouterr().err.split())
    assert taken == []


def test_since_leaves_out_what_is_earlier_or_undated_and_says_so(articles, taken, capsys) -> None:
    assert run(["brief", articles, "--since", "2024-05-05"]) == 0
    assert taken == [("late",)]
    assert "2 documents left out: 1 earlier, 1 without a date" in capsys.readouterr().err


def test_since_that_leaves_nothing_is_no_empty_brief(articles, taken, capsys) -> None:
    assert run(["brief", articles, "--since", "2030-01-01"]) == 1
    out, err = capsys.readouterr()
    assert "nothing is left, so give an earlier day" in err
    assert out == ""
    assert taken == [()]


def test_what_was_asked_is_said_first(articles, taken, capsys) -> None:
    assert run(["brief", articles, "--actor", "Teverin", "--min-basis", "reported"]) == 0
    assert capsys.readouterr().out.lstrip().startswith("Only what is said by or about Teverin, statements reported or")
    assert taken == [("early", "late", "undated")]


def test_an_unknown_actor_leaves_with_two(articles, taken, capsys) -> None:
    assert run(["brief", articles, "--actor", "Isalta"]) == 2
    assert "the nearest names are Isaltra" in capsys.readouterr().err
    assert len(taken) == 1
