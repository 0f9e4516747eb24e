"""What every learner must be told with a lesson, whatever the format: how far to trust it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from kandil.localize.coverage import INTERFACE
from kandil.localize.words.formats import language_name, month
from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.model.fallen import fallen


def notices(edition: Edition, module: Module) -> Iterator[str]:
    """Each reason for care that is true of a lesson, and no other (`rulings.md` 30)."""
    yield from doubts(edition, module)
    parts = module.title, module.objectives, module.blocks, module.terms
    yield from foreign_parts(edition, *parts)


def doubts(edition: Edition, module: Module) -> Iterator[str]:
    """Those that are true of any part of it."""
    yield from unread(edition, {module.id})
    if edition.kind == "preview" and not module.reviewers:
        yield edition.translate("This lesson has not been reviewed by a specialist.")
    if module.best_by and module.best_by < edition.as_of:
        day = month(module.best_by, edition.locale)
        words = edition.translate("This advice was good until {month}. Parts of it may be old.")
        yield words.replace("{month}", day)


def unread(edition: Edition, parts: Set[str]) -> Iterator[str]:
    """A draft is never shown without a word about it, on no page but the exit."""
    if edition.kind != "preview" or not edition.drafts & {*parts, INTERFACE}:
        return
    if edition.locale == edition.course.language:
        # Only the interface can be a draft: the lesson itself is the source.
        yield edition.translate("No person has reviewed the words of the buttons.")
    else:
        yield edition.translate("This translation has not been reviewed by a person.")


def foreign_parts(edition: Edition, *shown: object) -> Iterator[str]:
    """`3 parts of this page are in English.`"""
    if edition.locale == edition.course.language:
        return
    for language, number in sorted(fallen(*shown).items()):
        words = edition.plural(
            "{number} part of this page is in {language}.",
            "{number} parts of this page are in {language}.",
            number,
        )
        name = language_name(language, edition.locale)
        yield words.replace("{number}", str(number)).replace("{language}", name)


def reviewed(course: Course) -> bool:
    """Whether a specialist has reviewed every lesson."""
    return all(module.reviewers for module in course.modules)


def reasons(edition: Edition) -> Iterator[str]:
    """Why a preview is one, for what belongs to no lesson (`rulings.md` 30)."""
    if edition.kind == "preview" and not reviewed(edition.course):
        yield edition.translate("Not yet reviewed by a specialist.")
    yield from unread(edition, edition.drafts)


def content_note(edition: Edition) -> tuple[str, ...]:
    """Said before any lesson of a sensitive course: a question, and why it is asked."""
    if not edition.course.sensitive:
        return ()
    translate = edition.translate
    # safety: the first thing that a learner sees; somebody may be looking at the screen with her
    question = translate("Is it safe to read this now?")
    # safety: the first thing that a learner sees; somebody may be looking at the screen with her
    why = translate(
        "These lessons speak of violence and control. Somebody who looks at this screen sees what "
        "you read."
    )
    return question, why
