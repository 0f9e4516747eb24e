"""What a run-time must know of a course to report it: ids, points, and keys for its memory."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeAlias

from kandil.model.blocks import Quiz
from kandil.model.course import Course, Module, Profile
from kandil.model.interactions import Choice, Interaction, Matching, Sequencing

Facts: TypeAlias = dict[str, Any]

KEY = 4
"""Characters of a lesson's key: 24 bits, more where two lessons would share them."""
STRUCTURE = 6
TENTHS = 10
"""Points of a partly right answer are kept in tenths."""
RESUME_LIMIT = 4096
"""`cmi.suspend_data` is a CMIString4096 (SCORM 1.2 RTE 3.4.2.2)."""


def course_facts(course: Course, profile: Profile, paths: Mapping[str, str]) -> Facts:
    """`paths`: each lesson's page. What a profile must not report is not even named."""
    start: Facts = {"profile": profile, "start": "index.html"}
    if profile == "none":
        return start
    length = _key_length([module.id for module in course.modules])
    lessons = [_lesson(module, paths[module.id], length, profile) for module in course.modules]
    structure = json.dumps(sorted(_shape(module) for module in course.modules))
    return start | {
        "pass": course.pass_mark,
        "structure": _key(structure, STRUCTURE),
        "lessons": lessons,
    }


def resume_size(facts: Facts) -> int:
    """Characters of the state that may never be dropped: every lesson opened, every quiz scored."""
    size = 1 + len(facts.get("structure", ""))
    for _, _, key, quizzes, *_ in facts.get("lessons", ()):
        points = sum(len(_base36(of * TENTHS)) for _, of in quizzes)
        size += len(key) + points + len(quizzes) + 1
    return size


def _lesson(module: Module, path: str, length: int, profile: Profile) -> list[Any]:
    """A row, as `themes/base/scorm/state.js` reads it."""
    quizzes = _quizzes(module)
    row: list[Any] = [module.id, path, _key(module.id, length)]
    row.append([[quiz.id, _possible(quiz)] for quiz in quizzes])
    if profile == "full":
        row.append([_question(quiz, one) for quiz in quizzes for one in _reported(quiz)])
    return row


def _question(quiz: Quiz, question: Interaction) -> list[str]:
    row = [quiz.id, question.id, _form(question)]
    if isinstance(question, Choice) and question.form == "true_false":
        row += [option.letter for option in question.options if option.word in ("True", "Yes")]
    return row


def _form(question: Interaction) -> str:
    """The name in `cmi.interactions.n.type`."""
    if isinstance(question, Choice):
        return "true-false" if question.form == "true_false" else "choice"
    return question.name.replace("_", "-")


def _quizzes(module: Module) -> list[Quiz]:
    return [block for block in module.blocks if isinstance(block, Quiz)]


def _reported(quiz: Quiz) -> list[Interaction]:
    return [one for one in quiz.questions if one.scored and not one.sensitive]


def _possible(quiz: Quiz) -> int:
    """Points of sensitive questions are not reported: a score would betray the answer."""
    return sum(question.points for question in _reported(quiz))


def _shape(module: Module) -> list[Any]:
    """What an answer's meaning hangs on; the order of lessons does not matter."""
    questions = [
        [quiz.id, question.id, _form(question), _letters(question), question.points]
        for quiz in _quizzes(module)
        for question in quiz.questions
    ]
    return [module.id, questions]


def _letters(question: Interaction) -> str:
    if isinstance(question, Choice):
        return "".join(option.letter for option in question.options)
    if isinstance(question, Sequencing | Matching):
        return "".join(item.letter + item.home for item in question.items)
    return ""


def _key_length(ids: list[str]) -> int:
    length = KEY
    while len({_key(one, length) for one in ids}) < len(ids):
        length += 1
    return length


def _key(words: str, length: int) -> str:
    return urlsafe_b64encode(sha256(words.encode()).digest()).decode()[:length]


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
