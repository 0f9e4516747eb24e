"""Questions and quizzes: one template an interaction, so that a new one is one new file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TypeVar

from markupsafe import Markup

from kandil.localize.words import answers
from kandil.localize.words.formats import autonym, direction, percent
from kandil.model.blocks import Quiz
from kandil.model.brief import gaps
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.folding import Rule, fold_rules
from kandil.model.hollow import bank_name, drawn_before
from kandil.model.inlines import Blank, Range
from kandil.model.interactions import (
    Branching,
    Choice,
    Entry,
    FillIn,
    Interaction,
    Matching,
    Option,
    Sequencing,
    Target,
)
from kandil.model.structure import (
    form,
    mark,
    opens,
    tellable,
    told,
)
from kandil.model.text import Text, map_texts
from kandil.render.html.writing import Writer
from kandil.values import dataclass

Lettered = TypeVar("Lettered", bound=Entry | Option | Target)
Node = TypeVar("Node")
QUICK = "check"
"""The template of a quick check and its rules of style; it has no part in the player."""
SHARED = {"numeric": "fill_in"}
"""Interactions that share the template and the player's part of another."""


def part_of(question: Interaction) -> str:
    """The name of its template and of its part of the player."""
    return SHARED.get(question.name, question.name)


def question(writer: Writer, block: Interaction) -> str:
    """A card: its place, the words, the answers, hints, and the key for a page without script."""
    if writer.quiz is None and opens(block):
        return _quick_check(writer, block)
    name = part_of(block)
    writer.interactions.add(name)
    writer.asked += 1
    foreign = writer.foreign(block.prompt, "q")
    if block.prompt.lang:
        # The whole question is marked, so its parts are not.
        block = replace(block, stem=_unmarked(block.stem))
    return writer.page.render(
        f"interactions/{name}.html",
        question=block,
        id=writer.page.question_id(writer.quiz, block),
        number=f"{writer.page.prefix}{writer.asked}",
        place=_place(writer.quiz, block),
        drawn=bool(writer.quiz and writer.quiz.draw),
        foreign=foreign,
        own=_own(writer.page.edition, block.prompt),
        data=Markup("".join(_data(writer, block))),
        text=writer.text,
        write=writer.write,
        **_more(writer, block),
    )


def _quick_check(writer: Writer, block: Interaction) -> str:
    """Each answer opens what is said to it; the same with a script and without."""
    edition = writer.page.edition
    writer.interactions.add(QUICK)
    stem = _unmarked(block.stem) if block.prompt.lang else block.stem
    return writer.page.render(
        f"{QUICK}.html",
        question=replace(block, stem=stem),
        foreign=writer.foreign(block.prompt, "try"),
        own=_own(edition, block.prompt),
        text=writer.text,
        write=writer.write,
        words=partial(answers.option_words, edition),
        verdict=partial(answers.verdict, edition),
    )


def _more(writer: Writer, block: Interaction) -> dict[str, object]:
    """What the template of one interaction asks for."""
    edition = writer.page.edition
    if isinstance(block, FillIn):
        return _gaps(writer, block)
    if isinstance(block, Branching):
        return _cards(block) | {"stance": partial(answers.stance, edition)}
    if isinstance(block, Sequencing):
        return {"mixed": mixed(block.items, block.id), "key": answers.key(edition, block)}
    if isinstance(block, Matching):
        return _places(block) | {"key": answers.key(edition, block)}
    return {
        "words": partial(answers.option_words, edition),
        "verdict": partial(answers.verdict, edition),
        "stance": partial(answers.stance, edition),
    }


def _unmarked(node: Node) -> Node:
    return map_texts(node, lambda text: replace(text, lang="") if text.lang else text)


def _own(edition: Edition, prompt: Text) -> Markup:
    """Words of the interface inside a question that fell back are in the page's own language."""
    if not prompt.lang:
        return Markup()
    return Markup(f' lang="{edition.locale}" dir="{direction(edition.locale)}"')


def _place(quiz: Quiz | None, block: Interaction) -> tuple[int, int] | None:
    """(2, 5) in a quiz; a question elsewhere stands alone."""
    if quiz is None:
        return None
    asked = quiz.questions
    return next(i for i, other in enumerate(asked, 1) if other.id == block.id), len(asked)


def _form(block: Interaction) -> str:
    """As the player calls it; a poll has no form in reports, where nothing of it is told."""
    return "poll" if isinstance(block, Choice) and not block.scored else form(block)


def _data(writer: Writer, block: Interaction) -> Iterator[str]:
    """What the player must know; usual values are left out."""
    yield f' data-f="{_form(block)}"'
    attempts = block.attempts
    if attempts is None:
        attempts = writer.quiz.attempts if writer.quiz else 0
    if attempts and block.scored:
        yield f' data-t="{attempts}"'
    if block.points != 1 and block.scored:
        yield f' data-p="{block.points}"'
    drawn = bool(writer.quiz and writer.quiz.draw)
    known = drawn or block.objective in writer.page.aims
    if block.scored and block.objective and known:
        yield Markup(' data-o="{}"').format(block.objective)
    if block.sensitive:
        yield ' data-private=""'
    if writer.page.keeps and told(block):
        yield f' data-k="{mark(writer.quiz, block)}"'
    if isinstance(block, Choice) and block.shuffle is not False:
        yield ' data-s=""'
    if isinstance(block, FillIn) and (block.exact or block.case):
        yield ' data-exact=""' if block.exact else ' data-case=""'


def _gaps(writer: Writer, block: FillIn) -> dict[str, object]:
    """The sentences with their gaps, and what belongs into each."""
    blanks: list[Blank] = []
    edition = writer.page.edition
    lone = len([*gaps(block)]) == 1
    own, gap_number = edition.translate("Your answer"), edition.translate("Gap {number}")

    def gap(blank: Blank) -> str:
        blanks.append(blank)
        label = own if lone else gap_number.replace("{number}", str(len(blanks)))
        return writer.page.render("gap.html", label=label, number=blank.number)

    writer.inline.blank = gap
    body = writer.write(_unmarked(block.body) if block.prompt.lang else block.body)
    writer.inline.blank = None
    shown = [(answers.accepted(edition, blank), _limits(blank.number)) for blank in blanks]
    return {"body": body, "gaps": shown}


def _cards(block: Branching) -> dict[str, object]:
    """Each step is a card with a number, for paper; and the most points that one gives."""
    steps = _unmarked(block.steps) if block.prompt.lang else block.steps
    numbers = {step.anchor: number for number, step in enumerate(steps, 1)}
    return {"steps": steps, "cards": numbers, "best": max(step.points or 0 for step in steps)}


def _places(block: Matching) -> dict[str, object]:
    """Entries in no order that tells anything, pairs' targets too; groups keep the author's."""
    targets = block.targets
    if block.form == "pairs":
        targets = mixed(targets, f"{block.id} targets")
    return {"mixed": mixed(block.items, block.id), "targets": targets}


def mixed(items: tuple[Lettered, ...], seed: str) -> tuple[Lettered, ...]:
    """Another order than the source's, the same in every build: what paper shows."""

    def chance(item: Lettered) -> bytes:
        return sha256(f"{seed} {item.letter}".encode()).digest()

    found = tuple(sorted(items, key=chance))
    return found if found != items else (*items[1:], items[0])


def compared(edition: Edition) -> tuple[Rule, ...]:
    """How the page compares what she types: rules for the scripts of its answers."""
    briefs = [module.brief for module in edition.course.modules]
    if not any(one.typed for one in briefs):
        return ()
    return fold_rules(" ".join((autonym(edition.locale), *(one.letters for one in briefs))))


def _limits(number: Range | None) -> str:
    """For the player: `12 20`."""
    return f"{number.low:f} {number.high:f}" if number else ""


def quiz(writer: Writer, block: Quiz) -> str:
    """A scored group with its result."""
    page = writer.page
    enough = page.course.pass_mark if block.pass_mark is None else block.pass_mark
    writer.quiz = block
    body = writer.write(block.blocks) + writer.write(block.bank)
    writer.quiz = None
    return page.render(
        "quiz.html",
        quiz=block,
        id=page.anchor(block.id),
        total=block.possible,
        mark=enough,
        percent=percent(enough, page.edition.locale),
        need=-(-enough * block.possible // 100),
        foreign=writer.foreign(block.title),
        title=writer.text(block.title),
        body=body,
        draw=draw(page.course, block) if block.draw else None,
    )


@dataclass(frozen=True, slots=True)
class Draw:
    """What the player needs to choose among the questions of the page."""

    bank: str
    before: str
    """How many the earlier quizzes of the course draw from the same bank."""
    own: int
    """Questions of the quiz that are of no bank."""
    total: int
    """Points that can be told, where they differ from draw to draw; else 0."""


def draw(course: Course, block: Quiz) -> Draw:
    """Of a quiz that draws."""
    own = len(block.scored) - sum(question.scored for question in block.bank)
    before = " ".join(str(number) for number in drawn_before(course, block.place))
    total = tellable(block) if block.uneven else 0
    return Draw(bank_name(course, block.place), before, own, total)
