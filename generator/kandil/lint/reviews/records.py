"""`docs/reviews/<course>/<lesson>[.<locale>].md`: who has reviewed a lesson or its translation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from kandil.paths import reviews
from kandil.problems import Place, Problem
from kandil.read.source.source import Source, read_text
from kandil.read.source.yaml_nodes import Value, read_yaml
from kandil.values import dataclass

SEEN = ("text", "sources", "safety", "quiz")
"""What a reviewer ticks when she has seen it."""
YES, NOT_YET = "yes", "not yet"
"""Whether the lesson may name her."""
_KEYS = ("name", "date", "text", "seen", "decision")
_HINT = "Remove this entry, and let 'kandil review read' write it from the signed sheet."


@dataclass(frozen=True, slots=True)
class Review:
    """What one person has signed."""

    name: str
    day: date
    text: str
    """The fingerprint of what she has read."""
    seen: tuple[str, ...]
    decision: str
    place: Place

    def by(self, name: str) -> bool:
        """Whether it is hers: capital letters and blanks aside."""
        return _folded(name) == _folded(self.name)

    def signs(self, letters: str) -> bool:
        """Whether these are her name or her initials: `AB`, `A. B.`."""
        initials = "".join(word[0] for word in self.name.split())
        return self.by(letters) or _folded(re.sub(r"[\s.]", "", letters)) == _folded(initials)


@dataclass(frozen=True, slots=True)
class Record:
    """All reviews of a lesson, or of its translation into one language."""

    reviews: tuple[Review, ...] = ()
    """The last one is the newest."""
    notes: str = ""
    """In their own words."""
    problems: tuple[Problem, ...] = ()


def record_file(folder: Path, course: str, lesson: str, locale: str = "") -> Path:
    """Where it is kept; `folder` is that of the course."""
    end = f".{locale}" if locale else ""
    return reviews(folder) / course / f"{lesson}{end}.md"


def record_files(folder: Path, course: str, locale: str) -> list[Path]:
    """Those of all its lessons in one language."""
    return sorted((reviews(folder) / course).glob(f"*.{locale}.md"))


def read_record(path: Path) -> Record:
    """An empty one where there is no file."""
    if not path.is_file():
        return Record()
    name = path.as_posix()
    text, faults = read_text(path, name)
    if faults:
        return Record(problems=tuple(replace(fault, code="R003") for fault in faults))
    head, _, notes = text.removeprefix("---\n").partition("\n---\n")
    source = Source(name, tuple(head.split("\n")), 1)
    document = read_yaml(source)
    problems = [replace(fault, code="R003") for fault in document.problems]
    found, rows = [], document.data.get("reviews")
    if not problems and not isinstance(rows, list):
        problems.append(_unread(Place(name), "This record holds no list 'reviews:'"))
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        place = source.place(*document.values["reviews", index])
        review = _review(row, place)
        if isinstance(review, Problem):
            problems.append(review)
        else:
            found.append(review)
    return Record(tuple(found), notes.strip("\n"), tuple(problems))


def write_record(lesson: str, kept: Iterable[Review], notes: str) -> str:
    """The file, as it is read."""
    rows = [
        f"  - {{name: {_quoted(one.name)}, date: {one.day}, text: {_quoted(one.text)}, "
        f"seen: [{', '.join(one.seen)}], decision: {one.decision}}}"
        for one in kept
    ]
    head = ["---", f"lesson: {lesson}", "reviews:", *rows, "---"]
    return "\n".join([*head, "", notes.strip("\n")]).rstrip("\n") + "\n"


def _review(row: Value, place: Place) -> Review | Problem:
    if not isinstance(row, dict) or any(key not in row for key in _KEYS):
        return _unread(place, f"A review has {', '.join(_KEYS)}")
    seen, decision = row["seen"], str(row["decision"])
    try:
        day = date.fromisoformat(str(row["date"]))
    except ValueError:
        return _unread(place, f"'{row['date']}' is no date")
    if not isinstance(seen, list) or decision not in (YES, NOT_YET):
        return _unread(place, f"A decision is '{YES}' or '{NOT_YET}', and 'seen' is a list")
    return Review(str(row["name"]), day, str(row["text"]), tuple(map(str, seen)), decision, place)


def _unread(place: Place, message: str) -> Problem:
    return Problem("R003", place, message, _HINT)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
