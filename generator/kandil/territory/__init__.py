"""Territories: their help contacts with gates, and the blocks that only some editions hold."""
