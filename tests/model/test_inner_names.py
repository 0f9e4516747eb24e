"""What goes through a model passes only fields that may hold words, and misses none that does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from kandil.model.text import Text, texts
from kandil.questions import find_questions
from kandil.read.course.course import read_course

TOP = Path(__file__).parents[2]
COURSES = sorted(
    path.parent
    for place in ("courses", "tests/courses")
    for path in TOP.glob(f"{place}/*/course.yml")
)


def every(node: Any) -> Iterator[Text]:
    """Through every field of every value."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, tuple | list):
        for part in node:
            yield from every(part)
    elif is_dataclass(node):
        for field in fields(node):
            yield from every(getattr(node, field.name))


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_every_text_of_a_course_is_found(folder: Path) -> None:
    course, _ = read_course(folder, find_questions())
    assert course
    found = list(texts(course))
    assert found == list(every(course))
    assert len(found) > 10
