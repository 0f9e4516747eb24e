"""Single answers: too few, without feedback, or standing for all others."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.lint.questions.asked import pattern, scored_choices
from kandil.model.interactions import Choice, Option
from kandil.model.structure import quick_checks
from kandil.problems import Problem
from kandil.read.source.keywords import Keywords, keywords_for

FEWEST = 3


def lint_answers(context: LintContext) -> Iterator[Problem]:
    """Each question alone."""
    catchall = pattern("catchall", context.locale)
    language, _ = keywords_for(context.locale, (), context.folder)
    for module in context.course.modules:
        quick = quick_checks(module)
        for question in quick:
            yield from _silent(question)
        for question in scored_choices(module):
            if question not in quick:
                yield from _few(question, language)
            for option in question.options:
                if option.text and catchall.search(option.text.plain):
                    message = f"The answer '{option.text.plain}' stands for others"
                    hint = "Write what is true in one answer, or let her pick several."
                    yield Problem("A302", option.text.place, message, hint)
                if option.text and not option.right and not _explained(question, option.feedback):
                    hint = "Write below it, indented two spaces: '> Why this is not right.'"
                    message = "Whoever picks this wrong answer is not told why"
                    yield Problem("A304", option.text.place, message, hint)


def _silent(question: Choice) -> Iterator[Problem]:
    """A quick check says why, whatever she opens; of wrong answers in words A304 tells it."""
    for option in question.options:
        said = option.feedback or question.why
        said = said or (question.correct if option.right else question.incorrect)
        if not said and (option.right or not option.text):
            place = option.text.place if option.text else question.place
            hint = "Write below it, indented two spaces: '> Why this is so.'"
            message = "Whoever opens this answer of a quick check is told nothing"
            yield Problem("A310", place, message, hint)


def _few(question: Choice, language: Keywords) -> Iterator[Problem]:
    number = len(question.options)
    if number >= FEWEST:
        return
    message = f"This question has {number} answers: a guess is right half the time"
    if number == 1:
        message = "This question has one answer: there is nothing to choose"
    hint = "Add a wrong answer that somebody could believe, or ask 'True or false: …'."
    for pair in (("True", "False"), ("Yes", "No")):
        if {_bare(language, option) for option in question.options} == {*pair}:
            one, two = map(language.word, pair)
            hint = f"Write exactly '{one}' and '{two}', with a capital letter and no full stop."
    yield Problem("A308", question.place, message, hint)


def _bare(language: Keywords, option: Option) -> str:
    """The keyword that an answer is, capital letters and signs aside."""
    word = option.text.plain.strip(" .!:;\"'") if option.text else ""
    return language.english(word) or language.english(word.capitalize())


def _explained(question: Choice, feedback: tuple[object, ...]) -> bool:
    return bool(feedback or question.why or question.incorrect)


LINT = Lint(lint_answers)
