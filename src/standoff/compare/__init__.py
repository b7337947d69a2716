"""Across documents: copies, stories, meetings, claims, clashes, networks; pure functions of what was found in each."""

from standoff.compare.comparison import compare

__all__ = ["compare"]
