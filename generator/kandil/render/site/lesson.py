"""What the page of a lesson says around its content: where she is in the course."""

from __future__ import annotations

from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.model.text import Text
from kandil.values import dataclass

AROUND = 12
"""Lessons that the list beside the text names; the overview has them all."""
OVERVIEW = 100
"""Lessons on one page of the overview: keeps it under the weight limit in any course."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A lesson in a list of lessons."""

    number: int
    module: Module

    @property
    def path(self) -> str:
        """Its page."""
        return f"{self.module.id}.html"


def stops(course: Course) -> list[Stop]:
    """Every lesson with its number."""
    return [Stop(number, module) for number, module in enumerate(course.modules, 1)]


def minutes(course: Course) -> int:
    """Of all lessons together; 0 where one does not say how long it takes."""
    every = [module.minutes for module in course.modules]
    return sum(every) if all(every) else 0


def around(course: Course, number: int) -> list[Stop]:
    """The lessons near this one."""
    last = len(course.modules)
    first = max(1, min(number - AROUND // 2, last - AROUND + 1))
    end = min(last, first + AROUND - 1)
    return [Stop(n, course.modules[n - 1]) for n in range(first, end + 1)]


def overview_path(number: int) -> str:
    """The page of the overview that lists this lesson."""
    page = (number - 1) // OVERVIEW
    return f"lessons-{page + 1}.html" if page else "index.html"


def discreet(course: Course) -> Text:
    """The title for the bar and for `<title>`."""
    return course.discreet_title or course.title


def page_title(edition: Edition, number: int, place: str) -> str:
    """As a tab, the history and a bookmark show it; a sensitive course never tells more."""
    course, module = edition.course, edition.course.modules[number - 1]
    if module.discreet_title:
        return module.discreet_title.plain
    first = place if course.sensitive else module.title.plain
    return f"{first} · {discreet(course).plain}"
