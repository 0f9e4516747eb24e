"""The shapes of Markdown as lines: what the writer of a model and `kandil format` both put down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Lines = list[str]
_SIDES = {"start": (":", ""), "center": (":", ":"), "end": ("", ":")}
_OPENS = re.compile(
    r"#{1,6}(?:[ \t]|$)|>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|`{3}|~|:[ \t]|\[\^[^\]\s]+\]:"
    r"|<(?:[!?/a-zA-Z])(?![^<>\s]*[:@])|([-_*])[ \t]*(?:\1[ \t]*){2,}$|\|"
)
"""What may begin a block in the middle of a paragraph."""
_DEEP = "    "
"""Behind four spaces a line goes on with the paragraph above it, whatever it begins with."""


def apart(parts: Iterable[Lines]) -> Lines:
    """Blocks with an empty line between them."""
    lines: Lines = []
    for part in parts:
        lines += ["", *part] if lines and part else part
    return lines


def goes_on(line: str) -> str:
    """A further line of a paragraph, which begins no block of its own."""
    return _DEEP + line if _OPENS.match(line) else line


def words(source: str) -> Lines:
    """A unit of text; only a forced break begins a line."""
    first, *more = source.split("\n")
    return [first, *map(goes_on, more)]


def heading(level: int, source: str) -> Lines:
    """`## Words`."""
    return [f"{'#' * level} {source}".rstrip()]


def comment(body: str) -> Lines:
    """`<!-- words -->`, in one line."""
    return [f"<!-- {body} -->"]


def quoted(lines: Lines) -> Lines:
    """Each line behind `>`."""
    return [f"> {line}" if line else ">" for line in lines] or [">"]


def hung(mark: str, lines: Lines, width: int = 0) -> Lines:
    """The first line behind a mark, the others as deep as it is wide."""
    first, *rest = lines or [""]
    if first == "---":
        first = "___"  # `- ---` would be a break itself, and no item
    space = " " * (width or len(mark) + 1)
    return [f"{mark} {first}".rstrip(), *(f"{space}{line}" if line else "" for line in rest)]


def table(rows: Iterable[Iterable[str]], align: Iterable[str]) -> Lines:
    """Cells between bars, the rule as wide as the head. Cells are not padded: one that is long
    would widen every row."""
    head, *body = [[one.replace("|", "\\|") for one in row] for row in rows]
    rule = "|".join(_rule(cell, side) for cell, side in zip(head, align, strict=False))
    return [_row(head), f"|{rule}|", *map(_row, body)]


def _row(cells: Iterable[str]) -> str:
    return f"|{'|'.join(f' {one} ' if one else ' ' for one in cells)}|"


def _rule(cell: str, side: str) -> str:
    before, behind = _SIDES.get(side, ("", ""))
    return before + "-" * max(3, len(cell) + 2 - len(before + behind)) + behind


def fenced(content: str, info: str, marks: str = "") -> Lines:
    """Code between marks that do not stand in it."""
    marks = marks or _marks(content, "~" if "`" in info else "`")
    return [f"{marks}{info}", *(content.split("\n") if content else ()), marks]


def _marks(content: str, sign: str) -> str:
    longest = max(map(len, re.findall(f"{sign}+", content)), default=0)
    return sign * max(3, longest + 1)


def numbers(start: int, count: int, sign: str = ".") -> Iterator[str]:
    """The marks of a numbered list."""
    return (f"{number}{sign}" for number in range(start, start + count))
