"""A scenario: its beginning, then each step under a heading one level below."""

from __future__ import annotations

from kandil.model.interactions import Branching, Step
from kandil.read.source.comments import Settings
from kandil.write import lines as shape
from kandil.write.block_writer import Writing, in_turn, mark_of, write_block
from kandil.write.keyword import spelled
from kandil.write.lines import Lines
from kandil.write.questions import context
from kandil.write.settings import write_settings


def write_scenario(writing: Writing, scenario: Branching, level: int) -> Lines:
    """`## Scenario: …` with its steps one level below."""
    first, *rest = scenario.steps
    inside = Writing(writing.language, context=context(scenario))
    settings = Settings(
        id=scenario.id if scenario.explicit_id else None,
        objective=scenario.objective or None,
        bloom=scenario.bloom or None,
        sensitive=scenario.sensitive or None,
    )
    head = spelled(writing.language, "Scenario", first.anchor, scenario.prompt.source)
    steps = [_step(inside, step, shape.heading(level + 1, step.title.source)) for step in rest]
    return shape.apart(
        [
            mark_of(inside, scenario.prompt),
            shape.heading(level, head),
            write_settings(settings),
            _step(inside, first, []),
            *steps,
        ]
    )


def _step(writing: Writing, step: Step, head: Lines) -> Lines:
    settings = Settings(points=step.points, outcome=step.outcome or None)
    turns = in_turn(writing, step.blocks)
    blocks = [
        write_block(writing, block, turned)
        for block, turned in zip(step.blocks, turns, strict=True)
    ]
    moves = [f"- [{move.text.source}](#{move.to})" for move in step.moves]
    told = mark_of(writing, step.moves[0].text) if step.moves else []
    title = mark_of(writing, step.title) if head else []
    return shape.apart([title, head, write_settings(settings), *blocks, told, moves])
