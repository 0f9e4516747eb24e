"""What quizzes draw from: their own questions, a bank of the lesson, or a file of the course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import PurePath

from kandil.model.blocks import Block, Only, Quiz, Section
from kandil.model.forms import FORMS
from kandil.model.interactions import Choice, Interaction
from kandil.model.structure import interactions
from kandil.problems import Place, Problem, errors, nearest
from kandil.read.lesson.state import Bank, LessonState
from kandil.read.lesson.unused_settings import unpassable
from kandil.read.source.comments import Settings
from kandil.values import dataclass


def fill(
    state: LessonState, blocks: tuple[Block, ...], files: Mapping[str, Bank]
) -> tuple[Block, ...]:
    """The blocks of a lesson, each quiz with the questions of the bank that it names."""
    reading = state.reading
    for bank in state.banks.values():
        if bank.id in files:
            where = files[bank.id].place.file
            message = f"The file '{where}' is the bank '{bank.id}' already"
            reading.problems.append(
                Problem("Q005", bank.place, message, "Give this one another id.")
            )
    filler = _Filler(state, {**files, **state.banks}, bool(errors(reading.problems)))
    filled = filler.filled(blocks)
    unused = [bank for bank in state.banks.values() if bank.id not in reading.drawn]
    reading.problems += undrawn(unused, reading.problems)
    return filled


def undrawn(banks: list[Bank], problems: list[Problem]) -> Iterator[Problem]:
    """Banks that are of no use; where a quiz names an unknown one, that is the cause."""
    if any(problem.code == "Q707" for problem in problems):
        return
    for bank in banks:
        hint = f"Write 'from: {bank.id}' in the settings of a quiz, or remove the bank."
        yield Problem("Q709", bank.place, "No quiz draws from this bank", hint)


@dataclass(slots=True)
class _Filler:
    state: LessonState
    banks: Mapping[str, Bank]
    doubt: bool
    """Whether a question may be missing because it could not be read."""
    lent: dict[str, tuple[Interaction, ...]] = field(default_factory=dict)
    """Questions of files, by the bank's id: two quizzes may draw from one."""

    def filled(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        if isinstance(block, Section | Only):
            return replace(block, blocks=self.filled(block.blocks))
        if isinstance(block, Quiz) and block.place in self.state.draws:
            return self.quiz(block, self.state.draws[block.place])
        return block

    def quiz(self, quiz: Quiz, settings: Settings) -> Quiz:
        problems, name = self.state.reading.problems, settings.bank
        doubt = self.doubt
        if name is not None:
            self.state.reading.drawn.add(name)
            bank = self.banks.get(name)
            if bank is None:
                problems.append(self.unknown(name, _place(settings, "from", quiz)))
                return quiz
            doubt |= not bank.questions or bool(errors(bank.reading.problems))
            quiz = replace(quiz, bank=_ordered(self.questions(bank), settings))
            problems += unpassable(quiz, settings, doubt)
        if settings.draw is not None:
            problems += _draw_problems(quiz, settings, doubt)
        return quiz

    def unknown(self, name: str, place: Place) -> Problem:
        if name == FORMS:
            hint = "Make a bank of its own for this quiz: what it asks gives points."
            return Problem("Q707", place, "No quiz draws from the forms", hint)
        near = nearest(name, self.banks)
        hint = f"Write '## Bank: …' with 'id: {name}', or make the file 'banks/{name}.md'."
        message = f"There is no bank '{name}'"
        return Problem("Q707", place, message, near if near.startswith("Did") else hint)

    def questions(self, bank: Bank) -> tuple[Interaction, ...]:
        """Those of a file become questions of this lesson, with all that they refer to."""
        reading = self.state.reading
        if bank.reading is reading:
            return bank.questions
        if bank.id not in self.lent:
            self.lent[bank.id] = tuple(self.lend(question) for question in bank.questions)
            reading.links += bank.reading.links
            reading.images += bank.reading.images
            reading.facts += bank.reading.facts
        return self.lent[bank.id]

    def lend(self, question: Interaction) -> Interaction:
        """A question of a file in this lesson; an id that nobody wrote gives way."""
        state, ids = self.state, self.state.ids
        other = ids.get(question.id)
        if other and question.explicit_id:
            message = f"The id '{question.id}' stands in {other.file}, line {other.line}, already"
            hint = "Write another id in the settings of this question."
            state.reading.problems.append(Problem("Q005", question.place, message, hint))
        elif other:
            name = state.free(question.id)
            question = replace(question, id=name)
        ids[question.id] = question.place
        if question.objective:
            state.used.add(question.objective)
            lesson = PurePath(state.reading.source.file).stem
            whose = f"the lesson '{lesson}', which draws from this bank"
            state.check_objective(question.objective, question.place, whose)
        return question


def _draw_problems(quiz: Quiz, settings: Settings, doubt: bool) -> Iterator[Problem]:
    place, there = _place(settings, "draw", quiz), len(quiz.scored)
    unscored = [question for question in quiz.bank if not question.scored]
    for question in unscored:
        hint = "Put it into the quiz itself, where it always stands."
        message = "Nothing is right or wrong in this question, so a draw cannot choose it"
        yield Problem("Q711", question.place, message, hint)
    if not settings.draw:
        hint = "Write how many questions a learner is asked: 'draw: 4'."
        yield Problem("Q706", place, "This quiz draws no question", hint)
    elif settings.draw > there and there and not doubt and not unscored:
        hint = f"Write 'draw: {there}' or less, or add questions."
        right = " with a right answer" if there < len(quiz.questions) else ""
        message = f"This quiz draws {settings.draw} questions, and there {_are(there)}{right}"
        yield Problem("Q706", place, message, hint)
    scored = [question for question in interactions((quiz,)) if question.scored]
    for question in scored if any(question.points for question in scored) else ():
        if not question.points:
            hint = "Write 'points: 1' or more: who is asked it would have fewer points to win."
            message = "This question gives no points, and others of its draw do"
            yield Problem("Q717", question.place, message, hint)
    for question in scored[1:]:
        if question.sensitive != scored[0].sensitive:
            hint = "Make all questions of a draw sensitive, or none: points would tell which came."
            message = "This question and the first of its draw are not both sensitive"
            yield Problem("Q715", question.place, message, hint)


def _ordered(bank: tuple[Interaction, ...], settings: Settings) -> tuple[Interaction, ...]:
    """Questions whose own settings do not say whether they are shuffled, as their quiz says."""
    return tuple(
        replace(question, shuffle=settings.shuffle)
        if isinstance(question, Choice) and question.shuffle is None
        else question
        for question in bank
    )


def _are(number: int) -> str:
    return "is 1" if number == 1 else f"are {number}"


def _place(settings: Settings, name: str, quiz: Quiz) -> Place:
    return settings.places.get(name, quiz.place)
