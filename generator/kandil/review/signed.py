"""A sheet that came back: what it is about, who has signed it, and what she says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from kandil.lint.reviews.records import NOT_YET, SEEN, YES, Review
from kandil.model.people import person
from kandil.problems import Place, Problem
from kandil.read.source.source import Source, read_text
from kandil.review.form import BELOW, CHANGES, DATE, DECISION, NAME, OPENING, Sheet
from kandil.values import dataclass

_HEAD = re.compile(r"^(lesson|locale|text): *(\S.*?) *$", re.MULTILINE)
_LINE = re.compile(r"^[\s>]*[-*•]?\s*(?P<key>\w[^:]*?)\s*:[ \t]*(?P<value>.*?)\s*$")
_TICK = re.compile(r"^[\s>]*[-*•]\s*\\?\[\s*(?P<sign>[xXхХ✓✔]?)\s*\\?\]\s*(?P<name>\w+)")
_MARKS = str.maketrans("", "", "*_\\")


@dataclass(frozen=True, slots=True)
class Signed:
    """A sheet that somebody has filled in."""

    sheet: Sheet
    review: Review
    notes: str
    """What must change, in her words."""


def read_signed(path: Path, today: date) -> tuple[Signed | None, list[Problem]]:
    """None where a part of it is missing: then each is named."""
    text, problems = read_text(path, path.as_posix())
    if problems:
        return None, problems
    source = Source(path.as_posix(), tuple(text.split("\n")))
    sheet, place = _sheet(text), source.place(0)
    if sheet is None:
        hint = "Let 'kandil review sheet' write one, and fill in that."
        return None, [Problem("R004", place, "This is no reviewer's sheet", hint)]
    form = _Form(source)
    name, day, decision = form.name(), form.day(today), form.decision()
    if decision == YES:
        form.all_seen()
    if form.problems or day is None:
        return None, form.problems
    seen = tuple(one for one in SEEN if one in form.ticked)
    return Signed(sheet, Review(name, day, sheet.text, seen, decision, place), form.notes), []


def _sheet(text: str) -> Sheet | None:
    start = text.find(OPENING)
    said = dict(_HEAD.findall(text[start : text.find("-->", start)])) if start >= 0 else {}
    if not {"lesson", "text"} <= said.keys():
        return None
    return Sheet(said["lesson"], said.get("locale", ""), said["text"])


class _Form:
    """The lines that she has filled in, and what is wrong with them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.values: dict[str, tuple[str, Place]] = {}
        self.ticked: set[str] = set()
        self.boxes: dict[str, Place] = {}
        self.notes = ""
        start = max((n for n, line in enumerate(source.lines) if line == "# To sign"), default=0)
        for number, line in enumerate(source.lines[start:], start):
            if line.strip(" #*") == CHANGES:
                below = (one for one in source.lines[number + 1 :] if one != BELOW)
                self.notes = "\n".join(below).strip()
                break
            self._read(line, source.place(number))

    def _read(self, line: str, place: Place) -> None:
        if box := _TICK.match(line):
            self.boxes[box["name"]] = place
            self.ticked |= {box["name"]} if box["sign"] else set()
        elif found := _LINE.match(line.translate(_MARKS)):
            self.values.setdefault(found["key"], (found["value"], place))

    def _value(self, key: str) -> tuple[str, Place]:
        return self.values.get(key, ("", self.source.place(0)))

    def _wrong(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem("R004", place, message, hint))

    def name(self) -> str:
        """Of a person."""
        name, place = self._value(NAME)
        if not person(name):
            message = f"'{name}' is no name of a person" if name else "Nobody has signed this sheet"
            self._wrong(place, message, f"She writes her name behind '{NAME}:'.")
        return name

    def day(self, today: date) -> date | None:
        """Not one to come."""
        said, place = self._value(DATE)
        hint = f"She writes the day behind '{DATE}:', such as {today}."
        try:
            day = date.fromisoformat(said)
        except ValueError:
            self._wrong(place, f"'{said}' is no date" if said else "The date is missing", hint)
            return None
        if day > today:
            self._wrong(place, f"{day} is a day to come", hint)
        return day

    def decision(self) -> str:
        """Hers alone: nothing is taken for a yes."""
        said, place = self._value(DECISION)
        plain = " ".join(said.casefold().split()).strip(" .!'\"")
        if plain not in (YES, NOT_YET):
            message = f"'{said}' is no decision" if said else "The decision is missing"
            self._wrong(place, message, f"She writes '{YES}' or '{NOT_YET}'.")
        return plain

    def all_seen(self) -> None:
        """Whoever says yes has seen everything."""
        for name in SEEN:
            if name not in self.ticked:
                place = self.boxes.get(name, self.source.place(0))
                hint = f"She puts an x into '[ ]' when she has seen it, or decides '{NOT_YET}'."
                self._wrong(place, f"She says yes, and has not ticked '{name}'", hint)
