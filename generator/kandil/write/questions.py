"""An interaction becomes a heading with its settings, its answers and its labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from kandil.model.interactions import Interaction
from kandil.model.text import Text
from kandil.questions import find_questions
from kandil.read.question.answer_lines import Answer
from kandil.read.question.items import Body
from kandil.read.question.lists import Line
from kandil.read.source.comments import Settings
from kandil.write import lines as shape
from kandil.write.block_writer import Writing, mark_of, write_block, write_blocks
from kandil.write.lines import Lines
from kandil.write.settings import write_settings


def write_question(writing: Writing, question: Interaction, level: int) -> Lines:
    """The question as its type writes it; its comment to translators stands above it."""
    body, settings = _taken_apart(writing, question)
    head = f"{writing.language.word(body.keyword)}: {question.prompt.source}"
    inside = Writing(writing.language, writing.base, context(question))
    return shape.apart(
        [
            mark_of(inside, question.prompt),
            shape.heading(level, head),
            write_settings(settings),
            write_blocks(inside, body.stem),
            _answers(inside, body),
            *_labels(inside, body.labels),
        ]
    )


def context(question: Interaction) -> str:
    """Of its words: an id that the author wrote."""
    return question.id if question.explicit_id else ""


def _taken_apart(writing: Writing, question: Interaction) -> tuple[Body, Settings]:
    """What stands below its heading, by the one type that knows the interaction."""
    labels = {
        "Hint": question.hints,
        "Correct": question.correct,
        "Incorrect": question.incorrect,
        "Why": question.why,
    }
    body = Body(question.prompt, question.place, writing.language, stem=question.stem)
    body.labels |= {name: words for name, words in labels.items() if words}
    for kind in find_questions():
        settings = _settings(question, kind.FORM.private)
        if kind.write(question, body, settings):
            body.keyword, body.form = kind.KEYWORD, kind.FORM
            return body, settings
    raise LookupError(question.name)


def _settings(question: Interaction, private: bool) -> Settings:
    """Those that all types have, where they say more than their absence does."""
    points = question.points if question.scored and question.points != 1 else None
    return Settings(
        id=question.id if question.explicit_id else None,
        points=points,
        form=question.sheet or None,
        objective=question.objective or None,
        bloom=question.bloom or None,
        attempts=question.attempts,
        sensitive=(question.sensitive and not private) or None,
    )


def _answers(writing: Writing, body: Body) -> Lines:
    if body.table:
        return write_block(writing, body.table)
    asked: Sequence[Answer | Line] = body.answers or body.lines
    first = asked[0].text if asked else None
    mark = mark_of(writing, first)
    rows = [_answer(writing, answer) for answer in body.answers]
    rows += [_line(writing, line, bool(line.inside)) for line in body.lines]
    return shape.apart([mark, [*chain.from_iterable(rows)]])


def _answer(writing: Writing, answer: Answer) -> Lines:
    first, *rest = shape.words(answer.text.source)
    box = "[x]" if answer.ticked else "[ ]"
    return shape.hung("-", [f"{box} {first}", *rest, *_feedback(writing, answer.feedback)])


def _line(writing: Writing, line: Line, is_group: bool) -> Lines:
    mark = "-" if line.number is None else f"{line.number}."
    rows = shape.words(line.text.source)
    if is_group and "*" not in line.text.source:
        rows = [f"**{line.text.source}**"]
    for name, reasons in line.labels.items():
        rows += chain.from_iterable(_labelled(writing, name, text) for text in reasons)
    rows += _feedback(writing, line.feedback)
    rows += chain.from_iterable(_line(writing, one, False) for one in line.inside)
    return shape.hung(mark, rows)


def _feedback(writing: Writing, feedback: tuple[Text, ...]) -> Lines:
    """A quote; the words to translators of its first paragraph stand above it."""
    if not feedback:
        return []
    rows = [shape.words(text.source) for text in feedback]
    return [*mark_of(writing, feedback[0]), *shape.quoted(shape.apart(rows))]


def _labels(writing: Writing, labels: dict[str, tuple[Text, ...]]) -> list[Lines]:
    return [
        shape.apart([mark_of(writing, text), _labelled(writing, name, text)])
        for name, words in labels.items()
        for text in words
    ]


def _labelled(writing: Writing, name: str, text: Text) -> Lines:
    first, *rest = shape.words(text.source)
    return shape.quoted([f"**{writing.language.word(name)}:** {first}", *rest])
