"""Figures about the world: each needs its year and its source, best in `facts.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from kandil.lint.lint import Lint, LintContext
from kandil.lint.text.needed import Needed, folded, needed
from kandil.lint.text.sentences import pieces, sentences
from kandil.lint.text.spoken import said
from kandil.lint.text.word_tables import row, table
from kandil.model.blocks import Footnote, Table
from kandil.model.course import Module
from kandil.model.inlines import Link, Note, plain, walk
from kandil.model.interactions import FillIn
from kandil.model.structure import every, within
from kandil.model.text import Text, texts
from kandil.problems import Problem
from kandil.read.inline.links import GLOSSARY
from kandil.values import dataclass

RULE = "figure"
"""What an exception names."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OUTSIDE = re.compile("https?://")
_HINT = (
    "the year and a note: '… in 2023.[^un]' and '[^un]: UN Women, 2023'; "
    "or the year, and a link to the source."
)
_IN_TERM = "the year, and the source with it under 'sources' of each lesson that explains it."
"""A term of the glossary has no notes."""
_RECORD = (
    "Put it into facts.yml, 'my-figure: {%s, year: …, source: …, checked: …, best_by: …}', "
    "and write '{fact.my-figure}' here"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_UNITS = {
    '"%"': re.compile("%|per ?cent|процент|відсот|პროცენტ|yüzde", re.IGNORECASE),
    "million": re.compile("million|мільйон|миллион|млн|მილიონ|milyon", re.IGNORECASE),
    "billion": re.compile("billion|мільярд|миллиард|млрд|მილიარდ|milyar", re.IGNORECASE),
}
"""As `facts.yml` writes them."""


def lint_figures(context: LintContext) -> Iterator[Problem]:
    """Figures that are said of the world, in the language of the course; each once."""
    patterns = _patterns(context.locale)
    seen: set[Text] = set()
    for module in context.course.modules:
        lesson = _Lesson(module, patterns)
        for one in said((module.blocks, module.terms)):
            figures = _figures(one.text, patterns) if one.meant else []
            if figures and one.text not in seen:
                seen.add(one.text)
                yield from _typed(context, lesson, one.text, figures)


def _typed(
    context: LintContext, lesson: _Lesson, text: Text, figures: list[tuple[str, str]]
) -> Iterator[Problem]:
    """Those that stand in a sentence, with their source or without; `figures` with these."""
    if text in lesson.sums or text in lesson.prices or context.allowances.allows(RULE, text):
        return
    sourced, other = _sourced(text, lesson), text.place.file.endswith(GLOSSARY)
    for figure, sentence in figures:
        place, record = context.sources.spot(text.place, figure), _record(figure)
        if sourced or _linked(text, sentence):
            message = f"'{figure}' is typed here, and nobody will be told when it is old"
            yield from [Problem("A210", place, message, f"{record}.")] if record else []
        else:
            message = f"'{figure}' stands here without its year and source"
            before = f"{record}; or write " if record else "Write "
            yield Problem("A201", place, message, before + (_IN_TERM if other else _HINT))


def _record(figure: str) -> str:
    """How it would stand among the facts; a figure in words is no number to format."""
    number = _NUMBER.search(figure)
    if not number or len(_NUMBER.findall(figure)) > 1:
        return ""
    value = _THOUSANDS.sub("", number[0]).replace(",", ".")
    unit = next((unit for unit, words in _UNITS.items() if words.search(figure)), "")
    return _RECORD % (f"value: {value}, unit: {unit}" if unit else f"value: {value}")


@dataclass(frozen=True, slots=True)
class _Patterns:
    about: re.Pattern[str]
    unless: re.Pattern[str]
    price: re.Pattern[str]
    people: re.Pattern[str]
    needed: Needed
    """Words and digits without which nothing is about the world."""

    def paid(self, words: str) -> bool:
        """Whether they speak of a price, a fee or a discount, and of nobody."""
        return bool(self.price.search(words)) and not self.people.search(words)


@dataclass
class _Lesson:
    module: Module
    patterns: _Patterns

    @cached_property
    def prices(self) -> set[Text]:
        """Cells of a row that speaks of prices, in its own words or in those of its column."""
        return {
            cell
            for table in within(Table, self.module)
            for row in table.rows
            if self.patterns.paid(" . ".join(text.plain for text in (*table.head, *row)))
            for cell in row
        }

    @cached_property
    def sums(self) -> set[Text]:
        """Sentences of questions that ask for a number: sums, not facts."""
        questions = within(FillIn, self.module)
        return {text for question in questions for text in texts(question)}

    @cached_property
    def notes(self) -> frozenset[str]:
        """Those that say a year."""
        blocks = (self.module.blocks, tuple(term.blocks for term in self.module.terms))
        return frozenset(
            note.label
            for note in every(Footnote, blocks)
            if any(_YEAR.search(words.plain) for words in texts(note.blocks))
        )


def _figures(text: Text, patterns: _Patterns) -> list[tuple[str, str]]:
    """One a sentence, with the sentence."""
    words = text.plain
    if not patterns.needed.within(folded(words)):
        return []
    found = (_first(words, span, patterns) for span in sentences(words))
    return [figure for figure in found if figure]


def _first(words: str, sentence: tuple[int, int], patterns: _Patterns) -> tuple[str, str] | None:
    for start, end in pieces(*sentence):
        piece = words[start:end]
        if not patterns.needed.within(folded(piece)):
            continue
        figure = patterns.about.search(piece)
        if figure and not (patterns.unless.search(piece) or patterns.paid(piece)):
            return figure[0].strip(), piece
    return None


def _linked(text: Text, sentence: str) -> bool:
    """It names a year, and links to its source."""
    if not _YEAR.search(sentence):
        return False
    links = (part for part in walk(text.inlines) if isinstance(part, Link))
    return any(
        _OUTSIDE.match(link.target) and plain(link.children).strip() in sentence for link in links
    )


def _sourced(text: Text, lesson: _Lesson) -> bool:
    """A year that a source bears, or a note with a year; the year may stand in both."""
    years = set(_YEAR.findall(text.plain))
    if any(year in source for year in years for source in lesson.module.sources):
        return True
    parts = walk(text.inlines)
    return any(isinstance(part, Note) and part.label in lesson.notes for part in parts)


def _patterns(tag: str) -> _Patterns:
    own, every_tag = row("figures", tag) or {}, table("figures")["any"]
    kinds = [kind for kind in (every_tag["figure"], own.get("figure")) if kind]
    return _Patterns(
        about=re.compile("|".join(kinds), re.IGNORECASE),
        unless=re.compile(own.get("unless", "(?!)"), re.IGNORECASE),
        price=re.compile(every_tag["price"], re.IGNORECASE),
        people=re.compile(every_tag["people"], re.IGNORECASE),
        needed=needed(kinds).folded,
    )


LINT = Lint(lint_figures, rule=RULE)
