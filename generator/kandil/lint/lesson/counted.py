"""How long a lesson is (`rulings.md` 36): the words of a learner, and what she is asked."""

from __future__ import annotations

from kandil.localize.units import count_words
from kandil.model.blocks import Block, Only, Quiz, Section
from kandil.model.course import Module
from kandil.model.structure import quick_checks, within
from kandil.model.text import texts
from kandil.read.lesson.shape import asking

READ = 130
"""Words a minute, on a phone and in a second language."""
PRACTICE = 5
"""Minutes for *Do it*."""


def words(module: Module) -> int:
    """Title, aims and all that she reads, in the variant or territory with most words: no Help,
    glossary or trainer's part."""
    head = (module.title, *(aim.text for aim in module.objectives))
    marked = [one for one in within(Only, module) if one.blocks]
    more: dict[str, int] = {}
    for one in marked:
        for name in (*one.variants, *one.territories):
            more[name] = more.get(name, 0) + _count(one.blocks)
    for_all = _count(module.blocks) - sum(_count(one.blocks) for one in marked)
    names = sum(count_words(text.plain) for text in head)
    return names + for_all - _undrawn(module) + max(more.values(), default=0)


def minutes(module: Module) -> float:
    """To read it, to practise, and half a minute for each question."""
    practice = any(part.kind == "do" for part in within(Section, module))
    questions = asking(module) + len(quick_checks(module))
    return words(module) / READ + PRACTICE * practice + questions / 2


def _count(blocks: tuple[Block, ...]) -> int:
    read = [one for one in blocks if not (isinstance(one, Section) and one.kind == "help")]
    return sum(count_words(text.plain) for block in read for text in texts(block))


def _undrawn(module: Module) -> int:
    """Words of questions that stand in a draw and are, on the average, not asked."""
    left = 0.0
    for quiz in within(Quiz, module):
        if 0 < quiz.draw < len(quiz.scored):
            whole = sum(count_words(text.plain) for text in texts(quiz.scored))
            left += whole * (1 - quiz.draw / len(quiz.scored))
    return round(left)
