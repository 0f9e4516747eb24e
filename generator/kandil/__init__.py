"""Kandil turns Markdown course modules into localized, low-bandwidth, offline course packages."""

__version__ = "0.1.0"
