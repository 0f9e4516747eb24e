"""A reviewer's sheet: written for a lesson or its translation, and read back when it is signed."""
