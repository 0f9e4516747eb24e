"""Templates of plain words: Markdown, and the configuration of servers."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kandil.paths import themes


def plain_templates(theme: str) -> Environment:
    """Those of `portal` or `servers`. Nothing is escaped; a name that a template misspells is an
    error, never an empty space."""
    return Environment(
        loader=FileSystemLoader(themes() / theme),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
