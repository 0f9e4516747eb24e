"""What is known of a lesson, or of a bank's file, while its headings are read one after another."""

from __future__ import annotations

from dataclasses import field

from kandil.model.blocks import Block, Fixed
from kandil.model.interactions import Interaction
from kandil.model.text import Text
from kandil.problems import Place, Problem, listed
from kandil.read.block.context import ReadContext
from kandil.read.lesson.slugs import free_slug
from kandil.read.question.items import QuestionType
from kandil.read.question.kinds import Forms
from kandil.read.source.comments import Settings
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions that are asked where a quiz draws from them."""

    id: str
    place: Place
    questions: tuple[Interaction, ...]
    reading: ReadContext
    """Of the lesson, or of the bank's own file."""


@dataclass(slots=True)
class LessonState:
    """Ids, objectives, banks and draws so far; knows the question types."""

    reading: ReadContext
    types: tuple[QuestionType, ...]
    objectives: frozenset[str] | None
    """None where the front matter cannot be read: then none is unknown."""
    ids: dict[str, Place] = field(default_factory=dict)
    trainer: list[Block] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    """Objectives that a question names."""
    sections: set[Fixed] = field(default_factory=set)
    reserved: frozenset[str] = frozenset()
    """Every id that the trainer wrote, before or after."""
    banks: dict[str, Bank] = field(default_factory=dict)
    draws: dict[Place, Settings] = field(default_factory=dict)
    """Settings of the quizzes that draw, by their places."""
    quiz: Settings | None = None
    """Settings of the quiz that is being read."""
    quizzes: int = 0
    """How many were read."""
    forms: Forms = field(init=False)
    """The keywords of the question types, and where each holds its answers."""
    forms_file: bool = False
    """Whether these are the questions of `banks/forms.md`."""
    _last: dict[str, int] = field(default_factory=dict)
    """The number that each derived id was given."""

    def __post_init__(self) -> None:
        self.forms = {kind.KEYWORD: kind.FORM for kind in self.types}

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

    def use_objective(self, settings: Settings, place: Place) -> None:
        """The lesson must have the objective that a question names."""
        if settings.objective is not None:
            self.check_objective(settings.objective, settings.places.get("objective", place))

    def check_objective(self, aim: str, place: Place, whose: str = "this lesson") -> None:
        """Report an objective that the front matter does not have."""
        if self.objectives is not None and aim not in self.objectives:
            known = listed(sorted(self.objectives)) or "none"
            message = f"'{aim}' is no objective of {whose}"
            problem = Problem("Q006", place, message, f"Objectives in the front matter: {known}.")
            self.reading.problems.append(problem)
