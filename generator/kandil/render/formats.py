"""Numbers, dates and names of languages as a locale writes them (Unicode CLDR, through Babel)."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton
from babel.numbers import format_decimal, format_percent, get_decimal_symbol
from babel.units import format_unit


@cache
def known(tag: str) -> Locale:
    """The locale of `tag`, or of its language alone where CLDR has none (`ar-XB`)."""
    for name in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def direction(tag: str) -> str:
    """`ltr` or `rtl`."""
    return str(known(tag).text_direction)


def autonym(tag: str) -> str:
    """The language by its own name; a pseudo-locale has only its tag."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return tag
    name = locale.get_display_name(locale) or tag
    # Not `upper()`: Georgian has capitals that stand in no sentence.
    return name[:1].title() + name[1:]


def language_name(tag: str, locale: str) -> str:
    """The language `tag` by its name in `locale`."""
    return known(tag).get_display_name(known(locale)) or tag


def month(day: date, locale: str) -> str:
    """Month and year; a last dot (`2026 р.`) is left to the sentence, which ends with its own."""
    return format_skeleton("yMMMM", day, locale=known(locale)).rstrip(".")


def minutes(number: int, locale: str) -> str:
    """`14 minutes`."""
    return format_unit(number, "minute", "long", locale=known(locale))


def kilobytes(size: int, locale: str) -> str:
    """`9 kB`, rounded up."""
    return format_unit(-(-size // 1000), "kilobyte", "short", locale=known(locale))


def percent(number: int, locale: str) -> str:
    """`80%`."""
    return format_percent(number / 100, locale=known(locale))


def decimal(number: object, locale: str) -> str:
    """A number with the decimal sign of the locale."""
    return format_decimal(number, format="#0.######", locale=known(locale))  # type: ignore[arg-type]


def decimal_sign(locale: str) -> str:
    """What stands between ones and tenths."""
    return get_decimal_symbol(known(locale))
