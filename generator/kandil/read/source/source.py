"""The lines of one file, and where a piece of unwrapped text stood in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

from kandil.problems import Place, Problem
from kandil.read.source.door import TEXT, NotPlainError, TooLargeError, read_file
from kandil.values import dataclass

_MARKERS = re.compile(r"(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s|[:~]\s|\[\^[^\]\s]+\]:)*")
NO_PERMISSION = "Let your own account read it, or ask the one who looks after this computer."
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the trainer's, as text."""

    file: str
    lines: tuple[str, ...]
    first: int = 0
    """How many lines stand above (front matter)."""

    def place(self, line: int, column: int = 0) -> Place:
        """The place of a line and column that are counted from 0 in `lines`."""
        return Place(self.file, line + self.first + 1, column + 1)

    def text(self, line: int) -> str:
        """A line, counted from 0; empty behind the last one."""
        return self.lines[line] if line < len(self.lines) else ""

    def indent(self, line: int) -> int:
        """Column of its first sign but for those of quotes: of a list's item, the hyphen."""
        text = self.text(line)
        return len(text) - len(text.lstrip(" >\t"))

    def begin(self, line: int, words: str) -> int:
        """Column of `words` behind the markers of lists and quotes at the start of their line."""
        text = self.text(line)
        markers = _MARKERS.match(text)
        found = text.find(words, markers.end() if markers else 0)
        return found if found >= 0 else max(text.find(words), 0)

    def find(self, line: int, words: str, start: int = 0) -> int:
        """Column of `words` from `start` on, counted from 0; `start` where they do not stand."""
        found = self.text(line).find(words, start)
        return found if found >= 0 else start


@dataclass(frozen=True, slots=True)
class Origin:
    """Maps an offset in unwrapped text to its place in the file."""

    source: Source
    offsets: tuple[int, ...]
    starts: tuple[tuple[int, int], ...]
    """(line, column) of each piece, counted from 0."""

    def at(self, offset: int) -> Place:
        """The place of one character."""
        index = bisect_right(self.offsets, offset) - 1
        line, column = self.starts[index]
        return self.source.place(line, column + offset - self.offsets[index])


def unwrap(source: Source, content: str, line: int, start: int = 0) -> tuple[str, Origin]:
    """One unit of text on one line (soft breaks as spaces), with the way back.

    `content` begins in line `line` (from 0), not before column `start`. A forced break stays, as
    a backslash before a line feed (CommonMark 6.7).
    """
    if "\n" not in content:
        words = content.strip()
        column = source.find(line, words, start) if start else source.begin(line, words)
        return words, Origin(source, (0,), ((line, column),))
    pieces, offsets, starts, length = [], [], [], 0
    rows = content.split("\n")
    for number, piece in enumerate(rows):
        words = piece.strip()
        forced = number < len(rows) - 1 and breaks(piece)
        shown = words[:-1].rstrip() if forced and words.endswith("\\") else words
        row = line + number
        near = start if not number else 0
        column = source.find(row, shown, near) if near else source.begin(row, shown)
        offsets.append(length)
        starts.append((row, column))
        pieces.append(shown + ("\\\n" if forced else " "))
        length += len(pieces[-1])
    return "".join(pieces).rstrip(" "), Origin(source, tuple(offsets), tuple(starts))


def breaks(piece: str) -> bool:
    """Whether a line ends with two spaces, or with a backslash that no other one escapes."""
    return piece.endswith("  ") or (len(piece) - len(piece.rstrip("\\"))) % 2 == 1


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of a file in UTF-8, or what is wrong with it."""
    try:
        text = read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = fault.object[: fault.start].decode("utf-8-sig", errors="replace")
        hint = "Save it again with the encoding 'UTF-8'."
        return "", [Problem("C009", _end(name, before), "This file is not UTF-8 text", hint)]
    except OSError as fault:
        return "", [_unread(name, fault)]
    if "\x00" in text:
        place = _end(name, text[: text.index("\x00")])
        hint = "Save it again as plain text."
        return "", [Problem("C009", place, "This file is not plain text", hint)]
    if found := CONTROL.search(text):
        return "", [control_sign(found[0], _end(name, text[: found.start()]))]
    return unix(text), []


def control_sign(sign: str, place: Place) -> Problem:
    """A sign that no page can show (XML 1.0, 2.2), at its place."""
    message = f"A control character U+{ord(sign):04X} stands here"
    return Problem("M043", place, message, "Delete it, and type the words around it again.")


def _unread(name: str, fault: OSError) -> Problem:
    message, hint = f"'{name}' cannot be read", "Copy it anew: its disk may be damaged."
    match fault:
        case NotPlainError():
            hint = "Put a file with the words themselves there."
            return Problem("C030", Place(name), f"'{name}' is a device or a pipe, no file", hint)
        case TooLargeError():
            message = f"'{name}' has more than {TEXT // 1_000_000} MB"
            hint = "Split it; pictures stand in files of their own."
            return Problem("C031", Place(name), message, hint)
        case PermissionError():
            message, hint = f"You may not read '{name}'", NO_PERMISSION
        case IsADirectoryError():
            message, hint = f"'{name}' is a folder, not a file", "Move it away."
        case FileNotFoundError():
            message, hint = (
                f"There is no file '{name}'",
                "Check its name, capital letters included.",
            )
    return Problem("C009", Place(name), message, hint)


def unix(text: str) -> str:
    """Each line ends with one line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end(name: str, text: str) -> Place:
    """The place behind the last character of `text`."""
    lines = unix(text).split("\n")
    return Place(name, len(lines), len(lines[-1]) + 1)
