"""`- [x] An answer`, with its feedback as a quote indented under it."""

from __future__ import annotations

import re

from kandil.model.text import Text
from kandil.problems import Place
from kandil.read.block.callouts import callout_line
from kandil.read.block.context import ReadContext
from kandil.read.block.labels import labels_in
from kandil.read.question.beside import feedback_beside
from kandil.read.question.continued import continued_lines
from kandil.read.source.keywords import STANCES
from kandil.read.source.tokens import Group, first_line, inner, sentence
from kandil.values import dataclass

_BOX = re.compile(r"^\[([ xX])\](?:[ \t]+|\n|$)")
_BROKEN = re.compile(r"^\[(?!\^)[^\]\[]{0,3}\](?!\()")
_HINT = "Write '- [x] …' for a right answer or '- [ ] …' for a wrong one."


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the list, with its feedback."""

    text: Text
    ticked: bool | None
    """None: without a tick box that could be read."""
    feedback: tuple[Text, ...]
    place: Place


def boxed(group: Group) -> bool:
    """Whether an item of a list begins with a tick box, be it a broken one."""
    return any(begins_with_box(sentence(item)) for item in inner(group))


def begins_with_box(content: str) -> bool:
    """Whether a sentence begins with a tick box, be it a broken one."""
    return _BROKEN.match(content) is not None


def read_answers(reading: ReadContext, group: Group) -> tuple[tuple[Answer, ...], bool]:
    """The answers of a list, and whether every tick box in it could be read."""
    silent = not boxed(group)
    if silent:
        line = first_line(group)
        column = reading.source.indent(line)
        reading.report("Q103", line, column, "These answers have no tick boxes", _HINT)
    feedback_beside(reading, group)
    answers = tuple(_answer(reading, item, silent) for item in inner(group))
    return answers, all(answer.ticked is not None for answer in answers)


def _answer(reading: ReadContext, group: Group, silent: bool) -> Answer:
    line, found = first_line(group), inner(group)
    place = reading.source.place(line, reading.source.indent(line))
    ticked, content = _tick(reading, found, line, silent)
    role = "right answer" if ticked else "wrong answer"
    start = reading.source.find(line, "]") + 1 if ticked is not None else 0
    text = reading.text(content, line, role, start)
    reading.mark = None
    feedback: tuple[Text, ...] = ()
    for part in found[1:]:
        feedback += read_feedback(reading, part)
    return Answer(text, ticked, feedback, place)


def _tick(
    reading: ReadContext, found: list[Group], line: int, silent: bool
) -> tuple[bool | None, str]:
    """Whether the answer is right (None: cannot be told), and its words."""
    column = reading.source.indent(line)
    if not found:
        _no_words(reading, line)
        return None, ""
    if found[0][0].type != "paragraph_open":
        hint = "Begin it with its tick box and its words: '- [x] …'."
        reading.report("Q110", line, column, "This answer does not begin with words", hint)
        return None, ""
    content = found[0][1].content
    continued_lines(reading, first_line(found[0]), content, column + 2)
    if box := _BOX.match(content):
        rest = content[box.end() :]
        if not rest.strip():
            _no_words(reading, line)
        return box[1] != " ", rest
    if broken := _BROKEN.match(content):
        _broken_box(reading, line, broken[0])
        return None, content[broken.end() :]
    if not silent:
        reading.report("Q103", line, column, "This answer has no tick box", _HINT)
    return None, content


def _broken_box(reading: ReadContext, line: int, box: str) -> None:
    hint = (
        "Write '[x] ' for a right answer or '[ ] ' (with a space inside and after) for a wrong one."
    )
    if box[1:-1].strip() in ("х", "Х"):
        hint = "This x is a Cyrillic letter: type the Latin one, '[x] '."
    message = f"This answer has a tick box that cannot be read: '{box}'"
    reading.report("Q102", line, reading.source.find(line, box), message, hint)


def _no_words(reading: ReadContext, line: int) -> None:
    hint = "Write the answer behind its box."
    reading.report("Q101", line, reading.source.indent(line), "This answer has no words", hint)


def read_feedback(reading: ReadContext, part: Group) -> tuple[Text, ...]:
    """The paragraphs of a quote under an answer."""
    if part[0].type == "paragraph_open" and _labels(reading, part):
        return ()
    if part[0].type != "blockquote_open" or callout_line(sentence(part)):
        hint = "Put the words into one line, and feedback behind '  > '."
        message = "An answer is one line, with its feedback as a quote"
        reading.report(
            "Q110", first_line(part), reading.source.indent(first_line(part)), message, hint
        )
        return ()
    found: list[Text] = []
    for block in inner(part):
        line = first_line(block)
        if block[0].type != "paragraph_open":
            hint = "Write it as sentences."
            message = "Feedback is words only, without lists, tables or code"
            reading.report("Q110", line, reading.source.indent(line), message, hint)
            continue
        if _labels(reading, block):
            continue
        found.append(reading.text(sentence(block), line, "feedback"))
    return tuple(found)


def _labels(reading: ReadContext, block: Group) -> bool:
    """Whether labels stand in a paragraph under an answer; reported."""
    told = labels_in(reading.language, sentence(block))
    for label, row, words in told:
        _label(reading, first_line(block) + row, label, words)
    return bool(told)


def _label(reading: ReadContext, line: int, label: str, words: str) -> None:
    column = reading.source.indent(line)
    quoted, own = ">" in reading.source.text(line)[:column], reading.language.word(label)
    quote = f"> **{own}:** {words or '…'}"
    hint = f"Leave a line empty below the answers, and write '{quote}' there."
    if quoted:
        hint = "Take the spaces before '>' away and leave a line empty above it."
    message = f"The label '{label}' belongs below the answers, not under one of them"
    if label in STANCES and not quoted:
        hint = f"Write '  {quote}' under its answer."
        message = f"The label '{label}' must stand in a quote"
    elif label in STANCES:
        hint = "Write the words without the label, or begin the heading with 'Decide:'."
        message = f"The label '{label}' belongs to an answer of 'Decide:'"
    reading.report("Q009", line, column, message, hint)
