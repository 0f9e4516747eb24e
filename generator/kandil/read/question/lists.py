"""Lists without tick boxes: steps, groups with their items, answers of which none is right."""

from __future__ import annotations

from dataclasses import field

from kandil.model.text import Text
from kandil.problems import Place
from kandil.read.block.context import ReadContext
from kandil.read.block.labels import Labels, labelled, read_labels
from kandil.read.question.answer_lines import read_feedback
from kandil.read.question.beside import feedback_beside
from kandil.read.question.boxes import JOINED, joined_lines
from kandil.read.question.continued import continued_lines
from kandil.read.question.forms import Form
from kandil.read.source.tokens import Group, first_line, inner
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One item, with what is indented under it."""

    text: Text
    place: Place
    number: int | None
    """As it is written; None behind a hyphen."""
    feedback: tuple[Text, ...] = ()
    labels: Labels = field(default_factory=dict)
    """The words behind each label that `Form.under` names."""
    inside: tuple[Line, ...] = ()
    """The items of a group."""


def read_lines(reading: ReadContext, group: Group, form: Form) -> tuple[Line, ...]:
    """The items of a list; those of a list of groups hold lists themselves."""
    feedback_beside(reading, group)
    return tuple(_line(reading, item, form, form.kind == "groups") for item in inner(group))


def wrong_list(reading: ReadContext, group: Group, form: Form) -> None:
    """Numbers where there should be hyphens, or hyphens for numbers."""
    line = first_line(group)
    column = reading.source.begin(line, "")
    if form.kind == "numbers":
        message = "The steps stand behind numbers, not behind hyphens"
        reading.report("Q301", line, column, message, form.hint)
    else:
        message = "Answers stand behind hyphens, not behind numbers"
        reading.report("Q111", line, column, message, form.hint)


def _line(reading: ReadContext, group: Group, form: Form, is_group: bool) -> Line:
    line, found, mark = first_line(group), inner(group), group[0].info
    place = reading.source.place(line, reading.source.indent(line))
    number = int(mark) if mark.isdigit() else None
    text = _words(reading, group, "group" if is_group else form.role)
    reading.mark = None
    feedback: tuple[Text, ...] = ()
    inside: tuple[Line, ...] = ()
    labels: Labels = {}
    for part in found[1:]:
        if is_group:
            inside += _inside(reading, part, form)
        elif form.under and labelled(reading.language, part):
            read_labels(reading, labels, part, form.under)
        else:
            feedback += read_feedback(reading, part)
    return Line(text, place, number, feedback, labels, inside)


def _words(reading: ReadContext, group: Group, role: str) -> Text:
    """The words of an item; a group's name may stand in bold letters."""
    line, found = first_line(group), inner(group)
    column = reading.source.indent(line)
    if not found:
        hint = "Write words behind its sign, or remove it."
        reading.report("Q101", line, column, "This item has no words", hint)
        return reading.text("", line, role)
    if found[0][0].type != "paragraph_open":
        hint = "Begin it with its words: '- …'."
        reading.report("Q110", line, column, "This item does not begin with words", hint)
        return reading.text("", line, role)
    content, start = found[0][1].content, column + len(group[0].info) + 1
    row = first_line(found[0])
    joined_lines(reading, row, content)
    continued_lines(reading, row, content, start + 1, JOINED)
    name = content[2:-2]
    if role == "group" and content == f"**{name}**" and "**" not in name:
        content, start = name, start + 2
    return reading.text(content, row, role, start if row == line else 0)


def _inside(reading: ReadContext, part: Group, form: Form) -> tuple[Line, ...]:
    """What stands under the name of a group."""
    if part[0].type == "bullet_list_open":
        feedback_beside(reading, part)
        return tuple(_line(reading, item, form, False) for item in inner(part))
    line = first_line(part)
    if part[0].type == "ordered_list_open":
        wrong_list(reading, part, form)
    else:
        hint = "Write each item as '  - …', and feedback under it behind '    > '."
        message = "Only items stand under the name of a group"
        reading.report("Q110", line, reading.source.indent(line), message, hint)
    return ()
