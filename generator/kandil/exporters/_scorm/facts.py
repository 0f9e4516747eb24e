"""What a run-time must know of a course to report it: ids, points, and keys for its memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from kandil.model.course import Course, LeftOut, Module, Profile
from kandil.model.structure import KEY, key

Facts: TypeAlias = dict[str, Any]

HEAD = 6
"""Characters before the lessons: format, length of the keys, best score and the sign behind it."""
SEED = 6
"""Characters of the seed of all draws, in base 36."""
TENTHS = 10
"""Points of a partly right answer are kept in tenths."""
RESUME_LIMIT = 4096
"""`cmi.suspend_data` is a CMIString4096 (SCORM 1.2 RTE 3.4.2.2)."""


def course_facts(course: Course, profile: Profile, paths: Mapping[str, str]) -> Facts:
    """`paths`: each lesson's page. What a profile must not report is not even named."""
    start: Facts = {"profile": profile, "start": "index.html"}
    if profile == "none":
        return start
    length = _key_length(course)
    lessons = [_lesson(module, paths[module.id], length, profile) for module in course.modules]
    draws = any(quiz.draw for module in course.modules for quiz in module.brief.quizzes)
    left = {key(one.id, length): _room(one, length) for one in course.left_out}
    more: Facts = ({"left": left} if left else {}) | ({"draws": True} if draws else {})
    return start | {"pass": course.pass_mark, "lessons": lessons} | more


def resume_size(facts: Facts) -> int:
    """Characters of the state that may never be dropped: every lesson opened, every quiz scored."""
    size = HEAD + (SEED if facts.get("draws") else 0)
    left: dict[str, int] = facts.get("left", {})
    size += sum(1 + len(name) + room for name, room in left.items())
    for _, _, name, scored, *_ in facts.get("lessons", ()):
        size += 1 + len(name) + sum(_points(of, quiz) for _, of, quiz in scored)
    return size


def _points(of: int, quiz: str) -> int:
    return 1 + len(quiz) + len(_base36(of * TENTHS))


def _room(lesson: LeftOut, length: int) -> int:
    """Characters of the points of a lesson that may come back."""
    return sum(_points(of, key(name, length)) for name, of in lesson.quizzes)


def _lesson(module: Module, path: str, length: int, profile: Profile) -> list[Any]:
    """A row, as `themes/base/scorm/state.js` reads it."""
    row: list[Any] = [module.id, path, key(module.id, length)]
    every = module.brief.quizzes
    row.append([[quiz.id, quiz.tellable, key(quiz.id, length)] for quiz in every])
    if profile == "full":
        row.append(
            [
                [quiz.id, one.id, one.form, one.mark, *one.right]
                for quiz in every
                for one in quiz.reported
            ]
        )
    return row


def _key_length(course: Course) -> int:
    """As short as the lessons of the course, and the quizzes of each lesson, can be told apart.

    Those that are left out too: else another's results would be taken for theirs (`rulings.md` 39).
    """
    lessons: tuple[Module | LeftOut, ...] = (*course.modules, *course.left_out)
    groups = [[lesson.id for lesson in lessons]]
    groups += [[quiz.id for quiz in module.brief.quizzes] for module in course.modules]
    groups += [[name for name, _ in lesson.quizzes] for lesson in course.left_out]
    length = KEY
    while any(len({key(one, length) for one in ids}) < len({*ids}) for ids in groups):
        length += 1
    return length


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
