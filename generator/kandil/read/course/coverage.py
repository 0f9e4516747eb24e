"""Which lesson teaches what was asked for: a table in Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kandil.model.blocks import Heading, Quiz
from kandil.model.course import Course, Module
from kandil.model.interactions import Branching
from kandil.model.structure import every
from kandil.read.course.requirements import Requirement, Requirements


class Teaching(NamedTuple):
    """A part of a lesson that teaches a row."""

    module: Module
    title: str


def coverage_page(asked: Requirements, courses: Sequence[Course]) -> str:
    """A table a group: row, what is asked, what teaches or does it, or `open`."""
    sections = _sections(courses)
    open_rows = [row for row, one in asked.rows.items() if not (sections[row] or one.feature)]
    lines = [
        "# Coverage",
        "",
        f"What is asked for: {asked.title}.",
        "Made from the lessons by `kandil coverage`; what is asked stands in",
        "`locales/requirements.yml`, and a lesson names its rows with `covers:`.",
        "",
        f"{len(asked.rows)} rows, {len(asked.rows) - len(open_rows)} with a lesson or a part of"
        f" the program, {len(open_rows)} open.",
    ]
    for letter, title in asked.groups.items():
        rows = {row: one for row, one in asked.rows.items() if row.startswith(letter)}
        lines += ["", f"## {letter}. {title}", "", *_table(rows, sections)]
    return "\n".join(lines) + "\n"


def _table(
    rows: Mapping[str, Requirement], sections: Mapping[str, Sequence[Teaching]]
) -> Iterator[str]:
    yield "| Row | Asked for | Taught in | Done by |"
    yield "|---|---|---|---|"
    for row, one in rows.items():
        taught = "<br>".join(f"{part.module.id}: {part.title}" for part in sections[row])
        asks = f"{one.asks}. *{one.care}.*" if one.care else f"{one.asks}."
        done = one.feature or ("" if taught else "**open**")
        yield f"| {row} | {_cell(asks)} | {_cell(taught)} | {_cell(done)} |"


def _cell(words: str) -> str:
    return words.replace("|", r"\|")


def _sections(courses: Sequence[Course]) -> Mapping[str, Sequence[Teaching]]:
    found: dict[str, list[Teaching]] = defaultdict(list)
    for course in courses:
        for module in course.modules:
            titles = _titles(module) if module.covers else {}
            for row, anchor in module.covers:
                found[row].append(Teaching(module, titles.get(anchor, module.title.plain)))
    return found


def _titles(module: Module) -> dict[str, str]:
    """Of all that has an anchor in the page."""
    headings = {one.anchor: one.text.plain for one in every(Heading, module.blocks)}
    quizzes = {one.anchor: one.title.plain for one in every(Quiz, module.blocks)}
    scenarios = {
        one.steps[0].anchor: one.steps[0].title.plain for one in every(Branching, module.blocks)
    }
    return headings | quizzes | scenarios
