"""Questions that ask what is not true: many read over the "not"."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.questions.asked import pattern, question_text, scored_choices
from kandil.model.course import Course
from kandil.problems import Problem


def lint_stems(course: Course) -> Iterator[Problem]:
    """In the language of the course."""
    negative = pattern("negative", course.language)
    for module in course.modules:
        for question in scored_choices(module.blocks):
            if found := negative.search(question_text(question)):
                message = f"This question is turned round: '{found[0].strip()}'"
                hint = "Ask what is true: many do not see a 'not'."
                yield Problem("A305", question.prompt.place, message, hint)
