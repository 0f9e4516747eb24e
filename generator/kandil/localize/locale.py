"""A language tag (BCP 47): its script, direction and own name, and the formats that fit it.

The author's tag is the truth; Babel serves formats only. It answers `kk-Latn` with Cyrillic and
`ug-Cyrl` with a right-to-left locale, so every answer's script is compared with the tag's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from babel import Locale, UnknownLocaleError
from babel.core import get_global

from kandil.model.course import Course
from kandil.problems import Place, Problem
from kandil.values import dataclass

Direction = Literal["ltr", "rtl"]
PSEUDO: dict[str, Direction] = {"en-XA": "ltr", "ar-XB": "rtl"}
_TAG = re.compile(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})


@dataclass(frozen=True, slots=True)
class Language:
    """What a page needs to know of its language."""

    tag: str
    """As the publisher wrote it: for `lang`, `dir` and folders."""
    direction: Direction
    autonym: str
    """Its name in itself, as a list of languages shows it."""
    formats: Locale | None
    """For dates and numbers; None where CLDR has none that fits."""

    @property
    def pseudo(self) -> bool:
        """Made from the source, for tests of the pages."""
        return self.tag in PSEUDO


@cache
def overrides() -> dict[str, dict[str, str]]:
    """`overrides.yml`."""
    text = (Path(__file__).parent / "overrides.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))


def override(tag: str) -> dict[str, str]:
    """What the project says of a language, and of its script before that."""
    table, stem = overrides(), without_region(tag)
    if stem in table:
        return table[stem]
    language, _, written = stem.partition("-")
    said = table.get(language, {})
    return said if said.get("script") == written else {}


def without_region(tag: str) -> str:
    """`sr-Latn` of `sr-Latn-ME`."""
    return "-".join(part for part in tag.split("-") if len(part) == 4 or part.islower())


@cache
def script(tag: str) -> str:
    """The script that the tag names, or else means (`sr-ME` is Latin, `sr` Cyrillic)."""
    parts = tag.split("-")
    if written := next((part for part in parts if len(part) == 4), ""):
        return written
    if said := override(tag).get("script"):
        return said
    likely = get_global("likely_subtags")
    for name in ("_".join(parts), parts[0]):
        if name in likely:
            return str(likely[name]).split("_")[1]
    return ""


def chain(tag: str) -> tuple[str, ...]:
    """The tag and what it may be cut to without changing its script: `ro-MD`, `ro`."""
    parts = tag.split("-")
    shorter = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return tuple(name for name in shorter if name == tag or script(name) == script(tag))


def resolve(tag: str, place: Place) -> tuple[Language | None, list[Problem]]:
    """The language of a tag, or why there is none; `place` is where it was asked for."""
    if tag in PSEUDO:
        return Language(tag, PSEUDO[tag], tag, Locale.parse(tag.partition("-")[0])), []
    if not _TAG.match(tag):
        hint = _meant(tag) or "Write language, script and country as in 'uk', 'sr-Latn', 'ro-MD'."
        return None, [Problem("L013", place, f"'{tag}' is not a language tag", hint)]
    said = override(tag)
    formats = _babel(said["formats"]) if "formats" in said else None
    if not said:
        formats, problem = _fitting(tag, place)
        if problem:
            return None, [problem]
    direction: Direction = "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"
    return Language(
        tag, direction, _capital(said.get("autonym") or _named(formats, tag)), formats
    ), []


def asked(course: Course, tag: str, option: str) -> tuple[Language | None, list[Problem]]:
    """The language of an edition; what is wrong with it stands in course.yml or in an option."""
    own = course.language_place if tag == course.language else None
    language, problems = resolve(tag, own or Place(f"{course.folder}/course.yml"))
    start = "" if tag == course.language else f"{option}: "
    return language, [replace(one, message=f"{start}{one.message}") for one in problems]


def _babel(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _fitting(tag: str, place: Place) -> tuple[Locale | None, Problem | None]:
    """Babel's locale of the same language and script, without the country where need be."""
    found = next(filter(None, map(_babel, (tag, without_region(tag)))), None)
    if found is None:
        hint = _meant(tag) or "Look it up among the language tags of BCP 47; 'uk' is Ukrainian."
        return None, Problem("L013", place, f"The language '{tag}' is not known", hint)
    resolved = str(found).replace("_", "-")
    if found.language != tag.split("-")[0]:
        hint = f"Write '{resolved}'."
        return None, Problem("L013", place, f"'{tag}' is another name of '{resolved}'", hint)
    wanted = script(tag)
    if (found.script or script(resolved)) != wanted:
        message = f"There are no formats for '{tag}' in its script ({wanted})"
        hint = f"Write '{resolved}', or ask for '{tag}' to be added to Kandil."
        return None, Problem("L013", place, message, hint)
    return found, None


def _meant(tag: str) -> str:
    """A hint for `EN`, `uk_UA`, and `ua`, which is a country and no language.

    A country stands for a language only where that is at home there: `kz` is not `ru`.
    """
    language, *others = re.split("[-_]", tag.lower())
    likely = get_global("likely_subtags")
    if _babel(language) is None and language not in overrides():
        country = language.upper()
        language = likely.get(f"und_{country}", "").split("_")[0]
        if not likely.get(language, "").endswith(f"_{country}"):
            return ""
    parts = [part.title() if len(part) == 4 else part.upper() for part in others]
    if parts and likely.get(language, "").endswith(f"_{parts[-1]}"):
        parts.pop()
    found = "-".join((language, *parts))
    known = found != tag and _TAG.match(found) and resolve(found, Place(""))[0]
    return f"Did you mean '{found}'?" if known else ""


def _named(formats: Locale | None, tag: str) -> str:
    return (formats.get_display_name(formats) if formats else None) or tag


def _capital(name: str) -> str:
    """Not `upper()`: Georgian has capitals that stand in no sentence."""
    return name[:1].title() + name[1:]
