"""Tools that look at what was built; they know no format."""
