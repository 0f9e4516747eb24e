"""`## Викторина: …` over questions: a heading that was meant as a quiz, and is none.

What somebody calls a quiz no table can hold; but nothing else stands under it than questions.
"""

from __future__ import annotations

from kandil.read.lesson.state import LessonState
from kandil.read.source.spelling import COLONS, visible
from kandil.read.source.tokens import Group, first_line

_OPEN = "heading_open"


def check_unscored(state: LessonState, group: Group, section: list[Group]) -> None:
    """Ask about a heading of level 2 with a colon, which opens nothing, over questions alone."""
    reading, words = state.reading, visible(group[1].content)
    name, title = words, ""
    for sign in COLONS:
        if sign in name:
            name, _, title = name.partition(sign)
    line = first_line(group)
    if state.quiz or group[0].tag != "h2" or name == words or reading.told("Q001", line + 1):
        return
    if not _only_questions(state, section):
        return
    quiz = reading.language.word("Quiz")
    message = f"The questions below '{name.strip()}:' stand in no quiz, and count for nothing"
    hint = f"Write '## {quiz}: {title.strip() or name}', or take the colon away."
    reading.report("Q734", line, reading.source.find(line, "#"), message, hint)


def _only_questions(state: LessonState, section: list[Group]) -> bool:
    """One right below the heading, or several below a paragraph, and no other heading."""
    at = [number for number, one in enumerate(section) if one[0].type == _OPEN]
    language = state.reading.language
    asked = [language.heading(section[number][1].content)[1] in state.forms for number in at]
    return bool(at) and all(asked) and at[0] <= (len(at) > 1)
