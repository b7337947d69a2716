"""What a statement does: act, event, certainty, issues, norms, and the author's own voice."""
