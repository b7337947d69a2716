"""The command line: what goes to which stream, what each exit code means, and help for everything."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import click
import pytest
from handmade import statement_by_hand

from standoff.cli import commands, run
from standoff.cli.brief import EXAMPLES
from standoff.errors import ModelError
from standoff.report import ALL, Selection, brief_from_analyses
from standoff.spans import Span
from standoff.values import (
    Actor,
    Analysis,
    Appearance,
    Document,
    Resolution,
    Sentence,
    Statement,
)

ROOT = Path(__file__).parents[1]

ARTICLE = (
    "Minister rejects the claims\n\n"
    "The minister met reporters in Valletta on Friday after a long day of talks about the border and the harbour.\n\n"
    "Borg said that the talks had failed because nobody wanted to give way on the question of the islands.\n\n"
    "The delegations left the city in the evening, and it was not clear when they would meet again.\n"
)


@dataclass(frozen=True)
class Options:
    convention: str = "gold"
    encoder: str = "onnx"
    workers: int = 1
    actors: tuple[str, ...] = ()
    codebook: str | None = None
    finds_records: bool = True


class Pipeline(ModuleType):
    """Stands in for the pipeline: one statement for each "X said ..." of a text, by the new person X unless it is a
    pronoun; remembers its options.
    """

    Options = Options

    def __init__(self) -> None:
        super().__init__("standoff.pipeline")
        self.seen: list[Options] = []

    def analyse(self, document: Document, options: Options) -> Analysis:
        self.seen.append(options)
        sentence = Sentence(index=0, span=Span(0, len(document.text)))
        found = list(re.finditer(r"(\w+) (said) (.+?)\.", document.text))
        statements = tuple(self._statement(document, sentence, match) for match in found)
        appearances = tuple(Appearance(actor=_person(m[1]), spans=(Span(*m.span(1)),)) for m in found if m[1] != "He")
        resolutions = tuple(
            Resolution(statement_id=s.statement_id, actor=None if m[1] == "He" else _person(m[1]))
            for s, m in zip(statements, found, strict=True)
        )
        return Analysis(
            document=document,
            sentences=(sentence,),
            statements=statements,
            disclaimers=(),
            resolutions=resolutions,
            appearances=appearances,
        )

    def analyse_all(self, documents: Iterable[Document], options: Options) -> Iterator[Analysis]:
        return (self.analyse(document, options) for document in documents)

    def brief(self, documents: Iterable[Document], options: Options, selection: Selection = ALL) -> object:
        return brief_from_analyses(self.analyse_all(documents, options), selection=selection)

    def _statement(self, document: Document, sentence: Sentence, match: re.Match[str]) -> Statement:
        source, cue, content = (Span(*match.span(group)) for group in (1, 2, 3))
        return statement_by_hand(document, sentence, (content,), cue=cue, source=source, confidence=0.5)


def _person(name: str) -> Actor:
    return Actor(actor_id=f"new:{name.lower()}-doe", name=f"{name} Doe", kind="person")


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    fake = Pipeline()
    monkeypatch.setitem(sys.modules, "standoff.pipeline", fake)
    monkeypatch.setattr("standoff.pipeline", fake, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return fake


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


# --- brief and demo ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pipeline")
def test_brief_shows_the_text_and_closes_with_counts(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", article]) == 0
    out, err = capsys.readouterr()
    assert "The only attribution is reported" in out
    assert "\x1b" not in out
    assert err == "1 document, 1 statement\n"


@pytest.mark.usefixtures("pipeline")
def test_brief_json_is_alone_on_standard_output(article: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["brief", article, article + ".missing", "--json"]) == 1
    out, err = capfdbinary.readouterr()
    data = json.loads(out)
    assert data["schema"] == "standoff-brief/1"
    assert data["statements"][0]["source"]["text"] == "Borg"
    assert b"skipped" in err


def test_a_failed_input_is_told_and_the_others_are_done(
    pipeline: Pipeline, article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = tmp_path / "gone\x1b[2J.txt"
    assert run(["brief", str(evil), article]) == 1
    out, err = capsys.readouterr()
    assert "Borg" in out
    skipped, closing = err.splitlines()
    assert skipped.startswith("skipped ")
    assert skipped.endswith("[not_found]")
    assert "␛[2J" in skipped or "<ESC>[2J" in skipped
    assert closing == "1 document, 1 statement; 1 input skipped"
    assert len(pipeline.seen) == 1


@pytest.mark.usefixtures("pipeline")
def test_demo_reads_its_five_examples_under_names_that_are_no_paths_of_this_machine(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run(["demo", "--json"]) == 0
    documents = json.loads(capfdbinary.readouterr().out)["documents"]
    assert [d["path"] for d in documents] == sorted(f"examples/{path.name}" for path in EXAMPLES.glob("*.txt"))
    assert len(documents) == 5


# --- extract ----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pipeline")
def test_extract_writes_records_and_texts(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, texts = tmp_path / "out.jsonl", tmp_path / "deep" / "texts"
    assert run(["extract", article, "-o", str(out), "--texts", str(texts)]) == 0
    (record,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    text = (texts / f"{record['doc_id']}.txt").read_text(encoding="utf-8")
    assert text[record["content"][0]["start"] : record["content"][0]["end"]] == record["content"][0]["text"]
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("pipeline")
def test_extract_writes_json_lines_on_standard_output(article: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["extract", article]) == 0
    (line,) = capfdbinary.readouterr().out.splitlines()
    assert json.loads(line)["schema"] == "standoff/1"


@pytest.mark.usefixtures("pipeline")
def test_nothing_read_leaves_the_old_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old", encoding="utf-8")
    assert run(["extract", str(tmp_path / "none.txt"), "-o", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "old"
    assert "nothing was written" in capsys.readouterr().err


def test_options_reach_the_pipeline(pipeline: Pipeline, article: str, tmp_path: Path) -> None:
    out = str(tmp_path / "out.csv")
    assert run(["extract", article, "-o", out, "--convention", "polnear", "--workers", "2"]) == 0
    assert pipeline.seen == [Options(convention="polnear", workers=2)]


@pytest.mark.usefixtures("pipeline")
def test_max_size_skips_what_is_larger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    large = tmp_path / "large.txt"
    large.write_text(ARTICLE * 4_000, encoding="utf-8")
    assert run(["brief", str(large), "--max-size", "1"]) == 1
    assert "[too_large]" in capsys.readouterr().err


# --- actors -----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pipeline")
def test_actors_lists_whom_the_texts_name(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["actors", article]) == 0
    out, err = capsys.readouterr()
    assert "Borg Doe" in out
    assert "\x1b" not in out
    assert err == "1 document, 1 statement\n"


@pytest.mark.usefixtures("pipeline")
def test_actors_json_is_alone_on_standard_output(article: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["actors", article, article + ".missing", "--json", "--kind", "person", "--kind", "bloc"]) == 1
    out, err = capfdbinary.readouterr()
    data = json.loads(out)
    assert data["schema"] == "standoff-actors/1"
    assert [actor["name"] for actor in data["actors"]] == ["Borg Doe"]
    assert b"skipped" in err


@pytest.mark.usefixtures("pipeline")
def test_actors_of_a_kind_that_nobody_is(article: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["actors", article, "--kind", "bloc", "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["actors"] == []


def test_actors_writes_a_file_that_it_takes_back(
    pipeline: Pipeline, article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "who.csv")
    assert run(["actors", article, "-o", out]) == 0
    assert f"{out}: 1 actor\n" in capsys.readouterr().err
    for command in ("actors", "brief", "extract"):
        assert run([command, article, "--actors", out, "--actors", out]) == 0
        assert pipeline.seen[-1].actors == (out, out)


@pytest.mark.usefixtures("pipeline")
def test_actors_of_nothing_leave_the_old_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "who.csv"
    out.write_text("old", encoding="utf-8")
    assert run(["actors", str(tmp_path / "none.txt"), "-o", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "old"
    assert "not written" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["actors", "brief", "extract"])
@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "cannot be read"), ("name,kind\n", "no actor"), ("name,kind\nBorg,wizard\n", "line 2, kind")],
)
def test_a_wrong_file_of_actors_is_one_line_and_nothing_is_read(
    pipeline: Pipeline,
    article: str,
    tmp_path: Path,
    *,
    capsys: pytest.CaptureFixture[str],
    command: str,
    content: str | None,
    told: str,
) -> None:
    path = tmp_path / "who.csv"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert run([command, article + ".missing", article, "--actors", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert told in err
    assert not pipeline.seen


# --- evaluate and annotate --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pipeline")
def test_evaluate_gold_prints_figures(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"corpora": []}', encoding="utf-8")
    own = str(ROOT / "training" / "data" / "dev_own.jsonl")
    assert run(["evaluate", "gold", own, "--json", "--floors", str(floors)]) == 0
    assert {f["name"] for f in json.loads(capfdbinary.readouterr().out)["figures"]} >= {"content.overlap.f1"}


@pytest.mark.usefixtures("pipeline")
def test_a_broken_floor_is_told_and_leaves_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    own = str(ROOT / "training" / "data" / "dev_own.jsonl")
    floors = tmp_path / "floors.json"
    floors.write_text('{"corpora": []}', encoding="utf-8")
    assert run(["evaluate", "gold", own, "--floors", str(floors), "--update-floors"]) == 0
    raised = json.loads(floors.read_text(encoding="utf-8"))
    raised["corpora"][0]["floors"]["content.overlap.f1"] = 0.999
    floors.write_text(json.dumps(raised), encoding="utf-8")
    assert run(["evaluate", "gold", own, "--floors", str(floors)]) == 1
    assert "content.overlap.f1" in capsys.readouterr().err.splitlines()[-1]
    assert run(["evaluate", "gold", own, "--floors", str(floors), "--update-floors", "--lower"]) == 0


@pytest.mark.usefixtures("pipeline")
def test_lower_alone_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "gold", "any.jsonl", "--lower"]) == 2
    assert "--update-floors" in capsys.readouterr().err


def test_annotate_check_names_line_and_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{}\n", encoding="utf-8")
    assert run(["annotate", "check", str(bad)]) == 1
    out, err = capsys.readouterr()
    assert f"{bad}:1: error" in out
    assert "error" in err
    assert run(["annotate", "check", str(ROOT / "training" / "data" / "dev_own.jsonl")]) == 0


# --- errors and help --------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize(
    "arguments",
    [
        ["brief"],
        ["brief", "a.txt", "--encoding", "no-such"],
        ["brieff"],
        ["extract", "a", "-o", "a.xlsx"],
        ["actors", "a", "-o", "a.txt"],
    ],
)
def test_usage_errors_leave_2_with_a_next_step(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 130), (ModelError("weights absent; reinstall standoff"), 2)]
)
def test_stops_and_errors_end_in_one_line_at_most(
    pipeline: Pipeline,
    article: str,
    monkeypatch: pytest.MonkeyPatch,
    *,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "brief", fail)
    assert run(["brief", article]) == code
    err = capsys.readouterr().err.strip()
    assert "Traceback" not in err
    assert err.count("\n") == 0


@pytest.mark.skipif(os.name != "posix", reason="pipes break this way on POSIX only")
def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{}\n" * 20_000, encoding="utf-8")  # more lines of problems than a pipe holds
    command = [sys.executable, "-m", "standoff", "annotate", "check", str(bad)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
        assert (process.wait(), err) == (141, b"")


def test_python_dash_m_shows_help_without_loading_the_model() -> None:
    code = (
        "import sys; from standoff.cli import run; run(['--help']); print({'onnxruntime', 'duckdb'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("set()")


def _all_commands(group: click.Command, path: str = "standoff") -> Iterator[tuple[str, click.Command]]:
    yield path, group
    if isinstance(group, click.Group):
        for name, command in group.commands.items():
            yield from _all_commands(command, f"{path} {name}")


COMMANDS = dict(_all_commands(commands))


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_and_option_is_helped_and_documented(path: str) -> None:
    command = COMMANDS[path]
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert command.help
    assert command.epilog
    assert "standoff" in command.epilog
    assert f"## `{path}`" in page or path == "standoff"
    for option in (p for p in command.params if isinstance(p, click.Option)):
        assert option.help, option.name
        assert all(f"`{name}" in page for name in option.opts)


def test_the_page_of_commands_is_up_to_date() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_commands.py"))["commands_page"]()
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == made, "run: python docs/make_commands.py"
