"""What a release asks of the course itself; what it asks of a translation is in `localize`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from kandil.lint.advice.dates import lint_dates
from kandil.lint.text.sources import Sources
from kandil.model.blocks import Quiz
from kandil.model.course import Course, Module
from kandil.model.edition import Kind
from kandil.model.interactions import Interaction
from kandil.model.structure import interactions, quizzes
from kandil.problems import Place, Problem


def release_problems(course: Course, kind: Kind, as_of: date) -> list[Problem]:
    """Ids, dates and reviews; a preview is told what a learner is told too, and what runs out."""
    found = [_unreviewed(course, module) for module in course.modules if not module.reviewers]
    dates = list(lint_dates(course, as_of, Sources()))
    if kind == "preview":
        return found + dates
    if course.sensitive and found:
        message = "A sensitive course that no specialist has reviewed is built as a preview only"
        place = Place(f"{course.folder}/course.yml")
        found.append(Problem("G002", place, message, "Build it with '--edition preview'."))
    for module in course.modules:
        found += _ids(module)
        if module.best_by and module.best_by < as_of:
            message = f"The advice in this lesson was good until {module.best_by}"
            hint = "Check it against today's advice, then set 'advice_reviewed' and 'best_by'."
            found.append(Problem("G003", module.title.place, message, hint))
    past = {problem.place.file for problem in found if problem.code == "G003"}
    found += [problem for problem in dates if problem.place.file not in past]
    # Several quizzes may draw from one bank.
    return list(dict.fromkeys(found))


def _unreviewed(course: Course, module: Module) -> Problem:
    place = Place(str(PurePosixPath(course.folder) / module.file))
    hint = "When a specialist has read it, write her name in 'reviewers'."
    return Problem("G004", place, "No specialist has reviewed this lesson yet", hint)


def _ids(module: Module) -> Iterator[Problem]:
    asking: list[Quiz | Interaction] = [*quizzes(module), *interactions(module.blocks)]
    for block in asking:
        if not block.explicit_id:
            message = "This has no id of its own, and results and translations would hang on it"
            hint = "Let 'kandil check --fix' write one."
            yield Problem("Q007", block.place, message, hint)
