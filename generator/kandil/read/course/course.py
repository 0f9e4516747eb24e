"""A folder with course.yml, modules/*.md and images/ becomes a `Course`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from kandil.model.course import Course, Gate, LeftOut, Module, Sensitivity
from kandil.problems import Problem, errors
from kandil.read.block.context import ReadContext
from kandil.read.course.banks import read_banks
from kandil.read.course.check import check_course
from kandil.read.course.folder import locked_modules, read_course_file
from kandil.read.course.glossary import linked, read_glossary, unknown
from kandil.read.course.pairs import small_banks
from kandil.read.lesson.draws import undrawn
from kandil.read.lesson.module import FrontText, ParsedModule, objectives, read_module
from kandil.read.lesson.state import Bank
from kandil.read.question.items import QuestionType
from kandil.read.source.door import leads_out, read_file
from kandil.read.source.names import device_names
from kandil.read.source.settings import ID, CourseMeta, GateMeta, read_settings_of
from kandil.read.source.source import Source
from kandil.read.source.yaml_nodes import Document, read_yaml

TAKEN = re.compile(r"index|about|results|recipe|lessons-\d+")
"""Ids whose page would take the place of one that the package makes itself."""


def read_course(
    folder: Path, types: tuple[QuestionType, ...], partial: bool = False
) -> tuple[Course | None, list[Problem]]:
    """Everything that is in the folder, and everything that is wrong with it.

    The course is None where course.yml or the front matter of a lesson cannot be read; `partial`
    leaves such a lesson out. Places bear the path as the user gave it.
    """
    name = (folder / "course.yml").as_posix()
    text, problems = read_course_file(folder)
    if problems:
        return None, problems
    source = Source(name, tuple(text.split("\n")))
    document = read_yaml(source)
    meta, problems = read_settings_of(CourseMeta, document, source)
    if locked := locked_modules(folder):
        return None, [*problems, *locked]
    names = meta.modules if meta else _legible_modules(folder, document)
    language = meta.language if meta else "en"
    banks, amiss = read_banks(folder, language, types)
    read = [
        _read(folder, source, document, names, index, language, types, banks, problems)
        for index, module in enumerate(names)
    ]
    parsed = [one for one in read if one]
    if meta:
        _unnamed(folder, source, names, problems)
    terms, glossary = read_glossary(folder)
    modules = tuple(
        replace(one.module, terms=linked(terms, one.module.blocks)) for one in parsed if one.module
    )
    lost = tuple(_unread(one.reading, language) for one in parsed if not one.module)
    course = _course(folder, source, document, meta, modules, lost, problems) if meta else None
    for reading in (glossary, *(one.reading for one in parsed)):
        problems += reading.problems
        problems += [] if glossary.refused else unknown(terms, reading.links)
    problems += amiss + check_course(folder, course, parsed, glossary, names)
    whole = course if len(modules) == len(names) else None
    if whole:
        drawn = {name for one in parsed for name in one.reading.drawn}
        problems += undrawn([b for b in banks.values() if b.id not in drawn], problems)
        problems += [] if errors(problems) else small_banks(whole)
    # Two lessons may draw from one bank, and find the same in it.
    return (course if partial else whole), list(dict.fromkeys(problems))


def _read(
    folder: Path,
    source: Source,
    document: Document,
    names: list[str],
    index: int,
    language: str,
    types: tuple[QuestionType, ...],
    banks: Mapping[str, Bank],
    problems: list[Problem],
) -> ParsedModule | None:
    module = names[index]
    place = source.place(*document.values.get(("modules", index), (0, 0)))
    path = folder / "modules" / f"{module}.md"
    if names.index(module) < index:
        message = f"The lesson '{module}' stands in the list twice"
        problems.append(Problem("C006", place, message, "Keep one of the two."))
        return None
    if TAKEN.fullmatch(module):
        hint = f"Give the file and the lesson another id: '{module}-1'."
        message = f"'{module}' is the name of a page that every package has"
        problems.append(Problem("C017", place, message, hint))
    problems += device_names(module, place, "the file and the lesson")
    if not path.is_file():
        hint = f"Make the file 'modules/{module}.md', or take '{module}' out of the list."
        message = f"There is no file 'modules/{module}.md'"
        problems.append(Problem("C005", place, message, hint))
        return None
    if leads_out(folder, path):
        hint = f"Put the file itself into 'modules', in place of the link '{module}.md'."
        message = f"'modules/{module}.md' is a link that leads out of the course folder"
        problems.append(Problem("M003", place, message, hint))
        return None
    parsed = read_module(path, path.as_posix(), f"modules/{module}.md", language, types, banks)
    if parsed.module and parsed.module.id != module:
        hint = f"Write 'id: {module}', or give the file the name '{parsed.module.id}.md'."
        message = f"This lesson's id is '{parsed.module.id}', and its file's name says '{module}'"
        parsed.reading.problems.append(Problem("C007", parsed.id_place, message, hint))
    return parsed


def _legible_modules(folder: Path, document: Document) -> list[str]:
    """What can be read although course.yml is wrong: all problems are told at once."""
    found = document.data.get("modules")
    names = [name for name in found if isinstance(name, str)] if isinstance(found, list) else []
    known = [name for name in dict.fromkeys(names) if re.fullmatch(ID, name)]
    return known or sorted(path.stem for path in (folder / "modules").glob("*.md"))


def _unnamed(folder: Path, source: Source, names: list[str], problems: list[Problem]) -> None:
    for path in sorted((folder / "modules").glob("*.md")):
        if path.stem not in names:
            hint = f"Add '{path.stem}' to the list 'modules', or move the file away."
            message = f"The file 'modules/{path.name}' is not in the list of lessons"
            problems.append(Problem("C013", source.place(0), message, hint))


def _course(
    folder: Path,
    source: Source,
    document: Document,
    meta: CourseMeta,
    modules: tuple[Module, ...],
    lost: tuple[LeftOut, ...],
    problems: list[Problem],
) -> Course:
    said = FrontText(source, document, problems)
    place = source.place(*document.values.get(("id",), (0, 0)))
    problems += device_names(meta.id, place, "the course")
    lessons: tuple[Module | LeftOut, ...] = (*modules, *lost)
    sensitive = meta.sensitive or any(one.sensitivity == "depicts" for one in lessons)
    return Course(
        id=meta.id,
        title=said(meta.title, "title", ("title",)),
        modules=modules,
        folder=str(folder),
        language=meta.language,
        language_place=source.place(*document.values.get(("language",), (0, 0))),
        discreet_title=said.optional(meta.discreet_title, "discreet title", "discreet_title"),
        summary=said.optional(meta.summary, "summary", "summary"),
        audience=tuple(meta.audience),
        licence=meta.licence,
        objectives=objectives(meta.objectives, said),
        pass_mark=meta.pass_mark,
        sensitive_setting=meta.sensitive,
        shape=meta.shape,
        profile=meta.scorm_profile or ("none" if sensitive else "minimal"),
        release_gate=_gate(meta.gates.release),
        preview_gate=_gate(meta.gates.preview),
        fallback=tuple(meta.fallback),
        history=meta.history,
        certificate=meta.certificate,
        outside_links=tuple(name.lower() for name in meta.outside_links),
        left_out=lost,
    )


def _unread(reading: ReadContext, language: str) -> LeftOut:
    """A lesson without a front matter that can be read is as sensitive as its file may mean."""
    path = Path(reading.source.file)
    try:
        text = read_file(path).decode(errors="replace")
    except OSError:
        text = ""
    found = re.search(r"^[^\w\n]*sensitivity\W*(\w*)", text, re.MULTILINE)
    said = found[1] if found else "none"
    sensitivity: Sensitivity = "depicts"
    if said in ("none", "mention"):
        sensitivity = cast(Sensitivity, said)
    return LeftOut(path.stem, path.stem, language, sensitivity)


def _gate(meta: GateMeta) -> Gate:
    return Gate(meta.translated, meta.reviewed)
