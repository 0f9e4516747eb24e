"""One file of rules, `locales/advice/<language>.yml`: its rows, and what in it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path

from kandil.problems import Place, Problem, nearest
from kandil.read.source.source import Source, read_text
from kandil.read.source.yaml_nodes import Document, Value, read_yaml
from kandil.values import dataclass

HEADS = ("before", "behind", "after", "next", "lead", "told", "but", "harm", "if")
"""How a language refutes; `refuted` in `en.yml` says what each is."""
BECAUSE = "because"
_TOP = ("refuted", "rules")
_KEYS = (
    "id",
    "topic",
    "severity",
    "kind",
    "negative",
    "say",
    "unless",
    "reason",
    "instead",
    BECAUSE,
)
_CHOICES = {
    "severity": ("error", "warning"),
    "kind": ("wording",),
    "negative": ("true", "false"),
}
_FAULTS = (
    ("missing )", "A '(' is not closed here"),
    ("unbalanced parenthesis", "A ')' closes nothing here"),
    ("unterminated character set", "A '[' is not closed here"),
    ("nothing to repeat", "Nothing stands here that '*', '+', '?' or '{' could repeat"),
    ("multiple repeat", "Nothing stands here that '*', '+', '?' or '{' could repeat"),
    ("bad escape", "A backslash stands here before a sign that needs none"),
    ("look-behind", "What stands in '(?<' has no fixed length"),
)
"""Words of the reader of patterns, and ours."""
_SAMPLE = (
    "Write 'rules:', below it '  - id: our-line', and below that its 'say', 'reason' and so on."
)
_QUOTES = r"Write the pattern in single quotes: say: '\bcall 112\b'."


@dataclass(frozen=True, slots=True)
class Row:
    """One rule as it is written, with the place of each of its values (and of itself: "")."""

    values: Mapping[str, Value]
    places: Mapping[str, Place]
    file: str
    own: bool
    """It stands in a file of the project's, not of Kandil's."""

    @property
    def id(self) -> str:
        """What an exception names."""
        return str(self.values["id"])

    def at(self, key: str) -> Place:
        """Where a value stands; where the rule begins if it has none."""
        return self.places.get(key, self.places[""])


@dataclass(slots=True)
class RuleFile:
    """What one file says, as far as it can be read."""

    place: Place
    """Where `refuted` begins."""
    rows: list[Row] = field(default_factory=list)
    refuted: dict[str, re.Pattern[str]] = field(default_factory=dict)
    because: str = ""
    """Why its ways to refute stand for those of Kandil."""
    problems: list[Problem] = field(default_factory=list)


def read_rule_file(path: Path, own: bool) -> RuleFile:
    """The rows and ways to refute of one file; every fault is a problem, none is raised."""
    name = path.as_posix()
    text, faults = read_text(path, name)
    if faults:
        return RuleFile(Place(name), problems=[replace(fault, code="A006") for fault in faults])
    return _read(name, text, own)


@lru_cache(16)
def _read(name: str, text: str, own: bool) -> RuleFile:
    """Remembered, since every language is read with the English rules."""
    source = Source(name, tuple(text.split("\n")))
    document = read_yaml(source)
    found = RuleFile(document.keys.get(("refuted",), Place(name)))
    found.problems += [replace(fault, code="A006") for fault in document.problems]
    if found.problems:
        return found
    found.problems += _unknown(document, (), _TOP)
    if not document.data:
        found.problems.append(Problem("A006", Place(name), "This file holds no rules", _SAMPLE))
    _refuted(found, document, source)
    _rows(found, document, source, own)
    return found


def pattern(words: object, place: Place, source: Source | None = None) -> re.Pattern[str] | Problem:
    """A pattern, or where it is wrong and why in plain words."""
    if not isinstance(words, str) or not words.strip():
        return Problem("A006", place, "A pattern is missing here", _QUOTES)
    if re.search(r"[\x00-\x1f]", words):
        message = "This pattern has lost a backslash to its double quotes"
        return Problem("A006", place, message, _QUOTES)
    try:
        return re.compile(words)
    except re.error as fault:
        said = next((ours for theirs, ours in _FAULTS if theirs in str(fault)), "")
        line = source.lines[place.line - 1] if source else ""
        start = line.find(words, place.column - 1)
        if start >= 0 and source:
            place = replace(place, column=start + 1 + (fault.pos or 0))
        hint = "Mend it, or put a backslash before a sign that stands for itself: '\\('."
        return Problem("A006", place, said or "This is no regular expression", hint)


def _refuted(found: RuleFile, document: Document, source: Source) -> None:
    heads = document.data.get("refuted") or {}
    if not isinstance(heads, dict):
        message = "'refuted' holds lines of 'key: value'"
        found.problems.append(Problem("A006", found.place, message, "Write 'refuted:' alone."))
        return
    found.problems += _unknown(document, ("refuted",), (*HEADS, BECAUSE))
    found.because = str(heads.get(BECAUSE) or "").strip()
    for head in (head for head in HEADS if head in heads):
        line, column = document.values["refuted", head]
        read = pattern(heads[head], source.place(line, column), source)
        if isinstance(read, Problem):
            found.problems.append(read)
        else:
            found.refuted[head] = read


def _rows(found: RuleFile, document: Document, source: Source, own: bool) -> None:
    rows = document.data.get("rules") or []
    if not isinstance(rows, list):
        place = source.place(*document.values["rules",])
        found.problems.append(Problem("A006", place, "'rules' is no list", _SAMPLE))
        return
    for index, values in enumerate(rows):
        place = source.place(*document.values["rules", index])
        if not isinstance(values, dict):
            found.problems.append(Problem("A006", place, "This is no rule", _SAMPLE))
            continue
        places = {
            "/".join(map(str, path[2:])): source.place(*spot)
            for path, spot in document.values.items()
            if path[:2] == ("rules", index)
        }
        faults = [*_unknown(document, ("rules", index), _KEYS), *_wrong(values, places, source)]
        found.problems += faults
        if not faults:
            found.rows.append(Row(values, places, source.file, own))


def _wrong(values: dict[str, Value], places: dict[str, Place], source: Source) -> Iterator[Problem]:
    """Values that cannot be meant; what another file may give is judged later."""
    if not values.get("id"):
        message, hint = "This rule has no name", "Write 'id: our-line' into it."
        yield Problem("A006", places[""], message, hint)
    for key, known in _CHOICES.items():
        if key in values and values[key] not in known:
            choices = " or ".join(f"'{key}: {one}'" for one in known)
            message = f"'{values[key]}' is no value of '{key}'"
            yield Problem("A006", places[key], message, f"Write {choices}.")
    patterns = {f"say/{i}": one for i, one in enumerate(listed(values.get("say")))}
    if values.get("unless"):
        patterns["unless"] = values["unless"]
    for key, words in patterns.items():
        read = pattern(words, places.get(key, places.get("say", places[""])), source)
        if isinstance(read, Problem):
            yield read


def listed(say: Value | None) -> list[Value]:
    """A single pattern is a list of one."""
    return say if isinstance(say, list) else [] if say is None else [say]


def _unknown(
    document: Document, path: tuple[str | int, ...], known: tuple[str, ...]
) -> list[Problem]:
    found = []
    for key, place in document.keys.items():
        if key[:-1] == path and key[-1] not in known:
            message = f"There is no key '{key[-1]}' here"
            found.append(Problem("A006", place, message, nearest(str(key[-1]), known)))
    return found
