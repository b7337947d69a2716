"""Accuracy on annotated corpora, with intervals, and the floors it must hold; checking annotation files."""

from standoff.evaluate.check import Problem, check_gold
from standoff.evaluate.entities import FindNames, evaluate_entities
from standoff.evaluate.factuality import Weigh, evaluate_factuality, factuality_at
from standoff.evaluate.figures import Figure, Report, report_json, report_lines
from standoff.evaluate.floors import (
    BrokenFloor,
    Floor,
    floors_broken,
    floors_path,
    raise_floors,
    read_floors,
    write_floors,
)
from standoff.evaluate.gap import Compare, evaluate_gap
from standoff.evaluate.gold import GoldDocument, GoldStatement, read_gold
from standoff.evaluate.gold_analysis import analysis_from_gold
from standoff.evaluate.pairs import evaluate_pairs
from standoff.evaluate.relations import CodeLines, evaluate_relations
from standoff.evaluate.scores import Predict, evaluate_gold, evaluate_polnear
from standoff.evaluate.story import CompareAll, Mark, evaluate_story

__all__ = [
    "BrokenFloor",
    "CodeLines",
    "Compare",
    "CompareAll",
    "Figure",
    "FindNames",
    "Floor",
    "GoldDocument",
    "GoldStatement",
    "Mark",
    "Predict",
    "Problem",
    "Report",
    "Weigh",
    "analysis_from_gold",
    "check_gold",
    "evaluate_entities",
    "evaluate_factuality",
    "evaluate_gap",
    "evaluate_gold",
    "evaluate_pairs",
    "evaluate_polnear",
    "evaluate_relations",
    "evaluate_story",
    "factuality_at",
    "floors_broken",
    "floors_path",
    "raise_floors",
    "read_floors",
    "read_gold",
    "report_json",
    "report_lines",
    "write_floors",
]
