"""The blocks of a lesson for the one who teaches it: questions with their answers, nothing folded,
quizzes and scenarios on sheets of their own."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kandil.localize.words import answers
from kandil.model import blocks as model
from kandil.model.interactions import Branching, Choice, Decision, Interaction, Option
from kandil.model.text import Text
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.escaping import escaped
from kandil.render.html.printed import Paper

QUIZ, KEY, CARDS = "quiz", "key", "cards"
"""End the names of a lesson's sheets: `siu-2-quiz.html`."""


def sheet(lesson: str, kind: str = "") -> str:
    """The file of a lesson's page, or of one of its sheets."""
    return f"{lesson}-{kind}.html" if kind else f"{lesson}.html"


@dataclass(slots=True)
class PaperWriter(BlockWriter):
    """Writes one page of paper."""

    def block(self, block: model.Block) -> str:
        """As for a learner, but for what asks her something or opens on a tap."""
        match block:
            case Branching():
                title = self._title(block.prompt, *(step.anchor for step in block.steps))
                words = self.page.edition.translate("The cards to cut out")
                return title + self._apart(CARDS, words)
            case Interaction():
                return f'<div class="try">{self.ask(block)}{self.key(block)}</div>\n'
            case model.Quiz():
                title = self._title(block.title, block.anchor)
                words = self.page.edition.translate("The questions on paper")
                return title + self._apart(QUIZ, words)
            case model.Section() if block.title:
                anchor = self.page.anchor(block.anchor)
                head = f'<h2 id="{anchor}"{self.marks(block.title)}>{self.words(block.title)}</h2>'
                return head + self.blocks(block.blocks)
            case model.Callout(kind="detail") if block.title:
                head = f"<p{self.marks(block.title)}><b>{self.words(block.title)}</b></p>"
                return f'<div class="call">{head}{self.blocks(block.blocks)}</div>\n'
        # No bare `super()`: a dataclass with slots is another class than the one it stands in.
        return BlockWriter.block(self, block)

    def ask(self, question: Interaction, number: int = 0) -> str:
        """What is asked, and what there is to choose from; an answer that is opened, or a way to
        act, stands with what is said of it in the key."""
        paper = Paper(self.page.edition, question.place)
        count = f"{number}. " if number else ""
        prompt = f"<p{self.marks(question.prompt, 'ask')}>{count}{self.words(question.prompt)}</p>"
        told = not number and isinstance(question, Choice | Decision)
        choices = [] if told else paper.asked(question)
        return prompt + self.blocks((*question.stem, *choices))

    def key(self, question: Interaction) -> str:
        """What to expect, and why."""
        paper = Paper(self.page.edition, question.place)
        reasons = (model.Paragraph(words) for words in answers.reasons(question))
        if isinstance(question, Choice) and question.scored:
            rows = "".join(self._option(option) for option in question.options)
            return f'<ul class="boxes">{rows}</ul>{self.blocks((*reasons,))}' + self._hints(
                question
            )
        poll = paper.asked(question) if isinstance(question, Choice) else ()
        return self.blocks((*poll, *paper.key(question), *reasons)) + self._hints(question)

    def _option(self, option: Option) -> str:
        """An answer in one line with what is said of it."""
        edition = self.page.edition
        words, sign = answers.option_words(edition, option), "✓" if option.right else "○"
        said = " ".join(self.words(one) for one in option.feedback)
        verdict = escaped(answers.verdict(edition, option))
        if words.lang:
            own = f'lang="{edition.locale}" dir="{edition.direction}"'
            verdict = f"<span {own}>{verdict}</span>"
        return f"<li{self.marks(words)}>{sign} <b>{self.words(words)}</b> {verdict} {said}</li >"

    def _title(self, words: Text, *anchors: str) -> str:
        """Of what stands on a sheet of its own; a link of the lesson finds it here."""
        names = (self.page.anchor(one) for one in anchors[1:])
        more = "".join(f'<span id="{name}"></span>' for name in names)
        anchor = self.page.anchor(anchors[0])
        return f'<h2 id="{anchor}"{self.marks(words)}>{self.words(words)}</h2>{more}'

    def _hints(self, question: Interaction) -> str:
        words = escaped(self.page.edition.translate("A hint:"))
        rows = (f"<p{self.marks(one)}>{words} {self.words(one)}</p>" for one in question.hints)
        return "".join(rows)

    def _apart(self, kind: str, words: str) -> str:
        lesson = self.page.module.id if self.page.module else ""
        return f'<p class="see"><a href="{sheet(lesson, kind)}">{escaped(words)}</a></p>\n'


def plans(writer: PaperWriter, trainer: tuple[model.Block, ...]) -> list[Markup]:
    """The trainer's words, each of her headings with what stands below it: a plan to a page."""
    runs: list[list[model.Block]] = [[]]
    for block in trainer:
        if isinstance(block, model.Heading) and block.level == 2:
            runs.append([])
        runs[-1].append(block)
    return [writer.write(tuple(run)) for run in runs if run]
