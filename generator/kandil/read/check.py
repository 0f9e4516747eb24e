"""What can be judged only when every lesson is known: links, pictures, the shape of a lesson."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from kandil.model.blocks import Fixed, Only, Section
from kandil.model.course import TERM, Course, Module
from kandil.model.structure import quizzes
from kandil.problems import Place, Problem
from kandil.read.module import Loose
from kandil.read.pictures import check_picture

_SHAPE: tuple[Fixed, ...] = ("before", "why", "ideas", "do", "remember", "help")
_NAMES = ("Before you start", "Why it matters", "Key ideas", "Do it", "Remember", "Help")


def check_course(
    folder: Path, course: Course | None, loose: list[Loose], named: Collection[str]
) -> list[Problem]:
    """Every problem between lessons; those that are `named` but have no file are told already."""
    found: list[Problem] = []
    anchors = {
        Path(one.reading.source.file).stem: one.reading.anchors.taken
        for one in loose
        if one.reading.source.lines
    }
    for one in loose:
        here = Path(one.reading.source.file).stem
        for target, place in one.reading.links:
            if target.startswith(f"#{TERM}"):
                continue
            if target.partition("#")[0] in anchors or target.partition("#")[0] not in named:
                found += _link(target, here, anchors, place)
        for path, place in one.reading.images:
            found += check_picture(folder, path, place)
        if course and course.shape == "lesson" and one.module:
            found += _shape(one.module, one.reading.source.file)
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


def _shape(module: Module, file: str) -> list[Problem]:
    """`shape: lesson`: every fixed block, and a quiz of 4 to 6 questions."""
    found = []
    sections = [block.kind for block in module.blocks if isinstance(block, Section)]
    for kind, name in zip(_SHAPE, _NAMES, strict=True):
        if kind not in sections:
            hint = f"Add a heading '## {name}'."
            message = f"This lesson has no part '{name}'"
            found.append(Problem("C011", Place(file), message, hint))
    marked = any(isinstance(block, Only) for block in module.blocks)
    questions = sum(quiz.draw or len(quiz.questions) for quiz in quizzes(module))
    # Of those for some editions, one edition may leave out a few.
    if not 4 <= questions <= 6 and not (marked and questions > 6):
        hint = "Write '## Quiz: …' with 4 to 6 questions below it."
        message = f"This lesson's quiz has {questions} question{'s' * (questions != 1)}"
        found.append(Problem("C012", Place(file), message, hint))
    return found
