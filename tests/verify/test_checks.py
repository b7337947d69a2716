"""Verdicts: what is verbatim and what is not, what is named, and what a record cannot settle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.values import UNNAMED, Actor
from standoff.verify import RecordIndex
from verify.records import BRIEFING, LUND, WEISS, article_of, check, check_article, person, record_of

WORDS = [w.strip("().,–:") for w in BRIEFING.partition("WEISS: ")[2].replace("(Applause.)", "").split() if w != "–"]


@pytest.mark.parametrize(
    "words",
    [
        "We will not accept the closing of the Kestrel Strait.",
        "we will not accept the closing of the Kestrel Strait,",
        "The talks — which were hard - have brought both sides\ncloser",
        "we may send ships in March. The talks – which were hard",  # the applause is nobody's word
        "observers who arrived from Senta last week",
        "hard",
    ],
)
def test_verbatim(words):
    found = check(words)
    assert (found.verdict, found.differences) == ("verbatim", ())
    assert found.score == 1.0


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("We will accept the closing of the Kestrel Strait.", {"negation"}),
        ("We do seek a quarrel with anybody.", {"negation"}),
        ("Ostvar has asked Brenholt for 3,000 tonnes of grain", {"number"}),
        ("Ostvar has asked Senta for 2,000 tonnes of grain", {"name"}),
        ("we will send ships in March", {"modal"}),
        ("and we must send ships in March", {"modal"}),
        ("We welcomed the observers who arrived from Senta last week", {"tense"}),
        ("closer to an honest and lasting settlement", {"word"}),
        ("closer to a honest and lasting settlement, if the other side", {"word_order"}),
        ("a lasting and honest settlement … than ever before in our history", {"left_out"}),
        ("a lasting and honest settlement than ever before in our history", {"left_out"}),
        ("We welcome the brave observers who arrived from Senta last week", {"added"}),
        ("We welcome the [foreign] observers who arrived from Senta last week", {"bracketed", "added"}),
        ("we want the observers to stay until the harvest is over", {"word"}),
        ("The talks, which were hard, have brought both sides closer", {"punctuation"}),
        ("We welcome the Observers who arrived from Senta", {"capitals"}),
    ],
)
def test_altered_and_named(words, kinds):
    found = check(words)
    assert found.verdict == "altered"
    assert kinds <= {d.kind for d in found.differences}


def test_the_difference_has_the_words_of_both():
    found = check("Ostvar has asked Brenholt for 3,000 tonnes of grain")
    assert [(d.kind, d.said, d.recorded) for d in found.differences] == [("number", "3,000", "2,000")]
    assert found.places[0].span.of(record_of().document.text).startswith("Ostvar has asked")


def test_dropped_negation_is_none_of_order():
    text = "FOREIGN MINISTER WEISS: I did not speak to the Prime Minister about that. I did write to him."
    words = "I did speak to the Prime Minister about that"
    found = check_article(article_of(f"“{words}”", [words], person("Weiss")), record_of(text))
    assert "negation" in {d.kind for d in found.differences}


def test_ellipsis_is_told_from_silence():
    shown = check("a lasting and honest settlement … than ever before in our history").differences
    hidden = check("a lasting and honest settlement than ever before in our history").differences
    assert [(d.kind, d.is_marked, d.recorded) for d in shown if d.kind == "left_out"] == [
        ("left_out", True, "if the other side keeps its word")
    ]
    assert [d.is_marked for d in hidden if d.kind == "left_out"] == [False]


def test_spliced():
    words = "We welcome the observers who arrived from Senta last week and returns on Friday"
    text = (
        BRIEFING
        + "\n\nMR LUND: We go on.\n\nFOREIGN MINISTER WEISS: The fleet sails at dawn and returns on Friday evening.\n"
    )
    words = "We welcome the observers who arrived sails at dawn and returns on Friday evening"
    found = check_article(article_of(f"“{words}”", [words]), record_of(text))
    assert found.verdict == "spliced"
    assert len({place.turn for place in found.places}) == 2


def test_interrupted_quotation_is_one():
    text = "“We do not seek,” she said, “a quarrel with anybody.”"
    found = check_article(article_of(text, ["We do not seek,", "a quarrel with anybody."]))
    assert found.verdict == "verbatim"


def test_two_sentences_quoted_apart_are_two():
    text = (
        "“We do not seek a quarrel with anybody.” She went on: “We will not accept the closing of the Kestrel Strait.”"
    )
    parts = ["We do not seek a quarrel with anybody.", "We will not accept the closing of the Kestrel Strait."]
    assert check_article(article_of(text, parts)).verdict == "verbatim"


def test_mixed_statement_is_as_good_as_its_worst_quotation():
    text = "Weiss called for a “lasting and honest settlement” and said she did “never seek a quarrel”."
    content = text[len("Weiss called for ") : -1]
    found = check_article(article_of(text, [content], quote="mixed"))
    assert found.verdict != "verbatim"


@pytest.mark.parametrize(
    "words",
    [
        "The delegation leaves for Brenholt on Tuesday with 14 experts",
        "Are you not afraid that the whole treaty will simply fall apart before the winter",
    ],
)
def test_misattributed(words):
    found = check(words)
    assert found.verdict == "misattributed"
    assert found.reason.endswith(("Tor Lund", "somebody who asks"))


def test_words_that_the_record_gives_to_the_actor_are_not_another_s():
    text = (
        "MR LUND: Let me repeat what Minister Weiss said: “No ship of ours will ever carry coal to the enemy again.” "
        "That stands.\n\nFOREIGN MINISTER WEISS: Thank you all for coming to this room.\n\nAna Weiss thanks."
    )
    words = "No ship of ours will ever carry coal to the enemy again"
    found = check_article(article_of(f"“{words}”", [words]), record_of(text))
    assert found.verdict == "out_of_scope"


def test_short_words_of_another_prove_nothing():
    assert check("on Friday").verdict == "not_found"


def test_paraphrase_has_its_sentences():
    words = "the observers from Senta should stay until the end of the harvest"
    analysis = article_of(f"Weiss said {words}.", [words], quote="indirect", basis="reported")
    found = check_article(analysis)
    assert found.verdict == "paraphrased"
    assert "harvest" in found.places[0].span.of(record_of().document.text)
    assert 0.5 < found.score < 1


def test_paraphrase_with_another_number_is_altered():
    words = "Ostvar asked Brenholt for 9,000 tonnes of grain"  # the record has another figure, 2,000
    found = check_article(article_of(f"Weiss said {words}.", [words], quote="indirect", basis="reported"))
    assert found.verdict == "altered"
    assert {d.kind for d in found.differences} == {"number"}


def test_number_in_words_is_not_held_against_figures():
    text = "FOREIGN MINISTER WEISS: We send three and a half million doses of vaccine to Senta this year."
    words = "Ostvar sends 3.5 million doses of vaccine to Senta"
    actor = person("Weiss")
    found = check_article(article_of(f"Weiss said {words}.", [words], actor, quote="indirect"), record_of(text))
    assert (found.verdict, found.differences) == ("paraphrased", ())


def test_unquoted_words_of_the_record_are_verbatim():
    words = "we do not seek a quarrel with anybody"
    found = check_article(article_of(f"Weiss said {words}.", [words], quote="indirect", basis="reported"))
    assert found.verdict == "verbatim"


@pytest.mark.parametrize(
    ("actor", "published", "basis", "reason"),
    [
        (None, "2024-05-03", "quoted", "not settled"),
        (UNNAMED, "2024-05-03", "quoted", "not settled"),
        (person("Olav Brandt"), "2024-05-03", "quoted", "does not speak"),
        (WEISS, "2024-07-01", "quoted", "other days"),
        (WEISS, "2024-05-03", "predicted", "predicted"),
    ],
)
def test_what_a_record_cannot_settle(actor, published, basis, reason):
    found = check("Every bridge over the Morava has been rebuilt by engineers", actor, published=published, basis=basis)
    assert found.verdict == "out_of_scope"
    assert reason in found.reason


def test_not_found_where_the_actor_speaks_that_day():
    assert check("Every bridge over the Morava has been rebuilt by engineers").verdict == "not_found"


def test_verbatim_on_another_day_is_verbatim_and_says_so():
    found = check("We will not accept the closing of the Kestrel Strait", published="2025-01-01")
    assert (found.verdict, found.is_same_occasion) == ("verbatim", False)


def test_a_state_speaks_through_its_minister():
    record = record_of("SECRETARY BLINKEN: The bridge will be open again in June.", "2022-05-02")
    words = "The bridge will be open again in June"
    state = Actor(actor_id="gov:USA", name="United States", kind="government", country="USA")
    found = check_article(article_of(f"“{words}”", [words], state, published="2022-05-02"), record)
    assert found.verdict == "verbatim"


def test_no_record_settles_nothing():
    assert check_article(
        article_of("“We go home.”", ["We go home."]), record_of("No one speaks here at all.")
    ).verdict == ("out_of_scope")


@given(st.integers(0, len(WORDS) - 9), st.integers(0, 7), st.sampled_from(["zebra", "not", "7", "Brenholt", "might"]))
def test_a_quotation_with_another_word_is_never_verbatim(start, at, other):
    words = WORDS[start : start + 8]
    if words[at].lower() == other.lower():
        return
    words[at] = other
    assert check(" ".join(words)).verdict != "verbatim"


def test_index_knows_its_words():
    index = RecordIndex([record_of()])
    assert index.is_name("brenholt")
    assert not index.is_name("grain")
    assert len(index.turns) == 3


def test_same_input_same_checks():
    analysis = article_of("“We do seek a quarrel with anybody.”", ["We do seek a quarrel with anybody."])
    assert check_article(analysis) == check_article(analysis)
    assert check_article(replace(analysis, document=replace(analysis.document, published=None))).verdict == "altered"


def test_lund_is_found_too():
    assert check("leaves for Brenholt on Tuesday", LUND).verdict == "verbatim"
