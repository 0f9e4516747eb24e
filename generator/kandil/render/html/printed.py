"""A question as blocks for paper: what is asked, and below it the key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kandil.localize.words import answers
from kandil.localize.words.answers import Answer
from kandil.localize.words.territory import own_text
from kandil.model.blocks import (
    Block,
    Callout,
    Definition,
    Definitions,
    Item,
    List,
    Paragraph,
)
from kandil.model.edition import Edition
from kandil.model.inlines import Blank, Emphasis, Inlines, Link, Strong
from kandil.model.interactions import (
    Branching,
    Cards,
    Choice,
    Decision,
    FillIn,
    Interaction,
    Likert,
    LongFillIn,
    Matching,
    Option,
    Sequencing,
    Step,
)
from kandil.model.text import Text, map_texts
from kandil.problems import Place
from kandil.render.html.questions import mixed
from kandil.values import dataclass

_GAP = "________"


def printed(question: Interaction, edition: Edition) -> tuple[Block, ...]:
    """The prompt, what stands between, the answers, and in blocks that fold: hints and the key."""
    paper = Paper(edition, question.place)
    hints = [Paragraph(hint) for hint in question.hints]
    key = [*paper.key(question), *map(Paragraph, answers.reasons(question))]
    folded = [*paper.folded("Show a hint", hints), *paper.folded("Show the answers", key)]
    return (*printed_bare(question, edition), *folded)


def printed_bare(question: Interaction, edition: Edition) -> tuple[Block, ...]:
    """The prompt, what stands between, and the answers: no hint and no key."""
    paper = Paper(edition, question.place)
    return (_strong(question.prompt), *question.stem, *paper.asked(question))


@dataclass(frozen=True, slots=True)
class Paper:
    """One question in the words of an edition: what is asked, and apart from it the key."""

    edition: Edition
    place: Place

    def words(self, ui: str) -> Text:
        """A string of the interface."""
        return own_text(self.edition.translate(ui), self.place)

    def folded(self, title: str, blocks: Sequence[Block]) -> Iterator[Block]:
        """Nothing where there is nothing to say."""
        if blocks:
            yield Callout("detail", self.words(title), tuple(blocks))

    def option(self, option: Option) -> Text:
        """An answer, the interface's own among them."""
        return answers.option_words(self.edition, option)

    def asked(self, question: Interaction) -> Iterator[Block]:
        """What she chooses from, or where she writes."""
        match question:
            case Choice():
                yield _list((self.option(one) for one in question.options), ordered=True)
            case Sequencing():
                yield _list(one.text for one in mixed(question.items, question.id))
            case Matching():
                yield _list(one.text for one in mixed(question.items, question.id))
                yield Paragraph(self.words("Where does each of them belong?"))
                yield _list(one.text for one in mixed(question.targets, f"{question.id} targets"))
            case FillIn():
                yield from map_texts(question.body, lined)
            case Likert():
                yield from (Paragraph(lead) for lead in (question.lead,) if lead)
                yield _list(question.rows)
                yield _list(question.scale)
            case Cards():
                yield Definitions(
                    tuple(Definition(c.front, ((Paragraph(c.back),),)) for c in question.cards)
                )
            case Decision():
                yield _list(way.text for way in question.ways)
            case Branching():
                titles = {step.anchor: step.title for step in question.steps}
                for step in question.steps:
                    yield from self.step(step, titles, first=step is question.steps[0])

    def step(self, step: Step, titles: dict[str, Text], *, first: bool) -> Iterator[Block]:
        """A card of a scenario: the first bears the title of all, an ending what comes of it."""
        if not first:
            yield _strong(step.title)
        yield from step.blocks
        if step.outcome:
            yield _strong(own_text(answers.stance(self.edition, step.outcome), self.place))
        if step.moves:
            yield _list(self.led(move.text, titles[move.to]) for move in step.moves)

    def key(self, question: Interaction) -> Iterator[Block]:
        """What is right, and what is said of each answer."""
        rows = [self.row(answer) for answer in answers.key(self.edition, question)]
        match question:
            case Choice(scored=False):
                said = (one for one in question.options if one.feedback)
                rows = [self.row(Answer(self.option(one), reason=one.feedback)) for one in said]
            case FillIn():
                yield Paragraph(self.words("Accepted:"))
            case LongFillIn():
                yield from map(Paragraph, question.model_answer)
        if rows:
            yield List(tuple(rows), ordered=isinstance(question, Sequencing))

    def row(self, answer: Answer) -> Item:
        """One answer, with what is said of it below."""
        words = self.led(answer.words, answer.home) if answer.home else answer.words
        verdict = [own_text(answer.verdict, self.place)] if answer.verdict else []
        return Item(tuple(map(Paragraph, (words, *verdict, *answer.reason))))

    def led(self, start: Text, end: Text) -> Text:
        """One and where it belongs, in the direction of reading."""
        arrow = " → " if self.edition.direction == "ltr" else " ← "
        return replace(start, inlines=(*start.inlines, arrow, *end.inlines))


def _strong(words: Text) -> Paragraph:
    return Paragraph(replace(words, inlines=(Strong(words.inlines),)))


def _list(texts: Iterable[Text], *, ordered: bool = False) -> List:
    return List(tuple(Item((Paragraph(words),)) for words in texts), ordered=ordered)


def lined(words: Text, kept: Blank | None = None) -> Text:
    """With a line in the place of each gap but one."""
    return replace(words, inlines=_lines(words.inlines, kept))


def _lines(inlines: Inlines, kept: Blank | None) -> Inlines:
    return tuple(
        _GAP
        if isinstance(part, Blank) and part is not kept
        else replace(part, children=_lines(part.children, kept))
        if isinstance(part, Emphasis | Strong | Link)
        else part
        for part in inlines
    )
