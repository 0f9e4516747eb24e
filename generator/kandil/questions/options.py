"""What the three choice types have in common: their answers as options, and their faults."""

from __future__ import annotations

from string import ascii_lowercase

from kandil.model.interactions import Option
from kandil.problems import Problem
from kandil.read.items import Body


def options(body: Body, words: tuple[str, ...] = ()) -> tuple[Option, ...]:
    """The answers with a letter each; `words` stand for answers of the UI catalogue."""
    return tuple(
        Option(
            ascii_lowercase[index % 26],
            None if words else answer.text,
            bool(answer.ticked),
            answer.feedback,
            words[index] if words else "",
        )
        for index, answer in enumerate(body.answers)
    )


def faults(body: Body) -> list[Problem]:
    """Too few answers, the same one twice, none that is right."""
    found, seen = [], set()
    if len(body.answers) > len(ascii_lowercase):
        hint = "Make two questions of it."
        place = body.answers[len(ascii_lowercase)].place
        found.append(Problem("Q113", place, "A question has 26 answers at most", hint))
    for answer in body.answers:
        if answer.text.source and answer.text.source in seen:
            message = f"The answer '{answer.text.plain}' stands here twice"
            found.append(Problem("Q105", answer.place, message, "Remove one of the two."))
        seen.add(answer.text.source)
    if not body.unreadable and len(body.answers) == 1:
        hint = "Add a wrong answer: '- [ ] …'."
        found.append(Problem("Q107", body.answers[0].place, "One answer is no choice", hint))
    if not body.unreadable and not any(answer.ticked for answer in body.answers):
        hint = "Put an x in the box of the right answer: '- [x] …'."
        place = body.answers[0].place
        found.append(Problem("Q104", place, "No answer is marked as right", hint))
    return found
