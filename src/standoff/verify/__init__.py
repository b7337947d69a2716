"""Statements against records: alignment, differences, verdicts. Pure functions over frozen values."""

from standoff.verify.checks import check_statements
from standoff.verify.index import RecordIndex
from standoff.verify.left_out import left_out

__all__ = ["RecordIndex", "check_statements", "left_out"]
