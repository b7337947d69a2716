"""Names: reading IOB columns and re3d, and the figures by kind."""

from __future__ import annotations

import json

import pytest
from annotated import annotated

from standoff.errors import GoldError, UsageError
from standoff.evaluate import evaluate_entities
from standoff.evaluate.entities import name_counts, settled_kind
from standoff.evaluate.iob import CROSSNER, read_iob
from standoff.evaluate.named import GoldName, NamedText
from standoff.evaluate.re3d import read_re3d
from standoff.spans import Span
from standoff.values import Mention

TAGGED = (
    "Ana:B-politician Oda:I-politician left:O the:O Green:B-politicalparty Party:I-politicalparty (:O "
    "GP:B-politicalparty ):O in:O Oslo:B-location Norway:B-country .:O"
)
SENTENCES = (TAGGED, "Norwegian:B-misc voters:O ca:O n't:O")


def iob_file(folder, sentences=SENTENCES, name="test.txt"):
    path = folder / name
    blocks = ["\n".join("\t".join(word.rsplit(":", 1)) for word in s.split()) for s in sentences]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def re3d_folder(folder, text, marks):
    """A folder of re3d with one document; `marks` are (type, span)."""
    rows = [
        {"_id": str(i), "begin": s.start, "end": s.end, "type": kind, "documentId": "d", "value": s.of(text)}
        for i, (kind, s) in enumerate(marks)
    ]
    (folder / "documents.json").write_text(json.dumps({"_id": "d", "text": text}) + "\n", encoding="utf-8")
    (folder / "entities.json").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return folder


def mention(span, kind):
    return Mention(span=span, kind=kind, score=0.9)


def test_words_become_running_text_with_its_names(tmp_path):
    first, second = read_iob(iob_file(tmp_path), CROSSNER)
    assert first.text == "Ana Oda left the Green Party (GP) in Oslo Norway."
    assert [(n.span.of(first.text), n.kinds) for n in first.names] == [
        ("Ana Oda", ("person",)),
        ("Green Party", ("organisation",)),
        ("GP", ("organisation",)),
        ("Oslo", ("place",)),
        ("Norway", ("place",)),
    ]
    assert second.text == "Norwegian voters can't"
    assert second.names[0].kinds == ("other", "nationality")


def test_sentences_are_put_together_and_columns_chosen(tmp_path):
    (whole,) = read_iob(iob_file(tmp_path), CROSSNER, least_words=100)
    assert whole.text.endswith("Norway. Norwegian voters can't")
    path = tmp_path / "columns.iob2"
    path.write_text("# text = Ana sang\n1\tAna\tB-PER\t-\n2\tsang\tO\t-\n", encoding="utf-8")
    (text,) = read_iob(path, {"PER": ("person",)}, column=2)
    assert (text.text, len(text.names)) == ("Ana sang", 1)
    assert text.unmarked == ("organisation", "place", "nationality", "other")


def test_an_unknown_tag_or_an_empty_file_is_refused(tmp_path):
    with pytest.raises(GoldError, match=r"line 2, tag: 'B-song' is none; allowed: O"):
        read_iob(iob_file(tmp_path, ["Ana:B-person sang:B-song"]), CROSSNER)
    for name, content in (("empty.txt", b"\n\n"), ("latin.txt", b"\xe9\tO\n")):
        (tmp_path / name).write_bytes(content)
    for name in ("empty.txt", "latin.txt", "none.txt"):
        with pytest.raises(UsageError, match=name):
            read_iob(tmp_path / name, CROSSNER)


RE3D = annotated(
    "{Person:{Person:President Ana Oda} of {Location:Ruritania}} thanked {Organisation:the Foreign Office} and "
    "{Organisation:our partners}. {Person:He} met {Organisation:the {Nationality:Ruritanian} Army} near "
    "{Location:{Location:Lake {Location:Mora}}'s} in {Location:the U.S.}, with {Weapon:two rockets} "
    "on {Temporal:Friday}."
)


def test_which_marks_of_re3d_are_names(tmp_path):
    marks = [(kind, span) for kind, spans in RE3D.spans.items() for span in spans]
    (document,) = read_re3d(re3d_folder(tmp_path, RE3D.text, marks))
    assert [(n.span.of(document.text), n.kinds) for n in document.names] == [
        ("Ana Oda", ("person",)),
        ("Ruritania", ("place",)),
        ("Foreign Office", ("organisation",)),
        ("Ruritanian Army", ("organisation",)),
        ("Lake Mora", ("place",)),
        ("U.S.", ("place",)),
    ]


def test_one_span_of_two_kinds_is_right_with_either(tmp_path):
    text = "The Mora Front spoke."
    name = Span(4, 14)
    folder = re3d_folder(tmp_path, text, [("Organisation", name), ("Location", name)])
    assert read_re3d(folder)[0].names[0].kinds == ("organisation", "place")
    for kind, value in (("place", 1.0), ("organisation", 1.0), ("person", 0.0)):
        report = evaluate_entities([folder], lambda _, kind=kind: [mention(name, kind)])
        assert report.value("name.exact.f1") == value


def test_a_kind_left_open_is_that_of_the_nearest_name_found():
    name = GoldName(span=Span(0, 10), kinds=("other", "nationality"))
    assert settled_kind(name, [mention(Span(0, 9), "nationality")]) == "nationality"
    assert settled_kind(name, [mention(Span(0, 10), "person")]) == "other"
    assert settled_kind(name, [mention(Span(9, 40), "nationality")]) == "other"
    assert settled_kind(name, []) == "other"


def test_exact_wants_both_ends_and_the_kind_and_overlap_the_kind():
    text = NamedText(
        name="t",
        text="x" * 60,
        names=(
            GoldName(span=Span(0, 10), kinds=("person",)),
            GoldName(span=Span(20, 30), kinds=("place",)),
            GoldName(span=Span(40, 50), kinds=("place",)),
        ),
        unmarked=("nationality",),
    )
    found = [
        mention(Span(0, 8), "person"),
        mention(Span(20, 30), "place"),
        mention(Span(40, 50), "organisation"),
        mention(Span(51, 60), "nationality"),
    ]
    counts = name_counts(text, found)
    assert [counts[f"person.{rule}.right"] for rule in ("exact", "overlap")] == [0, 1]
    assert [counts[f"place.exact.{side}"] for side in ("right", "predicted", "gold")] == [1, 1, 2]
    assert [counts[f"name.exact.{side}"] for side in ("right", "predicted", "gold")] == [1, 3, 3]


def test_files_and_folders_are_measured_together(tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    re3d_folder(folder, "Oda spoke.", [("Person", Span(0, 3))])
    report = evaluate_entities([iob_file(tmp_path), folder], lambda _: [mention(Span(0, 3), "person")])
    assert (report.n_documents, report.n_gold, report.n_predicted) == (3, 7, 3)
    assert report.corpus == "entities test.txt + made"
    assert report.value("person.exact.recall") == pytest.approx(1 / 2)
    names = {figure.name for figure in report.figures}
    assert "nationality.exact.f1" not in names
    assert names >= {"place.overlap.f1", "name.exact.f1"}


def test_a_folder_that_is_not_re3ds_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"documents\.json and entities\.json"):
        read_re3d(tmp_path)
    folder = re3d_folder(tmp_path, "Oda spoke.", [("Person", Span(0, 99))])
    with pytest.raises(GoldError, match=r"entities\.json, 0: marks nothing"):
        read_re3d(folder)
    (tmp_path / "entities.json").write_text('{"_id": "x"}\n', encoding="utf-8")
    with pytest.raises(GoldError, match="begin: missing"):
        read_re3d(folder)
    (tmp_path / "entities.json").write_text("{\n", encoding="utf-8")
    with pytest.raises(GoldError, match="not one JSON object a line"):
        read_re3d(folder)
