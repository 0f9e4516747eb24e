"""The markup of content, of no format."""
