"""A `Course` in, an `Edition` of it in one locale out; PO files in between."""
