"""The front door that a ministry puts before the packages: plain Markdown, for MkDocs."""
