"""`standoff brief --html`: a whole page or none, and never an empty one over an earlier one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from gold_story import NAMES, story_analyses

from standoff import pipeline
from standoff.cli import run
from standoff.report import Brief, brief_from_analyses
from standoff.values import Document


@pytest.fixture(autouse=True)
def story(monkeypatch: pytest.MonkeyPatch) -> None:
    """The story's analyses in place of what the model would find, one for each document that was read."""

    def brief(documents: Iterable[Document], *_: pipeline.Options) -> Brief:
        n = len(list(documents))
        return brief_from_analyses(story_analyses()[:n], NAMES)

    monkeypatch.setattr(pipeline, "brief", brief)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(
        "The minister met reporters in Valletta on Friday after a long day of talks about the border.\n" * 5
    )
    return str(path)


def test_the_page_is_written_beside_the_brief(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "brief.html"
    assert run(["brief", article, "--html", str(page)]) == 0
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert html.rstrip().endswith("</html>")
    assert "quoted" in capsys.readouterr().out


def test_full_text_has_every_sentence(article: str, tmp_path: Path) -> None:
    short, long = tmp_path / "short.html", tmp_path / "long.html"
    assert run(["brief", article, "--html", str(short)]) == 0
    assert run(["brief", article, "--html", str(long), "--full-text"]) == 0
    n_sentences = len(story_analyses()[0].sentences)
    assert long.read_text(encoding="utf-8").count('class="sentence"') == n_sentences
    assert short.read_text(encoding="utf-8").count('class="sentence"') <= n_sentences


def test_full_text_needs_a_page(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", article, "--full-text"]) == 2
    assert "--html" in capsys.readouterr().err


def test_a_wrong_place_is_told_before_anything_is_read(
    article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "brief", lambda *_: pytest.fail("was read"))
    assert run(["brief", article, "--html", str(tmp_path / "missing" / "brief.html")]) == 2


def test_no_document_leaves_an_earlier_page(tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    page.write_text("earlier")
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    assert run(["brief", str(empty), "--html", str(page)]) == 1
    assert page.read_text() == "earlier"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
