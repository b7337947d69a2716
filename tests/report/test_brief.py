"""The brief's figures: every statement and every sentence counted once."""

from __future__ import annotations

import json

from standoff.report import brief_from_analyses, brief_json, document_brief
from standoff.report.headline import headline
from standoff.values import BASES, QUOTES, Analysis

BETWEEN = "copies stories meetings claims clashes n_clashes_withheld convergences silences divergences changes".split()
LATER = [*BETWEEN, *"outlook norms consequences networks".split()]
CODED = ("outlook", "norms", "consequences")

TEXT = """Minister denies everything

The harbour was calm. "We never fired," Borg said. "Not once.

"Not at anyone." Nobody believed it."""


def test_counts_by_basis_and_quote(speculative: Analysis) -> None:
    brief = document_brief(speculative)
    assert dict(brief.by_basis) == {
        "quoted": 0, "reported": 0, "standing": 2, "hearsay": 1, "inferred": 10, "predicted": 2, "withheld": 0
    }  # fmt: skip
    assert [tally.name for tally in brief.by_basis] == list(BASES)
    assert [tally.name for tally in brief.by_quote] == list(QUOTES)
    assert sum(n for _, n in brief.by_quote) == brief.n_statements == 15


def test_every_sentence_is_counted_once(speculative: Analysis) -> None:
    brief = document_brief(speculative)
    assert brief.n_sentences == brief.n_with_statement + brief.n_front + len(brief.own_voice)


def test_a_continued_quotation_holds_each_of_its_sentences(analysis_of) -> None:
    line = 'Borg|said|"We never fired," // "Not once. // "Not at anyone."|quoted'
    brief = document_brief(analysis_of(TEXT, [line], title="Minister denies everything"))
    own = [s.span.of(brief.analysis.document.text) for s in brief.own_voice]
    assert own == ["The harbour was calm.", "Nobody believed it."]
    assert (brief.n_with_statement, brief.n_front) == (3, 1)


def test_disclaimers_know_their_sentence(speculative: Analysis) -> None:
    (disclaimer,) = document_brief(speculative).disclaimers
    assert disclaimer.span.of(speculative.document.text).startswith("I haven't seen a transcript")
    assert speculative.sentences[disclaimer.index].span.covers(disclaimer.span)


def test_json_holds_every_list_of_the_record(speculative: Analysis) -> None:
    data = brief_json(brief_from_analyses([speculative]), lambda _, statement: {"statement_id": statement.statement_id})
    assert list(data) == ["schema", "selection", "documents", "statements", "voice", "actors", *LATER]
    assert data["schema"] == "standoff-brief/1"
    assert not any(data[name] for name in LATER)
    assert len(data["statements"]) == 15
    for item in [*data["voice"], *({"sentence": d} for d in data["documents"][0]["disclaimers"])]:
        sentence = item["sentence"]
        assert speculative.document.text[sentence["start"] : sentence["end"]] == sentence["text"]
    json.dumps(data, allow_nan=False)


def test_json_lists_the_actors_with_their_statements(speculative: Analysis) -> None:
    brief = brief_from_analyses([speculative])
    actors = brief_json(brief, lambda *_: {})["actors"]
    assert [(a["name"], a["n_statements"]) for a in actors] == [
        ("Antony Blinken", 5), ("Sergey Lavrov", 4), ("Russia", 2), ("Ukraine", 1), ("United States", 1)
    ]  # fmt: skip
    blinken = actors[0]
    assert (
        list(blinken)
        == (
            "id name kind country forms offices n_documents n_statements on_behalf_of statement_ids "
            "target_statement_ids acts joined"
        ).split()
    )
    assert (blinken["id"], blinken["on_behalf_of"], blinken["n_documents"]) == ("person:antony-blinken", "gov:USA", 1)
    assert blinken["statement_ids"][0] == speculative.statements[0].statement_id
    assert blinken["forms"] == [{"text": "Blinken", "n": speculative.document.text.count("Blinken")}]


def test_json_of_codes_names_the_statements_it_rests_on(coded: Analysis) -> None:
    data = brief_json(brief_from_analyses([coded]), lambda _, statement: {"statement_id": statement.statement_id})
    known = {s.statement_id for s in coded.statements}
    assert all(data[name] for name in CODED)
    for item in (item for name in CODED for item in data[name]):
        assert set(item["statement_ids"]) <= known
        assert item["statement_ids"] or item["by"] == "author"
    deeds = [deed for actor in data["actors"] for deed in actor["acts"]]
    assert all(deed["statement_ids"] and set(deed["statement_ids"]) <= known for deed in deeds)
    text = coded.document.text
    for item in data["consequences"]:
        assert all(text[item[end]["start"] : item[end]["end"]] == item[end]["text"] for end in ("cause", "effect"))
    json.dumps(data, allow_nan=False)


def test_json_of_the_writers_voice(coded: Analysis) -> None:
    brief = brief_from_analyses([coded])
    data = brief_json(brief, lambda *_: {})
    assert data["documents"][0]["voice"] == {
        "fact": 3, "judgement": 2, "forecast": 3, "speculation": 1, "address": 2, "other": 1
    }  # fmt: skip
    voice = data["voice"]
    assert [item["sentence"]["index"] for item in voice] == [s.index for s in brief.documents[0].own_voice]
    assert {item["is_evidence"] for item in voice if item["label"] in ("address", "other")} == {False}
    assert {item["is_evidence"] for item in voice if item["label"] is None} == {None}
    assert [item["certainty"] for item in voice if item["certainty"]] == [[0.2, 0.45]]


def test_no_document_gives_a_whole_json() -> None:
    assert brief_json(brief_from_analyses([]), lambda *_: {})["documents"] == []


def test_headlines(analysis_of, speculative: Analysis) -> None:
    def line(*bases: str) -> str:
        return headline(document_brief(analysis_of("Borg said no.", [f"Borg|said|no|{basis}" for basis in bases])))

    assert headline(document_brief(speculative)) == (
        "Nothing here is quoted. 10 of 15 attributions are the writer's guess, "
        "2 say what is yet to be said, 1 passes on unnamed say-so."
    )
    assert line() == "No attribution was found: nobody is said to have said anything here."
    assert line("inferred") == "The only attribution is inferred: the writer's guess."
    assert line("quoted", "quoted") == "All 2 attributions are quoted."
    assert line("quoted", "reported") == "1 of 2 attributions is quoted. None of the 2 is a guess."
    assert line("quoted", "inferred", "inferred") == "1 of 3 attributions is quoted. 2 are the writer's guess."
    assert line("standing", "reported") == "Nothing here is quoted. None of the 2 is a guess."
