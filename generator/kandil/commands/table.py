"""Rows as a person reads them, on a screen and in a file alike."""

from __future__ import annotations

from collections.abc import Sequence


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], words: int) -> str:
    """The first `words` columns begin together, the others are numbers and end together."""
    lines = [heads, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]

    def cell(column: int, content: str) -> str:
        width = widths[column]
        return content.ljust(width) if column < words else content.rjust(width)

    return "\n".join("  ".join(cell(n, one) for n, one in enumerate(line)) for line in lines)
