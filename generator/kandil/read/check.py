"""What can be judged only when every lesson is known: links, pictures, the shape of a lesson."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from kandil.model.blocks import Only
from kandil.model.course import TERM, Course, Module
from kandil.model.structure import every
from kandil.problems import Place, Problem
from kandil.read.module import Loose
from kandil.read.pictures import check_picture
from kandil.read.reading import Reading
from kandil.read.shape import FEWEST, MOST, asking, counted, lacking


def check_course(
    folder: Path,
    course: Course | None,
    loose: list[Loose],
    glossary: Reading,
    named: Collection[str],
) -> list[Problem]:
    """Every problem between lessons; those that are `named` but have no file are told already."""
    found: list[Problem] = []
    anchors = {
        Path(one.reading.source.file).stem: one.reading.anchors.taken
        for one in loose
        if one.reading.source.lines
    }
    for reading in (*(one.reading for one in loose), glossary):
        here = Path(reading.source.file).stem
        for target, place in reading.links:
            if target.startswith(f"#{TERM}"):
                continue
            if target.partition("#")[0] in anchors or target.partition("#")[0] not in named:
                found += _link(target, here, anchors, place)
        for path, place in reading.images:
            found += check_picture(folder, path, place)
    for one in loose:
        if course and course.shape == "lesson" and one.module:
            found += _shape(one.module, one.reading)
    return found


def _link(target: str, here: str, anchors: dict[str, set[str]], place: Place) -> list[Problem]:
    module, _, anchor = target.partition("#")
    if (module or here) not in anchors:
        hint = f"Lessons here: {', '.join(f'{name}.md' for name in sorted(anchors))}."
        return [Problem("M004", place, f"There is no lesson '{module}.md'", hint)]
    known = anchors[module or here]
    if anchor and anchor not in known:
        names = ", ".join(f"#{name}" for name in sorted(known)[:12])
        hint = f"Headings there: {names or 'none'}."
        return [Problem("M004", place, f"There is no heading for the link #{anchor}", hint)]
    return []


def _shape(module: Module, reading: Reading) -> Iterator[Problem]:
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
