"""The questions of a lesson, and the words of a language that make one worse."""

from __future__ import annotations

import re
from functools import cache

from kandil.lint.text.sentences import words
from kandil.lint.text.word_tables import row
from kandil.model.course import Module
from kandil.model.interactions import Choice, Interaction
from kandil.model.structure import within
from kandil.model.text import Text, texts


def scored_choices(module: Module) -> list[Choice]:
    """Those with right and wrong answers in words; one of a bank counts once."""
    found = {
        question.id: question
        for question in within(Choice, module)
        if question.scored and question.form != "true_false"
    }
    return list(found.values())


def question_text(question: Interaction) -> str:
    """What is asked, the words between the prompt and the answers included."""
    said: list[Text] = [question.prompt, *texts(question.stem)]
    return " ".join(text.plain for text in said)


def pattern(name: str, tag: str) -> re.Pattern[str]:
    """A pattern of `questions.yml`; one that finds nothing where the language has none."""
    return re.compile((row("questions", tag) or {}).get(name, "(?!)"), re.IGNORECASE)


def telling(text: str, tag: str) -> set[str]:
    """Words of some length that are not common, in small letters."""
    return {word for word in map(str.lower, words(text)) if len(word) > 4} - _common(tag)


@cache
def _common(tag: str) -> frozenset[str]:
    return frozenset((row("questions", tag) or {}).get("common", "").split())
