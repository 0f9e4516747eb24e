"""The learner's pages of forms A and B, where a course asks for them (`rulings.md` 44)."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.model.course import Course
from kandil.model.forms import SHEETS
from kandil.model.interactions import Choice
from kandil.values import dataclass

BEFORE, AFTER = "before.html", "after.html"


@dataclass(frozen=True, slots=True)
class FormPage:
    """One of the two: quick checks, which give no points, are not kept and need no script."""

    path: str
    asked: tuple[Choice, ...]

    @property
    def first(self) -> bool:
        """Whether it stands before the lessons."""
        return self.path == BEFORE


def form_pages(course: Course) -> Iterator[FormPage]:
    """Both of them, or none."""
    if course.forms_on == "pages" and course.forms:
        both = zip(*((pair.before, pair.after) for pair in course.forms), strict=True)
        for path, sheet, asked in zip((BEFORE, AFTER), SHEETS, both, strict=True):
            yield FormPage(path, tuple(one for one in asked if one.sheet == sheet))
