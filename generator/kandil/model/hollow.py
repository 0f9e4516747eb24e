"""Lessons of which only the brief is there.

A lesson is *hollow* where another process has read it, or where it has not changed since it was
built. All that is asked of lessons other than the page's own is asked of their briefs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kandil.model.brief import QuizBrief
from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.model.structure import LENGTH, key
from kandil.problems import Place


def hollow(module: Module) -> Module:
    """The lesson with nothing in it."""
    bare = replace(module, blocks=(), trainer=(), terms=(), figures=(), status=())
    return replace(bare, known=module.brief)


def hollowed(edition: Edition) -> Edition:
    """An edition with hollow lessons."""
    modules = tuple(map(hollow, edition.course.modules))
    return replace(edition, course=replace(edition.course, modules=modules))


def bank_name(course: Course, place: Place) -> str:
    """Of the quiz at `place`: the same for all quizzes that draw from the same questions, in every
    language."""
    first = next(_sharing(course, place))
    return key(" ".join(name for name, _ in first.store), LENGTH)


def drawn_before(course: Course, place: Place) -> list[int]:
    """How many questions the earlier quizzes draw from the bank of that at `place`."""
    sharing = [*_sharing(course, place)]
    earlier = next(i for i, other in enumerate(sharing) if other.place == place)
    return [other.draw for other in sharing[:earlier]]


def _sharing(course: Course, place: Place) -> Iterator[QuizBrief]:
    """All that draw from the same bank. Ids that nobody wrote differ between lessons: the places
    of the questions do not."""
    drawing = [quiz for one in course.modules for quiz in one.brief.quizzes if quiz.draw]
    here = next(quiz for quiz in drawing if quiz.place == place)
    wanted = [at for _, at in here.store]
    return (quiz for quiz in drawing if [at for _, at in quiz.store] == wanted)
