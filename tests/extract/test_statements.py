"""Statements from readings made by hand: every field, in order, with parents and reasons."""

from __future__ import annotations

import pytest
from annotated import annotated
from handmade import Told, reading_by_hand

from standoff.extract import statements_from_reading
from standoff.extract.confidence import FEATURES, Calibration
from standoff.spans import Span
from standoff.values import Basis, Document, Quote, Statement

FLAT = Calibration("test", 0.0, (0.0,) * len(FEATURES))


def told_from(marked: str, name: str, basis: Basis = "reported", quote: Quote = "indirect") -> Told:
    """The statement whose spans bear the labels `<name>cue`, `<name>source` and so on."""
    text = annotated(marked)
    return Told(
        cue=text.only(f"{name}cue"),
        source=text.only(f"{name}source"),
        content=text.all(f"{name}content"),
        addressee=text.only(f"{name}addressee"),
        targets=text.all(f"{name}target"),
        basis=basis,
        quote=quote,
    )


def statements_of(marked: str, *told: Told) -> tuple[Statement, ...]:
    document = Document.from_text(annotated(marked).text)
    return statements_from_reading(document, reading_by_hand(document, told), FLAT)


def texts_of(statement: Statement, text: str) -> dict[str, object]:
    """The statement's spans as the words that they stand for."""

    def words(span: Span | None) -> str | None:
        return span and span.of(text)

    return {
        "source": words(statement.source),
        "cue": words(statement.cue),
        "content": [c.of(text) for c in statement.content],
        "addressee": words(statement.addressee),
        "targets": [t.of(text) for t in statement.targets],
        "basis_cue": words(statement.basis_cue),
    }


def test_every_field_of_a_plain_statement():
    marked = (
        "They met in Vienna. {source:Lavrov} {cue:would have told} {addressee:reporters} that "
        "{content:{target:the West} had lied}, and left."
    )
    text = annotated(marked).text
    (statement,) = statements_of(marked, told_from(marked, "", basis="inferred"))
    assert texts_of(statement, text) == {
        "source": "Lavrov",
        "cue": "would have told",
        "content": ["the West had lied"],
        "addressee": "reporters",
        "targets": ["the West"],
        "basis_cue": "would have",
    }
    assert (statement.basis, statement.quote) == ("inferred", "indirect")
    assert statement.sentence.index == 1
    assert statement.sentence.span.of(text).startswith("Lavrov would")
    assert statement.parent_id is None
    assert statement.confidence == 0.5
    assert {step.field for step in statement.steps} >= {"cue", "source", "content", "quote", "basis"}


def test_content_is_interrupted_by_its_cue():
    marked = "{content:“The talks,”} {source:Brandvik} {cue:said}, {content:“are not dead.”}"
    (statement,) = statements_of(marked, told_from(marked, "", "quoted", "direct"))
    assert texts_of(statement, annotated(marked).text)["content"] == ["“The talks,”", "“are not dead.”"]
    assert (statement.basis, statement.quote) == ("quoted", "direct")


def test_final_stop_is_no_content_and_marks_are():
    marked = "{source:Oda} {cue:said} {content:they had agreed.} {bcontent:“We agreed.”} {bcue:said} {bsource:Kovac}."
    text = annotated(marked).text
    told = [told_from(marked, ""), told_from(marked, "b", "quoted", "direct")]
    contents = [texts_of(s, text)["content"] for s in statements_of(marked, *told)]
    assert contents == [["they had agreed"], ["“We agreed.”"]]


def test_words_in_marks_are_quoted_whatever_the_model_likes():
    marked = "{content:“We agreed,”} {cue:said} {source:Oda}."
    (statement,) = statements_of(marked, told_from(marked, "", "reported", "indirect"))
    assert statement.quote == "direct"
    assert statement.basis == "quoted"


def test_words_without_marks_are_never_quoted():
    marked = "{source:Oda} {cue:said} {content:they had agreed}."
    (statement,) = statements_of(marked, told_from(marked, "", "quoted", "mixed"))
    assert statement.quote == "indirect"
    assert statement.basis != "quoted"


def test_quotation_that_goes_on_in_the_next_paragraph():
    marked = "{source:Oda} {cue:said}: {content:“We agreed.}\n\n“We went home.”"
    text = annotated(marked).text
    (statement,) = statements_of(marked, told_from(marked, "", "quoted", "direct"))
    assert texts_of(statement, text)["content"] == ["“We agreed.", "“We went home.”"]
    assert "the quotation goes on in the next paragraph" in [step.detail for step in statement.steps]


def test_statement_without_cue_hangs_on_its_content():
    marked = "They left. {content:“Never again.”} They came back."
    (statement,) = statements_of(marked, told_from(marked, "", "quoted", "direct"))
    assert statement.cue is None
    assert texts_of(statement, annotated(marked).text)["content"] == ["“Never again.”"]
    assert statement.sentence.index == 1


@pytest.mark.parametrize(("basis", "n_statements"), [("withheld", 1), ("reported", 0)])
def test_only_a_refusal_may_lack_content(basis, n_statements):
    marked = "{source:Oda} {cue:declined to comment}."
    assert len(statements_of(marked, told_from(marked, "", basis, "none"))) == n_statements


def test_nested_statements_name_the_smallest_that_holds_them():
    marked = (
        "{asource:Peskov} {acue:said} {acontent:{bsource:Kyiv} {bcue:had admitted} that "
        "{bcontent:{csource:Oda} {ccue:wanted} {ccontent:to leave}}}. {dsource:Kovac} {dcue:said} {dcontent:no}."
    )
    told = [told_from(marked, name) for name in "abcd"]
    a, b, c, d = statements_of(marked, *told)
    assert [s.parent_id for s in (a, b, c, d)] == [None, a.statement_id, b.statement_id, None]


def test_two_statements_side_by_side_have_no_parent():
    marked = "{asource:Oda} {acue:said} {acontent:no} and {bcue:added} {bcontent:never}."
    assert [s.parent_id for s in statements_of(marked, told_from(marked, "a"), told_from(marked, "b"))] == [None, None]


def test_statements_come_in_text_order_whatever_the_order_of_anchors():
    marked = "{asource:Oda} {acue:said} {acontent:no}. {bsource:Kovac} {bcue:said} {bcontent:yes}."
    a, b = told_from(marked, "a"), told_from(marked, "b")
    forth, back = statements_of(marked, a, b), statements_of(marked, b, a)
    assert forth == back
    assert [s.cue for s in forth] == [a.cue, b.cue]


def test_ids_depend_on_document_cue_and_content_alone():
    marked = "{source:Oda} {cue:said} {content:no}."
    told = told_from(marked, "")
    (plain,) = statements_of(marked, told)
    (other,) = statements_of(marked, told_from(marked, "", basis="inferred", quote="none"))
    (further,) = statements_of(marked + " ", told)
    assert plain.statement_id == other.statement_id != further.statement_id


def test_confidence_is_read_from_the_curve():
    marked = "{source:Oda} {cue:said} {content:no}."
    document = Document.from_text(annotated(marked).text)
    reading = reading_by_hand(document, [told_from(marked, "")])
    n_rest = len(FEATURES) - 1
    for weight, check in ((5.0, 1.0), (-5.0, 0.0)):
        (statement,) = statements_from_reading(document, reading, Calibration("t", 0.0, (weight, *[0.0] * n_rest)))
        assert statement.confidence == pytest.approx(check, abs=0.01)


def test_a_text_without_anchors_has_no_statements():
    document = Document.from_text("They met in Vienna.")
    assert statements_from_reading(document, reading_by_hand(document, []), FLAT) == ()
