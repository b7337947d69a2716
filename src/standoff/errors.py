"""Every error that Standoff raises on purpose.

StandoffError
├── InputError        one input could not be read; the others are done (exit code 1)
├── UsageError        the request itself cannot be carried out (exit code 2)
│   ├── FormatError       an unknown output or annotation format
│   └── MissingExtra      an optional library is not installed; the message holds the pip line
├── GoldError         an annotation file is not valid; names file, line and key
└── ModelError        the shipped weights are absent or not the ones that this version expects

A message names the thing, the value got, what is allowed, and the next step.
"""

from __future__ import annotations


class StandoffError(Exception):
    """The root: catch this to catch everything that Standoff raises on purpose."""


class InputError(StandoffError):
    """One input could not be read.

    `path` is the input as the user named it, `reason` a stable short code
    (`empty`, `binary`, `undecodable`, `too_large`, `not_english`, ...), `detail` the sentence for people.
    """

    def __init__(self, path: str, reason: str, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.reason = reason
        self.detail = detail


class UsageError(StandoffError):
    """The request itself cannot be carried out; nothing was done."""


class FormatError(UsageError):
    """An unknown output or annotation format."""


class MissingExtra(UsageError):  # noqa: N818 - the house names errors by what is wrong
    """An optional library is not installed; the message holds the pip line that adds it."""


class GoldError(StandoffError):
    """An annotation file is not valid; the message names file, line and key."""


class ModelError(StandoffError):
    """The shipped weights are absent, or are not the ones that this version expects."""
