"""`check --fix`: write the ids that are missing (`rulings.md` 7), and touch nothing else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path, PurePath

from kandil.model.blocks import Quiz
from kandil.model.course import Course, Module
from kandil.model.interactions import Interaction
from kandil.model.structure import interactions, quizzes
from kandil.problems import Place
from kandil.read.course.banks import FOLDER
from kandil.read.lesson.slugs import free_slug
from kandil.read.source.comments import read_mark

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_HAS_ID = re.compile(r"(?:^|[;\s])id\s*:")
Missing = list[tuple[int, str]]
"""Line of a heading, counted from 1, and the id that its question or quiz was given."""


def missing_ids(course: Course) -> dict[str, Missing]:
    """By path of the lesson or bank: what has no id of its own."""
    found: dict[str, dict[int, str]] = {}
    shared = _Shared(course)
    for module in course.modules:
        own = (Path(course.folder) / module.file).as_posix()
        for block in _asking(module):
            banked = PurePath(block.place.file).parent.name == FOLDER
            lines = found.setdefault(block.place.file if banked else own, {})
            if not block.explicit_id and block.place.line not in lines:
                lines[block.place.line] = shared.name(block.place) if banked else block.id
    return {path: list(lines.items()) for path, lines in found.items() if lines}


def _asking(module: Module) -> list[Interaction | Quiz]:
    return [*quizzes(module), *interactions(module.blocks)]


class _Lesson:
    """The ids of a lesson by their places, and how often it has each."""

    def __init__(self, module: Module) -> None:
        self.ids = {block.place: block.id for block in _asking(module)}
        self.times = Counter(self.ids.values())

    def has(self, name: str, place: Place) -> bool:
        """Whether something else than what stands at `place` has it."""
        return self.times[name] > (self.ids[place] == name)

    def give(self, place: Place, name: str) -> None:
        """In place of the id that was there."""
        self.times.subtract([self.ids[place]])
        self.times[name] += 1
        self.ids[place] = name


class _Shared:
    """Gives the questions of a file one id each, though the lessons gave them different ones."""

    def __init__(self, course: Course) -> None:
        self.drawing: dict[Place, list[_Lesson]] = {}
        for lesson in map(_Lesson, course.modules):
            for place in lesson.ids:
                self.drawing.setdefault(place, []).append(lesson)

    def name(self, place: Place) -> str:
        """The id of the question at `place`: free in each lesson that draws from its file."""
        drawing = self.drawing[place]
        # The longest ends in a number: the first of that name is something else.
        longest = max((one.ids[place] for one in drawing), key=lambda name: (len(name), name))
        name = free_slug(longest, lambda name: any(one.has(name, place) for one in drawing), {})
        for one in drawing:
            one.give(place, name)
        return name


def fix_module(text: str, missing: Missing) -> str:
    """The text of a lesson with each id in the settings under its heading."""
    parts = _LINE_END.split(text)
    lines, ends = parts[::2], [*parts[1::2], ""]
    for line, name in missing:
        _write(lines, line - 1, name, ends[line - 1] or "\n")
    return "".join(words + end for words, end in zip(lines, ends, strict=True))


def _write(lines: list[str], heading: int, name: str, end: str) -> None:
    settings = _settings(lines, heading + 1)
    if settings is None:
        lines[heading] += f"{end}{end}<!-- id: {name} -->"
        if heading + 1 < len(lines) and lines[heading + 1].strip():
            lines[heading] += end
        return
    before, _, after = lines[settings].partition("<!--")
    if _HAS_ID.search(after):
        return
    close = " " if after.lstrip().startswith("-->") else "; " if after.strip() else ";"
    lines[settings] = f"{before}<!-- id: {name}{close}{after.lstrip()}"


def _settings(lines: list[str], start: int) -> int | None:
    """Index of the line in which the settings begin; comments that mark words may stand above."""
    for index in range(start, len(lines)):
        words = lines[index].strip()
        if not words:
            continue
        if not words.startswith("<!--"):
            return None
        if read_mark(words[4:].split("-->")[0]) is None:
            return index
    return None


def fix_course(course: Course) -> list[tuple[str, int]]:
    """Write the missing ids of every lesson; gives each path with the number of new ids."""
    done = []
    for path, missing in missing_ids(course).items():
        file = Path(path)
        old = file.read_bytes().decode("utf-8")
        new = fix_module(old, missing)
        if number := new.count("<!-- id: ") - old.count("<!-- id: "):
            file.write_bytes(new.encode("utf-8"))
            done.append((path, number))
    return done
