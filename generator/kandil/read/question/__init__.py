"""A question and its answers, whatever its type."""
