"""Claims: which statements express one proposition, and how they are shown."""

from __future__ import annotations

from compared import compared, prepared, words_of

from standoff.compare.claims import find_claims
from standoff.values.comparison import Copy

SHOT = "Belmeran guards shot a fisherman on the Kesh lake"


def claims_of(*analyses):
    return [sorted(words_of(analyses, claim.statement_ids)) for claim in find_claims(prepared(analyses))]


def test_one_proposition_in_two_documents_is_one_claim():
    first = compared(f"Ostvar|accuse|Belmere|{SHOT}", "Ostvar|urge||to reopen the locks before the harvest")
    second = compared("Minister of Ostvar|accuse|Belmere|guards of Belmere shot a fisherman on the lake near Kesh")
    (claim,) = find_claims(prepared([first, second]))
    assert set(claim.statement_ids) == {first.statements[0].statement_id, second.statements[0].statement_id}
    assert [actor.name for actor in claim.actors] == ["Ostvar", "Minister of Ostvar"]
    assert claim.n_origins == 2
    assert 0 < claim.score <= 1


def test_other_numbers_are_another_claim():
    twelve = compared("Ostvar|accuse|Belmere|the raid on Kesh killed 12 fishermen")
    fifty = compared("Ostvar|accuse|Belmere|the raid on Kesh killed fifty fishermen")
    also_twelve = compared("Ostvar|accuse|Belmere|the raid on Kesh killed twelve fishermen yesterday")
    assert claims_of(twelve, fifty, also_twelve) == [
        ["the raid on Kesh killed 12 fishermen", "the raid on Kesh killed twelve fishermen yesterday"]
    ]


def test_what_one_side_says_and_the_other_negates_is_no_claim_of_both():
    yes = compared("Ostvar|assert||the canal was mined by divers at night")
    no = compared("Belmere|assert||not:the canal was never mined by divers at night")
    assert claims_of(yes, no) == []


def test_what_was_not_said_is_in_no_claim():
    said = compared(f"Ostvar|accuse|Belmere|{SHOT}")
    withheld = compared(f"Ostvar|accuse|Belmere|{SHOT}|withheld")
    assert claims_of(said, withheld) == []


def test_copies_count_as_one_origin():
    documents = [compared(f"Ostvar|accuse|Belmere|{SHOT}", published=f"2031-05-0{day}") for day in (1, 2, 3)]
    ids = [one.document.doc_id for one in documents]
    copy = Copy(original=ids[0], copy=ids[2], kind="near", score=0.9, is_dated=True, shared=())
    (claim,) = find_claims(prepared(documents), [copy])
    assert claim.n_origins == 2
    assert words_of(documents, claim.statement_ids[:1]) == [SHOT]
    assert claim.statement_ids[0] == documents[0].statements[0].statement_id


def test_the_title_is_a_whole_clause_in_the_best_known_words():
    guess = compared(f"Ostvar|accuse|Belmere|{SHOT}|inferred")
    quoted = compared("Ostvar|accuse|Belmere|Belmeran guards shot a fisherman from Ostvar on the Kesh lake|quoted")
    reported = compared(f"Ostvar|accuse|Belmere|{SHOT} at dawn")
    (claim,) = find_claims(prepared([guess, reported, quoted]))
    assert claim.title == quoted.statements[0].statement_id


def test_the_order_of_input_changes_no_claim():
    documents = [
        compared(f"Ostvar|accuse|Belmere|{SHOT}", published="2031-05-02"),
        compared(f"Ostvar|accuse|Belmere|{SHOT} again", published="2031-05-01"),
        compared("Ostvar|demand|Belmere|the locks of the canal be reopened", published="2031-05-03"),
    ]
    assert find_claims(prepared(documents)) == find_claims(prepared(documents[::-1]))
    assert find_claims(prepared(documents))[0].statement_ids[0] == documents[1].statements[0].statement_id


def test_nothing_comes_of_nothing():
    assert find_claims(prepared([])) == ()


def test_what_is_told_as_said_outranks_a_guess_however_handy():
    guess = compared(
        "Ostvar|accuse|Belmere|Belmeran guards shot a fisherman on the lake|inferred", published="2031-05-01"
    )
    long = (
        "Belmeran guards shot a fisherman on the Kesh lake in the night to the second of May, we have twelve witnesses "
    )
    speech = compared(
        f"Ostvar|accuse|Belmere|{long} and will name them before the court in Tarn next spring|quoted",
        published="2031-05-02",
    )
    (claim,) = find_claims(prepared([guess, speech]))
    assert claim.title == speech.statements[0].statement_id
    assert claim.statement_ids[0] == guess.statements[0].statement_id


def test_what_is_on_record_is_the_title_however_coverage_puts_it():
    coverage = compared(f"Ostvar|accuse|Belmere|{SHOT}|quoted", published="2031-05-01")
    record = compared(
        "Ostvar|accuse|Belmere|it was Belmeran guards who shot the fisherman on the Kesh lake|predicted",
        published="2031-05-02",
    )
    told, own = coverage.statements[0].statement_id, record.statements[0].statement_id
    (without,) = find_claims(prepared([coverage, record]))
    assert without.title == told
    (claim,) = find_claims(prepared([coverage, record], on_record={own}))
    assert claim.title == own
    assert claim.statement_ids == without.statement_ids == (told, own)
