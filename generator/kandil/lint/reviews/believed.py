"""A lesson as its records allow: nobody is named for words that she has not read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kandil.lint.reviews.fingerprint import of_source
from kandil.lint.reviews.records import YES, Record, Review, read_record, record_file
from kandil.lint.reviews.reviewed import again, older
from kandil.model.course import Course, Module
from kandil.problems import Problem


def believed(course: Course) -> tuple[Course, list[Problem]]:
    """Every lesson so, where all have their words."""
    pairs = [believed_lesson(Path(course.folder), course.id, one) for one in course.modules]
    modules = tuple(module for module, _ in pairs)
    return replace(course, modules=modules), [one for _, found in pairs for one in found]


def believed_lesson(folder: Path, course: str, module: Module) -> tuple[Module, list[Problem]]:
    """Without the names of those who have said yes to other words, each of whom is an R002."""
    if not module.reviewers:
        return module, []
    record = read_record(record_file(folder, course, module.id))
    signed = {name: one for name in module.reviewers if (one := _newest(record, name))}
    if not signed:
        return module, []
    text = of_source(module)
    kept = tuple(x for x in module.reviewers if x not in signed or signed[x].text == text)
    found = older(Record(tuple(signed.values())), text, again(folder, module))
    return replace(module, reviewers=kept), [*found]


def _newest(record: Record, name: str) -> Review | None:
    """The last that she has signed, if it is a yes; whether there is none is asked elsewhere."""
    last = next((one for one in reversed(record.reviews) if one.by(name)), None)
    return last if last and last.decision == YES else None
