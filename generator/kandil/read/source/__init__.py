"""Files and their lines: what comes in by the door, before any of it is Markdown."""
