"""Records out: statements joined to what is known of them, written as JSON lines, CSV or Parquet."""

from standoff.export.files import FORMATS, json_text, jsonl_lines, write_records, write_text
from standoff.export.records import COLUMNS, Record, record_from_statement
from standoff.export.table import check_table_path, write_table

__all__ = [
    "COLUMNS",
    "FORMATS",
    "Record",
    "check_table_path",
    "json_text",
    "jsonl_lines",
    "record_from_statement",
    "write_records",
    "write_table",
    "write_text",
]
