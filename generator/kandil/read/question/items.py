"""The body of a question in parts: settings, stem, answers, labels. Its shape is its type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Protocol

from kandil.model import blocks as model
from kandil.model.inlines import Blank, walk
from kandil.model.interactions import Interaction, Shared
from kandil.model.text import Text, texts
from kandil.problems import Place, Problem
from kandil.read.block.block_reader import read_blocks
from kandil.read.block.callouts import callout_line
from kandil.read.block.context import ReadContext
from kandil.read.block.html import read_html
from kandil.read.block.labels import labelled, labels_in, read_labels
from kandil.read.block.table_rows import read_table
from kandil.read.question.answer_lines import Answer, boxed, read_answers
from kandil.read.question.boxes import no_boxes, stray_boxes
from kandil.read.question.doubtful_labels import doubtful_label
from kandil.read.question.forms import BOXES, Form
from kandil.read.question.lists import Line, read_lines, wrong_list
from kandil.read.question.verdicts import check_verdicts
from kandil.read.source.comments import Settings
from kandil.read.source.keywords import STANCES, Keywords
from kandil.read.source.tokens import Group, first_line, sentence
from kandil.values import dataclass


@dataclass(slots=True)
class Body:
    """What stands under a question's heading."""

    prompt: Text
    place: Place
    language: Keywords
    keyword: str = "Question"
    """The word before the colon, in English."""
    form: Form = BOXES
    stem: tuple[model.Block, ...] = ()
    answers: tuple[Answer, ...] = ()
    """With tick boxes; for `Question:` only."""
    lines: tuple[Line, ...] = ()
    """Of a list without boxes, where the form asks for one."""
    table: model.Table | None = None
    """The first, where the form asks for one."""
    labels: dict[str, tuple[Text, ...]] = field(default_factory=dict)
    unreadable: bool = False
    """True where the answers were reported: what follows from it stays silent."""

    @property
    def answered(self) -> bool:
        """Whether the answers have begun, of whatever form."""
        return bool(self.answers or self.lines or self.table)

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Every blank of the stem, in order."""
        parts = (part for text in texts(self.stem) for part in walk(text.inlines))
        return tuple(part for part in parts if isinstance(part, Blank))

    def words(self) -> tuple[str, ...]:
        """The answers as keywords (`True`, `No`), empty where one is none."""
        return tuple(self.language.english(answer.text.source) for answer in self.answers)


class QuestionType(Protocol):
    """What each file in `questions/` holds (`rulings.md` 9)."""

    KEYWORD: str
    """The word before the colon, in English."""

    FORM: Form
    """Where the answers stand; the same for all types of a keyword."""

    @property
    def matches(self) -> Callable[[Body, Settings], bool]:
        """Whether a body has this type's shape; for each body at most one type says so."""

    @property
    def read(self) -> Callable[[Body, Settings, Shared], tuple[Interaction, list[Problem]]]:
        """Lower it to an interaction; the last argument holds what all interactions share."""

    @property
    def write(self) -> Callable[[Interaction, Body, Settings], bool]:
        """The way back: put the answers of an interaction into a body that holds what all types
        share, and its own settings beside; False where it is of another type."""


def read_body(
    reading: ReadContext, prompt: Text, found: list[Group], keyword: str, form: Form
) -> Body:
    """Sort the blocks under a question's heading into its parts."""
    body = Body(prompt, prompt.place, reading.language, keyword, form)
    anything = _anything(form, found)
    stem: list[Group] = []
    for group in found:
        stray = stray_boxes(reading, group, form.kind == "boxes")
        body.unreadable |= stray
        if _taken(reading, body, group, anything, bool(stem)):
            continue
        if not stray and _misplaced(reading, body, group):
            continue
        if group[0].type == "html_block":
            _flush(reading, body, stem)
            read_html(reading, group)
        else:
            stem.append(group)
    _flush(reading, body, stem)
    reading.drop_mark()
    return body


def _anything(form: Form, found: list[Group]) -> bool:
    """Whether the question has boxes or blanks, or the list that its form asks for."""
    if form.kind != "boxes":
        return any(group[0].type == form.list for group in found)
    lists = [group for group in found if group[0].type == "bullet_list_open"]
    blanks = any("[[" in token.content for group in found for token in group)
    return blanks or any(boxed(group) for group in lists)


def _taken(reading: ReadContext, body: Body, group: Group, anything: bool, waiting: bool) -> bool:
    """Whether a block is answers or labels. `waiting`: words stand above it that are not read yet,
    and a comment is for these."""
    mark, reading.mark = (reading.mark, None) if waiting else (None, reading.mark)
    taken = _part(reading, body, group, anything)
    if waiting or taken:
        reading.mark = mark
    return taken


def _flush(reading: ReadContext, body: Body, stem: list[Group]) -> None:
    """Read the blocks before the answers; only these may hold blanks."""
    reading.blanks = body.form.kind == "boxes"
    body.stem += read_blocks(reading, stem)
    reading.blanks = False
    stem.clear()


def _part(reading: ReadContext, body: Body, group: Group, anything: bool) -> bool:
    """Answers and labels; `anything` tells whether answers of the right form stand anywhere."""
    if group[0].type == "blockquote_open" and labelled(reading.language, group):
        read_labels(reading, body.labels, group, body.form.labels)
        return True
    read = _boxes if body.form.kind == "boxes" else _unboxed
    return read(reading, body, group, anything)


def _boxes(reading: ReadContext, body: Body, group: Group, anything: bool) -> bool:
    """Answers with tick boxes."""
    kind = group[0].type
    if kind == "bullet_list_open" and (boxed(group) or not anything):
        answers, readable = read_answers(reading, group)
        check_verdicts(reading, answers)
        body.answers += answers
        body.unreadable |= not readable
    elif kind == "ordered_list_open" and boxed(group):
        line = first_line(group)
        hint = "Write '- [x] …' for a right answer or '- [ ] …' for a wrong one."
        message = "Answers stand behind hyphens, not behind numbers"
        reading.report("Q111", line, reading.source.begin(line, ""), message, hint)
        body.unreadable = True
    else:
        return False
    return True


def _unboxed(reading: ReadContext, body: Body, group: Group, anything: bool) -> bool:
    """A list without boxes, or a table; a fault in them silences what follows from it."""
    kind, form, known = group[0].type, body.form, len(reading.problems)
    if no_boxes(reading, group):
        pass
    elif form.kind == "table" and kind == "table_open" and body.table is None:
        reading.refuse_safety()
        body.table = read_table(reading, group)
    elif form.list and kind == form.list:
        reading.refuse_safety()
        body.lines += read_lines(reading, group, form)
    elif form.list and kind.endswith("list_open") and not anything:
        wrong_list(reading, group, form)
    else:
        return False
    body.unreadable |= len(reading.problems) > known
    return True


def _misplaced(reading: ReadContext, body: Body, group: Group) -> bool:
    """Words that would be shown in another place than the author thinks."""
    kind, line = group[0].type, first_line(group)
    column = reading.source.begin(line, sentence(group).split("\n")[0])
    told = labels_in(reading.language, sentence(group)) if kind == "paragraph_open" else []
    for label, row, words in told:
        quote = f"> **{reading.language.word(label)}:** {words or '…'}"
        hint = f"Write '{quote}', with an empty line above it."
        if label in STANCES:
            hint = f"Write it under its answer: '  {quote}'."
        column = reading.source.indent(line + row)
        message = f"The label '{label}' must stand in a quote"
        reading.report("Q009", line + row, column, message, hint)
    if told:
        return True
    if not body.answered:
        doubtful_label(reading, group)
    if not body.answered or kind in ("html_block", "footnote_reference_open"):
        return False
    if kind == "hr":
        return True
    under = kind == "blockquote_open" and body.form.kind != "table"
    if under and not callout_line(sentence(group)):
        size, gap = ("three", "   ") if body.form.kind == "numbers" else ("two", "  ")
        hint = f"Indent it by {size} spaces, '{gap}> …', or begin it with '**Why:**'."
        message = "This feedback does not stand under an answer: it is not indented"
        reading.report("Q106", line, reading.source.find(line, ">"), message, hint)
        return True
    hint = "Move them above the answers."
    if "Why" in body.form.labels:
        hint = "Move them above the answers, or write them as a quote: '> **Why:** …'."
    reading.report("Q112", line, column, "These words stand below the answers", hint)
    return True
