"""Two quizzes of one bank, such as before and after a lesson, ask different questions if it can."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kandil.model.blocks import Quiz
from kandil.model.course import Course
from kandil.model.interactions import Interaction
from kandil.model.structure import quizzes
from kandil.problems import Place, Problem


def small_banks(course: Course) -> Iterator[Problem]:
    """Banks that have fewer questions of an objective than their quizzes may ask together."""
    banks: dict[tuple[Place, ...], list[Quiz]] = {}
    for module in course.modules:
        for quiz in quizzes(module):
            if quiz.bank:
                # Ids that nobody wrote differ between lessons.
                places = tuple(question.place for question in quiz.bank)
                banks.setdefault(places, []).append(quiz)
    for sharing in banks.values():
        if len(sharing) > 1:
            yield from _short(sharing)


def _short(sharing: list[Quiz]) -> Iterator[Problem]:
    last = sharing[-1]
    for aim, there in _sizes(last.bank).items():
        needed = sum(min(most(quiz, aim), there) for quiz in sharing)
        if needed <= there:
            continue
        kind = f" with 'objective: {aim}'" if aim else " without an objective"
        message = f"The quizzes of this bank ask up to {needed} questions{kind}, and it has {there}"
        hint = f"Add {needed - there}, or draw fewer: else some are asked again."
        yield Problem("Q714", last.place, message, hint)


def most(quiz: Quiz, aim: str) -> int:
    """Of one objective, the most that a quiz asks; the player lets them take turns, in an order
    that differs from learner to learner.
    """
    sizes = _sizes(quiz.questions)
    if not quiz.draw:
        return sizes[aim]
    given, left = 0, min(quiz.draw, sizes.total())
    while left > 0 and given < sizes[aim]:
        others = sum(size > given for other, size in sizes.items() if other != aim)
        given, left = given + 1, left - 1 - others
    return given


def _sizes(questions: tuple[Interaction, ...]) -> Counter[str]:
    return Counter(question.objective for question in questions if question.scored)
