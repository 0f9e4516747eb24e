"""Who has reviewed what, and whether it is still what she has read."""
