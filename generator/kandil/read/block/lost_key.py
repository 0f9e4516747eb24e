"""`Correct answer: b` in a paragraph: the key of a test, where every learner reads it."""

from __future__ import annotations

import re

from kandil.read.block.context import ReadContext
from kandil.read.source.spelling import COLONS, visible
from kandil.read.source.tokens import Group, first_line

_KEY = re.compile(
    r"^\W*(?:(?:the )?(?:correct|right) answers?|answers?(?: key)?"
    r"|(?:la )?bonne réponse|réponses? (?:correctes?|justes?)|réponse"
    r"|(?:правильный |верный )?ответ|правильные ответы|(?:правильна )?відповідь"
    r"|(?:doğru )?(?:cevap|yanıt)|(?:სწორი )?პასუხი)"
    rf"\W*?\s?[{COLONS}–—-]\W*(?P<key>\w{{1,12}}(?:\W{{1,3}}\w{{1,12}}){{0,3}})\W*$",
    re.IGNORECASE,
)
"""Behind it stand a letter, a number or a few words; a longer answer is prose."""


def lost_key(reading: ReadContext, group: Group) -> None:
    """Warn of a paragraph that gives an answer away, and is no label of a question."""
    line = first_line(group)
    for row, words in enumerate(group[1].content.split("\n"), line):
        if not reading.for_trainer and _KEY.match(visible(words)):
            question = reading.language.word("Question")
            message = "Every learner reads this answer, and nobody is asked"
            hint = f"Write '### {question}: …', and below it '- [x] …' or '- [ ] …' each."
            reading.report("Q735", row, reading.source.begin(row, words.strip()), message, hint)
