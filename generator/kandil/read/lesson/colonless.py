"""`### Question 1`, `## Trainer notes`: without a colon a keyword begins a plain heading.

A usual word such as *Order* begins plain headings too. What stands below tells the two apart, then
the words behind it.
"""

from __future__ import annotations

import re
from typing import Literal

from kandil.read.block.addressed import addressed
from kandil.read.block.context import ReadContext
from kandil.read.block.trainers import after_trainer, leads, teaches, trainer_word
from kandil.read.lesson.keyword_slips import Opening, mended_heading, report_keyword
from kandil.read.lesson.set_phrases import is_set_phrase
from kandil.read.question.kinds import (
    Forms,
    fits,
    has_labels,
    has_list,
    has_settings,
    plays,
    tries,
)
from kandil.read.source.keywords import SECTIONS, STORES
from kandil.read.source.spelling import ASKS, COLONS, WORD, goes_on, outline_of, visible
from kandil.read.source.tokens import Group, first_line
from kandil.values import dataclass

Judgement = Literal["meant", "unclear", "plain"]
_USUAL = ("Order", "Match", "Sort", "Poll", "Cards")
"""Their bodies, a list or a table of two columns, stand below plain headings as often."""
_SIGNS = re.compile(r"^[\s\d.,;=|/:)(№#–—-]*")
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)*[ -]?$")
_COUNTS = re.compile(r"\d{1,2}(?!\d)")
_COLON = re.compile(f"[{COLONS}]")
_SEPARATES = re.compile(r"[.,;=|/–—-]")


def without_colon(
    reading: ReadContext, forms: Forms, group: Group, section: list[Group]
) -> Opening | None:
    """The keyword that a heading was meant to begin with; reported, as is one that may be meant."""
    language = reading.language
    typed, word, behind = language.without_colon(visible(group[1].content))
    if known := trainer_word(language, typed):
        in_form = outline_of(known) != outline_of(typed) or _COLON.search(behind) is not None
        opening = _names_trainer(reading, group, sure=True) if in_form and behind else None
        return opening or _for_trainer(reading, group, typed, behind)
    keyword = language.english(word)
    rest = behind.strip().strip("*_ ")
    judged: Judgement = "plain"
    if keyword in {*forms, *SECTIONS, *STORES}:
        judged = _Heading(reading, forms, word, rest, section).judged()
    needs = f"'{typed}' needs a colon right behind it"
    if judged == "meant":
        report_keyword(reading, group, typed, needs, word, _title(rest))
        return typed, keyword, _title(rest)
    if judged == "unclear":
        message = f"{needs}, if this is no plain heading"
        _ask(reading, "Q720", group, typed, message, mended_heading(group, word, _title(rest)))
        return None
    return _names_trainer(reading, group)


def _for_trainer(reading: ReadContext, group: Group, typed: str, behind: str) -> Opening | None:
    """`Trainer notes`, `Trainer's notes`; of `Trainers we met` nobody knows whom it is for."""
    word, rest, owned = after_trainer(reading.language, typed, behind)
    rest = _title(rest.strip("*_ "))
    how, _, others = addressed(reading.language, f"{typed}{behind}")
    if how == "whole" and not owned:
        rest = others
    mended, needs = mended_heading(group, word, rest), f"'{typed}' needs a colon right behind it"
    exact = outline_of(typed) == outline_of(word)
    if owned:
        _ask(reading, "Q001", group, typed, needs, mended)
    elif exact and (how == "whole" or not goes_on(rest)):
        report_keyword(reading, group, typed, needs, word, rest)
    else:
        _ask_for_trainer(reading, group, typed, mended)
        return None
    return typed, "Trainer", rest


def _names_trainer(reading: ReadContext, group: Group, sure: bool = False) -> Opening | None:
    """`Notes for the trainer`, and `Exercises for the trainer`, which may be for the learners;
    `sure`: nothing is said of the second."""
    name, colon, behind = _COLON.sub(":", visible(group[1].content), count=1).partition(":")
    how, word, others = addressed(reading.language, name)
    names = re.findall(WORD, name)
    if colon and len(names) == 1 and (leads(names[0]) or teaches(names[0])):
        how, word = "whole", reading.language.word("Trainer")
    if not how or (sure and (how == "part" or len(name.split()) == 1)):
        return None
    name, rest = name.strip("*_ "), behind.strip("*_ ") or others
    if how == "part" or any(map(teaches, names)):
        _ask_for_trainer(reading, group, name, mended_heading(group, word, rest))
        return None
    message = f"'{name}' keeps nothing from the learners: '{word}:' does"
    report_keyword(reading, group, name, message, word, rest)
    return name, "Trainer", rest


def _ask_for_trainer(reading: ReadContext, group: Group, typed: str, mended: str) -> None:
    message = f"'{typed}' may begin a part for the trainer, and learners would read it"
    _ask(reading, "Q728", group, typed, message, mended)


def _ask(
    reading: ReadContext, code: str, group: Group, typed: str, message: str, mended: str
) -> None:
    """Report a heading that may be a plain one."""
    line = first_line(group)
    hint = f"Write '{mended}', or begin it with another word."
    reading.report(code, line, reading.source.find(line, typed), message, hint)


def _title(rest: str) -> str:
    """The words of a heading without its number, unless they go on from it: "30 minutes"."""
    words = _SIGNS.sub("", rest)
    amount = _AMOUNT.search(rest[: len(rest) - len(words)])
    small = words[:1].isalpha() and not words[:1].isupper()
    return amount[0] + words if amount and small else words


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading that begins with the word of a keyword and has no colon."""

    reading: ReadContext
    forms: Forms
    word: str
    rest: str
    """What stands behind the word."""
    section: list[Group]

    @property
    def keyword(self) -> str:
        return self.reading.language.english(self.word)

    @property
    def words(self) -> str:
        return _SIGNS.sub("", self.rest)

    @property
    def counted(self) -> bool:
        """`Question 1`, `Question 1 Which`; in `Order 3 steps` and `Poll 2023` it is no number."""
        return _COUNTS.match(self.rest) is not None and not goes_on(self.words)

    @property
    def asks(self) -> bool:
        return self.rest.endswith(ASKS) or _SEPARATES.match(self.rest) is not None

    @property
    def says_so(self) -> bool:
        """`თანმიმდევრობა მნიშვნელოვანია`: a letter that has no capital tells nothing, and one word
        behind the keyword's may say something of it."""
        first = self.words[:1]
        return first.title() == first.lower() and len(self.words.split()) == 1

    def judged(self) -> Judgement:
        """What stands below the heading decides, then its words."""
        language, section = self.reading.language, self.section
        if has_settings(section) or has_labels(language, section):
            return "meant"
        if self.keyword == "Reflect":
            return self.before_words()
        if fits(language, self.forms, self.keyword, section):
            return self.over_its_body()
        return self.over_another()

    def before_words(self) -> Judgement:
        """What stands below `Reflect` stands below every heading."""
        if self.asks or self.counted:
            return "meant"
        return "plain" if self.words else "unclear"

    def over_its_body(self) -> Judgement:
        """Over the list or table that the keyword needs."""
        if self.reading.scored or self.keyword in ("Question", "Quiz"):
            return "meant"
        if self.keyword == "Scenario" and goes_on(self.words):
            return "unclear" if plays(self.section) else "plain"
        if self.keyword not in _USUAL:
            return "unclear" if goes_on(self.words) else "meant"
        if is_set_phrase(self.reading.language, self.word, self.rest):
            return "unclear" if self.asks or not _is_small(self.rest) else "plain"
        if self.asks or self.counted:
            return "meant"
        # In sentence case the words of a plain heading go on in small letters: "Order form lines".
        titled = _is_titled(self.words) or not self.words or self.rest[0].isdigit()
        return "unclear" if goes_on(self.words) or titled or self.says_so else "meant"

    def over_another(self) -> Judgement:
        """Over anything else, where no more than a name such as `Question 1` tells."""
        named = not self.words or self.counted
        if named and self.reading.scored:
            return "meant"
        if self.keyword in ("Question", "Quiz"):
            return "unclear" if named or (self.asks and has_list(self.section)) else "plain"
        lacks = named and tries(self.forms, self.keyword, self.section)
        return "unclear" if lacks else "plain"


def _is_small(words: str) -> bool:
    return words[:1].lower() == words[:1]


def _is_titled(words: str) -> bool:
    """Whether every longer word has a capital letter: "Match Tickets Online"."""
    found = re.findall(r"\w{4,}", words)
    return len(words.split()) > 1 and all(word[0].isupper() for word in found)
