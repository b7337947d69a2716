"""Who is who: every source and target of a statement resolved to an actor, or left open."""

from standoff.resolve.names import mentions_in_text
from standoff.resolve.resolution import Resolved, candidates_of_statements, resolve_statements
from standoff.resolve.turns import resolve_turns

__all__ = ["Resolved", "candidates_of_statements", "mentions_in_text", "resolve_statements", "resolve_turns"]
