"""Records out: statements joined to what is known of them, written as JSON lines, CSV or Parquet."""

from standoff.export.files import FORMATS, json_text, jsonl_lines, write_records, write_text
from standoff.export.records import COLUMNS, Record, record_from_statement

__all__ = [
    "COLUMNS",
    "FORMATS",
    "Record",
    "json_text",
    "jsonl_lines",
    "record_from_statement",
    "write_records",
    "write_text",
]
