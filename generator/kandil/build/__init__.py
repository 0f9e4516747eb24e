"""The steps in order, and what stops them."""
