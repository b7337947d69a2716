"""The commands that measure the encoder itself, with one that is a fake."""

from __future__ import annotations

import json

import pytest

from standoff.cli import run
from standoff.cli.evaluate import as_read
from standoff.spans import Span
from standoff.values import Document, Mention


class Encoder:
    """Finds the first word of every text as a person, and takes every pronoun for the first name."""

    def read(self, document, convention):
        assert document.text.startswith("Oda")
        assert convention == "gold"
        return self

    words = (Span(0, 3),)
    factuality = (2.0,)

    @property
    def mentions(self):
        return (Mention(span=Span(0, 3), kind="person", score=1.0),)

    def compare(self, document, anaphor, candidates):
        assert anaphor.of(document.text) == "she"
        return (0.8, *(0.1 for _ in candidates))


@pytest.fixture(autouse=True)
def encoder(monkeypatch):
    monkeypatch.setattr("standoff.encode.encoder.encoder_from_name", lambda _: Encoder())


@pytest.fixture
def no_floors(tmp_path):
    path = tmp_path / "floors.json"
    path.write_text('{"corpora": []}', encoding="utf-8")
    return ["--floors", str(path)]


def test_gap_prints_figures_beside_the_published_ones(tmp_path, no_floors, capsys):
    path = tmp_path / "gap.tsv"
    head = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
    path.write_text(head + "1\tOda met Lind as she left.\tshe\t16\tOda\t0\tTRUE\tLind\t8\tFALSE\tu\n", encoding="utf-8")
    assert run(["evaluate", "gap", str(path), *no_floors]) == 0
    out = capsys.readouterr().out
    assert "gap gap.tsv: 1 documents, 1 in gold, 1 predicted" in out
    assert "gold-two-mention" in out
    assert "66.9" in out


def test_entities_give_figures_by_kind_as_json(tmp_path, no_floors, capfdbinary):
    path = tmp_path / "test.txt"
    path.write_text("Oda\tB-person\nspoke\tO\n", encoding="utf-8")
    assert run(["evaluate", "entities", str(path), "--json", *no_floors]) == 0
    figures = {f["name"]: f["value"] for f in json.loads(capfdbinary.readouterr().out)["figures"]}
    assert figures["person.exact.f1"] == figures["name.overlap.f1"] == 1.0


def test_a_floor_on_names_is_set_and_holds(tmp_path, no_floors):
    path = tmp_path / "test.txt"
    path.write_text("Oda\tB-person\nspoke\tO\n", encoding="utf-8")
    command = ["evaluate", "entities", str(path), *no_floors]
    assert run([*command, "--update-floors"]) == 0
    (corpus,) = json.loads((tmp_path / "floors.json").read_text(encoding="utf-8"))["corpora"]
    assert corpus["floors"] == {"person.exact.f1": 0.995}
    path.write_text("Oda\tB-person\nspoke\tO\n", encoding="utf-8")
    assert run(command) == 0


def test_factuality_is_that_of_the_word_at_the_predicate(tmp_path, no_floors, capfdbinary):
    path = tmp_path / "test.jsonl"
    path.write_text('{"text": "Oda !", "targets": [{"span1": [0, 1], "label": 3.0}]}\n', encoding="utf-8")
    assert run(["evaluate", "factuality", str(path), "--json", *no_floors]) == 0
    figures = {f["name"]: f["value"] for f in json.loads(capfdbinary.readouterr().out)["figures"]}
    assert figures["factuality.mean_absolute_error"] == 1.0


@pytest.mark.parametrize("command", ["gap", "entities", "factuality"])
def test_a_file_that_is_not_there_is_told_in_one_line(command, capsys):
    assert run(["evaluate", command, "nowhere.tsv"]) == 2
    err = capsys.readouterr().err
    assert "nowhere.tsv" in err
    assert "Traceback" not in err


def test_gold_documents_are_read_with_their_front_matter():
    text = "Minister rejects the claims\n\nBy Ana Oda\n\nThe minister met reporters in Valletta on Friday.\n"
    document = as_read(Document.from_text(text, path="a"))
    assert (document.text, document.path) == (text, "a")
    assert document.title == "Minister rejects the claims"
    assert {piece.kind for piece in document.front} >= {"title", "byline"}
