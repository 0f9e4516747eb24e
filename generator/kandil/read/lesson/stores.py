"""`## Bank: …` in a lesson, or a file of its own: questions that only a draw shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kandil.model.blocks import Block, Heading
from kandil.model.interactions import Branching, Interaction
from kandil.problems import Place, Problem
from kandil.read.block.context import ReadContext
from kandil.read.lesson.conditional import unmarked
from kandil.read.lesson.heading_settings import split_settings
from kandil.read.lesson.state import Bank, LessonState
from kandil.read.lesson.unused_settings import unused_in_bank
from kandil.read.source.tokens import Group, first_line

ReadHeaded = Callable[[LessonState, list[Group], int], tuple[int, Block | None]]
"""What begins with the heading at an index, and where it ends; the outline says how."""


def read_bank(
    state: LessonState, group: Group, rest: str, found: list[Group], read: ReadHeaded
) -> None:
    """`## Bank: …` in a lesson, for the quizzes of that lesson."""
    settings, found = split_settings(state.reading, found)
    state.reading.problems += unused_in_bank(settings)
    state.reading.mark = None
    place = state.reading.source.place(first_line(group))
    name, _ = state.take_id(settings, rest or "bank", place)
    before, state.quiz = state.quiz, None
    state.banks[name] = _store(state, name, place, found, read)
    state.quiz, state.reading.scored = before, before is not None


def file_bank(state: LessonState, name: str, found: list[Group], read: ReadHeaded) -> Bank:
    """A file that is a bank; a title above its questions is for the author."""
    reading = state.reading
    if found and found[0][0].type == "heading_open":
        keyword = reading.language.heading(found[0][1].content)[1]
        if keyword == "Bank":
            found = _file_settings(state, name, found[1:])
        elif not keyword:
            found = found[1:]
    return _store(state, name, reading.source.place(0), found, read)


def _file_settings(state: LessonState, name: str, found: list[Group]) -> list[Group]:
    """What stands below `## Bank: …` at the top of a file, whose name is the bank's id."""
    settings, found = split_settings(state.reading, found)
    state.reading.problems += unused_in_bank(settings)
    if settings.id not in (None, name):
        place = settings.places["id"]
        hint = f"Write 'id: {name}', or give the file the name '{settings.id}.md'."
        message = f"This bank's id is '{settings.id}', and its file's name says '{name}'"
        state.reading.problems.append(Problem("C007", place, message, hint))
    return found


def _store(
    state: LessonState, name: str, place: Place, found: list[Group], read: ReadHeaded
) -> Bank:
    """The questions below the heading of a bank, or of a file; all else would be lost in it."""
    reading, kept = state.reading, []
    known, named, index = len(reading.problems), len(reading.notes), 0
    found, reading.scored = unmarked(reading, found, "a bank"), True
    while index < len(found):
        head, told = found[index], len(state.trainer)
        heading = head[0].type == "heading_open"
        index, block = read(state, found, index) if heading else (index + 1, None)
        if isinstance(block, Interaction) and not isinstance(block, Branching):
            kept.append(block)
        elif not heading or len(state.trainer) > told or not isinstance(block, Heading | None):
            hint = "Put it below the heading of a question, or outside the bank."
            reading.report("Q712", first_line(head), 0, "Only questions can stand in a bank", hint)
    _refuse_notes(reading, named)
    if not kept and len(reading.problems) == known:
        message, hint = "This bank has no questions", "Write '### Question: …' in it."
        reading.problems.append(Problem("Q710", place, message, hint))
    return Bank(name, place, tuple(kept), reading)


def _refuse_notes(reading: ReadContext, start: int) -> None:
    """A question of a bank may stand on several pages, and twice on one; its note stands once."""
    for _, place in reading.notes[start:]:
        hint = "Write its words into the question, or behind '> **Why:**'."
        message = "A question of a bank has no footnotes"
        reading.problems.append(Problem("M012", place, message, hint))


def parted(banks: list[Bank]) -> Iterator[Problem]:
    """Banks that stand in a part for some editions: their questions would be in all."""
    for bank in banks:
        hint = "Put it below '<!-- end -->'. A quiz for some editions may draw from it there."
        message = "A bank cannot stand in a part for some editions"
        yield Problem("Q713", bank.place, message, hint)
