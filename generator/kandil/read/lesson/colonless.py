"""`### Question 1`, `## Trainer notes`: without a colon a keyword begins a plain heading.

A usual word such as *Order* begins plain headings too. What stands below tells the two apart, then
the words behind it.
"""

from __future__ import annotations

import re

from kandil.read.block.context import ReadContext
from kandil.read.block.trainers import after_trainer, trainer_word
from kandil.read.lesson.keyword_slips import Opening, mended_heading, report_keyword
from kandil.read.question.kinds import Forms, fits, has_labels, has_settings, plays
from kandil.read.source.keywords import SECTIONS, STORES, Keywords
from kandil.read.source.spelling import goes_on, outline_of, visible
from kandil.read.source.tokens import Group, first_line

_ORDINARY = ("Order", "Match", "Sort", "Poll", "Cards")
"""Their bodies, a list or a table of two columns, stand below plain headings as often."""
_ASKING = re.compile(
    r"(?:what|which|who|whose|when|where|why|how|do|does|did|can|could|would|will|put|place|find|each"
    r"|these|those|the|all|your|following)\b"
)
"""A heading that goes on so behind a usual word asks something."""
_PARTED = {
    "Order": ({"from", "to"}, {"by"}, {"steps"}),
    "Match": ({"and"}, {"with"}, {"to"}),
    "Sort": ({"into"}, {"by"}),
}
"""As does one that says what is put in order, matched or parted; it holds all words of a set."""
_JOINS = re.compile(
    r"(?:of|in|and|or|for|by|from|to|on|with|at|is|are|now|reports|results"
    r"|des?|du|d|en|et|ou|à|aux?|pour|par|sur|avec|dans"
    r"|и|или|во?|на|для|из|по|со?|от|об?|за|к|у|действий|событий|дня"
    r"|і|й|та|або|зі?|із|до|від|про|дій|подій|денний"
    r"|ve(?:ya)?|ile|için|sonuçlar|sonuçları|და|ან)\b"
)
"""With these a plain heading goes on behind a usual word: "Order of events"."""
_BIDS = ("er", "те", "іть", "ın", "in", "თ")
"""How a word ends that bids to do something, in the languages of the tables: `Trier`, `Соедините`.
It asks, whatever stands behind it."""
_SIGNS = re.compile(r"^[\s\d.,;=|/:)(–—-]*")
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)*[ -]?$")
_COUNTS = re.compile(r"\d{1,3}(?!\d)|$")
_SEPARATES = re.compile(r"[.,;=|/–—-]")


def without_colon(
    reading: ReadContext, forms: Forms, group: Group, section: list[Group]
) -> Opening | None:
    """The keyword that a heading was meant to begin with; reported, as is one that may be meant."""
    language = reading.language
    typed, word, behind = language.without_colon(visible(group[1].content))
    if trainer_word(language, typed):
        return _for_trainer(reading, group, typed, behind)
    keyword = language.english(word)
    if keyword not in {*forms, *SECTIONS, *STORES}:
        return None
    rest = behind.strip().strip("*_ ")
    needs = f"'{typed}' needs a colon right behind it"
    if _is_meant(reading, forms, word, section, rest):
        report_keyword(reading, group, typed, needs, word, _title(rest))
        return typed, keyword, _title(rest)
    if fits(language, forms, keyword, section) and not _is_plain(language, word, rest, section):
        message = f"{needs}, if this is no plain heading"
        _ask(reading, "Q720", group, typed, message, mended_heading(group, word, _title(rest)))
    return None


def _for_trainer(reading: ReadContext, group: Group, typed: str, behind: str) -> Opening | None:
    """`Trainer notes`, `Trainer's notes`; of `Trainers we met` nobody knows whom it is for."""
    word, rest, owned = after_trainer(reading.language, typed, behind)
    rest = _title(rest.strip("*_ "))
    mended, needs = mended_heading(group, word, rest), f"'{typed}' needs a colon right behind it"
    if owned:
        _ask(reading, "Q001", group, typed, needs, mended)
    elif outline_of(typed) == outline_of(word):
        report_keyword(reading, group, typed, needs, word, rest)
    else:
        message = f"'{typed}' may begin a part for the trainer, and learners would read it"
        _ask(reading, "Q728", group, typed, message, mended)
        return None
    return typed, "Trainer", rest


def _ask(
    reading: ReadContext, code: str, group: Group, typed: str, message: str, mended: str
) -> None:
    """Report a heading that may be a plain one."""
    line = first_line(group)
    hint = f"Write '{mended}', or begin it with another word."
    reading.report(code, line, reading.source.find(line, typed), message, hint)


def _is_plain(language: Keywords, word: str, rest: str, section: list[Group]) -> bool:
    """Whether a heading in small letters goes on as a plain one, such as "Poll results"."""
    keyword = language.english(word)
    if keyword == "Scenario":
        return not plays(section)
    if word != keyword:
        return not word.endswith(_BIDS) and _joined(rest)
    return _joined(rest) or (keyword in _ORDINARY and not _asks(keyword, rest))


def _joined(rest: str) -> bool:
    return _JOINS.match(rest.lower()) is not None


def _asks(keyword: str, rest: str) -> bool:
    """Whether English words behind a usual one say what is to be done."""
    words = {*re.findall(r"\w+", rest.lower())}
    if any(parts <= words for parts in _PARTED.get(keyword, ())):
        return True
    buys = keyword == "Order" and rest.lower().startswith("your ")
    return not buys and _ASKING.match(rest.lower()) is not None


def _title(rest: str) -> str:
    """The words of a heading without its number, unless they go on from it: "30 minutes"."""
    words = _SIGNS.sub("", rest)
    amount = _AMOUNT.search(rest[: len(rest) - len(words)])
    small = words[:1].isalpha() and not words[:1].isupper()
    return amount[0] + words if amount and small else words


def _is_meant(
    reading: ReadContext, forms: Forms, word: str, section: list[Group], rest: str
) -> bool:
    """Whether a first word without a colon can only be the keyword."""
    language, keyword = reading.language, reading.language.english(word)
    asks = rest.endswith(("?", "？", "؟", ";")) or _SEPARATES.match(rest) is not None
    if keyword not in STORES and _COUNTS.match(rest):
        return True
    if has_settings(section) or has_labels(language, section):
        return True
    if keyword == "Reflect":
        return asks
    if not fits(language, forms, keyword, section):
        return False
    if asks or reading.scored or keyword in ("Question", "Quiz"):
        return True
    # In sentence case the words of a plain heading go on in small letters: "Order of events".
    # Where a script has none, what stands below must do, but for a word that joins.
    plain = keyword in _ORDINARY and _joined(rest) and not word.endswith(_BIDS)
    return not goes_on(rest) and not (plain and rest[:1].lower() == rest[:1])
