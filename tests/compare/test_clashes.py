"""Clashes, common ground, silences and turns, on documents made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compared import compared, prepared, words_of

from standoff.compare.answers import answer_kind
from standoff.compare.changes import find_changes
from standoff.compare.claims import find_claims
from standoff.compare.clashes import find_clashes
from standoff.compare.convergences import find_convergences
from standoff.compare.divergences import find_divergences
from standoff.compare.opponents import are_one_party
from standoff.compare.silences import find_silences

SHOT = "Belmeran guards shot a fisherman on the Kesh lake"
QUARREL = tuple(
    f"Ostvar|accuse|Belmere|hiding {what}||harvest" for what in ("grain", "mules", "old debts", "its fleet")
)
"""Enough to make the two opponents, on an issue of which only one of them speaks."""
UNRELATED = ("Tarn|announce||the chess congress opens on Sunday", "Tarn|regret||the late arrival of the orchestra")


def clashes_of(*analyses):
    return find_clashes(prepared(analyses), find_claims(prepared(analyses)))[0]


def named(clash):
    return (clash.kind, *(side.actor.name for side in clash.sides))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (f"Ostvar|accuse|Belmere|{SHOT}", "Belmere|deny|Ostvar|it", "denial"),
        ("Ostvar|demand|Belmere|the toll be paid", "Belmere|reject||paying the toll", "refusal"),
        ("Ostvar|condemn|Belmere|closing the canal", "Belmere|justify||closing it was lawful", "justification"),
    ],
)
def test_an_answer_in_the_same_sentence_is_a_clash(first, second, kind):
    document = compared(*UNRELATED, first, "+" + second)
    (clash,) = clashes_of(document)
    assert named(clash) == (kind, "Ostvar", "Belmere")


@pytest.mark.parametrize(
    ("refusal", "kind"),
    [("Tarn|what Kesh had claimed", None), ("Ostvar|what Kesh had claimed", "refusal"), ("|free sailors", "refusal")],
)
def test_a_refusal_is_against_who_asks_or_speaks_of_the_same(refusal, kind):
    document = compared("Ostvar|demand|Tarn|its sailors be freed", f"Belmere|reject|{refusal}")
    assert answer_kind(*prepared([document]).said) == kind


def test_an_answer_in_another_document_has_to_be_in_like_words():
    blame = compared(f"Ostvar|accuse|Belmere|{SHOT}", *UNRELATED)
    far = compared("Belmere|deny||any debt for the canal")
    near = compared("Belmere|deny|Ostvar|that its guards shot a fisherman on the Kesh lake")
    assert clashes_of(blame, far) == ()
    (clash,) = clashes_of(blame, near)
    assert named(clash) == ("denial", "Ostvar", "Belmere")
    assert words_of([blame], clash.sides[0].statement_ids) == [SHOT]


def test_what_is_too_unsure_is_counted_and_not_shown():
    documents = (
        compared(f"Ostvar|accuse|Belmere|{SHOT}"),
        compared("Belmere|deny|Tarn|any debt for guards on the lake"),
    )
    shown, n_withheld = find_clashes(prepared(documents), find_claims(prepared(documents)))
    assert shown == ()
    assert n_withheld == 1


def test_all_wordings_of_one_quarrel_are_one_clash():
    documents = [
        compared(f"Ostvar|accuse|Belmere|{SHOT}", "+Belmere|deny|Ostvar|it", published="2031-05-01"),
        compared(f"Ostvar|accuse|Belmere|{SHOT} at dawn", "+Belmere|deny|Ostvar|the tale", published="2031-05-02"),
    ]
    (clash,) = clashes_of(*documents)
    assert len(clash.sides[0].statement_ids) == 2


def test_two_that_are_told_to_accuse_each_other_do():
    document = compared("Ostvar, Belmere|accuse|Ostvar, Belmere|the poisoning of the lake||water")
    (clash,) = clashes_of(document)
    assert named(clash)[0] == "mutual_accusation"
    assert clash.issue == "water"


def test_a_side_does_not_clash_with_itself_nor_over_what_was_not_said():
    own = compared("Ostvar|demand||the toll be paid", "+Minister of Ostvar|reject||paying the toll")
    unsaid = compared("Ostvar|demand|Belmere|the toll be paid", "+Belmere|reject||paying the toll|withheld")
    assert clashes_of(own) == clashes_of(unsaid) == ()


def test_opponents_that_back_the_same_have_common_ground_and_guesses_are_none():
    quarrel = f"Ostvar|accuse|Belmere|{SHOT}"
    both = compared(quarrel, "Ostvar, Belmere|agree||experts will meet in Kesh in June||talks")
    (ground,) = find_convergences(prepared([both]), find_claims(prepared([both])))
    assert [side.actor.name for side in ground.sides] == ["Belmere", "Ostvar"]
    assert ground.issue == "talks"
    guessed = compared(quarrel, "Ostvar, Belmere|agree||experts will meet in Kesh in June|inferred")
    friends = compared("Ostvar, Tarn|agree||experts will meet in Kesh in June", quarrel)
    assert find_convergences(prepared([guessed]), ()) == find_convergences(prepared([friends]), ()) == ()


def test_what_each_says_of_the_other_is_no_common_ground():
    documents = [
        compared("Ostvar|accuse|Belmere|poisoning the lake with lead from the mills"),
        compared("Belmere|accuse|Ostvar|poisoning the lake with lead from the mills"),
    ]
    assert find_convergences(prepared(documents), find_claims(prepared(documents))) == ()


def test_an_accusation_without_an_answer_is_a_silence():
    documents = [
        compared(f"Ostvar|accuse|Belmere|{SHOT}", "Ostvar|accuse|Tarn|hiding grain", published="2031-05-02"),
        compared("Belmere|announce||a new harbour master", published="2031-05-03"),
        compared("Belmere|announce||a new lighthouse", published="2031-05-01"),
    ]
    (silence,) = find_silences(prepared(documents), find_claims(prepared(documents)))
    assert (silence.actor.name, silence.about.actor.name, silence.n_documents) == ("Belmere", "Ostvar", 2)
    answered = compared("Belmere|deny|Ostvar|that its guards shot a fisherman on the Kesh lake", published="2031-05-03")
    assert find_silences(prepared([*documents, answered]), find_claims(prepared([*documents, answered]))) == ()


def test_divergence_is_the_share_of_conflict():
    document = compared(
        f"Ostvar|accuse|Belmere|{SHOT}||border",
        "Belmere|accuse|Ostvar|driving boats across the line||border",
        "Ostvar, Belmere|agree||patrols will keep apart||border",
        "Ostvar, Belmere|agree||trade in salt goes on||trade",
    )
    claims = find_claims(prepared([document]))
    border, *rest = find_divergences(prepared([document]), claims, find_clashes(prepared([document]), claims)[0])
    assert (border.issue, border.score, border.n_statements) == ("border", pytest.approx(2 / 3, abs=1e-4), 3)
    assert words_of([document], border.conflict) == [SHOT, "driving boats across the line"]
    assert words_of([document], border.congruence) == ["patrols will keep apart"]
    assert rest == []  # one statement on trade makes no measure


def test_a_turn_needs_a_later_day():
    before = "Ostvar|reject|Belmere|a joint patrol on the Kesh lake||border"
    after = "Ostvar|agree||a joint patrol on the Kesh lake||border"
    days = [compared(before, published="2031-05-01"), compared(after, published="2031-05-09")]
    (change,) = find_changes(prepared(days), find_claims(prepared(days)))
    assert (change.actor.name, change.issue) == ("Ostvar", "border")
    assert change.before == (days[0].statements[0].statement_id,)
    assert change.after == (days[1].statements[0].statement_id,)
    same_day = [compared(before, published="2031-05-01"), compared(after, published="2031-05-01")]
    assert find_changes(prepared(same_day), find_claims(prepared(same_day))) == ()


TOLLS = (
    "Ostvar|condemn|Belmere|the toll on salt barges||trade",
    "Ostvar|condemn|Belmere|the banning of foreign songs||trade",
    "Ostvar|accuse|Belmere|dredging its marsh fields||trade",
    "Ostvar|threaten|Belmere|a winter without lamp oil||harvest",
)


def test_opponents_on_an_issue_stand_apart_without_answering():
    document = compared(
        *TOLLS,
        "Belmere|commit||to keep every crown of the toll||trade",
        "Tarn|condemn|Belmere|the price of candles||trade",
        "Belmere|support|Tarn|the new lighthouse||navigation",
    )
    clashes = clashes_of(document)
    assert ("opposite_stands", "Belmere", "Ostvar") in map(named, clashes)
    assert {clash.issue for clash in clashes} == {"trade"}


def test_allies_that_condemn_a_third_do_not_clash():
    document = compared(
        "Ostvar|condemn|Tarn|the raid on the salt barges||border",
        "Belmere|condemn|Tarn|the raid on the salt barges||border",
        "Ostvar|demand|Tarn|the crews be freed||border",
    )
    assert clashes_of(document) == ()


def test_a_clash_is_shown_under_the_ground_that_a_side_gives():
    document = compared(
        "Ostvar|condemn|Belmere|the march of Belmere on the Kesh valley||war",
        "Belmere|assert||the march on the Kesh valley was a necessary response to the new league||alliances, war",
    )
    clash = next(clash for clash in clashes_of(document) if clash.kind == "justification")
    assert clash.issue == "alliances"


def test_on_an_issue_in_dispute_like_words_are_no_common_ground():
    quarrel = f"Ostvar|accuse|Belmere|{SHOT}||border"
    documents = [
        compared(quarrel, "Ostvar|assert||the line on the Kesh lake is drawn by the old treaty||border"),
        compared("Belmere|assert||the line on the Kesh lake is drawn by the old treaty||border"),
    ]
    assert find_convergences(prepared(documents), find_claims(prepared(documents))) == ()
    agreed = [
        compared(quarrel, "Ostvar|support||a survey of the line on the Kesh lake||border"),
        compared("Belmere|agree||a survey of the line on the Kesh lake||border"),
    ]
    (ground,) = find_convergences(prepared(agreed), find_claims(prepared(agreed)))
    assert ground.issue == "border"


def test_like_words_for_opposite_ends_are_no_common_ground():
    documents = [
        compared(f"Ostvar|accuse|Belmere|{SHOT}", "Ostvar|support||the league is a chance to stand up to Belmere"),
        compared("Belmere|support||the league is a chance to stand up to Ostvar"),
    ]
    ready = prepared(documents)
    assert find_convergences(ready, ())
    doubted = {pair: both._replace(same=0.01) for pair, both in ready.judged.items()}
    assert find_convergences(replace(ready, judged=doubted), ()) == ()


def test_each_ground_of_a_defence_is_a_clash_of_its_own():
    march = "the march on the Kesh valley was a necessary response to"
    document = compared(
        "Ostvar|condemn|Belmere|the march of Belmere on the Kesh valley||war",
        f"+Belmere|justify||{march} the new league||alliances",
        f"+Belmere|justify||{march} the growing league||alliances",
        f"+Belmere|justify||{march} the treatment of weavers||minorities",
        f"+Belmere|justify||{march} the bad treatment of weavers||minorities",
    )
    grounds = [clash for clash in clashes_of(document) if clash.kind == "justification"]
    assert {clash.issue for clash in grounds} == {"alliances", "minorities"}
    by_issue = {clash.issue: words_of([document], clash.sides[1].statement_ids) for clash in grounds}
    assert len(by_issue["minorities"]) == 2
    assert all("weavers" in words for words in by_issue["minorities"])


def test_what_a_side_is_told_to_say_in_the_words_of_the_other_is_no_answer():
    told = (f"Ostvar|accuse|Belmere|{SHOT}||border", ">Belmere|deny|Ostvar|it||border")
    assert clashes_of(compared(*UNRELATED, *told)) == ()
    by_itself = (told[0], told[1].replace(">", "+"))
    assert len(clashes_of(compared(*UNRELATED, *by_itself))) == 1


def test_what_is_yet_to_be_said_has_met_nothing():
    told = f"Ostvar|accuse|Belmere|{SHOT}||border"
    assert clashes_of(compared(*UNRELATED, told, "+Belmere|deny|Ostvar|it|predicted|border")) == ()
    assert len(clashes_of(compared(*UNRELATED, told, "+Belmere|deny|Ostvar|it||border"))) == 1


def test_repeating_a_stand_makes_it_no_surer():
    lines = (*TOLLS, "Belmere|commit||to keep the toll open||trade")
    once = clashes_of(compared(*lines))
    twice = clashes_of(compared(*lines), compared(*lines, "Tarn|announce||a fair"))
    assert (
        [clash.confidence for clash in once]
        == [clash.confidence for clash in twice]
        == [pytest.approx(0.6364, abs=1e-4)]
    )


def test_two_that_are_against_something_else_each_do_not_stand_apart():
    document = compared(
        *QUARREL,
        "Ostvar|condemn||the price of barges||trade",
        "Ostvar|condemn||the price of rope||trade",
        "Belmere|condemn||the smell of tar||trade",
    )
    assert clashes_of(document) == ()


def test_to_agree_not_to_come_is_no_turn_from_refusing_to_come():
    days = [
        compared("Ostvar|agree||not:to come to the talks on the Kesh lake||border", published="2031-05-01"),
        compared("Ostvar|reject||coming to the talks on the Kesh lake||border", published="2031-05-09"),
    ]
    assert find_changes(prepared(days), find_claims(prepared(days))) == ()


def test_who_condemns_a_third_and_who_presses_it_stand_together():
    lines = (
        "Ostvar|condemn|Tarn|the raid on the salt barges||border",
        "Belmere|demand|Tarn|the raid on the salt barges be stopped||border",
        "Belmere|urge|Tarn|the salt barges be let go||border",
    )
    assert clashes_of(compared(*lines)) == clashes_of(compared(*lines, *QUARREL)) == ()
    on_one_body = ("Ostvar|condemn|Tarn|the raid on barges||border", "Belmere|propose|Tarn|a guard for barges||border")
    assert clashes_of(compared(*on_one_body, "Ostvar|condemn||the delay||border", *QUARREL)) == ()


def test_opposite_stands_are_those_of_opponents():
    lines = (
        "Ostvar|support||the new toll on salt barges||trade",
        "Belmere|reject||the new toll on salt barges||trade",
        "Belmere|reject||the toll on rope||trade",
        "Ostvar|support||a lighthouse near the reef||trade",
        "Ostvar|support||cheap bread for sailors||trade",
        "Belmere|reject||free ferries in May||trade",
        "Belmere|reject||a higher price of candles||trade",
    )
    assert clashes_of(compared(*lines, *QUARREL[:3])) == ()
    clashes = clashes_of(compared(*lines, *QUARREL))
    assert {named(clash) for clash in clashes} == {("opposite_stands", "Belmere", "Ostvar")}


def test_who_demands_the_end_of_what_it_condemned_has_not_turned():
    days = [
        compared("Ostvar|condemn|Belmere|the blockade of the Kesh lake||border", published="2031-05-01"),
        compared("Ostvar|demand|Belmere|an end to the blockade of the Kesh lake||border", published="2031-05-09"),
    ]
    assert find_changes(prepared(days), find_claims(prepared(days))) == ()
    one_mind = [
        compared("Ostvar|deny||a joint patrol on the Kesh lake||border", published="2031-05-01"),
        compared("Ostvar|deny||not:a joint patrol on the Kesh lake||border", published="2031-05-09"),
    ]
    (claim,) = find_claims(prepared(one_mind))
    assert len(claim.statement_ids) == 2
    assert find_changes(prepared(one_mind), [claim]) == ()


def silences_of(*analyses):
    return find_silences(prepared(analyses), find_claims(prepared(analyses)))


@pytest.mark.parametrize(
    "reply",
    [
        "Belmere|assert||its men keep to the shore",
        "Minister of Belmere|announce||an inquiry",
        "Belmere|assert||on the affair|withheld",
    ],
)
def test_what_the_other_side_says_next_may_be_its_answer(reply):
    assert silences_of(compared(f"Ostvar|accuse|Belmere|{SHOT}", *UNRELATED, reply)) == ()
    far = compared(f"Ostvar|accuse|Belmere|{SHOT}", *UNRELATED, *UNRELATED, reply)
    assert len(silences_of(far)) == (0 if "withheld" in reply else 1)
    before = compared(reply, f"Ostvar|accuse|Belmere|{SHOT}", *UNRELATED)
    assert len(silences_of(before)) == 1


def test_what_is_told_in_the_words_of_the_accuser_is_no_answer():
    told = compared(f"Ostvar|accuse|Belmere|{SHOT}", ">Belmere|assert||its men keep to the shore")
    joint = compared(f"Ostvar|accuse|Belmere|{SHOT}", "Ostvar, Belmere|announce||the fair in May")
    assert len(silences_of(told)) == len(silences_of(joint)) == 1


def test_a_like_statement_on_the_same_issue_may_answer_from_another_document():
    blame = compared(f"Ostvar|accuse|Belmere|{SHOT}||border", *UNRELATED)
    like = "the guards on the Kesh lake keep to the rules"
    assert silences_of(blame, compared(f"Belmere|assert||{like}||border")) == ()
    assert len(silences_of(blame, compared(f"Belmere|assert||{like}||trade"))) == 1


def test_a_bare_word_takes_no_stand():
    assert len(clashes_of(compared(*TOLLS, "Belmere|commit||to keep the toll open||trade"))) == 1
    assert clashes_of(compared(*TOLLS, "Belmere|commit||the mint||trade")) == ()
    bare = ("Ostvar|support||the toll||trade", "Belmere|reject||the toll||trade")
    assert clashes_of(compared(*QUARREL, *bare)) == ()


def test_what_is_hardly_a_clash_is_not_even_counted():
    documents = (
        compared(f"Ostvar|accuse|Belmere|{SHOT}||border"),
        compared("Belmere|deny|Tarn|any debt for rope||trade"),
    )
    assert find_clashes(prepared(documents), find_claims(prepared(documents))) == ((), 0)


def test_opposite_stands_come_last_however_much_is_said():
    blamed = ("the toll on salt barges", "dredging marsh fields", "the price of candles", "banning foreign songs")
    blamed += ("closing every inn", "cutting old oaks", "false weights", "sour beer")
    granted = ("a lighthouse near the reef", "cheap bread for sailors", "to keep mints open", "free barges in May")
    stands = [f"Ostvar|condemn|Belmere|{words}||trade" for words in blamed]
    stands += [f"Belmere|commit||{words}||trade" for words in granted]
    blame = (f"Ostvar|accuse|Belmere|{SHOT}||border", "Belmere|deny|Ostvar|that men on duty shot||border")
    first, last = clashes_of(compared(*stands, *UNRELATED, *blame))
    assert (first.kind, last.kind) == ("denial", "opposite_stands")
    assert first.confidence < last.confidence


def test_a_state_and_a_body_of_that_state_are_one_party():
    document = compared(*UNRELATED, f"Ostvar|accuse|Belmere|{SHOT}", "+Belmere|deny|Ostvar|it")
    (clash,) = clashes_of(document)
    first, second = (side.actor for side in clash.sides)
    ministry = replace(second, actor_id="new:ministry", name="Ministry", kind="organisation", country="OST")
    assert are_one_party(replace(first, country="OST"), ministry)
    assert not are_one_party(replace(first, country="OST"), replace(ministry, kind="armed_group"))
    assert not are_one_party(replace(first, country="OST"), replace(ministry, country="BEL"))
    assert not are_one_party(first, second)


def test_opponents_who_speak_of_nothing_in_common_do_not_stand_apart_on_an_issue():
    apart = (*TOLLS, "Belmere|commit||cheap bread at noon||trade")
    meeting = (*TOLLS, "Belmere|commit||cheap bread for barges||trade")
    assert clashes_of(compared(*apart)) == ()
    assert len(clashes_of(compared(*meeting))) == 1


def test_the_grounds_that_the_blamed_side_gives_are_in_dispute_of_their_own():
    document = compared(
        "Ostvar|condemn|Belmere|the march on the valley||war",
        "Ostvar|condemn|Belmere|shelling mills at night||war",
        "Ostvar|accuse|Belmere|burning three bridges||war",
        "Ostvar|threaten|Belmere|a winter without lamp oil||harvest",
        "Tarn|announce||the chess congress opens on Sunday",
        "Tarn|regret||the late arrival of the orchestra",
        "Tarn|announce||the fair opens in May",
        "Belmere|justify||its men hold the valley by an old treaty||league, war",
        "Belmere|justify||a growing league leaves no other way||league",
    )
    grounds = [clash for clash in clashes_of(document) if clash.issue == "league"]
    assert [named(clash) for clash in grounds] == [("opposite_stands", "Ostvar", "Belmere")]
    assert len(grounds[0].sides[1].statement_ids) == 2


def test_what_the_other_side_tells_of_somebody_does_not_show_their_stand():
    told = compared(*UNRELATED, f"Ostvar|accuse|Belmere|{SHOT}", ">Belmere|deny|Ostvar|it")
    assert clashes_of(told) == ()
    blame = compared(*UNRELATED, f"Belmere|deny|Ostvar|that {SHOT}", f">Ostvar|accuse|Belmere|{SHOT}")
    own = compared(*UNRELATED, "Belmere|deny|Ostvar|that its guards shot a fisherman on the Kesh lake")
    assert [named(clash) for clash in clashes_of(blame, own)] == [("denial", "Ostvar", "Belmere")]
