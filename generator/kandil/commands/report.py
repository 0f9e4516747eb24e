"""Problems as text with the source line and a caret, as JSON, or as annotations of a CI."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kandil.problems import Problem
from kandil.read.source.door import read_file

UNREADABLE = "V007"
"""Said of a whole package: the bytes of a damaged zip are no line to show."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@cache
def _lines(file: str) -> tuple[str, ...]:
    """None of a link: what it leads to may be nobody's to show."""
    try:
        content = b"" if Path(file).is_symlink() else read_file(Path(file))
        text = content.decode("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def as_text(problem: Problem) -> str:
    """`file:line:col: CODE message`, the source line, a caret, a hint."""
    place = problem.place
    parts = [f"{place.file}:{place.line}:{place.column}: {problem.code} {problem.message}"]
    lines = () if problem.code == UNREADABLE else _lines(place.file)
    if 0 < place.line <= len(lines) and lines[place.line - 1].strip():
        line = lines[place.line - 1]
        cut = max(place.column - 60, 0)
        parts.append("    " + line[cut : cut + 100].rstrip())
        parts.append("    " + " " * (place.column - 1 - cut) + "^")
    if problem.hint:
        parts.append(f"    hint: {problem.hint}")
    return "\n".join(_CONTROL.sub(" ", part) for part in parts)


def as_dict(problem: Problem) -> dict[str, str | int]:
    """The same fields for `--format json`."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def as_annotation(problem: Problem) -> str:
    """A workflow command that GitHub shows at the line."""
    kind = problem.severity
    place = problem.place
    words = f"{problem.code} {problem.message}. {problem.hint}"
    words = _CONTROL.sub(" ", words).replace("%", "%25")
    return f"::{kind} file={place.file},line={place.line},col={place.column}::{words}"


def report(problems: Iterable[Problem], form: str) -> str:
    """All of them, in order of file and line, each once; files are read as they are now."""
    _lines.cache_clear()
    ordered = sorted(set(problems), key=lambda one: (one.place, one.code, one.message))
    if form == "json":
        return json.dumps([as_dict(problem) for problem in ordered], ensure_ascii=False, indent=1)
    write = as_annotation if form == "github" else as_text
    return "\n".join(write(problem) for problem in ordered)
