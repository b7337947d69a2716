"""Statements against records: alignment, differences, verdicts. Pure functions over frozen values."""

from standoff.verify.checks import check_statements
from standoff.verify.index import RecordIndex
from standoff.verify.left_out import left_out
from standoff.verify.on_record import statements_on_record

__all__ = ["RecordIndex", "check_statements", "left_out", "statements_on_record"]
