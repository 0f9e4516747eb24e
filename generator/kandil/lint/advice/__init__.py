"""Advice, and the days until which it is good."""
