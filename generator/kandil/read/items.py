"""The body of a question in parts: settings, stem, answers, labels. Its shape is its type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from kandil.model import blocks as model
from kandil.model.inlines import Blank, walk
from kandil.model.interactions import Interaction
from kandil.model.text import Text, texts
from kandil.problems import Place, Problem
from kandil.read.answers import Answer, boxed, read_answers
from kandil.read.blocks import read_blocks
from kandil.read.boxes import stray_boxes
from kandil.read.callouts import callout_line
from kandil.read.comments import Settings
from kandil.read.html import read_html
from kandil.read.keywords import Keywords
from kandil.read.labels import bare_label, labelled, read_labels
from kandil.read.reading import Reading
from kandil.read.tokens import Group, first_line, sentence


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


def read_body(reading: Reading, prompt: Text, found: list[Group]) -> Body:
    """Sort the blocks under a question's heading into its parts."""
    body = Body(prompt, prompt.place, reading.language)
    lists = [group for group in found if group[0].type == "bullet_list_open"]
    blanks = any("[[" in token.content for group in found for token in group)
    anything = blanks or any(boxed(group) for group in lists)
    stem: list[Group] = []
    for group in found:
        stray = stray_boxes(reading, group)
        body.unreadable |= stray
        if _part(reading, body, group, anything):
            reading.mark = None
        elif not stray and _misplaced(reading, body, group):
            continue
        elif group[0].type == "html_block":
            _flush(reading, body, stem)
            read_html(reading, group)
        else:
            stem.append(group)
    _flush(reading, body, stem)
    reading.drop_mark()
    return body


def _flush(reading: Reading, body: Body, stem: list[Group]) -> None:
    """Read the blocks before the answers; only these may hold blanks."""
    reading.blanks = True
    body.stem += read_blocks(reading, stem)
    reading.blanks = False
    stem.clear()


def _part(reading: Reading, body: Body, group: Group, anything: bool) -> bool:
    """Answers and labels; `anything` tells whether the question has boxes or blanks at all."""
    kind = group[0].type
    if kind == "blockquote_open" and labelled(reading.language, group):
        read_labels(reading, body.labels, group)
    elif kind == "bullet_list_open" and (boxed(group) or not anything):
        answers, readable = read_answers(reading, group)
        body.answers += answers
        body.unreadable |= not readable
    elif kind == "ordered_list_open" and boxed(group):
        line = first_line(group)
        hint = "Write '- [x] …' for a right answer or '- [ ] …' for a wrong one."
        message = "Answers stand behind hyphens, not behind numbers"
        reading.report("Q111", line, reading.source.begin(line, ""), message, hint)
        body.unreadable = True
    else:
        return False
    return True


def _misplaced(reading: Reading, body: Body, group: Group) -> bool:
    """Words that would be shown in another place than the author thinks."""
    kind, line = group[0].type, first_line(group)
    column = reading.source.begin(line, sentence(group).split("\n")[0])
    if kind == "paragraph_open" and (label := bare_label(reading.language, sentence(group))):
        hint = f"Write '> **{label}:** …', with an empty line above it."
        reading.report("Q009", line, column, f"The label '{label}' must stand in a quote", hint)
        return True
    if not body.answers or kind in ("html_block", "footnote_reference_open"):
        return False
    if kind == "hr":
        return True
    if kind == "blockquote_open" and not callout_line(sentence(group)):
        hint = "Indent it by two spaces, '  > …', or begin it with '**Why:**'."
        message = "This feedback does not stand under an answer: it is not indented"
        reading.report("Q106", line, reading.source.find(line, ">"), message, hint)
        return True
    hint = "Move them above the answers, or write them as a quote: '> **Why:** …'."
    reading.report("Q112", line, column, "These words stand below the answers", hint)
    return True
