"""The course as values: what every later step reads, and none of them changes."""
