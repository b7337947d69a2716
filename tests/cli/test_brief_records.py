"""`standoff brief` with records among its sources: held against them as `standoff verify` does, and only then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from verify.records import BRIEFING, CHANGED

from standoff import pipeline
from standoff.cli import commands
from standoff.knowledge import knowledge
from standoff.read import primary_record
from standoff.values import Document

ARTICLE = f"Talks go on\n\nForeign Minister Ana Weiss said on Thursday: “{CHANGED}” She spoke in Ostvar City.\n"
GUESSED = "Talks that we can only infer\n\nThere is no transcript, so we can infer what each of them said.\n\n"


@pytest.fixture
def sources(tmp_path: Path) -> tuple[str, str]:
    """An article and the record of what it tells."""
    article, record = tmp_path / "article.txt", tmp_path / "briefing.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    record.write_text(f"Briefing on the talks\n\n{BRIEFING}", encoding="utf-8")
    return str(article), str(record)


def data_of(*arguments: str) -> dict[str, Any]:
    done = CliRunner().invoke(commands, [*arguments, "--json"])
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.stdout))


def test_checks_are_those_of_verify(sources: tuple[str, str]) -> None:
    article, record = sources
    made, alone = data_of("brief", record, article), data_of("verify", article, "--against", record)
    assert made["checks"] == alone["checks"]
    assert made["left_out"] == alone["left_out"]
    assert made["records"] == alone["records"]
    assert "altered" in {check["verdict"] for check in made["checks"]}
    assert {check["path"] for check in made["checks"]} == {article}


def test_records_are_told_on_the_screen_and_on_the_page(sources: tuple[str, str], tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    done = CliRunner().invoke(commands, ["brief", *sources, "--html", str(page)])
    assert done.exit_code == 0, done.output
    assert "Against the record" in done.stdout
    assert "taken as a record: 2 “Briefing on the talks” (transcript, 3 turns)" in " ".join(done.stdout.split())
    assert "a negation was changed: the record has “not” there" in page.read_text(encoding="utf-8")


def test_without_records_nothing_is_added(sources: tuple[str, str]) -> None:
    article, record = sources
    for made in (data_of("brief", article), data_of("brief", record), data_of("brief", *sources, "--no-records")):
        assert not {"checks", "left_out", "records"} & set(made)


def test_what_says_of_itself_that_it_infers_is_no_record() -> None:
    record, article = Document.from_text(GUESSED + BRIEFING), Document.from_text(ARTICLE)
    guessed, told = pipeline.analyse_all([record, article])
    assert guessed.disclaimers
    assert primary_record(record, knowledge()) is not None  # by its looks it is one
    assert pipeline.hold_against([guessed, told]) is None
    plain = next(pipeline.analyse_all([Document.from_text("Briefing on the talks\n\n" + BRIEFING)]))
    against = pipeline.hold_against([told, plain, told])
    assert against is not None
    assert (against.articles, against.records) == ((1, 3), (2,))
    assert against.on_record <= {s.statement_id for s in plain.statements}
    assert against.on_record
