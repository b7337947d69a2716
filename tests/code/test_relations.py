"""Relations from tab-separated lines: marks, names, and rows that are wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.code.relations import Fault, relations_from_lines, unmarked
from standoff.errors import UsageError
from standoff.values.relation import Relation

HEADER = "id\tsentence\tsource\ttarget"


def read(*rows, header=HEADER):
    return list(relations_from_lines([header + "\n", *(row + "\n" for row in rows)]))


def words(relation):
    assert isinstance(relation, Relation)
    return relation.source.of(relation.text), relation.target.of(relation.text)


def test_marked_words_are_found_and_the_marks_go():
    (relation,) = read("7\t<s>The Osk envoy</s> met <t>Tarn</t>'s men in Tarn.\tignored\tTarn")
    assert relation.row_id == "7"
    assert relation.text == "The Osk envoy met Tarn's men in Tarn."
    assert words(relation) == ("The Osk envoy", "Tarn")
    assert relation.target.start == 18


def test_what_is_not_marked_is_looked_up_as_whole_words_first():
    (relation,) = read("7\tOskian guards said that Osk had warned Tarn.\tOsk\tTarn")
    assert words(relation) == ("Osk", "Tarn")
    assert relation.source.start == 24
    (inside,) = read("7\tOskian guards shot at Tarners.\tOsk\tTarn")
    assert words(inside) == ("Osk", "Tarn")


def test_one_may_be_marked_and_the_other_named():
    (relation,) = read("7\tOsk met <t>Osk's own army</t>.\tOsk\t")
    assert words(relation) == ("Osk", "Osk's own army")


def test_marks_may_nest_and_of_two_the_first_counts():
    (nested,) = read("7\t<s>the <t>Osk</t> army</s> shot.\t\t")
    assert words(nested) == ("the Osk army", "Osk")
    (twice,) = read("7\t<s>Osk</s> told <t>Tarn</t> and <t>Vel</t>.\t\t")
    assert words(twice) == ("Osk", "Tarn")
    assert twice.text == "Osk told Tarn and Vel."


def test_quotation_marks_are_only_that():
    first, second = read('1\t"Osk said: "No" to Tarn.\tOsk\tTarn', '2\tOsk left Tarn".\tOsk\tTarn')
    assert first.text == '"Osk said: "No" to Tarn.'
    assert second.text == 'Osk left Tarn".'


def test_columns_of_the_benchmark_and_others_are_taken():
    header = "\tsentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_root"
    row = "0\t4\tOsk met Tarn.\t<s>Osk</s> met <t>Tarn</t>.\tOsk\tTarn\tCONSULT\r"
    (relation,) = read(row, header="\ufeff" + header)
    assert relation.row_id == "4"
    assert words(relation) == ("Osk", "Tarn")


def test_line_separators_inside_a_cell_and_empty_lines_do_no_harm():
    rows = read("", "1\tOsk\u2028met\x0bTarn.\tOsk\tTarn", "   ", "2\tOsk met Tarn.\tOsk\tTarn")
    assert [row.row_id for row in rows] == ["1", "2"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("7\tOsk met Tarn.\tVel\tTarn", "source 'Vel' is not in the sentence"),
        ("7\tOsk met Tarn.\tOsk\t", "target '' is not in the sentence"),
        ("7\tOsk met </t>Tarn<t>.\tOsk\t", "target '' is not in the sentence"),
        ("7\tOsk met <t></t>.\tOsk\tVel", "target 'Vel'"),
        ("7\tOsk met Tarn.\tOsk", "3 cells; the header has 4"),
        ("7\tOsk met Tarn.\tOsk\tTarn\tVel", "5 cells; the header has 4"),
        ("7\t\tOsk\tTarn", "source 'Osk'"),
    ],
)
def test_a_row_that_is_wrong_keeps_its_place(row, reason):
    before, fault, after = read("1\tOsk met Tarn.\tOsk\tTarn", row, "2\tOsk met Tarn.\tOsk\tTarn")
    assert isinstance(fault, Fault)
    assert (fault.row_id, fault.line) == ("7", 3)
    assert reason in fault.reason
    assert [before.row_id, after.row_id] == ["1", "2"]


@pytest.mark.parametrize("header", ["", "id,sentence,source", "id\tsentence\tsource", "sentence\tsource\ttarget"])
def test_a_header_without_the_columns_is_refused_before_any_row(header):
    with pytest.raises(UsageError, match=r"line 1, (id|sentence|target): missing column"):
        relations_from_lines([header + "\n"])


def test_nothing_at_all_is_refused():
    with pytest.raises(UsageError, match="the header has nothing"):
        relations_from_lines([])


plain = st.text(st.characters(exclude_characters="<>\t\r\n", exclude_categories=["Cs"]), max_size=12)


@given(plain, plain.filter(bool), plain, plain.filter(bool), plain)
def test_spans_hold_what_was_marked(before, source, between, target, after):
    found = unmarked(f"{before}<s>{source}</s>{between}<t>{target}</t>{after}")
    assert found.text == before + source + between + target + after
    assert found.spans["source"].of(found.text) == source
    assert found.spans["target"].of(found.text) == target


@given(st.lists(st.sampled_from(["<s>", "</s>", "<t>", "</t>", "a", " "]), max_size=12))
def test_any_order_of_marks_gives_spans_inside_the_text(pieces):
    found = unmarked("".join(pieces))
    assert "<" not in found.text
    assert all(0 <= span.start < span.end <= len(found.text) for span in found.spans.values())
