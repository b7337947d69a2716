"""Asking for a part of a brief: what stays, what goes along with it, and what is told of the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gold_story import NAMES, story_analyses, story_comparison

from standoff.errors import UsageError
from standoff.report import Brief, Selection, brief_from_analyses, brief_json
from standoff.report.page import page_from_brief
from standoff.report.selection import actor_named, with_basis
from standoff.report.selection_words import selection_words
from standoff.values import BASES

ANALYSES = story_analyses()


def brief_of(**asked: str) -> Brief:
    return brief_from_analyses(ANALYSES, NAMES, story_comparison(ANALYSES), Selection(**asked))  # type: ignore[arg-type]


def ids_of(brief: Brief) -> set[str]:
    return {s.statement_id for document in brief.documents for s in document.analysis.statements}


def test_nothing_asked_is_everything() -> None:
    brief = brief_of()
    assert brief.n_left_out == 0
    assert brief.comparison == story_comparison(ANALYSES)
    assert selection_words(brief) == ""


def test_an_issue_brings_its_clashes_whole_and_no_others() -> None:
    brief = brief_of(issue="jamming")
    assert brief.comparison
    on_it = {c.statement_id for a in ANALYSES for c in a.codings if any(f.key == "jamming" for f in c.issues)}
    kept = brief.comparison.clashes
    assert all(any(i in on_it for side in clash.sides for i in side.statement_ids) for clash in kept)
    assert 0 < len(kept) < len(story_comparison(ANALYSES).clashes)
    assert {d.issue for d in brief.comparison.divergences} == {"jamming"}
    answers = {i for clash in brief.comparison.clashes for side in clash.sides for i in side.statement_ids}
    assert answers <= ids_of(brief)
    assert 0 < len(ids_of(brief)) < 100
    assert len(ids_of(brief)) + brief.n_left_out == sum(len(a.statements) for a in ANALYSES)
    assert selection_words(brief).startswith("Only what is said on Jamming, with what it clashes with: ")


def test_a_clash_with_one_statement_on_the_issue_stays_whole_under_another() -> None:
    whole = story_comparison(ANALYSES)
    clash = next(one for one in whole.clashes if one.issue == "jamming")
    moved = replace(whole, clashes=(replace(clash, issue="avoiding_war"),))
    brief = brief_from_analyses(ANALYSES, NAMES, moved, Selection(issue="jamming"))
    assert brief.comparison
    assert brief.comparison.clashes == moved.clashes
    assert {i for side in clash.sides for i in side.statement_ids} <= ids_of(brief)
    assert {i for d in brief.comparison.divergences for i in (*d.conflict, *d.congruence)} <= ids_of(brief)


def test_an_actor_stays_with_whoever_answers() -> None:
    brief = brief_of(actor="Teverin")
    assert brief.comparison
    assert brief.comparison.clashes
    for clash in brief.comparison.clashes:
        assert {i for side in clash.sides for i in side.statement_ids} <= ids_of(brief)
    assert len(brief.comparison.clashes) < len(story_comparison(ANALYSES).clashes)
    assert all(network.edges for network in brief.comparison.networks if network.nodes)


def test_weaker_evidence_goes_and_sentences_are_not_taken_for_the_writers_own() -> None:
    brief, whole = brief_of(min_basis="reported"), brief_of()
    kept = {s.basis for document in brief.documents for s in document.analysis.statements}
    assert kept == {"quoted", "reported"}
    counts = [[(d.n_with_statement, d.n_front, len(d.own_voice)) for d in one.documents] for one in (brief, whole)]
    assert counts[0] == counts[1]


def test_without_weaker_evidence_nobody_is_said_to_leave_something_unanswered() -> None:
    brief = brief_of(min_basis="reported")
    assert brief.comparison
    assert story_comparison(ANALYSES).silences
    assert brief.comparison.silences == ()
    assert "Not looked for: weaker statements were left out" in page_from_brief(brief)


@pytest.mark.parametrize("basis", BASES)
def test_what_belongs_to_a_statement_goes_with_it(basis: str) -> None:
    for analysis in ANALYSES:
        kept = with_basis(analysis, basis)  # type: ignore[arg-type]
        ids = [s.statement_id for s in kept.statements]
        assert [r.statement_id for r in kept.resolutions] == ids
        assert [c.statement_id for c in kept.codings] == ids
        assert set(ids) <= {s.statement_id for s in analysis.statements}


def test_an_actor_is_known_by_id_name_or_surname() -> None:
    person = next(
        r.actor for a in ANALYSES for r in a.resolutions if r.actor and r.actor.kind == "person" and " " in r.actor.name
    )
    names = person.actor_id, person.name.upper(), f" {person.name.split()[-1]} "
    assert {actor_named(name, ANALYSES) for name in names} == {person}


def test_an_unknown_actor_is_answered_with_the_nearest() -> None:
    with pytest.raises(
        UsageError, match=r"nobody in these documents is called 'Isalta'; the nearest names are Isaltra"
    ):
        brief_of(actor="Isalta")
    with pytest.raises(UsageError, match="standoff actors"):
        brief_of(actor="⟨⟩")


def test_json_tells_what_was_asked() -> None:
    data = brief_json(brief_of(issue="jamming"), lambda *_: {})
    assert data["selection"]["issue"] == "jamming"
    assert data["selection"]["actor"] is None
    assert data["selection"]["n_left_out"] > 0
