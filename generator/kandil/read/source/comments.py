"""HTML comments carry settings: `<!-- id: strongest; points: 2 -->`, `<!-- safety -->`."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Literal

from kandil.model.course import BLOOM
from kandil.model.forms import SHEETS
from kandil.problems import Place, Problem, nearest
from kandil.read.source.settings import as_percent
from kandil.read.source.source import Source
from kandil.values import dataclass

COMMENT = re.compile(r"^<!--(.*?)-->", re.DOTALL)
CONDITIONAL = re.compile(r"\s*(?:(for|only)\s*:([^:;]*)|(end))\s*", re.DOTALL)
"""`for: youth`, `only: GE, MD`, `end`: a part for some editions."""
PICTURED = ("decorative", "inline", "inline; mirror")
"""What is said of a picture, behind it."""
_AIMS = re.compile(r"\s*objective:\s*([\w-]+(?:[\s,]+[\w-]+)*)\s*")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
SETTINGS = (
    *("attempts", "bloom", "case", "draw", "exact", "form", "from", "id", "objective", "outcome"),
    *("pass", "points", "sensitive", "shuffle", "type"),
)
"""What a comment may say of a question, a quiz or a step."""
_UNPARTED = re.compile(rf"(?<=[^;\s])[ \t]*(?:[,|]|\n)\s*(?=(?:{'|'.join(SETTINGS)})\s*:)")
"""A comma or a new line between two settings, where their sign is the semicolon."""
_OUTCOMES = ("good", "bad", "neutral")
_TYPES = ("single", "multiple")


@dataclass(slots=True)
class Settings:
    """What one settings comment says; None where it says nothing."""

    id: str | None = None
    points: int | None = None
    objective: str | None = None
    bloom: str | None = None
    shuffle: bool | None = None
    attempts: int | None = None
    type: str | None = None
    case: bool | None = None
    exact: bool | None = None
    pass_mark: int | None = None
    sensitive: bool | None = None
    draw: int | None = None
    bank: str | None = None
    """The value of `from`."""
    outcome: Literal["good", "bad", "neutral"] | None = None
    form: Literal["A", "B"] | None = None
    """Of a question in `banks/forms.md`."""
    places: dict[str, Place] = field(default_factory=dict)
    """Where each setting stands."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A comment that is no setting: `safety`, one of `PICTURED`, or a word to translators."""

    name: str
    value: str = ""


def comment_body(content: str) -> str | None:
    """The words of a block that is one comment, else None."""
    found = COMMENT.match(content.strip())
    return found[1] if found and found.end() == len(content.strip()) else None


def read_mark(body: str) -> Mark | None:
    """`safety`, `decorative`, `inline`, `i18n: comment: …`, `i18n: context: …`."""
    words = body.strip()
    if words == "safety" or words in PICTURED:
        return Mark(words)
    found = re.match(r"i18n:\s*(comment|context):\s*(.+)", words, re.DOTALL)
    return Mark(found[1], " ".join(found[2].split())) if found else None


def is_exception(body: str) -> bool:
    """`advice: allow …` is for `kandil check` alone, wherever it stands."""
    return body.strip().startswith("advice:")


def read_aims(body: str) -> tuple[str, ...]:
    """The objectives that `<!-- objective: LO1, LO2 -->` under a plain heading names."""
    found = _AIMS.fullmatch(body)
    return tuple(re.findall(r"[\w-]+", found[1])) if found else ()


def is_settings(body: str) -> bool:
    """Whether a comment holds a setting of a question, a quiz or a step."""
    names = {part.partition(":")[0].strip().lower() for part in body.split(";") if ":" in part}
    return not names.isdisjoint(SETTINGS) and not read_aims(body)


def bare_settings(words: str) -> bool:
    """Whether a line of words was meant as settings: `points: 2; objective: LO1`."""
    parts = [part.partition(":") for part in words.strip().split(";")]
    names = {name.strip() for name, _, _ in parts}
    if not names.issubset(SETTINGS) or not all(value.strip() for _, _, value in parts):
        return False
    # "from: your bank" and "pass: the salt" may be words of a question.
    return len(names) > 1 or not names.issubset({"from", "pass", "case", "type", "draw", "outcome"})


def is_conditional(body: str) -> bool:
    """Whether the words of a comment begin or end a part for some editions."""
    return CONDITIONAL.fullmatch(body) is not None


def read_settings(source: Source, line: int, content: str) -> tuple[Settings, list[Problem]]:
    """Every setting of a comment that begins in `line`; all problems at once."""
    settings = Settings()
    problems: list[Problem] = []
    offset = content.index("<!--") + 4
    for part in (comment_body(content) or "").split(";"):
        lead = len(part) - len(part.lstrip())
        before = content[: offset + lead]
        row = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        if not row:
            column += max(source.find(line, "<!--") - content.index("<!--"), 0)
        place = source.place(line + row, column)
        offset += len(part) + 1
        pieces = _UNPARTED.split(part.strip())
        if len(pieces) > 1 and not problems:
            problems.append(_unparted(content, place))
        elif len(pieces) == 1 and part.strip():
            problems += _read_one(settings, part.strip(), place)
    return settings, problems


def _unparted(content: str, place: Place) -> Problem:
    """`id: pin, points: 2`, or the two in lines of their own."""
    parts = _UNPARTED.sub("; ", comment_body(content) or "").split(";")
    mended = "; ".join(part.strip() for part in parts if part.strip())
    return Problem("Q003", place, "Settings need ';' between them", f"Write '<!-- {mended} -->'.")


def _read_one(settings: Settings, part: str, place: Place) -> list[Problem]:
    name, colon, value = (word.strip() for word in part.partition(":"))
    if name not in SETTINGS:
        near = nearest(name.strip("'\"*` ").lower(), SETTINGS)
        hint = f"{near if near.startswith('Did') else ''} Settings: {', '.join(SETTINGS)}.".lstrip()
        return [Problem("Q002", place, f"'{name}' is not a setting", hint)]
    if not colon or not value:
        return [Problem("Q003", place, f"'{name}' has no value", f"Write '{name}: …'.")]
    if name in settings.places:
        return [Problem("Q003", place, f"'{name}' is set twice", "Keep one of the two.")]
    settings.places[name] = place
    if found := _store(settings, name, value, place):
        settings.places.pop(name, None)
    return found


def _store(settings: Settings, name: str, value: str, place: Place) -> list[Problem]:
    match name:
        case "points" | "attempts" | "draw":
            return _number(settings, name, value, place)
        case "shuffle" | "case" | "exact" | "sensitive":
            return _switch(settings, name, value, place)
        case "pass":
            return _percent(settings, value, place)
        case "bloom" if value not in BLOOM:
            return [Problem("Q004", place, f"'{value}' is no Bloom level", nearest(value, BLOOM))]
        case "outcome" if value not in _OUTCOMES:
            hint = "Write 'outcome: good', 'outcome: bad' or 'outcome: neutral'."
            return [Problem("Q003", place, f"'{value}' is no outcome", hint)]
        case "form" if value not in SHEETS:
            hint = "Write 'form: A' for what is asked before, 'form: B' for what is asked after."
            return [Problem("Q003", place, f"'{value}' is no form", hint)]
        case "type" if value not in _TYPES:
            hint = "Write 'type: single' or 'type: multiple'."
            return [Problem("Q003", place, f"'{value}' is no type of question", hint)]
        case "id" if not _SLUG.fullmatch(value):
            hint = "Write small letters, digits and hyphens: 'id: strongest-lock'."
            return [Problem("C007", place, f"'{value}' cannot be an id", hint)]
    setattr(settings, "bank" if name == "from" else name, value)
    return []


def _number(settings: Settings, name: str, value: str, place: Place) -> list[Problem]:
    if not re.fullmatch(r"[0-9]{1,3}", value):
        hint = f"Write a whole number: '{name}: 2'."
        return [Problem("Q003", place, f"'{value}' is not a whole number", hint)]
    setattr(settings, name, int(value))
    return []


def _switch(settings: Settings, name: str, value: str, place: Place) -> list[Problem]:
    if value not in ("yes", "no"):
        hint = f"Write '{name}: yes' or '{name}: no'."
        return [Problem("Q003", place, f"'{name}' is yes or no, not '{value}'", hint)]
    setattr(settings, name, value == "yes")
    return []


def _percent(settings: Settings, value: str, place: Place) -> list[Problem]:
    found = re.fullmatch(r"([0-9]{1,3})\s*%?", value)
    if not found or not 1 <= int(found[1]) <= 100:
        hint = f"Write a part of a hundred: 'pass: {as_percent(value)}'."
        return [Problem("Q703", place, f"'{value}' cannot be a pass mark", hint)]
    settings.pass_mark = int(found[1])
    return []
