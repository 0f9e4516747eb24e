"""A question of a quiz as a `problem` of the platform's own (capa)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from markupsafe import Markup

from kandil.exporters._olx.choices import choice, shuffles
from kandil.exporters._olx.gaps import gaps, told_by_gaps
from kandil.exporters._olx.places import listable, matching, sequencing
from kandil.exporters._olx.words import Words
from kandil.model.blocks import Quiz
from kandil.model.brief import gaps as blanks_of
from kandil.model.interactions import Choice, FillIn, Interaction, Matching, Sequencing
from kandil.model.text import Text

_DIRECTED = Markup('<div lang="{}" dir="rtl">\n{}</div>\n')
_REASONS = Markup('<solution>\n<div class="detailed-solution">\n{}</div>\n</solution>\n')
_READ = re.compile(r"_or_|\$\w", re.IGNORECASE)
"""What the platform does not take as it stands: it reads `_or_` as a sign between two answers, and
puts a value of its own in the place of `$seed` and other names."""
_PARAGRAPH = Markup("<p>{}</p>\n")
_HINTS = Markup("<demandhint>\n{}</demandhint>\n")
_HINT = Markup("<hint>{}</hint>\n")


def takes(question: Interaction) -> bool:
    """Whether a problem can ask it as it stands."""
    match question:
        case Choice():
            return question.scored
        case Matching():
            return listable(question)
        case FillIn():
            return not any(map(_READ.search, _answers(question)))
    return isinstance(question, Sequencing)


def _answers(question: FillIn) -> Iterator[str]:
    return (answer for blank in blanks_of(question) for answer in blank.answers)


def problem(words: Words, quiz: Quiz, question: Interaction, number: int) -> bytes:
    """With what the platform must know of it in its attributes."""
    body = _response(words, question) + _reasons(words, question)
    if words.edition.direction == "rtl":
        # Left out elsewhere: around one response alone Studio opens its editor of questions.
        body = _DIRECTED.format(words.edition.locale, body)
    hints = Markup("").join(_HINT.format(words.text(one)) for one in _hints(question))
    root = etree.Element("problem", _settings(words, quiz, question, number))
    content = Markup("<problem>\n{}{}</problem>").format(
        body, _HINTS.format(hints) if hints else ""
    )
    read = etree.fromstring(content)
    root.text, root[:] = read.text, read[:]
    return bytes(etree.tostring(root, encoding="UTF-8")) + b"\n"


def _response(words: Words, question: Interaction) -> Markup:
    match question:
        case Choice():
            return choice(words, question)
        case FillIn():
            return gaps(words, question)
        case Matching():
            return matching(words, question)
        case Sequencing():
            return sequencing(words, question)
    raise TypeError(f"not a question that a problem can ask: {question.name}")


def _settings(words: Words, quiz: Quiz, question: Interaction, number: int) -> dict[str, str]:
    """Points, tries and when the answer is shown: once all is right, or no try is left."""
    named = words.own("Question {number} of {total}")
    for name, value in (("{number}", number), ("{total}", len(quiz.questions))):
        named = named.replace(name, words.number(value))
    settings = {"display_name": named, "weight": str(question.points), "showanswer": "finished"}
    settings["rerandomize"] = "per_student" if shuffles(question) else "never"
    # The best try counts (`rulings.md` 1) where a site has that switched on, else the last.
    settings["grading_method"] = "highest_score"
    attempts = quiz.attempts if question.attempts is None else question.attempts
    return settings | ({"max_attempts": str(attempts)} if attempts else {})


def _reasons(words: Words, question: Interaction) -> Markup:
    """What no single answer says, to be read once she has finished."""
    told = "".join(_PARAGRAPH.format(words.text(one)) for one in _unsaid(question))
    return _REASONS.format(Markup(told)) if told else Markup()


def _hints(question: Interaction) -> tuple[Text, ...]:
    """What is said of a wrong answer is the last one to ask for, where no answer can say it."""
    told = isinstance(question, Choice) and question.form != "multiple"
    return question.hints if told else (*question.hints, *question.incorrect)


def _unsaid(question: Interaction) -> tuple[Text, ...]:
    """Never what is said of a wrong answer: it is shown after a right one too."""
    if isinstance(question, Choice) or told_by_gaps(question):
        return question.why
    return (*question.correct, *question.why)
