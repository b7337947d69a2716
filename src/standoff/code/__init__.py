"""What a statement does: act, event, certainty, issues, norms, and the author's own voice."""

from standoff.code.coding import Categories, Coded, code_statements
from standoff.code.issues import find_issues
from standoff.code.likeness import Prototypes, made_prototypes, shipped_prototypes
from standoff.code.related import code_relation

__all__ = [
    "Categories",
    "Coded",
    "Prototypes",
    "code_relation",
    "code_statements",
    "find_issues",
    "made_prototypes",
    "shipped_prototypes",
]
