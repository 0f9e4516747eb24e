"""What quizzes draw from: their own questions, a bank of the lesson, or a file of the course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from kandil.model.blocks import Block, Heading, Only, Quiz, Section
from kandil.model.interactions import Branching, Interaction
from kandil.problems import Place, Problem, errors, nearest
from kandil.read.comments import Settings
from kandil.read.misfits import unpassable
from kandil.read.reading import Reading
from kandil.read.spans import unmarked
from kandil.read.tokens import Group, first_line

if TYPE_CHECKING:
    from kandil.read.structure import Outline


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions that are asked where a quiz draws from them."""

    id: str
    place: Place
    questions: tuple[Interaction, ...]
    reading: Reading
    """Of the lesson, or of the bank's own file."""


def fill(
    outline: Outline, blocks: tuple[Block, ...], files: Mapping[str, Bank]
) -> tuple[Block, ...]:
    """The blocks of a lesson, each quiz with the questions of the bank that it names."""
    reading = outline.reading
    for bank in outline.banks.values():
        if bank.id in files:
            where = files[bank.id].place.file
            message = f"The file '{where}' is the bank '{bank.id}' already"
            reading.problems.append(
                Problem("Q005", bank.place, message, "Give this one another id.")
            )
    filler = _Filler(outline, {**files, **outline.banks}, bool(errors(reading.problems)))
    filled = filler.filled(blocks)
    unused = [bank for bank in outline.banks.values() if bank.id not in reading.drawn]
    reading.problems += undrawn(unused, reading.problems)
    return filled


def undrawn(banks: list[Bank], problems: list[Problem]) -> Iterator[Problem]:
    """Banks that are of no use; where a quiz names an unknown one, that is the cause."""
    if any(problem.code == "Q707" for problem in problems):
        return
    for bank in banks:
        hint = f"Write 'from: {bank.id}' in the settings of a quiz, or remove the bank."
        yield Problem("Q709", bank.place, "No quiz draws from this bank", hint)


def store(outline: Outline, name: str, place: Place, found: list[Group]) -> Bank:
    """The questions below the heading of a bank, or of a file; all else would be lost in it."""
    reading, kept = outline.reading, []
    known, index = len(reading.problems), 0
    found = unmarked(reading, found, "a bank")
    while index < len(found):
        head, told = found[index], len(outline.trainer)
        heading = head[0].type == "heading_open"
        index, block = outline.headed(found, index) if heading else (index + 1, None)
        if isinstance(block, Interaction) and not isinstance(block, Branching):
            kept.append(block)
        elif not heading or len(outline.trainer) > told or not isinstance(block, Heading | None):
            hint = "Put it below the heading of a question, or outside the bank."
            reading.report("Q712", first_line(head), 0, "Only questions can stand in a bank", hint)
    if not kept and len(reading.problems) == known:
        message, hint = "This bank has no questions", "Write '### Question: …' in it."
        reading.problems.append(Problem("Q710", place, message, hint))
    return Bank(name, place, tuple(kept), reading)


def parted(banks: list[Bank]) -> Iterator[Problem]:
    """Banks that stand in a part for some editions: their questions would be in all."""
    for bank in banks:
        hint = "Put it below '<!-- end -->'. A quiz for some editions may draw from it there."
        message = "A bank cannot stand in a part for some editions"
        yield Problem("Q713", bank.place, message, hint)


@dataclass(slots=True)
class _Filler:
    outline: Outline
    banks: Mapping[str, Bank]
    doubt: bool
    """Whether a question may be missing because it could not be read."""

    def filled(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        if isinstance(block, Section | Only):
            return replace(block, blocks=self.filled(block.blocks))
        if isinstance(block, Quiz) and block.place in self.outline.draws:
            return self.quiz(block, self.outline.draws[block.place])
        return block

    def quiz(self, quiz: Quiz, settings: Settings) -> Quiz:
        problems, name = self.outline.reading.problems, settings.bank
        doubt = self.doubt
        if name is not None:
            known = name in self.outline.reading.drawn
            self.outline.reading.drawn.add(name)
            bank = self.banks.get(name)
            if bank is None:
                problems.append(self.unknown(name, _place(settings, "from", quiz)))
                return quiz
            doubt |= not bank.questions or bool(errors(bank.reading.problems))
            if bank.reading is not self.outline.reading and not known:
                self.take(bank)
            quiz = replace(quiz, bank=bank.questions)
            problems += unpassable(quiz, settings)
        if settings.draw is not None:
            problems += _draw_problems(quiz, settings, doubt)
        return quiz

    def unknown(self, name: str, place: Place) -> Problem:
        near = nearest(name, self.banks)
        hint = f"Write '## Bank: …' with 'id: {name}', or make the file 'banks/{name}.md'."
        message = f"There is no bank '{name}'"
        return Problem("Q707", place, message, near if near.startswith("Did") else hint)

    def take(self, bank: Bank) -> None:
        """The questions of a file become questions of this lesson."""
        outline, reading = self.outline, self.outline.reading
        lesson = PurePath(reading.source.file).stem
        for question in bank.questions:
            if other := outline.ids.get(question.id):
                where = f"{other.file}, line {other.line}"
                message = f"The id '{question.id}' stands in {where}, already"
                hint = "Write another id in the settings of this question."
                reading.problems.append(Problem("Q005", question.place, message, hint))
            outline.ids[question.id] = question.place
            if question.objective:
                outline.used.add(question.objective)
                whose = f"the lesson '{lesson}', which draws from this bank"
                outline.known(question.objective, question.place, whose)
        reading.links += bank.reading.links
        reading.images += bank.reading.images


def _draw_problems(quiz: Quiz, settings: Settings, doubt: bool) -> Iterator[Problem]:
    place, there = _place(settings, "draw", quiz), len(quiz.questions)
    unscored = [question for question in quiz.questions if not question.scored]
    for question in unscored:
        hint = "Put it outside the quiz and the bank, or take 'draw' away."
        message = "Nothing is right or wrong in this question, so a draw cannot choose it"
        yield Problem("Q711", question.place, message, hint)
    if not settings.draw:
        hint = "Write how many questions a learner is asked: 'draw: 4'."
        yield Problem("Q706", place, "This quiz draws no question", hint)
    elif settings.draw > there and there and not doubt and not unscored:
        hint = f"Write 'draw: {there}' or less, or add questions."
        message = f"This quiz draws {settings.draw} questions, and there {_are(there)}"
        yield Problem("Q706", place, message, hint)
    scored = [question for question in quiz.questions if question.scored]
    for question in scored[1:]:
        if question.points != scored[0].points:
            hint = "Give all questions of a draw the same points, so that every draw is as hard."
            message = f"This question gives {question.points} points, and the first of its draw"
            yield Problem("Q708", question.place, f"{message} {scored[0].points}", hint)


def _are(number: int) -> str:
    return "is 1" if number == 1 else f"are {number}"


def _place(settings: Settings, name: str, quiz: Quiz) -> Place:
    return (settings.places or {}).get(name, quiz.place)
