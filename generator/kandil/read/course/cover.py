"""What a lesson must know of its course before it is read: course.yml, the banks, the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kandil.model.course import Term
from kandil.model.facts import Figure
from kandil.model.forms import FORMS
from kandil.problems import Problem
from kandil.read.block.context import ReadContext
from kandil.read.course.banks import read_banks
from kandil.read.course.facts import read_facts, unknown_facts
from kandil.read.course.folder import locked_modules, read_course_file
from kandil.read.course.glossary import read_glossary, unknown
from kandil.read.course.pictures import check_picture
from kandil.read.lesson.state import Bank
from kandil.read.question.items import QuestionType
from kandil.read.source.door import leads_out
from kandil.read.source.names import device_names
from kandil.read.source.settings import ID, CourseMeta, read_settings_of
from kandil.read.source.source import Source
from kandil.read.source.yaml_nodes import Document, read_yaml
from kandil.values import dataclass

TAKEN = re.compile(r"index|about|results|recipe|before|after|lessons-\d+")
"""Ids whose page would take the place of one that the package makes itself."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A course whose lessons have not been read yet."""

    folder: Path
    source: Source
    """Of course.yml."""
    document: Document
    meta: CourseMeta | None
    """None where course.yml is wrong; its lessons are read all the same, to tell all at once."""
    names: tuple[str, ...]
    """Of the lessons, as they are listed."""
    legible: tuple[str, ...]
    """Those that have a file of their own."""
    types: tuple[QuestionType, ...]
    banks: Mapping[str, Bank]
    forms: Bank | None
    """From which no quiz draws."""
    terms: Mapping[str, Term]
    glossary: ReadContext
    facts: Mapping[str, Figure] | None
    """None where their file cannot be read: then nobody knows which there are."""
    problems: tuple[Problem, ...]
    """Of course.yml, the list of lessons, the banks, the glossary and the figures."""

    @property
    def language(self) -> str:
        """Of the source."""
        return self.meta.language if self.meta else "en"

    @property
    def shaped(self) -> bool:
        """Whether each lesson must have all its parts."""
        return self.meta is not None and self.meta.shape == "lesson"


def open_course(
    folder: Path, types: tuple[QuestionType, ...]
) -> tuple[Cover | None, list[Problem]]:
    """None where the folder cannot be read; the problems of a cover are in it."""
    text, problems = read_course_file(folder)
    if problems:
        return None, problems
    source = Source((folder / "course.yml").as_posix(), tuple(text.split("\n")))
    document = read_yaml(source)
    meta, problems = read_settings_of(CourseMeta, document, source)
    if locked := locked_modules(folder):
        return None, [*problems, *locked]
    names = meta.modules if meta else _legible_names(folder, document)
    listed = _Listed(folder, source, document)
    legible = [name for index, name in enumerate(names) if listed.is_there(name, index, problems)]
    if meta:
        problems += _unnamed(folder, source, names)
    banks, amiss = read_banks(folder, meta.language if meta else "en", types)
    terms, glossary = read_glossary(folder)
    facts, found = read_facts(folder)
    amiss += [*glossary.problems, *found]
    amiss += [] if facts is None else unknown_facts(facts, glossary.facts)
    amiss += [] if glossary.refused else unknown(terms, glossary.links)
    for picture, place in glossary.images:
        amiss += check_picture(folder, picture, place)
    return Cover(
        folder=folder,
        source=source,
        document=document,
        meta=meta,
        names=tuple(names),
        legible=tuple(legible),
        types=types,
        forms=banks.pop(FORMS, None),
        banks=banks,
        terms=terms,
        glossary=glossary,
        facts=facts,
        problems=(*problems, *amiss),
    ), []


def lesson_path(folder: Path, name: str) -> Path:
    """Its file."""
    return folder / "modules" / f"{name}.md"


class _Listed:
    """Lessons as course.yml lists them."""

    def __init__(self, folder: Path, source: Source, document: Document) -> None:
        self._folder = folder
        self._source = source
        self._document = document
        self._seen: set[str] = set()
        self._strange = leads_out(folder, folder / "modules")
        """Whether every lesson lies outside."""

    def is_there(self, name: str, index: int, problems: list[Problem]) -> bool:
        """Whether it has a file of its own."""
        place = self._source.place(*self._document.values.get(("modules", index), (0, 0)))
        path = lesson_path(self._folder, name)
        if name in self._seen:
            message = f"The lesson '{name}' stands in the list twice"
            problems.append(Problem("C006", place, message, "Keep one of the two."))
            return False
        self._seen.add(name)
        if TAKEN.fullmatch(name):
            hint = f"Give the file and the lesson another id: '{name}-1'."
            message = f"'{name}' is the name of a page that every package has"
            problems.append(Problem("C017", place, message, hint))
        problems += device_names(name, place, "the file and the lesson")
        if not path.is_file():
            hint = f"Make the file 'modules/{name}.md', or take '{name}' out of the list."
            message = f"There is no file 'modules/{name}.md'"
            problems.append(Problem("C005", place, message, hint))
            return False
        if (self._strange or path.is_symlink()) and leads_out(self._folder, path):
            hint = f"Put the file itself into 'modules', in place of the link '{name}.md'."
            message = f"'modules/{name}.md' is a link that leads out of the course folder"
            problems.append(Problem("M003", place, message, hint))
            return False
        return True


def _legible_names(folder: Path, document: Document) -> list[str]:
    """What can be read although course.yml is wrong: all problems are told at once."""
    listed = document.data.get("modules")
    names = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    known = [name for name in dict.fromkeys(names) if re.fullmatch(ID, name)]
    return known or sorted(path.stem for path in (folder / "modules").glob("*.md"))


def _unnamed(folder: Path, source: Source, names: list[str]) -> Iterator[Problem]:
    known = frozenset(names)
    files = (path.name for path in (folder / "modules").glob("*.md"))
    for stem in sorted(file.removesuffix(".md") for file in files):
        if stem not in known:
            hint = f"Add '{stem}' to the list 'modules', or move the file away."
            message = f"The file 'modules/{stem}.md' is not in the list of lessons"
            yield Problem("C013", source.place(0), message, hint)
