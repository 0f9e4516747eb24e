"""Two quizzes of one bank, such as before and after a lesson, ask different questions if it can."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.model.brief import QuizBrief
from kandil.model.course import Course
from kandil.problems import Place, Problem


def small_banks(course: Course) -> Iterator[Problem]:
    """Banks that have fewer questions of an objective than their quizzes may ask together."""
    banks: dict[tuple[Place, ...], list[QuizBrief]] = {}
    for module in course.modules:
        for quiz in module.brief.quizzes:
            if quiz.bank:
                # Ids that nobody wrote differ between lessons; the places do not.
                banks.setdefault(quiz.bank, []).append(quiz)
    for sharing in banks.values():
        if len(sharing) > 1:
            yield from _short(sharing)


def _short(sharing: list[QuizBrief]) -> Iterator[Problem]:
    last = sharing[-1]
    for aim, there in last.bank_aims:
        needed = sum(min(most(quiz, aim), there) for quiz in sharing)
        if needed <= there:
            continue
        kind = f" with 'objective: {aim}'" if aim else " without an objective"
        message = f"The quizzes of this bank ask up to {needed} questions{kind}, and it has {there}"
        hint = f"Add {needed - there}, or draw fewer: else some are asked again."
        yield Problem("Q714", last.place, message, hint)


def most(quiz: QuizBrief, aim: str) -> int:
    """Of one objective, the most that a quiz asks; the player lets them take turns, in an order
    that differs from learner to learner.
    """
    sizes = dict(quiz.aims)
    if not quiz.draw:
        return sizes.get(aim, 0)
    given, left = 0, min(quiz.draw, sum(sizes.values()))
    while left > 0 and given < sizes.get(aim, 0):
        others = sum(size > given for other, size in sizes.items() if other != aim)
        given, left = given + 1, left - 1 - others
    return given
