"""The words that a trainer types, in the language of the source.

English is built in; `locales/<language>/keywords.csv` (`keyword,written`) gives the others, one
row a word: a keyword may be written in several ways.
"""

from __future__ import annotations

import csv
import re
from dataclasses import field
from functools import cache, cached_property
from pathlib import Path

from kandil.model.blocks import Fixed
from kandil.paths import locales, own_locales
from kandil.problems import Place, Problem, nearest
from kandil.read.source.door import link_out
from kandil.read.source.source import read_text
from kandil.read.source.spelling import LEAD, WORD, dressed, first_word, outline_of
from kandil.values import dataclass

FIXED: dict[str, Fixed] = {
    "Before you start": "before",
    "Why it matters": "why",
    "Key ideas": "ideas",
    "Do it": "do",
    "Remember": "remember",
    "Help": "help",
}
SECTIONS = ("Quiz", "Scenario", "Trainer")
LABELS = ("Hint", "Why", "Correct", "Incorrect", "Model answer")
STANCES = ("Safer", "Riskier", "It depends")
"""Labels under an answer of `Decide:`."""
STORES = ("Bank",)
"""A usual word too: nothing that is only like it is taken for the keyword."""
WORDS = ("True", "False", "Yes", "No")
_HEADING = re.compile(rf"^({WORD}(?: {WORD})?)\s*:\s*(.*)$", re.DOTALL)
_FIRST_WORDS = re.compile(rf"^{LEAD}(?P<one>{WORD})(?P<two> +{WORD})?")
_LONGER = re.compile(rf"[-\u2010\u2011'’ʼ]{WORD}")
"""With a hyphen or an apostrophe a word goes on and is another one: "Match-fixing"."""


@dataclass(frozen=True)
class Keywords:
    """What is written, and what it means."""

    written: dict[str, str] = field(default_factory=dict)
    """Word in the source to English keyword."""

    @cached_property
    def labels(self) -> dict[str, str]:
        """Those of a question by their outlines; of two that look alike, the first."""
        labels = (word for word, meant in self.written.items() if meant in (*LABELS, *STANCES))
        return {outline_of(word): word for word in reversed([*labels])}

    @cached_property
    def label_firsts(self) -> frozenset[str]:
        """The first words of these outlines."""
        return frozenset(map(first_word, self.labels))

    def heading(self, content: str) -> tuple[str, str, str]:
        """(`written`, `keyword`, rest) of `Question: Which…`; keyword is empty for other words."""
        found = _HEADING.match(content)
        if not found:
            return "", "", content
        return found[1], self.english(found[1]), found[2].strip()

    def in_dress(self, content: str) -> tuple[str, str, str]:
        """The same for `**Question:** …`, `❓ Question: …` and `Question：…`."""
        match = dressed(content)
        if not match:
            return "", "", content
        rest = match["rest"].strip()
        stars = re.sub(r"[^*_]", "", match["lead"])
        if stars and not match["mid"] + match["end"]:
            rest = rest.removesuffix(stars)
        written = self.like(match["word"]) or match["word"]
        return written, self.english(written), rest

    def without_colon(self, content: str) -> tuple[str, str, str]:
        """(as it stands, the keyword's word, what stands behind it) of `Question Which…`, or of the
        first word in `Which…`, which is no keyword's."""
        match = _FIRST_WORDS.match(content)
        if not match:
            return "", "", content
        for end in (match.end(), match.end("one")):
            typed = content[match.start("one") : end]
            if (word := self.like(" ".join(typed.split()))) and not _LONGER.match(content, end):
                return typed, word, content[end:]
        return match["one"], "", content[match.end("one") :]

    def like(self, word: str) -> str:
        """The word of a keyword or a label that looks like `word`, in the source's own language
        before English; or an empty string."""
        outline = outline_of(word)
        return next((known for known in reversed(self.written) if outline_of(known) == outline), "")

    def english(self, word: str) -> str:
        """The keyword that `word` is, or an empty string."""
        return self.written.get(word, "")

    def word(self, keyword: str) -> str:
        """How the source writes an English keyword: with the first word of its own language."""
        own = (word for word, meant in self.written.items() if meant == keyword != word)
        return next(own, keyword)

    def fixed(self, content: str) -> Fixed | None:
        """The fixed block that a level-2 heading names, if any (`rulings.md` 5)."""
        return FIXED.get(self.english(content.strip()))


def keywords_for(
    language: str, questions: tuple[str, ...], folder: Path
) -> tuple[Keywords, list[Problem]]:
    """The words of one language, for a course in `folder`; English words hold in every language.

    The project's own table comes before the shipped one.
    """
    known = (*questions, *SECTIONS, *LABELS, *STANCES, *STORES, *WORDS, *FIXED)
    written = {word: word for word in known}
    problems: list[Problem] = []
    places = () if language == "en" else (locales(), own_locales(folder) or folder)
    for place in places:
        path = place / language / "keywords.csv"
        if path.is_file():
            text, found = "", link_out(place, path) if place != locales() else []
            if not found:
                text, found = read_text(path, path.as_posix())
            problems += found
            written |= _table(text, path.as_posix(), known, problems)
    return Keywords(written), problems


def _table(text: str, name: str, known: tuple[str, ...], problems: list[Problem]) -> dict[str, str]:
    """Word in the source to keyword; a spreadsheet may have put semicolons for commas."""
    head, *lines = text.splitlines() or [""]
    sign = ";" if ";" in head else ","
    names = [column.strip() for column in head.split(sign)]
    if text and not {"keyword", "written"} <= set(names):
        hint = "Its first line is 'keyword,written'."
        problems.append(Problem("C002", Place(name), "This table lacks a column", hint))
        return {}
    table: dict[str, str] = {}
    for line, row in enumerate(csv.DictReader(lines, names, delimiter=sign), 2):
        keyword, word = ((row[column] or "").strip() for column in ("keyword", "written"))
        if keyword in known and word:
            table[word] = keyword
        elif keyword or word:
            message = f"'{keyword}' is not a keyword" if word else f"'{keyword}' has no word"
            problems.append(Problem("C001", Place(name, line), message, nearest(keyword, known)))
    return table


@cache
def elsewhere(word: str, known: frozenset[str]) -> tuple[str, str]:
    """(`languages`, `keyword`) of a word that is one of the `known` keywords in other languages."""
    found: dict[str, list[str]] = {}
    for path in sorted(locales().glob("*/keywords.csv")):
        text, name = read_text(path, path.as_posix())[0], path.as_posix()
        table = Keywords(_table(text, name, tuple(known), []))
        if meant := table.english(table.like(word)):
            found.setdefault(meant, []).append(path.parent.name)
    meant = max(found, key=lambda one: len(found[one]), default="")
    return ", ".join(found.get(meant, [])), meant
