"""One lesson of a course, with all that can be judged before the others are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from kandil.model.blocks import Only
from kandil.model.course import LeftOut, Module, Sensitivity
from kandil.model.hollow import hollow
from kandil.model.structure import within
from kandil.problems import Place, Problem
from kandil.read.course.cover import Cover, lesson_path
from kandil.read.course.facts import unknown_facts
from kandil.read.course.glossary import linked, unknown
from kandil.read.course.pictures import check_picture
from kandil.read.course.requirements import unknown_rows
from kandil.read.lesson.module import ParsedModule, read_module
from kandil.read.lesson.shape import FEWEST, MOST, asking, counted, lacking
from kandil.read.source.door import read_file
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was read from one file, for those who judge the course as a whole."""

    name: str
    """As its file is called."""
    module: Module | None
    """None where its front matter cannot be read."""
    lost: LeftOut | None
    """What a preview says in its place then."""
    problems: tuple[Problem, ...]
    links: tuple[tuple[str, Place], ...]
    """Into this or another lesson."""
    anchors: frozenset[str] | None
    """Of its headings; None where they are not known."""
    drawn: frozenset[str]
    """Names of the banks that its quizzes draw from."""
    facts: frozenset[str]
    """Figures of the course that its sentences name, in their braces."""

    def hollow(self) -> Lesson:
        """Without the words."""
        return replace(self, module=self.module and hollow(self.module))


def read_lesson(cover: Cover, name: str) -> Lesson:
    """Read the file of a lesson that is there."""
    path = lesson_path(cover.folder, name)
    parsed = read_module(
        path, path.as_posix(), f"modules/{name}.md", cover.language, cover.types, cover.banks
    )
    reading, module = parsed.reading, parsed.module
    problems = [*_misnamed(parsed, name), *reading.problems]
    problems += [] if cover.glossary.refused else unknown(cover.terms, reading.links)
    problems += [] if cover.facts is None else unknown_facts(cover.facts, reading.facts)
    problems += unknown_rows(cover.folder, parsed.covers)
    for picture, place in reading.images:
        problems += check_picture(cover.folder, picture, place)
    if module and cover.shaped:
        problems += _shape(module, parsed)
    legible = reading.source.lines and not reading.refused
    return Lesson(
        name=name,
        module=module and replace(module, terms=linked(cover.terms, module.blocks)),
        lost=None if module else _unread(path, cover.language),
        problems=tuple(problems),
        links=tuple(reading.links),
        anchors=frozenset(reading.anchors.taken) if legible else None,
        drawn=frozenset(reading.drawn),
        facts=frozenset(name for name, _ in reading.facts),
    )


def _misnamed(parsed: ParsedModule, name: str) -> Iterator[Problem]:
    if parsed.module and parsed.module.id != name:
        hint = f"Write 'id: {name}', or give the file the name '{parsed.module.id}.md'."
        message = f"This lesson's id is '{parsed.module.id}', and its file's name says '{name}'"
        yield Problem("C007", parsed.id_place, message, hint)


def _shape(module: Module, parsed: ParsedModule) -> Iterator[Problem]:
    """What no edition of a lesson has; what one of them leaves out is told when it is built."""
    place, word = Place(parsed.reading.source.file), parsed.reading.language.word
    for name in lacking(module):
        hint = f"Add a heading '## {word(name)}'."
        yield Problem("C011", place, f"This lesson has no part '{word(name)}'", hint)
    questions, marked = asking(module), any(within(Only, module))
    if questions < FEWEST or (questions > MOST and not marked):
        hint = f"Write '## {word('Quiz')}: …' with {FEWEST} to {MOST} questions below it."
        message = f"This lesson's quiz has {counted(questions)}"
        yield Problem("C012", place, message, hint)


def _unread(path: Path, language: str) -> LeftOut:
    """A lesson without a front matter that can be read is as sensitive as its file may mean."""
    try:
        text = read_file(path).decode(errors="replace")
    except OSError:
        text = ""
    stated = re.search(r"^[^\w\n]*sensitivity\W*(\w*)", text, re.MULTILINE)
    word = stated[1] if stated else "none"
    sensitivity: Sensitivity = "depicts"
    if word in ("none", "mention"):
        sensitivity = cast(Sensitivity, word)
    return LeftOut(path.stem, path.stem, language, sensitivity)
