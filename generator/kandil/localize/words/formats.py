"""Numbers, dates and names of languages as a locale writes them (Unicode CLDR, through Babel)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    format_percent,
    get_decimal_symbol,
)
from babel.units import format_unit

from kandil.localize.locale import Language, resolve
from kandil.model.facts import Unit
from kandil.problems import Place


@cache
def language(tag: str) -> Language | None:
    """What `localize` knows of a tag; None for one that it would refuse."""
    return resolve(tag, Place(tag))[0]


@cache
def known(tag: str) -> Locale:
    """The locale that formats for `tag`; English where CLDR has none that fits."""
    found = language(tag)
    return (found.formats if found else None) or Locale.parse("en")


@cache
def direction(tag: str) -> str:
    """`ltr` or `rtl`."""
    found = language(tag)
    return found.direction if found else "ltr"


def autonym(tag: str) -> str:
    """The language by its own name; a pseudo-locale has only its tag."""
    found = language(tag)
    return found.autonym if found else tag


@cache
def language_name(tag: str, locale: str) -> str:
    """The language `tag` by its name in `locale`."""
    return known(tag).get_display_name(known(locale)) or tag


@cache
def language_label(tag: str, locale: str) -> tuple[str, str]:
    """The same of any tag, and in which language that is: CLDR's name with its script where the tag
    says one, in `locale` or in English, else the language's own name for itself."""
    base, *more = tag.split("-")
    for spoken, one in ((locale, known(locale)), ("en", Locale.parse("en"))):
        if name := one.languages.get(base):
            script = next((one.scripts.get(part) for part in more if part in one.scripts), None)
            return f"{name} ({script})" if script else name, spoken
    return autonym(tag), tag


@cache
def month(day: date, locale: str) -> str:
    """Month and year; a last dot (`2026 р.`) is left to the sentence, which ends with its own."""
    return format_skeleton("yMMMM", day, locale=known(locale)).rstrip(".")


def licence(spdx: str) -> str:
    """`CC BY-SA 4.0`, as Creative Commons writes what SPDX calls `CC-BY-SA-4.0`."""
    return re.sub(r"^CC-(.+)-(\d.*)", r"CC \1 \2", spdx)


@cache
def minutes(number: int, locale: str) -> str:
    """`14 minutes`."""
    return format_unit(number, "minute", "long", locale=known(locale))


@cache
def percent(number: int, locale: str) -> str:
    """`80%`."""
    return format_percent(number / 100, locale=known(locale))


_DIGITS = 6
"""Behind the decimal sign, at most."""
_ZEROS: dict[Unit, int] = {"thousand": 3, "million": 6, "billion": 9}


def figure(value: Decimal, unit: Unit, locale: str) -> str:
    """`53.2%`, `12,000`, `2.6 billion`; in digits where CLDR has no word for a large number."""
    formats = known(locale)
    if unit == "%":
        return format_percent(value / 100, locale=formats, decimal_quantization=False)
    whole = value.scaleb(_ZEROS.get(unit, 0))
    if unit and "long" in formats.compact_decimal_formats:
        return format_compact_decimal(
            whole, format_type="long", locale=formats, fraction_digits=_DIGITS
        )
    return format_decimal(whole, locale=formats, decimal_quantization=False)


def decimal(number: Decimal, locale: str) -> str:
    """A number with the decimal sign of the locale."""
    return format_decimal(number, format="#0.######", locale=known(locale))


def decimal_sign(locale: str) -> str:
    """What stands between ones and tenths."""
    return get_decimal_symbol(known(locale))
