"""Minimal pairs, and floors."""

from __future__ import annotations

import json

import pytest
from handmade import coded_by_hand

from standoff.errors import GoldError, UsageError
from standoff.evaluate import (
    evaluate_pairs,
    floors_broken,
    raise_floors,
    read_floors,
    write_floors,
)
from standoff.evaluate.figures import Figure, Report
from standoff.evaluate.floors import SLACK, Floor
from standoff.evaluate.marked import Marked
from standoff.evaluate.pairs import pair_groups, read_pairs
from standoff.evaluate.scores import corpus_sha256
from standoff.spans import Span


def test_bundled_pairs_are_sound(data):
    items = read_pairs(data / "basis_pairs.jsonl", "basis")
    groups = pair_groups(items)
    assert (len(items), len(groups)) == (143, 57)
    assert sorted(i for group in groups for i in group) == sorted(item.item_id for item in items)
    assert len(read_pairs(data / "act_pairs.jsonl", "act")) == 115


def test_one_basis_for_all_is_right_for_its_own_items_and_no_pair(data, statement, analysed):
    path = data / "basis_pairs.jsonl"
    spans = {item.text: item.content for item in read_pairs(path, "basis")}

    def predict(document):
        marks = Marked((), (), (spans[document.text],))
        return analysed(document, [statement(document.text, marks, basis="reported")])

    report = evaluate_pairs(path, predict)
    assert report.value("basis.accuracy") == pytest.approx(42 / 143)
    assert report.value("basis.reported.recall") == 1.0
    assert report.value("pair.accuracy") == 0.0
    assert len(report.misses) == 101
    assert report.misses[0].startswith("item 9: inferred wanted, reported found")


def test_the_best_overlap_speaks_for_an_item_and_a_stranger_does_not(data, statement, analysed):
    path = data / "basis_pairs.jsonl"
    items = {item.text: item for item in read_pairs(path, "basis")}

    def predict(document):
        item = items[document.text]
        whole = statement(document.text, Marked((), (), (item.content,)), basis=item.label)
        rest = statement(document.text, Marked((), (), (Span(0, len(item.text)),)), basis="withheld")
        return analysed(document, [rest, whole])

    assert evaluate_pairs(path, predict).value("basis.accuracy") == 1.0
    nothing = evaluate_pairs(path, lambda d: analysed(d, [statement(d.text, Marked((), (), ()))]))
    assert nothing.value("basis.accuracy") == 0.0
    assert "nothing found" in nothing.misses[0]


def test_the_act_is_measured_where_the_file_labels_it(tmp_path, statement, analysed):
    items = [
        {"id": 1, "text": "Oda denied that rain fell.", "act": "deny", "pair": [2]},
        {"id": 2, "text": "Oda admitted that rain fell.", "act": "acknowledge", "pair": [1]},
        {"id": 3, "text": "Oda warned that rain fell.", "act": "warn", "pair": []},
    ]
    path = tmp_path / "acts.jsonl"
    lines = (json.dumps(item | {"content": "rain fell", "teaches": "the verb"}) for item in items)
    path.write_text("\n".join(lines), encoding="utf-8")

    def predict(document):
        start = document.text.index("rain fell")
        analysis = analysed(document, [statement(document.text, Marked((), (), (Span(start, start + 9),)))])
        acts = {"denied": "deny", "admitted": "deny"}
        verb = document.text.split()[1]
        return coded_by_hand(analysis, [acts[verb]]) if verb in acts else analysis

    report = evaluate_pairs(path, predict)
    assert {figure.name: figure.value for figure in report.figures} == {
        "act.accuracy": pytest.approx(1 / 3),
        "pair.accuracy": 0.0,
        "act.deny.recall": 1.0,
        "act.acknowledge.recall": 0.0,
        "act.warn.recall": 0.0,
    }
    assert (report.n_gold, report.n_predicted) == (3, 2)
    assert [line.split(" (")[0] for line in report.misses] == [
        "item 2: acknowledge wanted, deny found",
        "item 3: warn wanted, nothing found",
    ]
    assert [floor.figure for floor in raise_floors(report, ())] == ["act.accuracy"]


def test_an_empty_file_of_pairs_scores_nothing(tmp_path, analysed):
    path = tmp_path / "pairs.jsonl"
    path.write_text("", encoding="utf-8")
    assert evaluate_pairs(path, lambda document: analysed(document, [])).value("basis.accuracy") == 0.0


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"basis": "said"}, "basis"),
        ({"content": "absent"}, "content"),
        ({"content": "a"}, "content"),
        ({"pair": [2]}, "pair"),
        ({"text": None}, "text"),
        ({"pair": [[]]}, "pair"),
        ({"id": "one"}, "id"),
    ],
)
def test_a_wrong_pair_file_is_a_gold_error(tmp_path, change, key):
    item = {"id": 1, "text": "Oda said rain fell at a day's end.", "content": "rain fell", "basis": "reported"}
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(item | {"pair": [], "teaches": ""} | change), encoding="utf-8")
    with pytest.raises(GoldError, match=key):
        read_pairs(path, "basis")


def report(**values: float) -> Report:
    figures = tuple(
        Figure(name=name.replace("__", "."), value=value, low=None, high=None, n=1) for name, value in values.items()
    )
    return Report(corpus="c", sha256="f00d", n_documents=1, n_gold=1, n_predicted=1, figures=figures)


def floor(figure: str, value: float, sha256: str = "f00d") -> Floor:
    return Floor(corpus="c", sha256=sha256, figure=figure, value=value)


def test_a_floor_breaks_below_and_a_ceiling_above():
    ceilings = (floor("confidence.calibration_error", 0.05), floor("actor.guessed", 0.2))
    floors = (floor("relation.f1", 0.7), *ceilings, floor("cue.exact.f1", 0.1))
    measured = report(relation__f1=0.69, confidence__calibration_error=0.06, actor__guessed=0.21)
    assert [str(b) for b in floors_broken(measured, floors)] == [
        "c: relation.f1 is 0.690, below its floor of 0.700",
        "c: confidence.calibration_error is 0.060, above its ceiling of 0.050",
        "c: actor.guessed is 0.210, above its ceiling of 0.200",
        "c: cue.exact.f1 is not in the report, below its floor of 0.100",
    ]
    holding = report(relation__f1=0.7, confidence__calibration_error=0.05, actor__guessed=0.2, cue__exact__f1=0.2)
    assert floors_broken(holding, floors) == ()


def test_a_ceiling_comes_down_and_only_the_flag_raises_it():
    ceilings = (floor("actor.guessed", 0.2),)
    assert raise_floors(report(actor__guessed=0.1), ceilings)[0].value == pytest.approx(0.1 + SLACK)
    assert raise_floors(report(actor__guessed=0.3), ceilings) == ceilings
    assert raise_floors(report(actor__guessed=0.3), ceilings, may_lower=True)[0].value == pytest.approx(0.305)


def test_floors_of_another_corpus_say_nothing():
    assert floors_broken(report(relation__f1=0.1), [floor("relation.f1", 0.7, sha256="beef")]) == ()


def test_floors_rise_and_only_the_flag_lowers_them():
    floors = (floor("relation.f1", 0.7), floor("relation.f1", 0.7, sha256="beef"))
    assert raise_floors(report(relation__f1=0.9), floors)[0].value == pytest.approx(0.9 - SLACK)
    assert raise_floors(report(relation__f1=0.5), floors) == floors
    lowered = raise_floors(report(relation__f1=0.5), floors, may_lower=True)
    assert [f.value for f in lowered] == [pytest.approx(0.495), 0.7]


def test_a_corpus_without_floors_gets_them():
    assert [f.figure for f in raise_floors(report(relation__f1=0.9, other=1.0), ())] == ["relation.f1"]


def test_floors_survive_the_file(tmp_path):
    floors = (floor("relation.f1", 0.7), floor("cue.exact.f1", 0.6), floor("relation.f1", 0.7, sha256="beef"))
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
    assert [p.name for p in tmp_path.iterdir()] == ["floors.json"]


@pytest.mark.parametrize("content", ["", "[]", '{"corpora": [{}]}', '{"corpora": [{"corpus": "", "floors": 1}]}'])
def test_a_wrong_floors_file_is_a_usage_error(tmp_path, content):
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"floors\.json"):
        read_floors(path)


def test_the_shipped_floors_know_the_bundled_files(data):
    known = {f.sha256 for f in read_floors()}
    assert corpus_sha256([data / "basis_pairs.jsonl"]) in known, "the file has changed: set its floors anew"
