"""Which type asks a question, and its content."""

from __future__ import annotations

from collections.abc import Iterable

from kandil.exporters._h5p import blanks, drag_text, multi_choice, sort_paragraphs, true_false
from kandil.exporters._h5p.branching_scenario import LIBRARY as SCENARIO
from kandil.exporters._h5p.branching_scenario import Held, scenario
from kandil.exporters._h5p.dialogcards import LIBRARY as CARDS
from kandil.exporters._h5p.dialogcards import dialogcards
from kandil.exporters._h5p.essay import LIBRARY as ESSAY
from kandil.exporters._h5p.essay import essay
from kandil.exporters._h5p.fields import Library, Value
from kandil.exporters._h5p.question import Asked
from kandil.model.interactions import (
    Branching,
    Cards,
    Choice,
    FillIn,
    Interaction,
    LongFillIn,
    Matching,
    Numeric,
    Sequencing,
)
from kandil.model.text import Text

SUPPORTS: frozenset[type[Interaction]] = frozenset(
    {Choice, FillIn, Numeric, Matching, Sequencing, Cards, Branching, LongFillIn}
)
ALONE = (Cards, Branching, LongFillIn)
"""Those that have a file of their own wherever they stand: a quiz counts points, they have none."""


def takes(question: Interaction, quizzed: bool) -> bool:
    """In a quiz, what a question set may hold; anywhere, what has a file of its own."""
    match question:
        case Choice():
            return quizzed and question.scored and _worded(one.text for one in question.options)
        case FillIn():
            return quizzed and blanks.takes(question)
        case Matching():
            return quizzed and drag_text.takes(question)
        case Sequencing():
            enough = len(question.items) >= sort_paragraphs.FEWEST
            enough &= _worded(one.text for one in question.items)
            return enough and (not quizzed or drag_text.takes(question))
    return isinstance(question, ALONE)


def _worded(answers: Iterable[Text | None]) -> bool:
    """Whether each has words, its own or the interface's: a picture of which nothing is said
    cannot stand in an answer."""
    return all(one is None or one.plain.strip() for one in answers)


def quizzed(asked: Asked) -> tuple[Library, dict[str, Value]]:
    """A question of a quiz: its library and its content."""
    match question := asked.question:
        case Choice(form="true_false"):
            return true_false.LIBRARY, true_false.true_false(asked, question)
        case Choice():
            return multi_choice.LIBRARY, multi_choice.multi_choice(asked, question)
        case FillIn():
            return blanks.LIBRARY, blanks.blanks(asked, question)
        case Matching():
            return drag_text.LIBRARY, drag_text.matched(asked, question)
        case Sequencing():
            return drag_text.LIBRARY, drag_text.ordered(asked, question)
    raise TypeError(type(question))


def alone(asked: Asked, held: Held) -> tuple[Library, dict[str, Value]]:
    """A question of no quiz: the same for a file of its own."""
    match question := asked.question:
        case Sequencing():
            return sort_paragraphs.LIBRARY, sort_paragraphs.sort_paragraphs(asked, question)
        case Cards():
            return CARDS, dialogcards(asked, question)
        case Branching():
            return SCENARIO, scenario(asked, question, held)
        case LongFillIn():
            return ESSAY, essay(asked, question)
    raise TypeError(type(question))
