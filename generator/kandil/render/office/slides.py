"""The slides of a lesson, with what its trainer says and expects in the notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import chain

from kandil.localize.words import cautions, formats
from kandil.localize.words.credits import lesson_credits
from kandil.model.blocks import Block, Heading, Picture, Rule, Section
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.interactions import Branching, Interaction
from kandil.model.structure import every, within
from kandil.model.text import Text
from kandil.render.office.deck import Line, Slides, empty, saved
from kandil.render.office.on_paper import OnPaper, key
from kandil.render.office.runs import Runs
from kandil.render.office.shortened import Lines
from kandil.render.office.strokes import drawn
from kandil.render.site.lesson import discreet
from kandil.values import dataclass

_ROWS, _SMALL_ROWS = 10, 14
"""Lines of the usual and of the small letters that a slide has room for."""
_SMALL = 18
_LETTERS = 62
"""In a line, about, for scripts with wide letters too."""
_TOLD = ("why", "ideas")
"""Parts that a trainer tells in her own words; the others stand on slides as they are."""
_TOP = 3
"""Headings down to this level begin a slide."""


@dataclass(slots=True)
class Scene:
    """A slide to be: a part of the lesson, or a question."""

    title: Text
    blocks: list[Block] = field(default_factory=list)
    question: Interaction | None = None
    whole: bool = False
    """Nothing of it is left to the notes: half of a warning or of a story misleads."""


def slides(edition: Edition, module: Module, title: str) -> bytes:
    """All of them; `title` is for the properties of the file."""
    runs, told = Runs(edition), [*cautions.notices(edition, module)]
    made = Slides(empty(edition, title), edition, runs.said(" ".join(told)) if told else ())
    writer = _Writer(edition, made, runs)
    writer.cover(module, told)
    for scene in scenes(edition, module):
        writer.scene(scene)
    writer.say(module.title, lesson_credits(edition, module).lines)
    return saved(made.deck)


def scenes(edition: Edition, module: Module) -> Iterator[Scene]:
    """A slide for each heading and each question; what follows a question goes on with the part
    before it."""
    paper, part, asked = OnPaper(edition), module.title, 0
    whole = {one.anchor for one in within(Section, module) if one.kind not in _TOLD}
    whole |= {step.anchor for story in within(Branching, module) for step in story.steps}
    now = Scene(part)
    for block in paper.blocks(module.blocks):
        if isinstance(block, Rule) or (isinstance(block, Heading) and block.level <= _TOP):
            yield from [now] if now.blocks or now.question else ()
            new = len(paper.asked) > asked
            question = paper.asked[-1][1] if new else None
            asked = len(paper.asked)
            if isinstance(block, Heading):
                part = part if question else block.text
                now = Scene(block.text, question=question, whole=block.anchor in whole)
            else:
                now = Scene(part)
        else:
            now.blocks.append(block)
    yield from [now] if now.blocks or now.question else ()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Puts scenes on slides."""

    edition: Edition
    slides: Slides
    runs: Runs

    def cover(self, module: Module, told: list[str]) -> None:
        """Title, course and notices; what the trainer is told of the whole lesson in its notes."""
        minutes = formats.minutes(module.minutes, self.edition.locale) if module.minutes else ""
        words = filter(None, (discreet(self.edition.course).plain, minutes, *told))
        trainer = [*OnPaper(self.edition).blocks(module.trainer)]
        notes = [*Lines(self.runs, whole=True).of(trainer)]
        self.slides.cover(self.runs.of(module.title), map(self.line, words), notes)
        if note := cautions.content_note(self.edition):
            self.slides.add(self.runs.said(note[0]), map(self.line, note[1:]), ())
        if module.objectives:
            aims = [Line(self.runs.of(aim.text), bullet=True) for aim in module.objectives]
            head = self.runs.said(self.edition.translate("After this lesson they can"))
            self.slides.add(head, aims, ())

    def scene(self, scene: Scene) -> None:
        """As many slides as it needs; a question stays on one. Where a slide says less than the
        lesson, its notes say all."""
        full = [*Lines(self.runs, whole=True).of(scene.blocks)]
        if scene.question:
            notes = [*Lines(self.runs, whole=True).of(key(self.edition, scene.question))]
            small = _rows(full) > _ROWS
            self.slides.add(self.runs.of(scene.title), full, notes, _SMALL if small else 0)
            self.drawings(scene)
            return
        writer = Lines(self.runs, whole=scene.whole)
        short = [[*writer.block(block, 0)] for block in scene.blocks]
        notes = full if [*chain(*short)] != full else []
        for page, lines in enumerate(_pages(short), 1):
            count = self.runs.said(f" ({page})") if page > 1 else []
            self.slides.add([*self.runs.of(scene.title), *count], lines, [] if count else notes)
        self.drawings(scene)

    def drawings(self, scene: Scene) -> None:
        """Each alone on a slide: a whole room looks at it."""
        for block in every(Picture, (*scene.blocks,)):
            if block.drawing and block.alt:
                mirrored = block.image.drawn == "mirror" and self.edition.direction == "rtl"
                picture = drawn(block.drawing, mirrored)
                self.slides.picture(self.runs.of(scene.title), picture, block.alt.plain)

    def say(self, title: Text, words: tuple[str, ...]) -> None:
        """Of the interface, small."""
        self.slides.add(self.runs.of(title), map(self.line, words), (), _SMALL)

    def line(self, words: str) -> Line:
        """Of the interface."""
        return Line(self.runs.said(words))


def _rows(lines: list[Line]) -> int:
    lengths = (len("".join(run.words for run in line.runs)) for line in lines)
    return sum(1 + length // _LETTERS for length in lengths)


def _pages(groups: list[list[Line]]) -> Iterator[list[Line]]:
    """As much as fits on each; a title stays with what it is the title of."""
    page: list[Line] = []
    for group in groups:
        if page and _rows([*page, *group]) > _ROWS:
            yield page
            page = []
        for line in group:
            if page and _rows([*page, line]) > _ROWS:
                yield page
                page = []
            page.append(line)
    if page:
        yield page
