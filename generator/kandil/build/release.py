"""What a release asks of the course itself; what it asks of a translation is in `localize`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from kandil.lint.advice.dates import CODES as DATES
from kandil.model.blocks import Quiz
from kandil.model.course import Course, Module
from kandil.model.edition import Kind
from kandil.model.interactions import Interaction
from kandil.model.structure import quizzes, within
from kandil.problems import Place, Problem


def release_problems(course: Course, kind: Kind, as_of: date) -> list[Problem]:
    """Ids and reviews, and advice past its best; a preview is told what a learner is told too."""
    found = [_unreviewed(course, module) for module in course.modules if not module.reviewers]
    found += _dated(course, kind, as_of)
    if kind == "preview":
        return list(dict.fromkeys(found))
    if course.sensitive and found:
        message = "A sensitive course that no specialist has reviewed is built as a preview only"
        place = Place(f"{course.folder}/course.yml")
        found.append(Problem("G002", place, message, "Build it with '--edition preview'."))
    for module in course.modules:
        found += _unnamed([*quizzes(module), *within(Interaction, module)])
        if module.best_by and module.best_by < as_of:
            message = f"The advice in this lesson was good until {module.best_by}"
            hint = "Check it against today's advice, then set 'advice_reviewed' and 'best_by'."
            found.append(Problem("G003", module.title.place, message, hint))
    found += _unnamed(one for pair in course.forms for one in (pair.before, pair.after))
    # Several quizzes may draw from one bank.
    return list(dict.fromkeys(found))


def unrepeated(linted: list[Problem], found: list[Problem]) -> list[Problem]:
    """What lints say of a selection, less the dates of lessons whose advice is too old for it."""
    past = {problem.place.file for problem in found if problem.code == "G003"}
    return [one for one in linted if not (one.code in DATES and one.place.file in past)]


def _dated(course: Course, kind: Kind, as_of: date) -> Iterator[Problem]:
    """Figures that are too old, or not yet of this day."""
    for fact in course.facts:
        if fact.year > as_of.year or fact.checked > as_of:
            message = f"'{fact.id}' has a year or a day of checking after {as_of}"
            hint = (
                "Write the year that it speaks of, and the day on which somebody read its source."
            )
            yield Problem("C023", fact.place, message, hint)
        elif fact.best_by < as_of:
            message = f"The figure '{fact.id}' was good until {fact.best_by}"
            hint = "Look it up again, then set 'value', 'year', 'checked' and 'best_by'."
            yield Problem("G006" if kind == "release" else "G007", fact.place, message, hint)


def _unreviewed(course: Course, module: Module) -> Problem:
    place = Place(str(PurePosixPath(course.folder) / module.file))
    hint = "When a specialist has read it, write her name in 'reviewers'."
    return Problem("G004", place, "No specialist has reviewed this lesson yet", hint)


def _unnamed(asking: Iterable[Quiz | Interaction]) -> Iterator[Problem]:
    for block in asking:
        if not block.explicit_id:
            message = "This has no id of its own, and results and translations would hang on it"
            hint = "Let 'kandil check --fix' write one."
            yield Problem("Q007", block.place, message, hint)
