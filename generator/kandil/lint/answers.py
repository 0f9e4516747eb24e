"""Single answers: too few, without feedback, or standing for all others."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.asked import pattern, scored_choices
from kandil.model.course import Course
from kandil.model.interactions import Choice
from kandil.problems import Problem

FEWEST = 3


def lint_answers(course: Course) -> Iterator[Problem]:
    """Each question alone."""
    catchall = pattern("catchall", course.language)
    for module in course.modules:
        for question in scored_choices(module.blocks):
            yield from _few(question)
            for option in question.options:
                if option.text and catchall.search(option.text.plain):
                    message = f"The answer '{option.text.plain}' stands for others"
                    hint = "Write what is true in one answer, or let her pick several."
                    yield Problem("A302", option.text.place, message, hint)
                if option.text and not option.right and not _explained(question, option.feedback):
                    hint = "Write below it, indented two spaces: '> Why this is not right.'"
                    message = "Whoever picks this wrong answer is not told why"
                    yield Problem("A304", option.text.place, message, hint)


def _few(question: Choice) -> Iterator[Problem]:
    if len(question.options) < FEWEST:
        message = (
            f"This question has {len(question.options)} answers: a guess is right half the time"
        )
        hint = "Add a wrong answer that somebody could believe, or ask 'True or false: …'."
        yield Problem("A308", question.place, message, hint)


def _explained(question: Choice, feedback: tuple[object, ...]) -> bool:
    return bool(feedback or question.why or question.incorrect)
