"""Lessons of every block and every interaction, as the reader would give them.

What the reader makes of words (anchors, ids that nobody wrote) is made of them here too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from string import ascii_lowercase
from typing import Any

from hypothesis import strategies as st
from kandil.model import blocks as model
from kandil.model import interactions as asked
from kandil.model.course import BLOOM, Module, Objective
from kandil.model.inlines import Break, Emphasis, Image
from kandil.model.text import Text
from kandil.read.inline.anchors import Anchors
from write.sentences import BLANKS, NAME, PARTS, PLACE, WORD, spaced, text

AIM = "LO1"
Block = model.Block


class Maker:
    """Draws the parts of one lesson, each word that must be its own with a number."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.number = 0
        self.anchors = Anchors()
        self.context = ""

    def some(self, make: Callable[[], Any], least: int = 0, most: int = 2) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.draw(st.integers(least, most))))

    def either(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def own(self, word: str) -> str:
        self.number += 1
        return f"{word} {self.number}"

    def words(self, role: str, note: str = "", broken: bool = True) -> Text:
        """A sentence that begins with a word of its own, so that no two are equal."""
        parts: list[Any] = [self.own("w"), *self.draw(st.lists(PARTS, max_size=2))]
        if broken and self.draw(st.booleans()):
            parts += [Break(), self.draw(st.sampled_from(["- x", "# x", "> x", "1. x", "x"]))]
        return text(spaced(parts), role, self.context, note)

    def note(self) -> str:
        return str(self.either("", "", "A joke."))

    # Blocks

    def paragraph(self, role: str = "paragraph", noted: bool = True) -> model.Paragraph:
        safety = noted and self.either(False, False, True)
        return model.Paragraph(self.words(role, "" if safety or not noted else self.note()), safety)

    def plain(self) -> Block:
        """Any block that needs no heading."""
        kinds = ("paragraph", "picture", "tight", "loose", "table", "quote", "callout", "terms")
        more = ("code", "rule", "footnote", "records")
        made: Block = getattr(self, f"_{self.either(*kinds, *more)}")()
        return made

    def plains(self, least: int = 0) -> tuple[Block, ...]:
        found = self.some(self.plain, least, 3)
        lone = [
            one
            for index, one in enumerate(found)
            if not (
                index and isinstance(one, model.Definitions) and type(found[index - 1]) is type(one)
            )
        ]
        return tuple(lone)

    def _paragraph(self) -> Block:
        return self.paragraph()

    def _picture(self) -> Block:
        name, alt = f"images/{self.draw(NAME)}.png", self.draw(WORD)
        if self.draw(st.booleans()):
            return model.Picture(Image(name, "", True), None, PLACE)
        shown = Text(alt, (alt,), PLACE, self.context, "image description", self.note())
        return model.Picture(Image(name, alt), shown, PLACE)

    def _tight(self, depth: int = 2) -> model.List:
        def item() -> model.Item:
            inner: list[Block] = [self.paragraph("list item", noted=False)]
            match self.either("", "", "list", "quote", "code"):
                case "list" if depth:
                    inner.append(self._tight(depth - 1))
                case "quote":
                    inner.append(self._quote())
                case "code":
                    inner.append(self._code())
            return model.Item(tuple(inner), self.either(None, None, True, False))

        ordered = depth == 2 and self.either(True, False)
        start = self.draw(st.integers(0, 99)) if ordered else 1
        return model.List(self.some(item, 1, 3), ordered, start, True)

    def _loose(self) -> model.List:
        def item() -> model.Item:
            quote = model.Quote((self.paragraph(noted=False),))
            inside = (self.paragraph("list item", noted=False), self.either(quote, self._code()))
            return model.Item(inside[: self.either(1, 2)], self.either(None, True))

        return model.List(self.some(item, 2, 3), False, 1, False)

    def _table(self) -> Block:
        note, width = self.note(), self.draw(st.integers(1, 3))
        head = tuple(self.words("table heading", note, False) for _ in range(width))
        rows = self.some(
            lambda: tuple(self.words("table cell", note, False) for _ in range(width)), 0, 2
        )
        return model.Table(
            head, rows, tuple(self.either("", "start", "center", "end") for _ in head)
        )

    def _quote(self) -> Block:
        return model.Quote((self.paragraph(noted=False), *self.plains()[:1]))

    def _callout(self) -> Block:
        title = self.words("callout title", "", False) if self.either(True, False) else None
        kind = self.either("note", "tip", "warning", "safety", "detail")
        return model.Callout(kind, title, (self.paragraph(noted=False), *self.plains()[:1]))

    def _terms(self) -> Block:
        def entry() -> model.Definition:
            meanings = self.some(lambda: (self.paragraph(noted=False),), 1, 2)
            return model.Definition(self.words("term", "", False), meanings)

        return model.Definitions(self.some(entry, 1, 2))

    def _code(self) -> model.CodeBlock:
        line = st.text("ab `~<#->\t|", max_size=6)
        content = "\n".join(self.draw(st.lists(line, max_size=3))).rstrip("\n")
        return model.CodeBlock(content, self.either("", "text"))

    def _rule(self) -> Block:
        return model.Rule()

    def _footnote(self) -> Block:
        return model.Footnote(self.draw(NAME), (self.paragraph(noted=False), *self.plains()[:1]))

    def _records(self) -> Block:
        return model.Records(self.either("facts", "law notes"), PLACE)

    # What has a heading

    def heading(self, level: int, noted: bool) -> model.Heading:
        words = self.words("heading", self.note() if noted else "", False)
        aims = self.either((), (AIM,))
        return model.Heading(level, words, self.anchors.take(words.plain), aims)

    def shared(
        self, scored: bool = True, private: bool = False, labels: str = "hwci"
    ) -> dict[str, Any]:
        """What all interactions have; an id is the trainer's, or made of the words."""
        explicit = self.either(True, False)
        prompt = self.own("which")
        name = prompt.replace(" ", "-")
        self.context = name if explicit else ""
        named = {"h": "hints", "w": "why", "c": "correct", "i": "incorrect"}
        return {
            "id": name,
            "explicit_id": explicit,
            "prompt": text((prompt,), "question", self.context),
            "points": self.either(1, 1, 0, 7) if scored else 0,
            "objective": self.either("", AIM),
            "bloom": self.either("", *BLOOM),
            "attempts": self.either(None, 0, 2) if scored else None,
            "sensitive": private or self.either(False, True),
            "scored": scored,
            "place": PLACE,
            **{named[one]: self.labelled(named[one]) for one in labels},
        }

    def labelled(self, name: str) -> tuple[Text, ...]:
        role = {"hints": "hint"}.get(name, name.replace("_", " "))
        return self.some(lambda: self.words(role, self.note(), False))

    def stem(self) -> tuple[Block, ...]:
        """What cannot be taken for answers."""
        return self.some(lambda: self.either(self.paragraph, self._picture, self._code)())

    def feedback(self) -> tuple[Text, ...]:
        return self.some(lambda: self.words("feedback"))

    def choice(self) -> asked.Interaction:
        shared, form = self.shared(), self.either("single", "multiple")
        count = self.draw(st.integers(2, 4))
        ticks = [form == "multiple" and self.either(True, False) for _ in range(count)]
        ticks[0] = True
        options = tuple(
            asked.Option(
                letter,
                self.words("right answer" if right else "wrong answer"),
                right,
                self.feedback(),
            )
            for letter, right in zip(ascii_lowercase, ticks, strict=False)
        )
        shuffle = self.either(None, True, False)
        return asked.Choice(form=form, options=options, shuffle=shuffle, stem=self.stem(), **shared)

    def true_false(self) -> asked.Interaction:
        shared, words = self.shared(), self.either(("True", "False"), ("No", "Yes"))
        options = tuple(
            asked.Option(letter, None, letter == "a", self.feedback(), word)
            for letter, word in zip("ab", words, strict=True)
        )
        return asked.Choice(form="true_false", options=options, shuffle=False, **shared)

    def poll(self) -> asked.Interaction:
        shared = self.shared(scored=False, labels="hw")
        rows = self.some(lambda: self.words("answer"), 2, 3)
        options = tuple(
            asked.Option(letter, row, False, self.feedback())
            for letter, row in zip(ascii_lowercase, rows, strict=False)
        )
        return asked.Choice(
            form="single", options=options, shuffle=self.either(True, False), **shared
        )

    def fill_in(self) -> asked.Interaction:
        shared = self.shared()
        gaps = self.draw(st.lists(BLANKS, min_size=1, max_size=3))
        body = (
            model.Paragraph(text(spaced([self.own("w"), *gaps, "end"]), "paragraph", self.context)),
        )
        numbers = [gap.number is not None for gap in gaps]  # type: ignore[union-attr]
        if numbers == [True]:
            return asked.Numeric(body=body, **shared)
        exact = not all(numbers) and self.either(True, False)
        case = exact or (not all(numbers) and self.either(True, False))
        return asked.FillIn(body=body, case=case, exact=exact, **shared)

    def order(self) -> asked.Interaction:
        shared = self.shared()
        rows = self.some(lambda: self.words("step"), 2, 4)
        items = (
            asked.Entry(x, row, self.feedback())
            for x, row in zip(ascii_lowercase, rows, strict=False)
        )
        return asked.Sequencing(items=tuple(items), stem=self.stem(), **shared)

    def match(self) -> asked.Interaction:
        shared = self.shared()
        rights = self.some(lambda: self.words("match", "", False), 2, 4)
        targets = tuple(asked.Target(x, y) for x, y in zip(ascii_lowercase, rights, strict=False))
        homes = [targets[0], targets[1], *(one for one in targets[2:] if self.either(True, False))]
        items = tuple(
            asked.Entry(x, self.words("item", "", False), home=home.letter)
            for x, home in zip(ascii_lowercase, homes, strict=False)
        )
        return asked.Matching(form="pairs", items=items, targets=targets, **shared)

    def sort(self) -> asked.Interaction:
        shared = self.shared()
        groups = self.some(lambda: self.words("group", "", False), 2, 3)
        targets = tuple(asked.Target(x, y) for x, y in zip(ascii_lowercase, groups, strict=False))
        homes = [one.letter for one in targets for _ in range(self.draw(st.integers(1, 2)))]
        items = tuple(
            asked.Entry(x, self.words("item"), self.feedback(), home)
            for x, home in zip(ascii_lowercase, homes, strict=False)
        )
        return asked.Matching(form="groups", items=items, targets=targets, **shared)

    def rate(self) -> asked.Interaction:
        shared = self.shared(scored=False, labels="hw")
        lead = (
            self.words("how each statement begins", "", False) if self.either(True, False) else None
        )
        rows = self.some(lambda: self.words("statement", "", False), 1, 3)
        scale = self.some(lambda: self.words("point of a scale", "", False), 2, 3)
        return asked.Likert(lead=lead, rows=rows, scale=scale, **shared)

    def reflect(self) -> asked.Interaction:
        shared = self.shared(scored=False, private=True, labels="h")
        answer = self.labelled("model_answer")
        return asked.LongFillIn(model_answer=answer, stem=self.stem(), **shared)

    def cards(self) -> asked.Interaction:
        shared = self.shared(scored=False, labels="")
        cards = self.some(
            lambda: asked.Card(
                self.words("front of a card", "", False), self.words("back of a card", "", False)
            ),
            1,
            3,
        )
        return asked.Cards(cards=cards, **shared)

    def decide(self) -> asked.Interaction:
        shared = self.shared(scored=False, private=True, labels="hw")
        roles = {"safer": "safer", "riskier": "riskier", "depends": "it depends"}

        def way(letter: str) -> asked.Way:
            stance = self.either(*roles)
            words = self.words("way to act")
            return asked.Way(letter, words, stance, (self.words(roles[stance], "", False),))

        return asked.Decision(ways=tuple(way(letter) for letter in "abc"), **shared)

    def question(self) -> asked.Interaction:
        """Of any type."""
        kinds = ("choice", "true_false", "poll", "fill_in", "order", "match", "sort", "rate")
        made: asked.Interaction = getattr(self, self.either(*kinds, "reflect", "cards", "decide"))()
        self.context = ""
        return made

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
                blocks.append(model.Section(kind, anchor, self.units(3), PLACE))  # type: ignore[arg-type]
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
    return Maker(draw).module()
