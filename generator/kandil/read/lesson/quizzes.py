"""`## Quiz: …` with its questions, and `## Bank: …`, a store that only a draw shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kandil.model.blocks import Heading, Quiz
from kandil.model.interactions import Branching, Interaction
from kandil.model.structure import interactions
from kandil.problems import Place, Problem
from kandil.read.block.context import ReadContext
from kandil.read.lesson.conditional import unmarked
from kandil.read.lesson.draws import Bank
from kandil.read.lesson.unused_settings import unpassable, unused_in_bank, unused_in_quiz
from kandil.read.source.limits import QUIZZES
from kandil.read.source.tokens import Group, first_line

if TYPE_CHECKING:
    from kandil.read.lesson.outline import Outline

_CAUSES = frozenset({"M001", "M009", "M010", "M020", "M023"})
"""From these it follows that a quiz has no questions: only the cause is reported."""


def read_quiz(outline: Outline, group: Group, rest: str, found: list[Group]) -> Quiz:
    """`## Quiz: …` with everything below it."""
    line, reading = first_line(group), outline.reading
    settings, found = outline.settings(found)
    place = reading.source.place(line)
    doubt = reading.told("Q001", place.line)
    if outline.quiz and not doubt:
        hint = "Give both quizzes a heading of the same level."
        reading.report("Q704", line, 0, "A quiz cannot stand inside a quiz", hint)
    if not rest and ":" in group[1].content:
        reading.report(
            "Q011", line, 0, "This quiz has no words", "Write '## Quiz: Check yourself'."
        )
    reading.problems += unused_in_quiz(settings)
    name, explicit = outline.take_id(settings, rest or "quiz", place)
    title = outline.titled(rest, line, name if settings.id else "", "heading")
    anchor = reading.anchors.take(group[1].content)
    before, outline.quiz, known = outline.quiz, settings, len(reading.problems)
    reading.scored = True
    blocks = outline.blocks(found)
    outline.quiz, reading.scored = before, before is not None
    quiz = Quiz(
        name, anchor, title, blocks, settings.pass_mark, settings.attempts or 0, place, explicit
    )
    outline.quizzes += 1
    if outline.quizzes == QUIZZES + 1:
        hint = "Make two lessons of it, or put more questions into one quiz."
        reading.report("M074", line, 0, f"A lesson has {QUIZZES} quizzes at most", hint)
    if outline.quizzes > QUIZZES:
        return quiz
    if settings.bank is not None or settings.draw is not None:
        outline.draws[place] = settings
        quiz = replace(quiz, draw=settings.draw or 0)
    told = reading.problems[known:]
    doubt |= any(problem.code[0] == "Q" or problem.code in _CAUSES for problem in told)
    if not any(interactions((quiz,))) and settings.bank is None and not doubt:
        signs = "#" * (int(group[0].tag[1]) + 1)
        hint = f"Write '{signs} Question: …' below it, with one '#' more than the quiz has."
        reading.report("Q701", line, 0, "This quiz has no questions", hint)
    if settings.bank is None:
        reading.problems += unpassable(quiz, settings, doubt)
    return quiz


def read_bank(outline: Outline, group: Group, rest: str, found: list[Group]) -> None:
    """`## Bank: …` in a lesson, for the quizzes of that lesson."""
    settings, found = outline.settings(found)
    outline.reading.problems += unused_in_bank(settings)
    outline.reading.mark = None
    place = outline.reading.source.place(first_line(group))
    name, _ = outline.take_id(settings, rest or "bank", place)
    before, outline.quiz = outline.quiz, None
    outline.banks[name] = _store(outline, name, place, found)
    outline.quiz, outline.reading.scored = before, before is not None


def file_bank(outline: Outline, name: str, found: list[Group]) -> Bank:
    """A file that is a bank; a title above its questions is for the author."""
    reading = outline.reading
    if found and found[0][0].type == "heading_open":
        keyword = reading.language.heading(found[0][1].content)[1]
        if keyword == "Bank":
            found = _file_settings(outline, name, found[1:])
        elif not keyword:
            found = found[1:]
    return _store(outline, name, reading.source.place(0), found)


def _file_settings(outline: Outline, name: str, found: list[Group]) -> list[Group]:
    """What stands below `## Bank: …` at the top of a file, whose name is the bank's id."""
    settings, found = outline.settings(found)
    outline.reading.problems += unused_in_bank(settings)
    if settings.id not in (None, name):
        place = settings.places["id"]
        hint = f"Write 'id: {name}', or give the file the name '{settings.id}.md'."
        message = f"This bank's id is '{settings.id}', and its file's name says '{name}'"
        outline.reading.problems.append(Problem("C007", place, message, hint))
    return found


def _store(outline: Outline, name: str, place: Place, found: list[Group]) -> Bank:
    """The questions below the heading of a bank, or of a file; all else would be lost in it."""
    reading, kept = outline.reading, []
    known, named, index = len(reading.problems), len(reading.notes), 0
    found, reading.scored = unmarked(reading, found, "a bank"), True
    while index < len(found):
        head, told = found[index], len(outline.trainer)
        heading = head[0].type == "heading_open"
        index, block = outline.headed(found, index) if heading else (index + 1, None)
        if isinstance(block, Interaction) and not isinstance(block, Branching):
            kept.append(block)
        elif not heading or len(outline.trainer) > told or not isinstance(block, Heading | None):
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
