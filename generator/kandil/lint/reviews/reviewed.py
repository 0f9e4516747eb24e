"""A name in `reviewers` is that of somebody who has signed; what she has read may have changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kandil.lint.lint import Lint, LintContext, Moment
from kandil.lint.reviews.fingerprint import of_source, of_translation
from kandil.lint.reviews.records import YES, Record, read_record, record_file
from kandil.model.course import Module
from kandil.problems import Place, Problem


def lint_reviewed(context: LintContext) -> Iterator[Problem]:
    """Of the lessons, and in a check of each translation that somebody has reviewed."""
    for module in context.course.modules:
        if context.moment is Moment.TRANSLATION:
            yield from _translation(context, module)
            continue
        record = read_record(record_file(context.folder, context.course.id, module.id))
        yield from _named(context, module, record)
        if context.moment is Moment.SOURCE and (record.reviews or record.problems):
            yield from record.problems
            yield from older(record, of_source(module), again(context.folder, module))


def older(record: Record, text: str, command: str) -> Iterator[Problem]:
    """The newest review of each person, if she has read another text than this one."""
    newest = {one.name: one for one in record.reviews}
    for review in newest.values():
        if review.text != text:
            message = f"What {review.name} has reviewed on {review.day} has changed since"
            hint = f"Send her a new sheet: '{command}'. Until she signs it, no page names her."
            yield Problem("R002", review.place, message, hint)


def _translation(context: LintContext, module: Module) -> Iterator[Problem]:
    course, locale = context.course, context.locale
    record = read_record(record_file(context.folder, course.id, module.id, locale))
    yield from record.problems
    if record.reviews:
        text = of_translation(module, context.words)
        yield from older(record, text, f"{again(context.folder, module)} --locale {locale}")


def _named(context: LintContext, module: Module, record: Record) -> Iterator[Problem]:
    for name in module.reviewers:
        theirs = [review for review in record.reviews if review.by(name)]
        if theirs and theirs[-1].decision == YES:
            continue
        place = _spot(context, module, name)
        message = f"There is no record that {name} has reviewed this lesson"
        hint = (
            f"Send her what '{again(context.folder, module)}' writes, and let 'kandil review "
            "read' record it; until then 'reviewers: []'."
        )
        if theirs:
            message = f"{name} has asked for changes, and has not reviewed this lesson again"
        yield Problem("R001", place, message, hint)


def _spot(context: LintContext, module: Module, name: str) -> Place:
    file = (context.folder / module.file).as_posix()
    return context.sources.spot(context.sources.key(file, "reviewers"), name)


def again(folder: Path, module: Module) -> str:
    """What writes a new sheet; `folder` is that of the course."""
    return f"kandil review sheet {(folder / module.file).as_posix()}"


LINT = Lint(lint_reviewed, frozenset({Moment.SOURCE, Moment.TRANSLATION, Moment.SELECTION}))
