"""The front matter of a lesson, and course.yml: keys and values as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from kandil.model.course import Course, Gate, Module, Objective
from kandil.model.text import Text
from kandil.write.lines import Lines

_PLAIN = re.compile(r"[^\W_](?:[\w .;()/’!?%-]*[\w.;()/’!?%-])?")
"""Words that YAML reads as they stand, in a list too."""
Value = Text | str | int | bool | tuple[str, ...] | tuple[Objective, ...] | dict[str, str] | None


def write_front(module: Module) -> Lines:
    """The head of a lesson, between its two lines of hyphens."""
    return ["---", *_keys(_lesson(module)), "---"]


def write_settings_file(course: Course) -> str:
    """course.yml."""
    return "\n".join([*_keys(_course(course)), *_gates(course), *_formats(course)]) + "\n"


def _lesson(module: Module) -> Iterator[tuple[str, Value]]:
    yield "id", module.id
    yield "title", module.title
    yield "discreet_title", module.discreet_title
    yield "summary", module.summary
    yield "level", 0 if module.level == 1 else module.level
    yield "minutes", module.minutes
    yield "objectives", module.objectives
    yield "competences", module.competences
    yield "sensitivity", "" if module.sensitivity == "none" else module.sensitivity
    yield "audience", module.audience
    yield "advice_reviewed", str(module.advice_reviewed or "")
    yield "best_by", str(module.best_by or "")
    yield "authors", module.authors
    yield "reviewers", module.reviewers
    yield "licence", module.licence
    yield "sources", module.sources
    yield "variants", module.variants
    yield "covers", dict(module.covers)


def _course(course: Course) -> Iterator[tuple[str, Value]]:
    yield "id", course.id
    yield "title", course.title
    yield "discreet_title", course.discreet_title
    yield "summary", course.summary
    yield "audience", course.audience
    yield "licence", course.licence
    yield "language", course.language
    yield "modules", tuple(module.id for module in course.modules)
    yield "objectives", course.objectives
    yield "pass", f"{course.pass_mark}%"
    yield "grade", "" if course.grade == 8 else str(course.grade)
    yield "sensitive", course.sensitive_setting
    yield "shape", course.shape
    yield "lms_profile", course.profile
    yield "outside_links", course.outside_links
    yield "certificate", course.certificate
    yield "history", course.history
    yield "forms", "" if course.forms_on == "paper" else course.forms_on
    yield "fallback", course.fallback


def _formats(course: Course) -> Lines:
    """The settings of each format in a line."""
    rows: dict[str, list[str]] = {}
    for one in course.settings:
        rows.setdefault(one.form, []).append(f"{one.name}: {_value(one.value)}")
    lines = [f"  {form}: {{{', '.join(row)}}}" for form, row in rows.items()]
    return ["formats:", *lines] if lines else []


def _keys(values: Iterator[tuple[str, Value]]) -> Lines:
    """A line a key, and one an objective; a key without a value is left out."""
    lines: Lines = []
    for key, value in values:
        match value:
            case tuple():
                lines += _list(key, value)
            case dict() if value:
                rows = ", ".join(f"{row}: {_value(anchor)}" for row, anchor in value.items())
                lines.append(f"{key}: {{{rows}}}")
            case Text():
                lines.append(f"{key}: {_value(value.source)}")
            case True:
                lines.append(f"{key}: yes")
            case _ if value:
                lines.append(f"{key}: {_value(str(value))}")
    return lines


def _list(key: str, values: tuple[str | Objective, ...]) -> Lines:
    aims = [f"  - {_objective(one)}" for one in values if isinstance(one, Objective)]
    words = [_value(one) for one in values if isinstance(one, str)]
    if aims:
        return [f"{key}:", *aims]
    return [f"{key}: [{', '.join(words)}]"] if words else []


def _value(words: str) -> str:
    """A value as it stands, or in quotes where YAML would read its signs."""
    return words if _PLAIN.fullmatch(words) else quoted(words)


def quoted(words: str) -> str:
    """In quotes, as YAML reads whatever signs there are."""
    return json.dumps(words, ensure_ascii=False)


def _objective(aim: Objective) -> str:
    bloom = f", bloom: {aim.bloom}" if aim.bloom else ""
    return f"{{id: {aim.id}, text: {quoted(aim.text.source)}{bloom}}}"


def _gates(course: Course) -> Lines:
    return [
        "gates:",
        *(f"  {name}: {_gate(gate)}" for name, gate in _both(course)),
    ]


def _both(course: Course) -> Iterator[tuple[str, Gate]]:
    yield "release", course.release_gate
    yield "preview", course.preview_gate


def _gate(gate: Gate) -> str:
    return f"{{translated: {gate.translated}%, reviewed: {gate.reviewed}%}}"
