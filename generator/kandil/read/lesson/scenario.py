"""`## Scenario: …`: a heading whose steps are the headings below it."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.model.blocks import Block
from kandil.model.interactions import Branching
from kandil.model.structure import every
from kandil.problems import Problem
from kandil.read.lesson.heading_settings import split_settings
from kandil.read.lesson.state import LessonState
from kandil.read.lesson.steps import read_steps
from kandil.read.lesson.unused_settings import unused_in_scenario
from kandil.read.source.tokens import Group, first_line


def read_scenario(state: LessonState, group: Group, rest: str, found: list[Group]) -> Branching:
    """The scenario that the heading in `group` begins, with its steps in `found`."""
    line, reading = first_line(group), state.reading
    settings, found = split_settings(reading, found)
    place = reading.source.place(line)
    if state.quiz:
        hint = "Put it behind the quiz, under a heading of the same level."
        reading.report("Q609", line, 0, "A scenario cannot stand inside a quiz", hint)
    if not rest:
        reading.report("Q011", line, 0, "This scenario has no words", "Write '## Scenario: …'.")
    reading.problems += unused_in_scenario(settings)
    name, explicit = state.take_id(settings, rest or "scenario", place)
    reading.context = name if settings.id else ""
    title = state.titled(rest, line, reading.context, "heading")
    steps = read_steps(reading, group, title, found)
    reading.context = ""
    state.use_objective(settings, place)
    return Branching(
        id=name,
        explicit_id=explicit,
        prompt=title,
        points=0,
        objective=settings.objective or "",
        bloom=settings.bloom or "",
        scored=False,
        sensitive=bool(settings.sensitive),
        steps=steps,
        place=place,
    )


def private_points(blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """For a lesson above `none`: no way to act is worth more than another (`rulings.md` 2)."""
    for scenario in every(Branching, blocks):
        if any(step.points is not None for step in scenario.steps):
            hint = "Take 'points' away from its steps; 'outcome' may stay."
            message = "A scenario in a lesson that speaks of violence gives no points"
            yield Problem("Q608", scenario.place, message, hint)
