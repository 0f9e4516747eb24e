"""Questions and quizzes: one template an interaction, so that a new one is one new file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

from markupsafe import Markup

from kandil.model.blocks import Quiz
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.folding import Rule, fold_rules
from kandil.model.ids import public_anchor
from kandil.model.inlines import Blank, Range, walk
from kandil.model.interactions import (
    Branching,
    Choice,
    Entry,
    FillIn,
    Interaction,
    Matching,
    Sequencing,
    Target,
)
from kandil.model.structure import (
    bank_name,
    drawn_before,
    form,
    interactions,
    mark,
    tellable,
    told,
)
from kandil.model.text import Text, map_texts, texts
from kandil.render.html.formats import autonym, decimal, direction, percent
from kandil.render.html.templates import template
from kandil.render.site.player import part_of

if TYPE_CHECKING:
    from kandil.render.html.block_writer import BlockWriter

Lettered = TypeVar("Lettered", bound=Entry | Target)


def question(writer: BlockWriter, block: Interaction) -> str:
    """A card: its place, the words, the answers, hints, and the key for a page without script."""
    name = part_of(block)
    writer.interactions.add(name)
    writer.asked += 1
    foreign = writer.foreign(block.prompt, "q")
    # The whole question is marked, so its parts are not (and are not counted again).
    block = replace(block, stem=_unmarked(block.stem))
    edition = writer.speaking["edition"]
    values = {
        **writer.speaking,
        "question": block,
        "id": public_anchor(edition.course, _name(writer, block)),
        "number": writer.asked,
        "place": _place(writer, block),
        "drawn": bool(writer.quiz and writer.quiz.draw),
        "foreign": foreign,
        "own": _own(writer, block.prompt),
        "data": Markup("").join(_data(writer, block)),
        "text": writer.text,
        "write": writer.write,
    }
    if isinstance(block, FillIn):
        values |= _gaps(writer, block)
    if isinstance(block, Branching):
        values |= _cards(block)
    if isinstance(block, Sequencing):
        values["mixed"] = mixed(block.items, block.id)
    if isinstance(block, Matching):
        values |= _places(block)
    return template(f"interactions/{name}.html").render(values)


def _unmarked(blocks: Any) -> Any:
    return map_texts(blocks, lambda text: replace(text, lang="") if text.lang else text)


def _own(writer: BlockWriter, prompt: Text) -> Markup:
    """Words of the interface inside a question that fell back are in the page's own language."""
    if not prompt.lang:
        return Markup()
    locale = writer.speaking["edition"].locale
    return Markup(f" lang={locale} dir={direction(locale)}")


def _name(writer: BlockWriter, block: Interaction) -> str:
    """A question of a bank may stand in two quizzes of one page."""
    names = writer.speaking.get("asked", {})
    return str(names.get((writer.quiz.id, block.id), block.id)) if writer.quiz else block.id


def _place(writer: BlockWriter, block: Interaction) -> tuple[int, int] | None:
    """(2, 5) in a quiz; a question elsewhere stands alone."""
    if writer.quiz is None:
        return None
    asked = writer.quiz.questions
    return next(i for i, other in enumerate(asked, 1) if other.id == block.id), len(asked)


def _form(block: Interaction) -> str:
    """As SCORM 1.2 names it; a poll has no type there, since nothing of it is reported."""
    return "poll" if isinstance(block, Choice) and not block.scored else form(block)


def _data(writer: BlockWriter, block: Interaction) -> Iterator[str]:
    """What the player must know; usual values are left out."""
    yield f" data-f={_form(block)}"
    attempts = block.attempts
    if attempts is None:
        attempts = writer.quiz.attempts if writer.quiz else 0
    if attempts and block.scored:
        yield f" data-t={attempts}"
    if block.points != 1 and block.scored:
        yield f" data-p={block.points}"
    drawn = bool(writer.quiz and writer.quiz.draw)
    known = drawn or block.objective in writer.speaking.get("aims", ())
    if block.scored and block.objective and known:
        yield Markup(' data-o="{}"').format(block.objective)
    if block.sensitive:
        yield " data-private"
    if writer.speaking.get("keeps") and told(block):
        yield f" data-k={mark(writer.quiz, block)}"
    if isinstance(block, Choice) and block.shuffle is not False:
        yield " data-s"
    if isinstance(block, FillIn) and (block.exact or block.case):
        yield " data-exact" if block.exact else " data-case"


def _gaps(writer: BlockWriter, block: FillIn) -> dict[str, Any]:
    """The sentences with their gaps, and what belongs into each."""
    written = vars(template("gap.html").module)["gap"]
    blanks: list[Blank] = []
    lone = len([*_blanks(block)]) == 1
    translate = writer.speaking["_"]

    def gap(blank: Blank) -> str:
        blanks.append(blank)
        label = translate("Your answer") if lone else translate("Gap {number}", number=len(blanks))
        return str(written(label, blank.number))

    writer.inline.blank = gap
    body = writer.write(_unmarked(block.body))
    writer.inline.blank = None
    locale = writer.speaking["edition"].locale
    shown = [(_accepted(blank, locale), _limits(blank.number)) for blank in blanks]
    return {"body": body, "gaps": shown}


def _cards(block: Branching) -> dict[str, Any]:
    """Each step is a card with a number, for paper; and the most points that one gives."""
    steps = _unmarked(block.steps)
    numbers = {step.anchor: number for number, step in enumerate(steps, 1)}
    return {"steps": steps, "cards": numbers, "best": max(step.points or 0 for step in steps)}


def _places(block: Matching) -> dict[str, Any]:
    """Entries in no order that tells anything, pairs' targets too; groups keep the author's."""
    targets = block.targets
    if block.form == "pairs":
        targets = mixed(targets, f"{block.id} targets")
    homes = {target.letter: target.text for target in block.targets}
    return {"mixed": mixed(block.items, block.id), "targets": targets, "homes": homes}


def mixed(items: tuple[Lettered, ...], seed: str) -> tuple[Lettered, ...]:
    """Another order than the source's, the same in every build: what paper shows."""

    def chance(item: Lettered) -> bytes:
        return sha256(f"{seed} {item.letter}".encode()).digest()

    found = tuple(sorted(items, key=chance))
    return found if found != items else (*items[1:], items[0])


def _blanks(block: FillIn) -> Iterator[Blank]:
    for text in texts(block.body):
        yield from (part for part in walk(text.inlines) if isinstance(part, Blank))


def _accepted(blank: Blank, locale: str) -> tuple[str, ...]:
    number = blank.number
    if number is None:
        return blank.answers
    low, high = decimal(number.low, locale), decimal(number.high, locale)
    return (low if low == high else f"{low}–{high}",)


def compared(edition: Edition) -> tuple[Rule, ...]:
    """How the page compares what she types: rules for the scripts of its answers."""
    asked = [one for module in edition.course.modules for one in interactions(module.blocks)]
    gaps = [part for one in asked if isinstance(one, FillIn) for part in _blanks(one)]
    if not gaps:
        return ()
    answers = (answer for gap in gaps for answer in gap.answers)
    return fold_rules(" ".join((autonym(edition.locale), *answers)))


def _limits(number: Range | None) -> str:
    """For the player: `12 20`."""
    return f"{number.low:f} {number.high:f}" if number else ""


def quiz(writer: BlockWriter, block: Quiz) -> str:
    """A scored group with its result."""
    edition = writer.speaking["edition"]
    mark = edition.course.pass_mark if block.pass_mark is None else block.pass_mark
    writer.quiz = block
    values = {
        **writer.speaking,
        "quiz": block,
        "id": public_anchor(edition.course, block.id),
        "total": block.possible,
        "mark": mark,
        "percent": percent(mark, edition.locale),
        "foreign": writer.foreign(block.title),
        "title": writer.text(block.title),
        "body": writer.write(block.blocks) + writer.write(block.bank),
        "draw": _draw(edition.course, block) if block.draw else None,
    }
    writer.quiz = None
    return template("quiz.html").render(values)


def _draw(course: Course, block: Quiz) -> dict[str, Any]:
    """What the player needs to choose among the questions of the page."""
    own = len(block.scored) - sum(question.scored for question in block.bank)
    before = " ".join(str(number) for number in drawn_before(course, block))
    total = tellable(block) if block.uneven else 0
    return {"bank": bank_name(course, block), "before": before, "own": own, "total": total}
