"""Lessons of every block and every interaction, as the reader would give them.

What the reader makes of words (anchors, ids that nobody wrote) is made of them here too.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from kandil.model import blocks as model
from kandil.model import interactions as asked
from kandil.model.course import Module, Objective
from kandil.model.inlines import Emphasis
from kandil.read.inline.anchors import Anchors
from write.made_blocks import Block
from write.questions import AIM, Questions
from write.sentences import PLACE, spaced, text


class Lessons(Questions):
    """Blocks and questions below the headings of one lesson."""

    def heading(self, level: int, noted: bool) -> model.Heading:
        words = self.words("heading", self.note() if noted else "", False)
        aims = self.either((), (AIM,))
        return model.Heading(level, words, self.anchors.take(words.plain), aims)

    def quiz(self, noted: bool) -> model.Quiz:
        explicit, title = self.either(True, False), self.own("check")
        note = self.note() if noted else ""
        name = title.replace(" ", "-")
        heading = text((title,), "heading", name if explicit else "", note)
        anchor = self.anchors.take(f"Quiz: {title}")
        plain = tuple(one for one in self.plains() if not isinstance(one, model.Records))
        blocks = (*plain, *self.some(self.question, 1, 3))
        mark, attempts = self.either(None, 80), self.either(0, 3)
        return model.Quiz(name, anchor, heading, blocks, mark, attempts, PLACE, explicit)

    def move(self, anchor: str) -> asked.Move:
        words = spaced([self.own("w"), self.draw(st.sampled_from([Emphasis(("x",)), "x"]))])
        return asked.Move(text(words, "choice", self.context), anchor)

    def scenario(self) -> asked.Interaction:
        shared = self.shared(scored=False, labels="") | {"attempts": None}
        prompt = shared["prompt"] = replace(shared["prompt"], role="heading")
        first = self.anchors.take(f"Scenario: {prompt.source}")
        titles = [self.own("step") for _ in range(self.draw(st.integers(1, 3)))]
        anchors = [self.anchors.take(title) for title in titles]
        moves = [self.move(anchor) for anchor in anchors]
        begin = asked.Step(first, prompt, self.stem(), tuple(moves))
        steps = [begin]
        for title, anchor in zip(titles, anchors, strict=True):
            back = (self.move(first),)
            steps.append(
                asked.Step(
                    anchor,
                    text((title,), "step", self.context),
                    (self.paragraph(), *self.stem()),
                    self.either((), back),
                    self.either("", "good", "bad", "neutral"),
                    self.either(None, 0, 3),
                    True,
                )
            )
        self.context = ""
        return asked.Branching(steps=tuple(steps), **shared)

    def units(self, level: int) -> tuple[Block, ...]:
        """Plain blocks, then what has a heading; a question stands behind no quiz."""
        blocks: list[Block] = [*self.plains(1)]
        for _ in range(self.draw(st.integers(0, 3))):
            kind = self.either("heading", "question", "quiz", "scenario", "only")
            # A comment below a question would be in it.
            noted = not isinstance(blocks[-1], asked.Interaction | model.Quiz)
            if kind == "quiz":
                blocks.append(self.quiz(noted))
            elif kind == "scenario":
                blocks.append(self.scenario())
            elif kind == "question" and not isinstance(blocks[-1], model.Quiz):
                blocks.append(self.question())
            else:
                inside = (self.only(),) if kind == "only" else self.plains()
                blocks += [self.heading(level, noted), *inside]
        return tuple(blocks)

    def only(self) -> model.Only:
        names = self.either((("youth",), ()), ((), ("GE", "MD")))
        return model.Only(*names, self.plains(1), PLACE)

    def module(self) -> Module:
        blocks = list(self.units(2))
        for kind, words in (
            ("before", "Before you start"),
            ("ideas", "Key ideas"),
            ("help", "Help"),
        ):
            if self.either(True, False):
                anchor = self.anchors.take(words)
                blocks.append(model.Section(kind, anchor, self.units(3), PLACE))
        title = text((self.own("a title"),), "title")
        head = self.own("notes")
        anchor = Anchors(self.anchors).take(f"Trainer: {head}")
        notes = (model.Heading(2, text((head,), "heading"), anchor), *self.plains())
        trainer = self.either((), notes)
        aims = (Objective(AIM, text(("An aim: one",), "objective"), "apply"),)
        return Module(
            "bad",
            title,
            tuple(blocks),
            trainer,
            "modules/bad.md",
            objectives=aims,
            variants=("youth",),
        )


@st.composite
def modules(draw: st.DrawFn) -> Module:
    return Lessons(draw).module()
