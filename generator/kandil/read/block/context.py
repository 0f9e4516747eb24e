"""What is gathered while one lesson is read."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from kandil.model.inlines import Image, Inlines, walk
from kandil.model.text import Text
from kandil.problems import Place, Problem
from kandil.read.inline.anchors import Anchors
from kandil.read.inline.dialects import foreign_signs
from kandil.read.inline.facts import named_facts
from kandil.read.inline.inlines import read_sentence
from kandil.read.inline.links import LESSONS
from kandil.read.source.comments import Mark
from kandil.read.source.keywords import Keywords
from kandil.read.source.source import Source, unwrap
from kandil.values import dataclass

_BLOCKS = ("paragraph", "list item")
"""Roles of words that may be a drawing alone."""


@dataclass(slots=True)
class ReadContext:
    """One file, its problems, and what it refers to."""

    source: Source
    language: Keywords = field(default_factory=Keywords)
    base: str = LESSONS
    """Where its addresses start, in the course's folder."""
    problems: list[Problem] = field(default_factory=list)
    links: list[tuple[str, Place]] = field(default_factory=list)
    """Inside targets, checked when every module is known."""
    images: list[tuple[str, Place]] = field(default_factory=list)
    folder: Path | None = None
    """Of the course; None where only the words count."""
    drawn: set[str] = field(default_factory=set)
    """Names of the banks that its quizzes draw from."""
    facts: list[tuple[str, Place]] = field(default_factory=list)
    """Figures of the course that its sentences name, in their braces."""
    notes: list[tuple[str, Place]] = field(default_factory=list)
    footnotes: dict[str, Place] = field(default_factory=dict)
    anchors: Anchors = field(default_factory=Anchors)
    tags: set[str] = field(default_factory=set)
    """Names of the tags that were refused."""
    refused: bool = False
    """True for a file that holds more than is read: what follows from it stays silent."""
    level: int = 1
    """Of the last heading; the title in the front matter is the first."""
    context: str = ""
    """The nearest explicit id, for `msgctxt`."""
    blanks: bool = False
    """True in the sentences of a question."""
    scored: bool = False
    """True in a quiz or a bank: there a slip costs points, and is an error."""
    for_trainer: bool = False
    """True in the trainer's part, which no learner reads."""
    mark: Mark | None = None
    """A comment that waits for the next block."""
    mark_place: Place | None = None
    _told: dict[str, set[int]] = field(default_factory=dict)
    _counted: int = 0
    """Problems that `_told` knows."""

    def told(self, code: str, line: int | None = None) -> bool:
        """Whether a problem of this code was noted, in a line as its place counts it."""
        for problem in self.problems[self._counted :]:
            self._told.setdefault(problem.code, set()).add(problem.place.line)
        self._counted = len(self.problems)
        lines = self._told.get(code, ())
        return line in lines if line is not None else bool(lines)

    def report(self, code: str, line: int, column: int, message: str, hint: str) -> None:
        """Note a problem at a line and column counted from 0."""
        self.problems.append(Problem(code, self.source.place(line, column), message, hint))

    def text(self, content: str, line: int, role: str, start: int = 0) -> Text:
        """One unit that begins in `line`, not before column `start`."""
        source, origin = unwrap(self.source, content, line, start)
        self.foreign(content, line, start)
        found = read_sentence(source, origin.at, self.blanks, self.base)
        self.problems += found.problems
        self.links += [(to, place) for to, place in found.links if "://" not in to]
        self.images += found.images
        self.notes += found.notes
        self.tags |= found.tags
        facts, amiss = named_facts(source, found.inlines, origin.at)
        self.facts += facts
        self.problems += amiss
        if "<!--" in source:
            self._lone(found.inlines, origin.at(0), role)
        context, note = self.context, ""
        if self.mark and self.mark.name == "context":
            context = self.mark.value
        elif self.mark and self.mark.name == "comment":
            note = self.mark.value
        return Text(source, found.inlines, origin.at(0), context, role, note)

    def _lone(self, inlines: Inlines, place: Place, role: str) -> None:
        """A drawing in the page is a block, not a part of a sentence."""
        drawn = any(isinstance(one, Image) and one.drawn for one in walk(inlines))
        if drawn and not (len(inlines) == 1 and role in _BLOCKS):
            message = "An inline drawing stands in a paragraph of its own"
            hint = "Leave a line empty above and below it, or leave '<!-- inline -->' out."
            self.problems.append(Problem("M010", place, message, hint))

    def foreign(self, content: str, line: int, start: int) -> None:
        """Warn of the signs of another dialect."""
        for number, words in enumerate(content.split("\n")):
            for sign in foreign_signs(words.strip()):
                begin = self.source.begin(line + number, words.strip())
                column = max(begin, 0 if number else start) + sign.offset
                self.report("M040", line + number, column, sign.message, sign.hint)

    def refuse_safety(self) -> None:
        """The next block is no paragraph: 'safety' would be lost on it."""
        if self.mark and self.mark.name == "safety":
            hint = "Put it right above a paragraph, or write '> [!SAFETY]' before the words."
            self._refuse("'safety' stands above a paragraph only", hint)

    def drop_mark(self) -> None:
        """No block followed the waiting comment."""
        if self.mark:
            self._refuse("This comment has nothing below it", "Move it above its words.")

    def check_notes(self) -> None:
        """Every footnote that is named stands somewhere, and every one that stands is named."""
        for label, place in self.notes:
            if label not in self.footnotes:
                hint = f"Add a line '[^{label}]: …'."
                message = f"There is no note '[^{label}]'"
                self.problems.append(Problem("M012", place, message, hint))
        named = {label for label, _ in self.notes}
        for label, place in self.footnotes.items():
            if label not in named:
                hint = f"Write '[^{label}]' in the sentence that it explains."
                message = f"No sentence names the note '[^{label}]'"
                self.problems.append(Problem("M012", place, message, hint))

    def _refuse(self, message: str, hint: str) -> None:
        place = self.mark_place or self.source.place(0)
        self.problems.append(Problem("M010", place, message, hint))
        self.mark = None
