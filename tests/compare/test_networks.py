"""Networks: who is tied to whom and to what, the blocs in them, and a drawing that is always the same."""

from __future__ import annotations

import numpy as np
import pytest
from compared import compared, prepared, side
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.compare.blocs import find_blocs
from standoff.compare.drawing import lay_out
from standoff.compare.networks import N_SIDES, find_networks
from standoff.values.comparison import Claim, Clash, Side

LINES = (
    "Ostvar|accuse|Belmere|the guards shot a fisherman||border",
    "Tavenna|accuse|Belmere|a fisherman was shot by the guards||border",
    "Belmere|deny|Ostvar|not:the guards shot anybody||border",
    "Belmere|accuse|Ostvar|its boats cut the nets||fishing",
    "Ostvar|support||reopening the locks||locks",
)


def claim(analysis, *places):
    ids = tuple(analysis.statements[i].statement_id for i in places)
    return Claim(
        claim_id=f"claim {places}", title=ids[0], statement_ids=ids, actors=(), issues=(), n_origins=1, score=1
    )


def clash(analysis, first, second):
    sides = tuple(Side(actor=side(name), statement_ids=(analysis.statements[i].statement_id,)) for name, i in
                  (first, second))  # fmt: skip
    return Clash(kind="denial", issue=None, sides=sides, confidence=0.9)


@pytest.fixture(scope="module")
def found():
    analysis = compared(*LINES)
    clashes = [clash(analysis, ("Ostvar", 0), ("Belmere", 2)), clash(analysis, ("Tavenna", 1), ("Belmere", 2))]
    networks = find_networks(prepared([analysis]), [claim(analysis, 0, 1)], clashes)
    return {network.name: network for network in networks}


def ties(network):
    labels = {node.node_id: node.label for node in network.nodes}
    return {(labels[e.source], labels[e.target]): e.weight for e in network.edges}


def test_sides_and_issues_with_the_number_of_statements(found):
    assert ties(found["actor_issue"]) == {
        ("Belmere", "border"): 1, ("Belmere", "fishing"): 1, ("Ostvar", "border"): 1, ("Ostvar", "locks"): 1,
        ("Tavenna", "border"): 1,
    }  # fmt: skip


def test_a_claim_is_labelled_by_the_words_that_name_it(found):
    assert ties(found["actor_claim"]) == {
        ("Ostvar", "the guards shot a fisherman"): 1,
        ("Tavenna", "the guards shot a fisherman"): 1,
    }


def test_congruence_and_conflict_by_mean_activity(found):
    # Ostvar and Tavenna have a stand on two concepts each and share one; Belmere is against each of them on one.
    assert ties(found["congruence"]) == {("Ostvar", "Tavenna"): 0.5}
    assert ties(found["conflict"]) == {("Belmere", "Ostvar"): 0.5, ("Belmere", "Tavenna"): 0.5}


def test_acts_are_directed(found):
    done = {(e.source, e.act, e.target): e.weight for e in found["actor_actor"].edges}
    assert done == {
        ("new:belmere", "accuse", "new:ostvar"): 1,
        ("new:belmere", "deny", "new:ostvar"): 1,
        ("new:ostvar", "accuse", "new:belmere"): 1,
        ("new:tavenna", "accuse", "new:belmere"): 1,
    }


def test_those_who_agree_are_one_bloc(found):
    blocs = {node.label: node.bloc for node in found["conflict"].nodes}
    assert blocs == {"Ostvar": 0, "Tavenna": 0, "Belmere": 1}


def test_every_edge_names_its_statements(found):
    assert all(edge.statement_ids for network in found.values() for edge in network.edges)


def test_what_was_not_said_ties_nobody():
    analysis = compared("Ostvar|accuse|Belmere|the guards shot a fisherman|withheld|border")
    assert find_networks(prepared([analysis]), [], []) == ()


def test_no_more_sides_than_a_page_holds():
    lines = [f"Side{i}|accuse|Side{i + 1}|that its boats cut net number {i}||fishing" for i in range(3 * N_SIDES)]
    networks = find_networks(prepared([compared(*lines)]), [], [])
    assert max(sum(node.kind == "actor" for node in network.nodes) for network in networks) <= N_SIDES


def test_without_ties_there_are_no_blocs():
    assert find_blocs(np.zeros((3, 3)), np.zeros((3, 3))) == (None, None, None)


def test_two_camps():
    together = np.kron(np.eye(2), np.ones((3, 3))) - np.eye(6)
    assert find_blocs(together, 1 - np.kron(np.eye(2), np.ones((3, 3)))) == (0, 0, 0, 1, 1, 1)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 25), st.integers(0, 1000))
def test_a_drawing_fits_the_page_and_is_always_the_same(n, seed):
    weights = np.random.default_rng(seed).random((n, n)).round(1)
    weights = np.triu(weights, 1) + np.triu(weights, 1).T
    places = lay_out(weights)
    assert places.shape == (n, 2)
    assert ((places >= 0) & (places <= 1)).all()
    assert np.array_equal(places, lay_out(weights))
    assert len({tuple(place) for place in places.tolist()}) == n


def test_what_is_tied_lies_nearer():
    weights = np.zeros((6, 6))
    for a, b in ((0, 3), (1, 4), (2, 5)):
        weights[a, b] = weights[b, a] = 1
    places = lay_out(weights)
    assert np.linalg.norm(places[0] - places[3]) < np.linalg.norm(places[0] - places[1])
