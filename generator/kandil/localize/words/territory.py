"""What a territory's file says, in the words and forms of an edition's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from kandil.localize.locale import chain
from kandil.localize.words.formats import known
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.help import Line
from kandil.model.inlines import Inlines
from kandil.model.territory import Territory
from kandil.model.text import Text
from kandil.problems import Place
from kandil.territory.hours import HOURS
from kandil.values import dataclass

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def own_text(words: str, place: Place, lang: str = "") -> Text:
    """Words that stand in no source of the course."""
    inlines: Inlines = (words,)
    return Text(words, inlines, place, lang=lang)


@dataclass(frozen=True, slots=True)
class Local:
    """A territory as an edition speaks of it."""

    edition: Edition
    territory: Territory

    def line(self, words: str, **values: Line) -> Line:
        """A sentence of the interface with its `{names}` filled in."""
        for name, value in values.items():
            before, found, after = words.partition(f"{{{name}}}")
            if found:
                ends = (self._text(part) if part else None for part in (before, after))
                first, last = ends
                return (*filter(None, (first,)), *value, *filter(None, (last,)))
        return (self._text(words),)

    def line_of(self, words: Mapping[str, str]) -> Line:
        """Words of the file in the language of the edition, else in English, marked as such."""
        own = chain(self.edition.locale)
        tag = next((name for name in (*own, "en", *words) if name in words), "")
        return (self._text(words[tag], "" if tag in own else tag),) if tag else ()

    def name(self) -> Line:
        """Of the territory, with a star where a note must stand below it."""
        star = (self._text("*"),) if self.territory.status_note else ()
        return (*self.line_of(self.territory.names), *star)

    def foreign(self, words: str, tag: str) -> Line:
        """Words in another language than that of the edition, marked as such."""
        return (self._text(words, "" if tag in chain(self.edition.locale) else tag),)

    def day(self, day: date) -> Line:
        """A date in full."""
        return (self._text(format_date(day, "long", locale=known(self.edition.locale))),)

    def hours(self, written: str) -> str:
        """`Mon–Fri 09:00–18:00`; empty where they are not known."""
        found = HOURS.fullmatch(written)
        if not found:
            return ""
        days = "–".join(self._weekday(found[part]) for part in ("first", "last") if found[part])
        return f"{days} {found['start']}–{found['end']}".strip()

    def _weekday(self, short: str) -> str:
        names = known(self.edition.locale).days["format"]["abbreviated"]
        return str(names[_DAYS.index(short)])

    def areas(self, codes: tuple[str, ...]) -> Line:
        """The names of parts of the territory."""
        lines = [self.line_of(self.territory.areas[one]) for one in codes if self._named(one)]
        commas = (piece for line in lines for piece in (self._text(", "), *line))
        return tuple(commas)[1:]

    def _named(self, code: str) -> bool:
        return code in self.territory.areas

    def _text(self, words: str, lang: str = "") -> Text:
        return own_text(words, self.territory.place, lang)


def status_note(edition: Edition, module: Module | None = None) -> Line:
    """What must stand below a lesson, or what belongs to none, for the names in it; often nothing.

    The name of the edition's own territory may stand anywhere.
    """
    territory = edition.territory
    if territory and territory.status_note:
        return Local(edition, territory).line_of(territory.status_note)
    return (module or edition.course).status
