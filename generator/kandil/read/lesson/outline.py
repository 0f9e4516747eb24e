"""Headings give a lesson its structure: fixed blocks, quizzes, questions, the trainer's block."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from kandil.model import blocks as model
from kandil.model.interactions import Branching
from kandil.model.text import Text
from kandil.problems import Place, Problem, listed
from kandil.read.block.block_reader import read_blocks, read_heading, too_deep
from kandil.read.block.context import Reading
from kandil.read.block.html import admitted
from kandil.read.lesson.conditional import MARKED, STARTS, WORDS, gather, inner, only, unmarked
from kandil.read.lesson.draws import Bank
from kandil.read.lesson.headings import (
    check_level,
    check_top,
    label_heading,
    near_fixed,
    read_keyword,
)
from kandil.read.lesson.quizzes import file_bank, parted, read_bank, read_quiz
from kandil.read.lesson.repaired_headings import find_lost
from kandil.read.lesson.scenario import read_steps
from kandil.read.lesson.slugs import free_slug, written_ids
from kandil.read.lesson.trainer import read_trainer
from kandil.read.lesson.unused_settings import (
    question_misfits,
    scenario_misfits,
)
from kandil.read.question.answer_lines import boxed
from kandil.read.question.items import Body, QuestionType, read_body
from kandil.read.question.kinds import Forms, held
from kandil.read.source.comments import (
    Settings,
    bare_settings,
    comment_body,
    read_aims,
    read_mark,
    read_settings,
)
from kandil.read.source.keywords import SECTIONS, STORES
from kandil.read.source.tokens import Group, first_line, groups, sentence

Groups = list[Group]
_CAUSES = frozenset(
    {"M001", "M009", "M010", "M020", "Q009", "Q102", "Q103", "Q110", "Q111"}
    | {"Q114", "Q301"}
    | {"Q201", "Q202", "Q203", "Q205"}
)
"""From these it follows that a question has no answers: only the cause is reported."""


@dataclass(slots=True)
class Outline:
    """Reads one lesson; knows the question types."""

    reading: Reading
    types: tuple[QuestionType, ...]
    objectives: frozenset[str] | None
    """None where the front matter cannot be read: then none is unknown."""
    ids: dict[str, Place] = field(default_factory=dict)
    trainer: list[model.Block] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    """Objectives that a question names."""
    sections: set[model.Fixed] = field(default_factory=set)
    reserved: frozenset[str] = frozenset()
    """Every id that the trainer wrote, before or after."""
    banks: dict[str, Bank] = field(default_factory=dict)
    draws: dict[Place, Settings] = field(default_factory=dict)
    """Settings of the quizzes that draw, by their places."""
    quiz: Settings | None = None
    """Settings of the quiz that is being read."""
    quizzes: int = 0
    """How many were read."""
    _last: dict[str, int] = field(default_factory=dict)
    """The number that each derived id was given."""

    @property
    def questions(self) -> Forms:
        """The keywords of the question types, and where each holds its answers."""
        return {kind.KEYWORD: kind.FORM for kind in self.types}

    def blocks(self, found: Groups) -> tuple[model.Block, ...]:
        """Blocks of a run of groups, sections nested."""
        blocks: list[model.Block] = []
        index = 0
        while index < len(found):
            if found[index][0].type == MARKED:
                known = len(self.banks)
                blocks.append(only(found[index], self.blocks(inner(found[index]))))
                if len(self.banks) > known:
                    self.reading.problems += parted([*self.banks.values()][known:])
                index += 1
                continue
            if found[index][0].type != "heading_open":
                end = _next_heading(found, index, WORDS)
                blocks += read_blocks(self.reading, found[index:end])
                index = end
                continue
            self.reading.refuse_safety()
            end, block = self.headed(found, index)
            self.reading.mark = None if end == index + 1 else self.reading.mark
            if block is not None:
                blocks.append(block)
            index = end
        return tuple(blocks)

    def headed(self, found: Groups, index: int) -> tuple[int, model.Block | None]:
        """What begins with the heading at `index`, and where it ends."""
        group, reading = found[index], self.reading
        level = int(group[0].tag[1])
        section = _next_heading(found, index + 1, level)
        body_end = _next_heading(found, index + 1, 9)
        fixed = None
        if level == 2:
            fixed = reading.language.fixed(group[1].content) or near_fixed(reading, group)
        if fixed:
            check_level(reading, group)
            return section, self.fixed(fixed, group, found[index + 1 : section])
        body = found[index + 1 : body_end]
        below = held(reading.language, self.questions, found, index + 1, section)
        _, keyword, rest = read_keyword(reading, self.questions, group, below)
        plain = keyword not in {*self.questions, *STORES}
        if plain and not label_heading(reading, self.questions, found, index):
            check_level(reading, group)
        if keyword in self.questions:
            check_top(reading, group)
            whole = unmarked(reading, body, "a question")
            return body_end, self.question(keyword, group, rest, whole)
        if keyword in ("Quiz", *STORES):
            section = self.beside(found, keyword, level, section)
        if keyword == "Quiz":
            return section, read_quiz(self, group, rest, found[index + 1 : section])
        if keyword == "Scenario":
            end = self.scenario_end(found, index + 1, section)
            whole = unmarked(reading, found[index + 1 : end], "a scenario")
            return end, self.scenario(group, rest, whole)
        if keyword == "Trainer":
            whole = unmarked(reading, found[index + 1 : section], "the trainer's part")
            self.trainer += read_trainer(reading, group, rest, whole)
            return section, None
        if keyword in STORES:
            check_top(reading, group)
            read_bank(self, group, rest, found[index + 1 : section])
            return section, None
        self.plain_heading(group, body)
        aims = self.aims(body)
        heading = replace(read_heading(reading, group), objectives=aims)
        return index + 1 + bool(aims), heading

    def beside(self, found: Groups, holder: str, level: int, section: int) -> int:
        """Where a quiz or a bank ends, when questions were meant for it that stand at its level."""
        while section < len(found) and found[section][0].type == "heading_open":
            head = found[section]
            end = _next_heading(found, section + 1, int(head[0].tag[1]))
            written, keyword, rest = self.reading.language.heading(head[1].content)
            if keyword not in self.questions:
                break
            whose = self.reading.language.word(holder)
            hint = f"Write '{'#' * (level + 1)} {written}: {rest or '…'}'."
            message = f"A question stands one level below its '{whose}:', not beside it"
            line = first_line(head)
            self.reading.report("Q721", line, self.reading.source.find(line, "#"), message, hint)
            section = end
        return section

    def aims(self, body: Groups) -> tuple[str, ...]:
        """The objectives that a comment right under a plain heading names."""
        if not body or body[0][0].type != "html_block":
            return ()
        line = first_line(body[0])
        aims = read_aims(comment_body(body[0][0].content) or "")
        for aim in aims:
            place = self.reading.source.place(line, self.reading.source.find(line, aim))
            self.known(aim, place)
        return aims

    def scenario_end(self, found: Groups, start: int, section: int) -> int:
        """A scenario ends at the next keyword heading, or where its section does."""
        keywords = {*self.questions, *SECTIONS, *STORES}
        for index in range(start, section):
            head = found[index]
            words = head[1].content if head[0].type == "heading_open" else ""
            if self.reading.language.heading(words)[1] in keywords:
                return index
        return section

    def scenario(self, group: Group, rest: str, found: Groups) -> Branching:
        """`## Scenario: …` with its steps."""
        line, reading = first_line(group), self.reading
        settings, found = self.settings(found)
        place = reading.source.place(line)
        if self.quiz:
            hint = "Put it behind the quiz, under a heading of the same level."
            reading.report("Q609", line, 0, "A scenario cannot stand inside a quiz", hint)
        if not rest:
            reading.report("Q011", line, 0, "This scenario has no words", "Write '## Scenario: …'.")
        reading.problems += scenario_misfits(settings)
        name, explicit = self.take_id(settings, rest or "scenario", place)
        reading.context = name if settings.id else ""
        title = self.titled(rest, line, reading.context, "heading")
        steps = read_steps(reading, group, title, found, self.settings)
        reading.context = ""
        self.objective(settings, place)
        return Branching(
            id=name,
            explicit_id=explicit,
            prompt=title,
            points=0,
            objective=settings.objective or "",
            bloom=settings.bloom or "",
            scored=False,
            sensitive=bool(settings.sensitive),
            steps=steps,
            place=place,
        )

    def plain_heading(self, group: Group, body: Groups) -> None:
        """In a quiz, tick boxes under a heading without a keyword are a question gone wrong."""
        if self.quiz and any(boxed(part) for part in body if part[0].type.endswith("list_open")):
            line = first_line(group)
            message = "In a quiz a heading over tick boxes needs a keyword"
            hint = f"Write '### Question: {group[1].content}'."
            column = self.reading.source.find(line, "#")
            self.reading.report("Q702", line, column, message, hint)

    def fixed(self, kind: model.Fixed, group: Group, found: Groups) -> model.Section:
        """One of the blocks that every lesson has."""
        line, words = first_line(group), group[1].content.strip()
        if kind in self.sections:
            hint = "Put the words of both under one heading."
            self.reading.report("M014", line, 0, f"The part '{words}' stands here twice", hint)
        self.sections.add(kind)
        self.reading.mark = None
        anchor = self.reading.anchors.take(words)
        return model.Section(kind, anchor, self.blocks(found), self.reading.source.place(line))

    def settings(self, found: Groups) -> tuple[Settings, Groups]:
        """The settings under a heading, and what is left; comments that mark words stay."""
        for index, group in enumerate(found):
            if group[0].type != "html_block":
                break
            body = comment_body(group[0].content)
            if body is None:
                break
            if read_mark(body):
                continue
            settings, problems = read_settings(
                self.reading.source, first_line(group), group[0].content
            )
            self.reading.problems += problems
            return settings, [*found[:index], *found[index + 1 :]]
        return Settings(), self.bare(found)

    def bare(self, found: Groups) -> Groups:
        """What is left without a line of settings that a beginner wrote as plain words."""
        words = sentence(found[0]) if found and found[0][0].type == "paragraph_open" else ""
        if not bare_settings(words):
            return found
        line = first_line(found[0])
        column = self.reading.source.begin(line, words)
        message = "Settings stand in a comment: as plain words they would be shown"
        hint = f"Write '<!-- {words.strip()} -->'."
        self.reading.report("Q724", line, column, message, hint)
        return found[1:]

    def free(self, words: str) -> str:
        """An id made of words that nothing else in the lesson has."""
        return free_slug(words, lambda id_: id_ in self.ids or id_ in self.reserved, self._last)

    def take_id(self, settings: Settings, words: str, place: Place) -> tuple[str, bool]:
        """The id of a question or quiz, and whether the trainer wrote it."""
        name = settings.id or self.free(words)
        if settings.id and name in self.ids:
            where = settings.places.get("id", place)
            message = f"The id '{name}' stands in line {self.ids[name].line} already"
            problem = Problem("Q005", where, message, "Give this one another id.")
            self.reading.problems.append(problem)
        self.ids[name] = settings.places.get("id", place)
        return name, settings.id is not None

    def titled(self, rest: str, line: int, context: str, role: str) -> Text:
        """The words behind a keyword; a comment above the heading is for them."""
        before, self.reading.context = self.reading.context, context
        start = max(self.reading.source.find(line, ":") + 1, 0)
        text = self.reading.text(rest, line, role, start)
        self.reading.context, self.reading.mark = before, None
        return text

    def question(self, keyword: str, group: Group, rest: str, found: Groups) -> model.Block | None:
        """A question of any type: the first whose shape fits."""
        line, reading = first_line(group), self.reading
        settings, found = self.settings(found)
        place = reading.source.place(line)
        if not rest and ":" in group[1].content:
            hint = f"Write '### {keyword}: Which …?'."
            reading.report("Q011", line, 0, "This question has no words", hint)
        name, explicit = self.take_id(settings, rest or "question", place)
        reading.context = name if settings.id else ""
        prompt = self.titled(rest, line, reading.context, "question")
        known = len(reading.problems)
        form = self.questions[keyword]
        body = read_body(reading, prompt, found, keyword, form)
        if self.quiz and settings.shuffle is None and form.kind == "boxes":
            settings.shuffle = self.quiz.shuffle
        reading.context = ""
        self.objective(settings, place)
        if body.answers and body.blanks:
            hint = "Make two questions of it, or remove the brackets [[ ]]."
            message = "This question has both tick boxes and a blank"
            reading.report("Q010", line, 0, message, hint)
            return None
        reading.problems += question_misfits(settings, body)
        for kind in self.types:
            if keyword == kind.KEYWORD and kind.matches(body, settings):
                shared = _shared(name, explicit, body, settings, place)
                interaction, problems = kind.read(body, settings, shared)
                reading.problems += problems
                return interaction
        if not any(problem.code in _CAUSES for problem in reading.problems[known:]):
            reading.report("Q101", line, 0, "This question has no answers", form.hint)
        return None

    def objective(self, settings: Settings, place: Place) -> None:
        """Checks that the lesson has the objective that a question names."""
        if settings.objective is None:
            return
        self.used.add(settings.objective)
        self.known(settings.objective, settings.places.get("objective", place))

    def known(self, aim: str, place: Place, whose: str = "this lesson") -> None:
        """Reports an objective that the front matter does not have."""
        if self.objectives is not None and aim not in self.objectives:
            known = listed(sorted(self.objectives)) or "none"
            message = f"'{aim}' is no objective of {whose}"
            problem = Problem("Q006", place, message, f"Objectives in the front matter: {known}.")
            self.reading.problems.append(problem)


def _next_heading(found: Groups, index: int, level: int) -> int:
    """Index of the next heading of this level or above, or the end."""
    for number in range(index, len(found)):
        head = found[number][0]
        if head.type in STARTS and int(head.tag[1:]) <= level:
            return number
    return len(found)


def _shared(
    name: str, explicit: bool, body: Body, settings: Settings, place: Place
) -> dict[str, Any]:
    """What every interaction has."""
    usual = 1 if body.form.scored else 0
    return {
        "id": name,
        "explicit_id": explicit,
        "prompt": body.prompt,
        "stem": body.stem,
        "points": usual if settings.points is None or not usual else settings.points,
        "objective": settings.objective or "",
        "bloom": settings.bloom or "",
        "attempts": settings.attempts,
        "sensitive": bool(settings.sensitive) or body.form.private,
        "scored": body.form.scored,
        "hints": body.labels.get("Hint", ()),
        "why": body.labels.get("Why", ()),
        "correct": body.labels.get("Correct", ()),
        "incorrect": body.labels.get("Incorrect", ()),
        "place": place,
    }


def read_outline(outline: Outline) -> tuple[model.Block, ...]:
    """The blocks of one lesson's Markdown; its trainer's blocks go to `outline.trainer`."""
    blocks = outline.blocks(_prepared(outline))
    outline.reading.drop_mark()
    outline.reading.check_notes()
    return blocks


def read_store(outline: Outline, name: str) -> Bank:
    """The bank that is a whole file."""
    bank = file_bank(outline, name, _prepared(outline))
    outline.reading.drop_mark()
    outline.reading.check_notes()
    return bank


def _prepared(outline: Outline) -> Groups:
    """The groups of a file, with what was lost put back and marked parts as one each."""
    reading = outline.reading
    found = groups(admitted(reading))
    too_deep(reading, found)
    found = find_lost(reading, outline.questions, found)
    outline.reserved |= written_ids(found)
    return gather(reading, found)
