"""`check --fix`: write the ids that are missing (`rulings.md` 7), and touch nothing else."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from kandil.model.blocks import Quiz
from kandil.model.course import Course, Module
from kandil.model.interactions import Interaction
from kandil.model.structure import interactions, quizzes
from kandil.problems import Place
from kandil.read.block.block_parser import block_tokens
from kandil.read.course.banks import FOLDER
from kandil.read.lesson.slugs import free_slug
from kandil.read.source.comments import Settings, comment_body, is_exception, read_mark
from kandil.read.source.front_matter import split_front
from kandil.read.source.source import Source
from kandil.read.source.tokens import first_line, groups
from kandil.write.files import read_exactly, replace_text
from kandil.write.settings import setting, write_settings

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_WRITTEN = f"<!-- {setting('id', '')}"
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
    comments = _settings("\n".join(lines))
    for line, name in missing:
        if line not in comments:
            _below(lines, line - 1, name, ends[line - 1] or "\n")
        elif not _HAS_ID.search(comments[line][1]):
            _into(lines, comments[line][0] - 1, name)
    return "".join(words + end for words, end in zip(lines, ends, strict=True))


def _below(lines: list[str], heading: int, name: str, end: str) -> None:
    """A comment of its own, with an empty line around it."""
    [written] = write_settings(Settings(id=name))
    lines[heading] += end + end + written
    if heading + 1 < len(lines) and lines[heading + 1].strip():
        lines[heading] += end


def _into(lines: list[str], line: int, name: str) -> None:
    """One more setting, the first in a comment that stands there."""
    before, begin, after = lines[line].partition("<!--")
    close = " " if after.lstrip().startswith("-->") else "; " if after.strip() else ";"
    lines[line] = f"{before}{begin} {setting('id', name)}{close}{after.lstrip()}"


def _settings(text: str) -> dict[int, tuple[int, str]]:
    """By line of a heading: the line of the comment with its settings, and what stands in it.

    As `HeadingSettings` finds it; above it may stand comments for translators and for the checks.
    """
    front, body, _ = split_front("", text.removeprefix("\ufeff"))
    source = body if front else Source("", tuple(text.split("\n")))
    found: dict[int, tuple[int, str]] = {}
    heading = 0
    for group in groups(block_tokens("\n".join(source.lines))):
        line = first_line(group) + source.first + 1
        told = comment_body(group[0].content) if group[0].type == "html_block" else None
        if group[0].type == "heading_open":
            heading = line
        elif told is None:
            heading = 0
        elif heading and read_mark(told) is None and not is_exception(told):
            found[heading], heading = (line, told), 0
    return found


def fix_course(course: Course) -> list[tuple[str, int]]:
    """Write the missing ids of every lesson; gives each path with the number of new ids."""
    done = []
    for path, missing in missing_ids(course).items():
        file = Path(path)
        old = read_exactly(file)
        new = fix_module(old, missing)
        if new != old:
            replace_text(file, new)
            done.append((path, new.count(_WRITTEN) - old.count(_WRITTEN)))
    return done
