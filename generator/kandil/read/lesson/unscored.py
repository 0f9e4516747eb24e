"""`## Викторина: …` over questions, `### Соотнесите: …` over a table in a quiz: they open nothing.

What somebody calls a quiz or a question no list can hold; but what stands below tells.
"""

from __future__ import annotations

from kandil.read.lesson.state import LessonState
from kandil.read.source.spelling import COLONS, visible
from kandil.read.source.tokens import Group, first_line

_OPEN = "heading_open"
_BODIES = {"table_open": "Match", "ordered_list_open": "Order"}
"""What a quiz holds for a question, and its usual keyword."""


def check_unscored(state: LessonState, group: Group, section: list[Group]) -> None:
    """Ask about a heading with a colon, which opens nothing: of level 2 over questions alone, or in
    a quiz over what only a question needs."""
    reading, words = state.reading, visible(group[1].content)
    name, title = words, ""
    for sign in COLONS:
        if sign in name:
            name, _, title = name.partition(sign)
    line = first_line(group)
    if name == words or reading.told("Q001", line + 1):
        return
    word, name = "", name.strip()
    if state.quiz:
        word = _BODIES.get(section[0][0].type, "") if section else ""
        message = f"'{name}:' opens no question, and what stands below it counts for nothing"
    elif group[0].tag == "h2" and _only_questions(state, section):
        word = "Quiz"
        message = f"The questions below '{name}:' stand in no quiz, and count for nothing"
    if word:
        signs = "#" * int(group[0].tag[1])
        known = f"{signs} {reading.language.word(word)}: {title.strip() or name}"
        hint = f"Write '{known}', or take the colon away."
        reading.report("Q734", line, reading.source.find(line, "#"), message, hint)


def _only_questions(state: LessonState, section: list[Group]) -> bool:
    """One right below the heading, or several below a paragraph, and no other heading."""
    at = [number for number, one in enumerate(section) if one[0].type == _OPEN]
    language = state.reading.language
    heads = [section[number][1].content for number in at]
    asked = [language.heading(words)[1] in state.forms for words in heads]
    bodies = [section[number + 1][0].type if number + 1 < len(section) else "" for number in at]
    meant = [":" in words and body in _BODIES for words, body in zip(heads, bodies, strict=True)]
    every = all(known or alike for known, alike in zip(asked, meant, strict=True))
    return any(asked) and every and at[0] <= (len(at) > 1)
