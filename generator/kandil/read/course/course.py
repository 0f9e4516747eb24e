"""A folder with course.yml, modules/*.md and images/ becomes a `Course`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kandil.model.course import Course, FormatSetting, Gate, LeftOut, Module
from kandil.model.forms import Pair
from kandil.problems import Problem, errors
from kandil.read.course.check import check_links
from kandil.read.course.cover import Cover, open_course
from kandil.read.course.facts import idle_facts
from kandil.read.course.forms import missing_forms, read_forms
from kandil.read.course.lessons import Lesson, read_lesson
from kandil.read.course.pairs import small_banks
from kandil.read.lesson.draws import undrawn
from kandil.read.lesson.module import FrontText, objectives
from kandil.read.question.items import QuestionType
from kandil.read.source.names import device_names
from kandil.read.source.settings import CourseMeta, GateMeta


def read_course(
    folder: Path, types: tuple[QuestionType, ...], partial: bool = False
) -> tuple[Course | None, list[Problem]]:
    """Everything that is in the folder, and everything that is wrong with it.

    The course is None where course.yml or the front matter of a lesson cannot be read; `partial`
    leaves such a lesson out. Places bear the path as the user gave it.
    """
    cover, problems = open_course(folder, types)
    if cover is None:
        return None, problems
    course, problems = join(cover, [read_lesson(cover, name) for name in cover.legible])
    whole = course and len(course.modules) == len(cover.names)
    return (course if partial or whole else None), problems


def join(cover: Cover, lessons: Sequence[Lesson]) -> tuple[Course | None, list[Problem]]:
    """The course that was read a lesson at a time, without those that are lost; lessons may be
    hollow. None where course.yml is wrong."""
    problems = list(cover.problems)
    modules = tuple(one.module for one in lessons if one.module)
    lost = tuple(one.lost for one in lessons if one.lost)
    course = _course(cover, cover.meta, modules, lost, problems) if cover.meta else None
    problems += (problem for one in lessons for problem in one.problems)
    problems += check_links(cover, lessons)
    if course and len(modules) == len(cover.names):
        drawn = {name for one in lessons for name in one.drawn}
        problems += undrawn([b for b in cover.banks.values() if b.id not in drawn], problems)
        named = [name for one in lessons for name in one.facts]
        named += (name for name, _ in cover.glossary.facts)
        problems += [] if errors(problems) else small_banks(course)
        problems += [] if errors(problems) else idle_facts(cover.facts or {}, named)
    # Two lessons may draw from one bank, and find the same in it.
    return course, list(dict.fromkeys(problems))


def _course(
    cover: Cover,
    meta: CourseMeta,
    modules: tuple[Module, ...],
    lost: tuple[LeftOut, ...],
    problems: list[Problem],
) -> Course:
    source, document = cover.source, cover.document
    said = FrontText(source, document, problems)
    place = source.place(*document.values.get(("id",), (0, 0)))
    problems += device_names(meta.id, place, "the course")
    lessons: tuple[Module | LeftOut, ...] = (*modules, *lost)
    sensitive = meta.sensitive or any(one.sensitivity == "depicts" for one in lessons)
    forms, amiss = _forms(cover, meta)
    problems += amiss
    return Course(
        id=meta.id,
        title=said(meta.title, "title", ("title",)),
        modules=modules,
        folder=str(cover.folder),
        language=meta.language,
        language_place=source.place(*document.values.get(("language",), (0, 0))),
        discreet_title=said.optional(meta.discreet_title, "discreet title", "discreet_title"),
        summary=said.optional(meta.summary, "summary", "summary"),
        audience=tuple(meta.audience),
        licence=meta.licence,
        objectives=objectives(meta.objectives, said),
        pass_mark=meta.pass_mark,
        grade=meta.grade,
        sensitive_setting=meta.sensitive,
        shape=meta.shape,
        profile=meta.lms_profile or ("none" if sensitive else "minimal"),
        release_gate=_gate(meta.gates.release),
        preview_gate=_gate(meta.gates.preview),
        fallback=tuple(meta.fallback),
        history=meta.history,
        certificate=meta.certificate,
        outside_links=tuple(name.lower() for name in meta.outside_links),
        forms=forms,
        forms_on=meta.forms,
        facts=tuple((cover.facts or {}).values()),
        settings=tuple(_settings(cover, meta)),
        left_out=lost,
    )


def _forms(cover: Cover, meta: CourseMeta) -> tuple[tuple[Pair, ...], list[Problem]]:
    """The pairs of `banks/forms.md`, which a course need not have."""
    if cover.forms:
        return read_forms(cover.forms, [aim.id for aim in meta.objectives])
    place = cover.source.place(*cover.document.values.get(("forms",), (0, 0)))
    return (), [missing_forms(place)] if meta.forms == "pages" else []


def _settings(cover: Cover, meta: CourseMeta) -> Iterator[FormatSetting]:
    """Whether a format has such a setting, only its exporter knows."""
    for form, chosen in meta.formats.items():
        for name, value in chosen.items():
            at = cover.document.values.get(("formats", form, name), (0, 0))
            yield FormatSetting(form, name, value, cover.source.place(*at))


def _gate(meta: GateMeta) -> Gate:
    return Gate(meta.translated, meta.reviewed)
