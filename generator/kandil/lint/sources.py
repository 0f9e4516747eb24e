"""The lines that the author wrote, to point at words inside a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from kandil.problems import Place
from kandil.read.source import read_text

_NEAR = 40
"""How many lines of a paragraph are searched for the words."""


@dataclass(slots=True)
class Sources:
    """Each file, read once in a check."""

    files: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def lines(self, file: str) -> tuple[str, ...]:
        """The lines of a file; none where it cannot be read, which is told elsewhere."""
        if file not in self.files:
            text, problems = read_text(Path(file), file)
            self.files[file] = () if problems else tuple(text.split("\n"))
        return self.files[file]

    def spot(self, place: Place, words: str) -> Place:
        """Where `words` stand in the text that begins at `place`; where broken up, its start."""
        lines = self.lines(place.file)
        last = min(place.line + _NEAR, len(lines))
        for number in range(place.line, last + 1):
            row = lines[number - 1]
            if not row.strip():
                break
            column = row.find(words, place.column - 1 if number == place.line else 0)
            if column >= 0:
                return replace(place, line=number, column=column + 1)
        return place

    def key(self, file: str, name: str) -> Place:
        """Where the value of a key in YAML stands; the start of the file where there is none."""
        for number, line in enumerate(self.lines(file), 1):
            if line.startswith(f"{name}:"):
                column = len(line) - len(line[len(name) + 1 :].lstrip()) + 1
                return Place(file, number, column)
        return Place(file)
