"""The right answer always stands in the same position."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.asked import scored_choices
from kandil.model.course import Course
from kandil.problems import Problem

FEWEST = 3


def lint_position(course: Course) -> Iterator[Problem]:
    """Only questions that are not shuffled: the others have no position."""
    for module in course.modules:
        fixed = [
            question
            for question in scored_choices(module.blocks)
            if question.form == "single" and question.shuffle is False
        ]
        keys = {option.letter for question in fixed for option in question.options if option.right}
        if len(fixed) >= FEWEST and len(keys) == 1:
            message = f"In {len(fixed)} questions without shuffle the right answer is '{min(keys)}'"
            hint = "Take 'shuffle: no' away, or move some of the right answers."
            yield Problem("A303", fixed[0].place, message, hint)
