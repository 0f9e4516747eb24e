"""A course as a trainer keeps it: files in a folder, for all tests that read or build one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kandil.lint.reviews.fingerprint import of_source
from kandil.lint.reviews.records import SEEN, YES, Review, write_record
from kandil.model.course import Course
from kandil.problems import Place
from kandil.questions import find_questions
from kandil.read.course.course import read_course

_NAMED = re.compile(r"^reviewers: \[(\w[\w ]*)\]$", re.MULTILINE)


def put(folder: Path, files: Mapping[str, str]) -> Path:
    """Files by their path in the folder; whoever is named as a reviewer has reviewed."""
    for name, words in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    for name, words in files.items():
        if named := _NAMED.search(words):
            course = (folder / "course.yml").read_text("utf-8").split("\n", 1)[0]
            put_review(folder, course.removeprefix("id: "), Path(name).stem, named[1])
    return folder


def put_review(project: Path, course: str, lesson: str, name: str) -> None:
    """The record that lets a lesson name her: she has read it as it stands there now."""
    path = project / "docs" / "reviews" / course / f"{lesson}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    found, _ = read_course(project, find_questions(), partial=True)
    texts = [of_source(one) for one in found.modules if one.id == lesson] if found else []
    review = Review(name, date(2026, 11, 20), "".join(texts), SEEN, YES, Place(""))
    path.write_text(write_record(lesson, (review,), ""), "utf-8")


def settings(*lessons: str, name: str = "bad", title: str = "Bad", more: str = "") -> str:
    """The words of a `course.yml`."""
    return f"id: {name}\ntitle: {title}\nmodules: [{', '.join(lessons)}]\n{more}"


def lesson(body: str, front: str = "", name: str = "bad", title: str = "Bad") -> str:
    """The words of a lesson, with more lines of front matter."""
    return f"---\nid: {name}\ntitle: {title}\n{front}---\n\n{body}\n"


def small(folder: Path, body: str, front: str = "", more: str = "") -> Path:
    """A course of one lesson, `bad`; `more` is of its settings."""
    files = {"course.yml": settings("bad", more=more), "modules/bad.md": lesson(body, front)}
    return put(folder, files)


def read(folder: Path, clean: bool = False) -> Course:
    """The course in a folder; `clean`: without any problem."""
    course, problems = read_course(folder, find_questions())
    assert course, problems
    assert not (clean and problems), problems
    return course
