"""What a territory's file says, in the words and forms of an edition's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from markupsafe import Markup, escape

from kandil.localize.locale import chain
from kandil.model.edition import Edition
from kandil.model.territory import Contact, Record, Territory
from kandil.render.html.formats import direction, known, language_name
from kandil.territory.hours import HOURS

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass(frozen=True, slots=True)
class Local:
    """What `help.html` and `records.html` ask for."""

    edition: Edition
    territory: Territory

    @property
    def until(self) -> date:
        """The day after which the first of them is no longer confirmed."""
        return min(one.until for one in self.territory.contacts if one.until)

    def day(self, day: date) -> str:
        """A date in full."""
        return format_date(day, "long", locale=known(self.edition.locale))

    def said(self, words: Mapping[str, str]) -> Markup:
        """Words of the file in the language of the page, else in English, marked as such."""
        own = chain(self.edition.locale)
        tag = next((name for name in (*own, "en", *words) if name in words), "")
        if not tag:
            return Markup()
        if tag in own:
            return escape(words[tag])
        mark = Markup('<span lang="{}" dir="{}">{}</span>')
        return mark.format(tag, direction(tag), words[tag])

    def languages(self, contact: Contact) -> str:
        """`Romanian, Russian`."""
        return ", ".join(language_name(tag, self.edition.locale) for tag in contact.languages)

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

    def only_in(self, contact: Contact) -> Markup:
        """The parts of the territory that it serves; empty where it serves all."""
        parts = [part for part in contact.service_area if part in self.territory.areas]
        return self._areas([] if self.territory.code in contact.service_area else parts)

    def not_in(self, contact: Contact) -> Markup:
        """The parts of the territory in which it does not work."""
        return self._areas([part for part in contact.not_valid_in if part in self.territory.areas])

    def _areas(self, parts: list[str]) -> Markup:
        return Markup(", ").join(self.said(self.territory.areas[part]) for part in parts)


def contacts(edition: Edition) -> Local | None:
    """None where nothing is confirmed: then the page says so."""
    territory = edition.territory
    return Local(edition, territory) if territory and territory.contacts else None


def status_note(edition: Edition) -> Markup:
    """What must stand wherever the name of the edition's territory does; often nothing."""
    territory = edition.territory
    return Local(edition, territory).said(territory.status_note) if territory else Markup()


def records(edition: Edition, kind: str) -> tuple[Local, tuple[Record, ...]] | None:
    """Figures or notes on the law; None where the edition's territory has none."""
    territory = edition.territory
    if territory is None:
        return None
    found = territory.facts if kind == "facts" else territory.law_notes
    return (Local(edition, territory), found) if found else None
