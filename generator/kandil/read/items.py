"""The body of a question in parts: settings, stem, answers, labels. Its shape is its type."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from markdown_it.token import Token

from kandil.model import blocks as model
from kandil.model.inlines import Blank, walk
from kandil.model.interactions import Interaction
from kandil.model.text import Text, texts
from kandil.problems import Place, Problem, nearest
from kandil.read.blocks import Reading, first_line, inner, read_blocks
from kandil.read.comments import Settings
from kandil.read.keywords import LABELS, Keywords

_LABEL = re.compile(r"^\*\*([^*:]{1,30}):\*\*[ \t]*", re.MULTILINE)
_BOX = re.compile(r"^\[([ xX])\](?:[ \t]+|$)")
_BROKEN = re.compile(r"^\[[^\]\[]{0,3}\]")


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the list, with its feedback."""

    text: Text
    ticked: bool | None
    """None: without a tick box that could be read."""
    feedback: tuple[Text, ...]
    place: Place


@dataclass(slots=True)
class Body:
    """What stands under a question's heading."""

    prompt: Text
    place: Place
    language: Keywords
    stem: tuple[model.Block, ...] = ()
    answers: tuple[Answer, ...] = ()
    labels: dict[str, tuple[Text, ...]] = field(default_factory=dict)
    unreadable: bool = False
    """True where a tick box was reported: what follows from it stays silent."""

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Every blank of the stem, in order."""
        parts = (part for text in texts(self.stem) for part in walk(text.inlines))
        return tuple(part for part in parts if isinstance(part, Blank))

    def words(self) -> tuple[str, ...]:
        """The answers as keywords (`True`, `No`), empty where one is none."""
        return tuple(self.language.english(answer.text.source) for answer in self.answers)


class QuestionType(Protocol):
    """What each file in `questions/` holds (`rulings.md` 9)."""

    KEYWORD: str
    """The word before the colon, in English."""

    @property
    def matches(self) -> Callable[[Body, Settings], bool]:
        """Whether a body has this type's shape; for each body at most one type says so."""

    @property
    def read(self) -> Callable[[Body, Settings, dict[str, Any]], tuple[Interaction, list[Problem]]]:
        """Lower it to an interaction; the last argument holds what all interactions share."""


def read_body(reading: Reading, prompt: Text, found: list[list[Token]], language: Keywords) -> Body:
    """Sort the blocks under a question's heading into its parts."""
    body = Body(prompt, prompt.place, language)
    stem: list[list[Token]] = []
    blanks = any("[[" in token.content for group in found for token in group)
    reading.blanks = True
    for group in found:
        kind = group[0].type
        if kind == "blockquote_open" and _labelled(group):
            _labels(reading, body, group)
        elif kind == "blockquote_open" and body.answers:
            _stray_feedback(reading, group)
        elif kind == "bullet_list_open" and (_boxed(group) or not blanks):
            body.answers += tuple(_answer(reading, body, item) for item in inner(group))
        else:
            stem.append(group)
    body.stem = read_blocks(reading, stem)
    reading.blanks = False
    return body


def _boxed(group: list[Token]) -> bool:
    return any(token.type == "inline" and _BROKEN.match(token.content) for token in group)


def _labelled(group: list[Token]) -> bool:
    first = next((token for token in group if token.type == "inline"), None)
    return first is not None and _LABEL.match(first.content) is not None


def _stray_feedback(reading: Reading, group: list[Token]) -> None:
    line = first_line(group)
    hint = "Indent it by two spaces, '  > …', or begin it with '**Why:**'."
    message = "This feedback does not stand under an answer: it is not indented"
    reading.report("Q106", line, 0, message, hint)


def _answer(reading: Reading, body: Body, group: list[Token]) -> Answer:
    line, found = first_line(group), inner(group)
    content, ticked = "", None
    if found and found[0][0].type == "paragraph_open":
        content = found[0][1].content
        ticked, content = _tick(reading, body, content, line)
    elif not found:
        _no_words(reading, line)
    role = "right answer" if ticked else "wrong answer"
    start = reading.source.find(line, "]") + 1 if ticked is not None else 0
    text = reading.text(content, line, role, start)
    feedback = tuple(
        reading.text(token.content, token.map[0] if token.map else line, "feedback")
        for part in found[1:]
        if part[0].type == "blockquote_open"
        for token in part
        if token.type == "inline"
    )
    for part in found[1:]:
        if part[0].type != "blockquote_open":
            hint = "Put the words in one line, and feedback behind '  > '."
            message = "An answer is one line, with its feedback as a quote"
            reading.report("Q009", first_line(part), 0, message, hint)
    return Answer(text, ticked, feedback, reading.source.place(line))


def _tick(reading: Reading, body: Body, content: str, line: int) -> tuple[bool | None, str]:
    if box := _BOX.match(content):
        rest = content[box.end() :]
        if not rest.strip():
            _no_words(reading, line)
        return box[1] != " ", rest
    body.unreadable = True
    if broken := _BROKEN.match(content):
        column = reading.source.find(line, broken[0])
        message = f"This answer has a tick box that cannot be read: '{broken[0]}'"
        hint = "Write '[x] ' for a right answer or '[ ] ' (with a space inside and after) for a wrong one."
        reading.report("Q102", line, column, message, hint)
        return None, content[broken.end() :]
    column = reading.source.find(line, content.split("\n")[0])
    hint = "Write '- [x] …' for a right answer or '- [ ] …' for a wrong one."
    reading.report("Q103", line, column, "This answer has no tick box", hint)
    return None, content


def _no_words(reading: Reading, line: int) -> None:
    reading.report("Q101", line, 0, "This answer has no words", "Write the answer behind its box.")


def _labels(reading: Reading, body: Body, group: list[Token]) -> None:
    """`> **Hint:** …`; a paragraph without a label belongs to the one above it."""
    current = ""
    for token in group:
        if token.type != "inline":
            continue
        line = token.map[0] if token.map else first_line(group)
        for label, words, offset in _pieces(token.content):
            row = line + token.content[:offset].count("\n")
            if label:
                current = _known(reading, body.language, label, row)
            if current and words.strip():
                start = reading.source.find(row, f"**{label}:**") + len(label) + 5 if label else 0
                text = reading.text(words, row, current.lower(), start)
                body.labels[current] = (*body.labels.get(current, ()), text)


def _pieces(content: str) -> list[tuple[str, str, int]]:
    """(label, words, offset of the words) of each label in one paragraph."""
    found = list(_LABEL.finditer(content))
    if not found:
        return [("", content, 0)]
    ends = [match.start() for match in found[1:]] + [len(content)]
    return [(m[1], content[m.end() : end], m.end()) for m, end in zip(found, ends, strict=True)]


def _known(reading: Reading, language: Keywords, label: str, line: int) -> str:
    english = language.english(label)
    if english in LABELS:
        return english
    column = reading.source.find(line, f"**{label}")
    hint = nearest(label, LABELS)
    reading.report("Q009", line, column, f"'{label}' is not a label of a question", hint)
    return ""
