"""The sheets of a lesson: its plans with what to expect, its quiz and the key, cards to cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from kandil.localize.words import answers, cautions, formats
from kandil.model.blocks import Block, Quiz
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.interactions import Branching
from kandil.model.structure import quizzes, within
from kandil.render.handouts.page import paper_page
from kandil.render.handouts.questions import keyed, numbered
from kandil.render.handouts.writer import CARDS, KEY, QUIZ, PaperWriter, plans, sheet
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.render.site.page import Page

Values: TypeAlias = dict[str, object]
_HERE = re.compile(r'(href="?)#')


def lesson_pages(edition: Edition, module: Module, images: bool) -> Iterator[Page]:
    """A lesson with its plans, and its sheets."""
    pictures = Pictures(Path(edition.course.folder), images)
    page = PageContext(edition, pictures, module=module)
    for kind, values in _sheets(page, module):
        made = paper_page(
            sheet(module.id, kind), f"{kind or 'lesson'}.html", page, module=module, **values
        )
        # What a sheet of its own leads to stands in the lesson.
        there = rf"\1{sheet(module.id)}#"
        html = _HERE.sub(there, made.markup) if kind else made.markup
        yield replace(made, markup=html, module=module.id, pictures=pictures.found)


def _sheets(page: PageContext, module: Module) -> Iterator[tuple[str, Values]]:
    """Each kind of sheet that the lesson needs, with what its template asks for."""
    edition, writer = page.edition, PaperWriter(page)
    yield "", _plans(writer, module)
    if found := quizzes(module):
        bodies = [(quiz.title, numbered(PaperWriter(page), _body(quiz))) for quiz in found]
        yield QUIZ, {"quizzes": bodies, "writer": writer}
        keys = [(quiz.title, [keyed(writer, one) for one in quiz.questions]) for quiz in found]
        yield KEY, {"quizzes": keys, "writer": writer}
    if stories := within(Branching, module):
        told = [*map(_story, stories)]
        stance = partial(answers.stance, edition)
        yield CARDS, {"stories": told, "writer": writer, "stance": stance}


def _plans(writer: PaperWriter, module: Module) -> Values:
    """The trainer's words, then what learners read."""
    edition = writer.page.edition
    taught = plans(writer, module.trainer)
    # The learner's footnotes begin anew, and are other places on the page.
    writer.inline.notes = [f"trainer's {label}" for label in writer.inline.notes]
    writer.inline.named.clear()
    return {
        "plans": taught,
        "lesson": writer.write(module.blocks),
        "writer": writer,
        "notices": [*cautions.notices(edition, module)],
        "minutes": formats.minutes(module.minutes, edition.locale) if module.minutes else "",
    }


def _body(quiz: Quiz) -> tuple[Block, ...]:
    return (*quiz.blocks, *quiz.bank)


def _story(story: Branching) -> Values:
    numbers = {step.anchor: number for number, step in enumerate(story.steps, 1)}
    return {"title": story.prompt, "stem": story.stem, "steps": story.steps, "numbers": numbers}
