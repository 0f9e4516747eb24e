"""Plain words and short sentences."""
