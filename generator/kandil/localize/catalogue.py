"""A PO file as entries, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from pathlib import Path

import polib

from kandil.localize.entries import Entry, Key, State, reviewer, state, trimmed
from kandil.localize.plain_po import PlainPo, read_plain
from kandil.localize.plural import Plural, plural_in, plural_of
from kandil.model.folding import blank
from kandil.problems import Place, Problem
from kandil.read.source.source import read_text
from kandil.values import dataclass

SEGMENTS = "1"
"""Version of the segmentation rules, in the header as `X-Segments`."""
_LINE = re.compile(r"line (\d+)")
_TEXT = re.compile(
    r'\s*(?:#[~|]+\s*)?(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*'
)
_ESCAPED = re.compile(r"^(?:msgstr\S* |)\".*(?<!\\)(?:\\\\)*\\[abfv]", re.MULTILINE)
_BEGINS = re.compile(r'\s*(?:#[~|]+\s*)?(?:msg|")')
_MERGE = re.compile(r"(?:<{7}|={7}|>{7})(?:\s|$)")
_MERGED = "A merge is not finished: keep one of the two versions, and remove its three marks."
_NOTE = re.compile(r"\s*#[^\s,.:|~#]")
_NO_PO = "This PO file cannot be read"
_QUOTES = 'A text stands between two quotes, and a quote inside it needs a backslash: \\".'


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The live entries of one file; without the file, none."""

    entries: dict[Key, Entry] = field(default_factory=dict)
    plural: Plural | None = None


def state_of(entry: polib.POEntry) -> State:
    """The state of an entry."""
    words = entry.msgstr_plural.values() if entry.msgid_plural else (entry.msgstr,)
    outdated = entry.previous_msgid not in (None, entry.msgid)
    return state(words, entry.fuzzy, entry.tcomment.split("\n"), outdated)


def read_po(path: Path) -> tuple[polib.POFile, list[Problem]]:
    """The file, in which nothing is lost that a tool wrote; empty where it cannot be read."""
    name = path.as_posix()
    text, problems = read_text(path, name)
    if problems:
        fault = problems[0]
        if fault.code == "M043":
            return new_po(), problems
        return new_po(), [Problem("L001", fault.place, fault.message, fault.hint)]
    if found := _unreadable(text):
        line, hint = found
        return new_po(), [Problem("L001", Place(name, line), _NO_PO, hint)]
    if sign := _ESCAPED.search(text):
        place = Place(name, text.count("\n", 0, sign.start()) + 1)
        message = f"'{sign[0][-2:]}' stands for a control character, which no page can show"
        return new_po(), [Problem("M043", place, message, "Delete it.")]
    try:
        file = polib.pofile(str(path), encoding="utf-8", wrapwidth=-1)
    except (OSError, ValueError, LookupError) as fault:
        where = _LINE.findall(str(fault))
        place = Place(name, int(where[-1]) if where else 1)
        return new_po(), [Problem("L001", place, _NO_PO, _QUOTES)]
    return file, list(_twice(file, path))


def _twice(file: polib.POFile, path: Path) -> Iterator[Problem]:
    """Entries that stand in the file already; nobody can tell which of the two is meant."""
    known: dict[Key, Entry] = {}
    for entry in _entries(file, path):
        first = known.setdefault(entry.key, entry)
        if first is not entry:
            message = f"This entry stands in line {first.place.line} already"
            yield Problem("L001", entry.place, message, "Remove one of the two.")


def _unreadable(text: str) -> tuple[int, str] | None:
    """The first line that is none of a PO file, and what to do; polib would take the last letter
    of a quote that is not whole for a quote."""
    for number, line in enumerate(text.split("\n"), 1):
        if _MERGE.match(line):
            return number, _MERGED
        if _NOTE.match(line):
            return number, f"Put a space behind the sign: '# {line.strip()[1:]}'."
        if _BEGINS.match(line) and not _TEXT.fullmatch(line):
            return number, _QUOTES
    return None


def new_po() -> polib.POFile:
    """An empty file; lines are never wrapped, for small diffs."""
    return polib.POFile(encoding="utf-8", wrapwidth=-1)


def read_catalogue(path: Path) -> tuple[Catalogue, list[Problem]]:
    """The live entries of a PO file, and what is wrong with the file itself."""
    if not path.is_file():
        return Catalogue(), []
    plain, problems = _read(path)
    if problems:
        return Catalogue(), problems
    name, header, entries = path.as_posix(), plain.header, plain.entries
    problems += [found for entry in entries.values() for found in _unseen(entry)]
    rule = header.get("Plural-Forms", "")
    plural = plural_in(rule)
    if rule and plural is None:
        right = plural_of(header.get("Language", "") or path.parent.parent.name)
        hint = f"Write 'Plural-Forms: {right.header}'."
        line = _line_of("Plural-Forms", path)
        problems.append(Problem("L001", Place(name, line), "The plural rule cannot be read", hint))
    version = header.get("X-Segments", SEGMENTS)
    if version != SEGMENTS:
        message = f"This file was cut into sentences by the rules of version {version}"
        hint = "Bring it up to date with 'kandil i18n update'."
        problems.append(Problem("L014", Place(name), message, hint))
    return Catalogue(entries, plural), problems


def _read(path: Path) -> tuple[PlainPo, list[Problem]]:
    """Header and entries: by polib where the file is not a plain one, or may be a wrong one."""
    text, problems = read_text(path, path.as_posix())
    if not problems and (plain := _plain(text, path.as_posix())):
        return plain, []
    file, problems = read_po(path)
    entries = [] if problems else _entries(file, path)
    return PlainPo(file.metadata, {entry.key: entry for entry in entries}), problems


@lru_cache(64)
def _plain(text: str, name: str) -> PlainPo | None:
    """Remembered, since a check reads a file for each build that it looks ahead to."""
    return read_plain(text, name)


def _line_of(words: str, path: Path) -> int:
    lines = path.read_text("utf-8-sig").split("\n")
    return next((number for number, line in enumerate(lines, 1) if words in line), 1)


def _unseen(entry: Entry) -> Iterator[Problem]:
    """Words that are not there: the whole message stays in the source's language."""
    empty = [str(number) for number, words in enumerate(entry.words) if blank(words)]
    if len(empty) == len(entry.words) and any(entry.words):
        message = "Nothing can be seen of this translation: it is blanks or signs without width"
        hint = 'Translate it, or leave it empty: msgstr "".'
        yield Problem("L026", entry.place, message, hint)
    elif empty and len(empty) < len(entry.words):
        message = f"This plural has no words in 'msgstr[{']' and 'msgstr['.join(empty)}]'"
        hint = "Fill every form, or the message stays in the language of the source."
        yield Problem("L024", entry.place, message, hint)


def _entries(file: polib.POFile, path: Path) -> Iterator[Entry]:
    lines = path.read_text("utf-8-sig").split("\n")
    for entry in file:
        if entry.obsolete:
            continue
        line = entry.linenum or 1
        while line < len(lines) and not lines[line - 1].lstrip().startswith("msgstr"):
            line += 1
        while lines[line - 1].rstrip().endswith(' ""') and lines[line : line + 1] > ['"']:
            line += 1
        forms = sorted(entry.msgstr_plural.items())
        words = tuple(text for _, text in forms) if entry.msgid_plural else (entry.msgstr,)
        yield Entry(
            entry.msgctxt or "",
            entry.msgid,
            tuple(map(trimmed, words)),
            state_of(entry),
            Place(path.as_posix(), line),
            reviewer(entry.tcomment.split("\n")),
        )
