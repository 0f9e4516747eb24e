"""`check --fix`: write the ids that are missing (`rulings.md` 7), and touch nothing else."""

from __future__ import annotations

import re
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
    lessons = [_ids(module) for module in course.modules]
    for module in course.modules:
        own = (Path(course.folder) / module.file).as_posix()
        for block in _asking(module):
            if not block.explicit_id:
                banked = PurePath(block.place.file).parent.name == FOLDER
                path = block.place.file if banked else own
                name = _shared(block.place, lessons) if banked else block.id
                found.setdefault(path, {})[block.place.line] = name
    return {path: list(lines.items()) for path, lines in found.items()}


def _asking(module: Module) -> list[Interaction | Quiz]:
    return [*quizzes(module), *interactions(module.blocks)]


def _ids(module: Module) -> dict[Place, str]:
    return {block.place: block.id for block in _asking(module)}


def _shared(place: Place, lessons: list[dict[Place, str]]) -> str:
    """The id of a question of a file: free in each lesson that draws from it, though these gave it
    different ones."""
    drawing = [ids for ids in lessons if place in ids]
    # The longest ends in a number: the first of that name is something else.
    longest = max((ids[place] for ids in drawing), key=lambda name: (len(name), name))
    taken = {name for ids in drawing for at, name in ids.items() if at != place}
    name = free_slug(longest, taken.__contains__, {})
    for ids in drawing:
        ids[place] = name
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
