"""Which lints do not know a language: what they cannot find, a person must look for."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext, Moment
from kandil.lint.text.translations import catalogues
from kandil.lint.text.word_tables import row
from kandil.localize.locale import resolve
from kandil.problems import Place, Problem


def lint_languages(context: LintContext) -> Iterator[Problem]:
    """One notice for the language of the course, and one for each locale with translations.

    Figures and questions are looked at in the source alone; of no language, nothing is said.
    """
    tag, source = context.locale, context.moment is Moment.SOURCE
    place = _place(context)
    if resolve(tag, place)[0] is None:
        return
    lacking = []
    if not context.book.rules:
        lacking.append("advice to stop giving (A001, A002)")
    if row("lessons", tag) is None:
        lacking.append("promises without a limit (A501)")
    if source and row("figures", tag) is None:
        lacking.append("figures in words (A201)")
    if source and row("questions", tag) is None:
        lacking.append("questions turned round and answers for all others (A302, A305)")
    if row("phones", tag) is None:
        lacking.append("short numbers behind words such as 'call' (A406)")
    if context.course.sensitive and row("discreet", tag) is None:
        lacking.append("telling words in a discreet title (A405)")
    if lacking:
        message = f"Kandil has no words of '{tag}', and does not find: {'; '.join(lacking)}"
        hint = (
            "Let somebody who speaks the language look for these; "
            "docs/writing/checks.md says what they are."
        )
        yield Problem("A208", place, message, hint)


def _place(context: LintContext) -> Place:
    """Where the language is said, or the first of its PO files."""
    if context.moment is Moment.SOURCE:
        return context.sources.key((context.folder / "course.yml").as_posix(), "language")
    return Place(catalogues(context.course)[context.locale][0].as_posix())


LINT = Lint(lint_languages, frozenset({Moment.SOURCE, Moment.TRANSLATION}))
