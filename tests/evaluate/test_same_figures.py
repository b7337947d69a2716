"""The figures are those of the reference scorer in the planning folder, where that folder is beside the repository."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from standoff.evaluate import Report, evaluate_gold, evaluate_polnear, read_gold
from standoff.evaluate.marked import marked
from standoff.evaluate.polnear import read_polnear
from standoff.spans import Span
from standoff.values import Actor, Analysis, Document, Statement

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score.py"
POLNEAR = SHARED / "corpora" / "polnear" / "dev"

Predict = Callable[[Document], Analysis]
SPOILED_FIGURES = {
    *("act.accuracy", "act.macro_f1"),
    *("actor.accuracy", "actor.guessed", "co_actors.recall", "on_behalf_of.accuracy", "target.f1"),
    *("e2e.precision", "e2e.recall", "e2e.f1"),
}

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the planning folder ../shared is not here")


def test_gold_figures_are_the_reference_scorers(tmp_path, data, spoiled):
    gold = data / "dev_own.jsonl"
    documents = read_gold(gold)
    predict = spoiled(
        {d.text: [marked(s) for s in d.statements] for d in documents},
        {d.text: [(s.basis, s.quote) for s in d.statements] for d in documents},
        {d.text: d.statements for d in documents},
    )
    report = evaluate_gold([gold], predict)
    predicted = _written(tmp_path, {d.name: d.text for d in documents}, predict)
    theirs = _reference(predicted, str(gold))
    assert (report.n_documents, report.n_gold, report.n_predicted) == (
        theirs["documents"],
        theirs["gold"],
        theirs["predicted"],
    )
    _assert_same(report, theirs, least=49)
    assert set(theirs) >= SPOILED_FIGURES
    assert all(0.1 < report.value(name) < 0.95 for name in SPOILED_FIGURES), "too much or too little is spoiled to tell"


@pytest.mark.skipif(not POLNEAR.exists(), reason="PolNeAR is not here")
def test_polnear_figures_are_the_reference_scorers(tmp_path, spoiled):
    articles = read_polnear(POLNEAR)
    predict = spoiled(
        {a.text: a.attributions for a in articles},
        {a.text: [("reported", "indirect")] * len(a.attributions) for a in articles},
    )
    report = evaluate_polnear(POLNEAR, predict)
    predicted = _written(tmp_path, {a.name: a.text for a in articles}, predict)
    theirs = _reference(predicted, "--polnear", str(POLNEAR))
    assert (report.n_documents, report.n_gold, report.n_predicted) == (
        theirs["documents"],
        theirs["gold"],
        theirs["predicted"],
    )
    _assert_same(report, theirs, least=21)


def _assert_same(report: Report, theirs: dict[str, float], least: int) -> None:
    """Every figure that both have is the same to three decimals, and both have at least `least`."""
    mine = {figure.name: figure for figure in report.figures}
    shared = sorted(set(mine) & set(theirs))
    assert len(shared) >= least, shared
    assert 0.2 < mine["relation.f1"].value < 0.95, "the predictions are spoiled too much or too little to tell"
    for name in shared:
        assert mine[name].value == pytest.approx(theirs[name], abs=0.0005 + 1e-9), name
        assert mine[name].low <= mine[name].high
    for label in (
        name.removesuffix(".gold") for name in theirs if name.startswith("basis.") and name.endswith(".gold")
    ):
        assert mine[f"{label}.recall"].n == theirs[f"{label}.gold"]


def _written(folder: Path, texts: dict[str, str], predict: Predict) -> Path:
    """The file of predictions as the reference scorer reads it."""
    path = folder / "predicted.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for name, text in texts.items():
            analysis = predict(Document.from_text(text, path=name))
            for statement in analysis.statements:
                out.write(json.dumps(_record(name, statement, analysis)) + "\n")
    return path


def _record(name: str, statement: Statement, analysis: Analysis) -> dict[str, object]:
    who, coding = analysis.resolution(statement), analysis.coding(statement)
    return {
        "path": f"{name}.txt",
        "source": _span(statement.source),
        "cue": _span(statement.cue),
        "content": _spans(statement.content),
        "basis": statement.basis,
        "quote": statement.quote,
        "act": coding.act if coding else None,
        "actor": _actor(who.actor),
        "co_actors": [_actor(actor) for actor in who.co_actors],
        "on_behalf_of": _actor(who.on_behalf_of),
        "target_actors": [_actor(actor) for actor in who.target_actors],
    }


def _actor(actor: Actor | None) -> dict[str, object] | None:
    return None if actor is None else {"id": actor.actor_id, "name": actor.name}


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _spans(spans: Sequence[Span]) -> list[dict[str, int] | None]:
    return [_span(span) for span in spans]


def _reference(*arguments: object) -> dict[str, float]:
    """The figures that the reference scorer prints."""
    command = [sys.executable, str(SCORER), *map(str, arguments)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in (line.split() for line in printed.splitlines())}
