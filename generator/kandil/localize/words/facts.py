"""The figures of a course in the words of an edition, and the list of those that a lesson names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from babel.dates import format_date

from kandil.localize.words.formats import figure, known
from kandil.localize.words.territory import own_text
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.facts import FACT, OPENING, Figure
from kandil.model.help import Fact
from kandil.model.inlines import Emphasis, Image, Inline, Inlines, Link, Strong
from kandil.model.text import Text, map_texts, texts

Facts = Mapping[str, Figure]


def with_figures(edition: Edition, module: Module) -> Module:
    """A lesson whose sentences say the figures that they name, with the list of these."""
    facts = {fact.id: fact for fact in edition.course.facts}
    if not facts or not any(OPENING in text.source for text in texts(module)):
        return module
    named = dict.fromkeys(_named(texts((module.blocks, module.terms))))
    figures = tuple(_printed(edition, facts[name]) for name in named if name in facts)
    filled = map_texts(module, partial(_filled, edition.locale, facts))
    return replace(filled, figures=figures)


def _named(found: Iterable[Text]) -> Iterator[str]:
    """Ids; what is for the trainer alone is in no list of a learner's page."""
    for text in found:
        if OPENING in text.source:
            yield from (name["id"] for name in FACT.finditer(text.source))


def _printed(edition: Edition, fact: Figure) -> Fact:
    words = own_text(figure(fact.value, fact.unit, edition.locale), fact.place)
    day = format_date(fact.best_by, "long", locale=known(edition.locale))
    until = edition.translate("Good until {date}.").replace("{date}", day)
    return Fact((words,), fact.source, fact.year, until)


def _filled(locale: str, facts: Facts, text: Text) -> Text:
    """Words that fell back to another language have its way to write numbers."""
    if OPENING not in text.source:
        return text
    return replace(text, inlines=_parts(text.inlines, facts, text.lang or locale))


def _parts(inlines: Inlines, facts: Facts, locale: str) -> Inlines:
    return tuple(_part(part, facts, locale) for part in inlines)


def _part(part: Inline, facts: Facts, locale: str) -> Inline:
    def said(found: re.Match[str]) -> str:
        fact = facts.get(found["id"])
        return _said(fact, found["part"], locale) if fact else found[0]

    match part:
        case str():
            return FACT.sub(said, part)
        case Emphasis() | Strong() | Link():
            return replace(part, children=_parts(part.children, facts, locale))
        case Image():
            return replace(part, alt=FACT.sub(said, part.alt))
    return part


def _said(fact: Figure, part: str | None, locale: str) -> str:
    if part == "year":
        return str(fact.year)
    return fact.source if part == "source" else figure(fact.value, fact.unit, locale)
