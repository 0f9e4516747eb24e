"""The words that a trainer types, in the language of the source.

English is built in; `locales/<language>/keywords.csv` (`keyword,written`) gives the others.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

from kandil.model.blocks import Fixed
from kandil.paths import locales

FIXED: dict[str, Fixed] = {
    "Before you start": "before",
    "Why it matters": "why",
    "Key ideas": "ideas",
    "Do it": "do",
    "Remember": "remember",
    "Help": "help",
}
SECTIONS = ("Quiz", "Trainer")
LABELS = ("Hint", "Why", "Correct", "Incorrect")
LATER = ["Order", "Match", "Sort", "Reflect", "Poll", "Rate", "Cards", "Scenario", "Decide", "Bank"]
"""Keywords of the syntax that this version refuses, so that none becomes silent text."""
WORDS = ("True", "False", "Yes", "No")
_HEADING = re.compile(r"^([^\W\d_]+(?: [^\W\d_]+)?)\s*:\s*(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Keywords:
    """What is written, and what it means."""

    written: dict[str, str] = field(default_factory=dict)
    """Word in the source to English keyword."""

    def heading(self, content: str) -> tuple[str, str, str]:
        """(`written`, `keyword`, rest) of `Question: Which…`; keyword is empty for other words."""
        found = _HEADING.match(content)
        if not found:
            return "", "", content
        return found[1], self.english(found[1]), found[2].strip()

    def english(self, word: str) -> str:
        """The keyword that `word` is, or an empty string."""
        return self.written.get(word, "")

    def fixed(self, content: str) -> Fixed | None:
        """The fixed block that a level-2 heading names, if any (`rulings.md` 5)."""
        return FIXED.get(self.english(content.strip()))


def keywords_for(language: str, questions: tuple[str, ...]) -> Keywords:
    """The table of one language; English words hold in every language."""
    known = (*questions, *SECTIONS, *LABELS, *LATER, *WORDS, *FIXED, "Model answer")
    written = {word: word for word in known}
    path: Path = locales() / language / "keywords.csv"
    if language != "en" and path.is_file():
        with path.open(encoding="utf-8", newline="") as rows:
            written |= {row["written"]: row["keyword"] for row in csv.DictReader(rows)}
    return Keywords(written)
