"""From a reading to statements: who says what, in which words, and how the text says it knows."""

from standoff.extract.disclaimers import find_disclaimers
from standoff.extract.statements import statements_from_reading

__all__ = ["find_disclaimers", "statements_from_reading"]
