"""What a caller may set about reading, and what stands in for an input that gave no document."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.errors import InputError, UsageError
from standoff.read.decoding import is_text_encoding

MAX_BYTES = 20_000_000
"""The largest single document: forty times the longest book-length report in reach; more is a dump, not an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read: `encoding` overrides what the bytes say, `max_bytes` bounds one document (a row, for tables).

    Raises: UsageError when Python knows no text encoding of that name.
    """

    encoding: str | None = None
    max_bytes: int = MAX_BYTES

    def __post_init__(self) -> None:
        if self.encoding is not None and not is_text_encoding(self.encoding):
            raise UsageError(
                f"--encoding {self.encoding!r}: not a text encoding that Python knows; "
                "use a name such as utf-8, utf-16, cp1251 or latin-1"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that gave no document: where it was, a stable short `reason`, and the sentence for people."""

    path: str
    reason: str
    detail: str

    @classmethod
    def from_error(cls, error: InputError) -> Skipped:
        """The same facts as a value, for a batch that goes on."""
        return cls(path=error.path, reason=error.reason, detail=error.detail)
