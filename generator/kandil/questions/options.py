"""What the three choice types have in common: their answers as options, and their faults."""

from __future__ import annotations

from kandil.model.interactions import Choice, Option
from kandil.model.text import Text
from kandil.problems import Problem
from kandil.questions.letters import letter, unchosen
from kandil.read.question.answer_lines import Answer
from kandil.read.question.items import Body


def options(body: Body, words: tuple[str, ...] = ()) -> tuple[Option, ...]:
    """The answers with a letter each; `words` stand for answers of the UI catalogue."""
    return tuple(
        Option(
            letter(index),
            None if words else answer.text,
            bool(answer.ticked),
            answer.feedback,
            words[index] if words else "",
        )
        for index, answer in enumerate(body.answers)
    )


def faults(body: Body) -> list[Problem]:
    """Too few answers, the same one twice, none that is right."""
    found = unchosen(body.answers, body.unreadable, "Add a wrong answer: '- [ ] …'.")
    if not body.unreadable and not any(answer.ticked for answer in body.answers):
        hint = "Put an x in the box of the right answer: '- [x] …'."
        place = body.answers[0].place
        found.append(Problem("Q104", place, "No answer is marked as right", hint))
    return found


def answers(choice: Choice, body: Body) -> tuple[Answer, ...]:
    """The way back: its options as answers, words of the UI catalogue in the body's language."""
    return tuple(
        Answer(_words(option, body), option.right, option.feedback, choice.place)
        for option in choice.options
    )


def _words(option: Option, body: Body) -> Text:
    if option.text:
        return option.text
    word = body.language.word(option.word)
    return Text(word, (word,), body.place)
