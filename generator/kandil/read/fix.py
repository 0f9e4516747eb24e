"""`check --fix`: write the ids that are missing (`rulings.md` 7), and touch nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from kandil.model.blocks import Block, Only, Quiz, Section
from kandil.model.course import Course
from kandil.model.interactions import Interaction
from kandil.read.banks import FOLDER
from kandil.read.comments import read_mark

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_HAS_ID = re.compile(r"(?:^|[;\s])id\s*:")
Missing = list[tuple[int, str]]
"""Line of a heading, counted from 1, and the id that its question or quiz was given."""


def missing_ids(course: Course) -> dict[str, Missing]:
    """By path of the lesson or bank: what has no id of its own."""
    found: dict[str, dict[int, str]] = {}
    for module in course.modules:
        own = (Path(course.folder) / module.file).as_posix()
        for block in _asking(module.blocks):
            if not block.explicit_id:
                # A bank may be a file of its own, and several quizzes may draw from it.
                banked = PurePath(block.place.file).parent.name == FOLDER
                path = block.place.file if banked else own
                found.setdefault(path, {})[block.place.line] = block.id
    return {path: list(lines.items()) for path, lines in found.items()}


def _asking(blocks: tuple[Block, ...]) -> Iterator[Interaction | Quiz]:
    for block in blocks:
        if isinstance(block, Section | Only):
            yield from _asking(block.blocks)
        elif isinstance(block, Quiz):
            yield block
            yield from (*_asking(block.blocks), *block.bank)
        elif isinstance(block, Interaction):
            yield block


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
