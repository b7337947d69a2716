"""Measuring what holds across documents: on the bundled story, with comparisons made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standoff.errors import GoldError, UsageError
from standoff.evaluate import analysis_from_gold, evaluate_story, read_gold
from standoff.evaluate.actors import plain_name
from standoff.evaluate.gold_analysis import actor_from_name
from standoff.evaluate.story_gold import read_story
from standoff.spans import Span
from standoff.values import Document
from standoff.values.comparison import Claim, Clash, Comparison, Convergence, Copy, Meeting, Participant, Side

DATA = Path(__file__).parents[2] / "training" / "data"
FILES = DATA / "story.jsonl", DATA / "story.compare.json"


def analysed(gold):
    document = Document.from_text(gold.text, path=gold.name)
    return analysis_from_gold(gold, document, [Span(0, len(gold.text))])


def predict(document):
    return next(analysed(gold) for gold in read_gold(FILES[0]) if gold.name == document.path)


@pytest.fixture(scope="module")
def story():
    return json.loads(FILES[1].read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def documents():
    return {gold.name: analysed(gold) for gold in read_gold(FILES[0])}


def ids(documents, places):
    return tuple(documents[doc].statements[number].statement_id for doc, number in places)


def sides(documents, raw):
    return tuple(
        Side(actor=actor_from_name(raw[s]["actor"]), statement_ids=ids(documents, raw[s]["statements"])) for s in "ab"
    )


def perfect(documents, raw):
    """The comparison that the gold is."""
    first, copy = (documents[name].document.doc_id for name in raw["copies"][0])
    people = [actor_from_name(name, is_person=True) for name in raw["meeting"]["participants"]]
    meeting = Meeting(
        story_id="s",
        forum=actor_from_name("Five Straits Security Organisation"),
        place="Lisle Harbour",
        date="2031-06-11",
        participants=tuple(Participant(actor=one, evidence=()) for one in people),
        evidence=(),
    )
    return Comparison(
        copies=(Copy(original=first, copy=copy, kind="near", score=0.8, is_dated=False, shared=()),),
        meetings=(meeting,),
        claims=tuple(
            Claim(
                claim_id=str(i),
                title="",
                statement_ids=ids(documents, claim["statements"]),
                actors=(),
                issues=(),
                n_origins=1,
                score=1.0,
            )
            for i, claim in enumerate(raw["claims"])
        ),
        clashes=tuple(
            Clash(kind="denial", issue=None, sides=sides(documents, one), confidence=1.0) for one in raw["clashes"]
        ),
        convergences=tuple(
            Convergence(issue=None, sides=sides(documents, one), confidence=1.0) for one in raw["convergences"]
        ),
    )


def figures(comparison):
    report = evaluate_story(FILES, predict, analysed, lambda _: comparison)
    return {figure.name: figure.value for figure in report.figures}, report


def test_the_gold_itself_scores_one_everywhere(documents, story):
    found, report = figures(perfect(documents, story))
    assert set(found.values()) == {1.0}
    assert report.misses == ()
    assert (report.n_documents, report.n_gold, report.n_predicted) == (6, 19, 19)


def test_nothing_found_scores_nothing_but_the_precision_of_claims_alone(story):
    found, report = figures(Comparison())
    assert found["on_gold.claims.b3.precision"] == found["on_found.claims.listed.b3.precision"] == 1.0
    assert 0 < found["on_gold.claims.b3.f1"] < 0.6
    assert found["on_gold.clashes.recall"] == found["on_found.copies.recall"] == found["on_gold.meeting.forum"] == 0.0
    assert len(report.misses) == 2 * len(story["clashes"])


def test_a_clash_needs_the_right_sides_and_a_statement_of_each(documents, story):
    whole = perfect(documents, story)
    first, *_ = whole.clashes
    turned = Clash(kind="refusal", issue=None, sides=first.sides[::-1], confidence=0.5)
    one, other = first.sides
    swapped = (
        Side(actor=one.actor, statement_ids=other.statement_ids),
        Side(actor=other.actor, statement_ids=one.statement_ids),
    )
    wrong = Clash(kind="denial", issue=None, sides=swapped, confidence=0.5)
    assert figures(Comparison(clashes=(turned,)))[0]["on_gold.clashes.precision"] == 1.0
    found, report = figures(Comparison(clashes=(wrong,)))
    assert found["on_gold.clashes.precision"] == 0.0
    assert any("not in the gold: denial 0.50" in line for line in report.misses)


def test_statements_and_sides_are_those_of_the_gold(documents):
    gold = read_gold(FILES[0])[0]
    analysis = documents[gold.name]
    assert len({s.statement_id for a in documents.values() for s in a.statements}) == 244
    joint = analysis.resolutions[1]
    assert [joint.actor.name, joint.on_behalf_of.name] == [gold.statements[1].actor, gold.statements[1].on_behalf_of]
    assert joint.actor.kind == "person"
    assert joint.on_behalf_of.kind == "government"
    assert joint.actor.actor_id == "new:" + "-".join(plain_name(joint.actor.name).split())
    assert [c.act for c in analysis.codings] == [s.act for s in gold.statements]


@pytest.mark.parametrize(
    ("text", "error"),
    [("{", GoldError), ('{"claims": []}', GoldError), ("[]", GoldError), (None, UsageError)],
)
def test_a_wrong_file_is_told(tmp_path, text, error):
    path = tmp_path / "story.compare.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(error, match=r"story\.compare\.json"):
        read_story(path, ())


def test_a_statement_that_is_not_there_is_told(tmp_path, story):
    path = tmp_path / "story.compare.json"
    claims = [{"title": "x", "statements": [["xf1", 999]]}]
    path.write_text(json.dumps(story | {"claims": claims}), encoding="utf-8")
    with pytest.raises(GoldError, match="statement 999 of 'xf1'"):
        read_story(path, read_gold(FILES[0]))
