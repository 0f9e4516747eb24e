"""`## Quiz: …` with its questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kandil.model.blocks import Block, Quiz
from kandil.model.structure import interactions
from kandil.read.lesson.heading_settings import split_settings
from kandil.read.lesson.state import LessonState
from kandil.read.lesson.unused_settings import unpassable, unused_in_quiz
from kandil.read.source.limits import QUIZZES
from kandil.read.source.tokens import Group, first_line

_CAUSES = frozenset({"M001", "M009", "M010", "M020", "M023"})
"""From these it follows that a quiz has no questions: only the cause is reported."""
ReadBlocks = Callable[[LessonState, list[Group]], tuple[Block, ...]]
"""A quiz holds all that a lesson holds, so the outline says how its blocks are read."""


def read_quiz(
    state: LessonState, group: Group, rest: str, found: list[Group], read: ReadBlocks
) -> Quiz:
    """`## Quiz: …` with everything below it."""
    line, reading = first_line(group), state.reading
    settings, found = split_settings(state.reading, found)
    place = reading.source.place(line)
    doubt = reading.told("Q001", place.line)
    if state.quiz and not doubt:
        hint = "Give both quizzes a heading of the same level."
        reading.report("Q704", line, 0, "A quiz cannot stand inside a quiz", hint)
    if not rest and ":" in group[1].content:
        reading.report(
            "Q011", line, 0, "This quiz has no words", "Write '## Quiz: Check yourself'."
        )
    reading.problems += unused_in_quiz(settings)
    name, explicit = state.take_id(settings, rest or "quiz", place)
    title = state.titled(rest, line, name if settings.id else "", "heading")
    anchor = reading.anchors.take(group[1].content)
    before, state.quiz, known = state.quiz, settings, len(reading.problems)
    reading.scored = True
    blocks = read(state, found)
    state.quiz, reading.scored = before, before is not None
    quiz = Quiz(
        name, anchor, title, blocks, settings.pass_mark, settings.attempts or 0, place, explicit
    )
    state.quizzes += 1
    if state.quizzes == QUIZZES + 1:
        hint = "Make two lessons of it, or put more questions into one quiz."
        reading.report("M074", line, 0, f"A lesson has {QUIZZES} quizzes at most", hint)
    if state.quizzes > QUIZZES:
        return quiz
    if settings.bank is not None or settings.draw is not None:
        state.draws[place] = settings
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
