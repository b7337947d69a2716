"""A claim that a record holds: its words come first and count as the best evidence, on the screen and on the page."""

from __future__ import annotations

from dataclasses import replace

from compared import compared, judge_by_words
from verify.records import verification_of

from standoff.compare import compare
from standoff.knowledge import knowledge
from standoff.report import Against, Brief, Screen, brief_from_analyses, screen_from_brief
from standoff.report.page import page_from_brief, page_values

WORDS = "Belmeran guards shot a fisherman on the Kesh lake"
COVERAGE = compared(f"Ostvar|accuse|Belmere|{WORDS}|quoted", published="2031-05-01")
RECORD = compared(f"Ostvar|accuse|Belmere|{WORDS} at dawn|predicted", published="2031-05-02")


def brief_of(on_record: frozenset[str]) -> Brief:
    nothing = replace(verification_of(), records=(), left_out=())
    against = Against(verification=nothing, articles=(), records=(), on_record=on_record)
    documents = [COVERAGE, RECORD]
    return brief_from_analyses(
        documents, {}, compare(documents, knowledge(), judge_by_words, on_record), against=against
    )


def test_the_record_is_the_best_evidence():
    own = RECORD.statements[0].statement_id
    (told,) = page_values(brief_of(frozenset())).claims.rows
    assert (told.title.basis, told.best, told.is_weak) == ("quoted", "quoted", False)
    (row,) = page_values(brief_of(frozenset([own]))).claims.rows
    assert row.title.statement.statement_id == own
    assert (row.best, row.sources[0].is_on_record, row.is_weak) == ("predicted", True, False)
    assert [source.basis for source in row.sources] == ["predicted", "quoted"]


def test_it_is_told_on_the_screen_and_on_the_page():
    brief = brief_of(frozenset([RECORD.statements[0].statement_id]))
    shown = "\n".join(line.plain for line in screen_from_brief(brief, Screen(width=120)))
    assert "1q*: on record" in shown
    assert "1p* 1q  2:1p" in shown
    assert "predicted, on record:" in page_from_brief(brief)
    plain = brief_of(frozenset())
    assert "on record" not in page_from_brief(plain).partition('id="claims"')[2]
    assert "*" not in "".join(line.plain for line in screen_from_brief(plain, Screen(width=120)))
