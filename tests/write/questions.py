"""Questions of every type, as the reader would give them."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

from hypothesis import strategies as st
from kandil.model import blocks as model
from kandil.model import interactions as asked
from kandil.model.course import BLOOM
from kandil.model.text import Text
from write.made_blocks import Block, Blocks
from write.sentences import BLANKS, PLACE, spaced, text

AIM = "LO1"


class Questions(Blocks):
    """Blocks, and what is asked."""

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
        numbers = [gap.number is not None for gap in gaps]
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
