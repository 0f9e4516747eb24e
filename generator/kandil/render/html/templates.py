"""The theme's templates, and the words of the interface that they speak."""

from __future__ import annotations

import json
from functools import cache, lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from kandil.model.edition import Edition
from kandil.paths import themes
from kandil.values import dataclass


@cache
def environment() -> Environment:
    """One for all editions; a name that a template misspells is an error, never an empty space."""
    made = Environment(
        loader=FileSystemLoader(themes() / "base"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        # What it would work out beforehand, few templates have; to look for it takes a fifth.
        optimized=False,
    )
    made.filters["plain"] = Markup.unescape
    made.policies["json.dumps_function"] = _dumps
    made.policies["json.dumps_kwargs"] = {}
    return made


def _dumps(value: object) -> str:
    """As short as can be. The two signs end a line of a script for browsers of before 2019, in the
    middle of a word."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def template(name: str) -> Template:
    """`lesson.html`, `interactions/choice.html` …"""
    return environment().get_template(name)


@dataclass(frozen=True, slots=True)
class Words:
    """UI strings in the locale of an edition, escaped, with their `{names}` filled in."""

    edition: Edition

    def one(self, words: str, **values: object) -> Markup:
        """`_` in templates."""
        return _filled(self.edition.translate(words), values)

    def many(self, one: str, other: str, number: int, /, **values: object) -> Markup:
        """`ngettext` in templates; `{number}` is known without being passed, or stands for what
        the player will know."""
        words = self.edition.plural(one, other, number)
        return _filled(words, {"number": number, **values})


@lru_cache(5_000)
def _escaped(words: str) -> Markup:
    """The interface says the same on every page."""
    return escape(words)


def _filled(words: str, values: dict[str, object]) -> Markup:
    """Not `str.format`: a brace that a translation lost must not stop a build."""
    if not values:
        return _escaped(words)
    text = str(_escaped(words))
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(escape(value)))
    return Markup(text)
