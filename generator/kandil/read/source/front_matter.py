"""The front matter of a lesson: where it ends, and what it says."""

from __future__ import annotations

import re

from kandil.problems import Place, Problem
from kandil.read.source.source import Source

_HEADING = re.compile(r"^#{2,6}\s")


def split_front(name: str, text: str) -> tuple[Source | None, Source, list[Problem]]:
    """Front matter (None where there is none) and body, each with its place in the file."""
    lines = tuple(text.split("\n"))
    if lines[0].rstrip() != "---":
        message = "A lesson begins with its front matter between two lines '---'"
        hint = "Begin the file with four lines: '---', 'id: …', 'title: …' and '---'."
        return None, Source(name, lines), [Problem("C008", Place(name), message, hint)]
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            front = Source(name, lines[1:number], 1)
            return front, Source(name, lines[number + 1 :], number + 1), []
        if _HEADING.match(line):
            break
    else:
        number = len(lines)
    message = "The front matter is not closed"
    problem = Problem("C008", Place(name), message, "Write a line '---' below its last key.")
    return None, Source(name, lines[number:], number), [problem]
