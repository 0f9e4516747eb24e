"""The lines that the author wrote, to point at words inside a sentence."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import Path

from kandil.problems import Place
from kandil.read.source.source import read_text
from kandil.values import dataclass

_MISSES = 200
"""Words that are not found in a text; then its start is good enough for all others."""
_NEAR = 40
"""How many lines of a paragraph are searched for the words."""


@dataclass(slots=True)
class Sources:
    """Each file, read once in a check."""

    files: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _last: dict[Place, list[int]] = field(default_factory=dict)
    """By text: line and column of what was found last, and how often nothing was."""

    def lines(self, file: str) -> tuple[str, ...]:
        """The lines of a file; none where it cannot be read, which is told elsewhere."""
        if file not in self.files:
            text, problems = read_text(Path(file), file)
            self.files[file] = () if problems else tuple(text.split("\n"))
        return self.files[file]

    def spot(self, place: Place, words: str) -> Place:
        """Where `words` stand in the text that begins at `place`; where broken up, its start.

        Looked for from where the last words of this text were found, then from its start.
        """
        last = self._last.setdefault(place, [place.line, place.column - 1, 0])
        if last[2] > _MISSES:
            return place
        for line, column in ((last[0], last[1]), (place.line, place.column - 1)):
            found = self._find(place, words, line, column)
            if found:
                last[:2] = found.line, found.column - 1
                return found
        last[2] += 1
        return place

    def _find(self, place: Place, words: str, line: int, column: int) -> Place | None:
        lines = self.lines(place.file)
        for number in range(line, min(place.line + _NEAR, len(lines)) + 1):
            row = lines[number - 1]
            if not row.strip():
                return None
            found = row.find(words, column if number == line else 0)
            if found >= 0:
                return replace(place, line=number, column=found + 1)
        return None

    def key(self, file: str, name: str) -> Place:
        """Where the value of a key in YAML stands; the start of the file where there is none."""
        for number, line in enumerate(self.lines(file), 1):
            if line.startswith(f"{name}:"):
                column = len(line) - len(line[len(name) + 1 :].lstrip()) + 1
                return Place(file, number, column)
        return Place(file)
