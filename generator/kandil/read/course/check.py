"""What can be judged only when every lesson is known: links, pictures, the shape of a lesson."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from kandil.model.blocks import Only
from kandil.model.course import TERM, Course, Module
from kandil.model.structure import every
from kandil.problems import Place, Problem, listed
from kandil.read.block.context import ReadContext
from kandil.read.course.pictures import check_picture
from kandil.read.lesson.module import ParsedModule
from kandil.read.lesson.shape import FEWEST, MOST, asking, counted, lacking


def check_course(
    folder: Path,
    course: Course | None,
    parsed: list[ParsedModule],
    glossary: ReadContext,
    named: Collection[str],
) -> list[Problem]:
    """Every problem between lessons; those that are `named` but have no file are told already."""
    found: list[Problem] = []
    anchors = {
        Path(one.reading.source.file).stem: one.reading.anchors.taken
        for one in parsed
        if one.reading.source.lines and not one.reading.refused
    }
    hints = {name: _headings(taken) for name, taken in anchors.items()}
    lessons = f"Lessons here: {listed(f'{name}.md' for name in sorted(anchors))}."
    for reading in (*(one.reading for one in parsed), glossary):
        here = Path(reading.source.file).stem
        for target, place in reading.links:
            if target.startswith(f"#{TERM}"):
                continue
            if target.partition("#")[0] in anchors or target.partition("#")[0] not in named:
                module, _, anchor = target.partition("#")
                if (module or here) not in anchors:
                    message = f"There is no lesson '{module}.md'"
                    found.append(Problem("M004", place, message, lessons))
                elif anchor and anchor not in anchors[module or here]:
                    message = f"There is no heading for the link #{anchor}"
                    found.append(Problem("M004", place, message, hints[module or here]))
        for path, place in reading.images:
            found += check_picture(folder, path, place)
    for one in parsed:
        if course and course.shape == "lesson" and one.module:
            found += _shape(one.module, one.reading)
    return found


def _headings(taken: set[str]) -> str:
    """What a link that leads nowhere could lead to."""
    names = ", ".join(f"#{name}" for name in sorted(taken)[:12])
    return f"Headings there: {names or 'none'}."


def _shape(module: Module, reading: ReadContext) -> Iterator[Problem]:
    """What no edition of a lesson has; what one of them leaves out is told when it is built."""
    place, word = Place(reading.source.file), reading.language.word
    for name in lacking(module):
        hint = f"Add a heading '## {word(name)}'."
        yield Problem("C011", place, f"This lesson has no part '{word(name)}'", hint)
    questions, marked = asking(module), any(every(Only, module.blocks))
    if questions < FEWEST or (questions > MOST and not marked):
        hint = f"Write '## {word('Quiz')}: …' with {FEWEST} to {MOST} questions below it."
        message = f"This lesson's quiz has {counted(questions)}"
        yield Problem("C012", place, message, hint)
